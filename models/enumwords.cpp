// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/enumwords.h"

#include "models/rolewords.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Words that do not become readable by themselves.
const QHash<QString, const char*>& knownWords()
{
    static const QHash<QString, const char*> words {
        {u"REPLICASET"_s, QT_TRANSLATE_NOOP("EnumWords", "Replica set")},
        {u"REPLICA_SET"_s, QT_TRANSLATE_NOOP("EnumWords", "Replica set")},
        {u"GEOSHARDED"_s, QT_TRANSLATE_NOOP("EnumWords", "Global")},
        {u"SHARDED_CLUSTER"_s, QT_TRANSLATE_NOOP("EnumWords", "Sharded")},
        {u"shardedCluster"_s, QT_TRANSLATE_NOOP("EnumWords", "Sharded")},
        {u"vectorSearch"_s, QT_TRANSLATE_NOOP("EnumWords", "Vector")},
        {u"DOES_NOT_EXIST"_s, QT_TRANSLATE_NOOP("EnumWords", "Missing")},
        {u"ondemand"_s, QT_TRANSLATE_NOOP("EnumWords", "On demand")},
        {u"TENANT"_s, QT_TRANSLATE_NOOP("EnumWords", "Shared")},
        {u"TLS1_0"_s, "TLS 1.0"},
        {u"TLS1_1"_s, "TLS 1.1"},
        {u"TLS1_2"_s, "TLS 1.2"},
        {u"TLS1_3"_s, "TLS 1.3"},
        {u"ATLAS_DATA_LAKE"_s, QT_TRANSLATE_NOOP("EnumWords", "Data Federation")},
        {u"EXPORT_SNAPSHOT"_s, QT_TRANSLATE_NOOP("EnumWords", "Snapshot export")},
        {u"PUSH_BASED_LOG_EXPORT"_s, QT_TRANSLATE_NOOP("EnumWords", "Log export")},
        {u"OUTSIDE_METRIC_THRESHOLD"_s, QT_TRANSLATE_NOOP("EnumWords", "Metric outside its threshold")},
        {u"INSIDE_METRIC_THRESHOLD"_s, QT_TRANSLATE_NOOP("EnumWords", "Metric inside its threshold")},
    };
    return words;
}

// Parts of words that are no words: short for something, or a name.
QString knownPart(const QString& part)
{
    static const QSet<QString> capitals {u"API"_s, u"AWS"_s, u"CPS"_s, u"CPU"_s, u"DNS"_s, u"FCV"_s, u"GCP"_s,
        u"HTTP"_s, u"ID"_s, u"IO"_s, u"IOPS"_s, u"IP"_s, u"LDAP"_s, u"MB"_s, u"MFA"_s, u"MMS"_s, u"OIDC"_s,
        u"OOM"_s, u"SSH"_s, u"SSL"_s, u"TLS"_s, u"TTL"_s, u"URL"_s, u"VPC"_s, u"X509"_s};
    static const QHash<QString, QString> names {{u"AZURE"_s, u"Azure"_s}, {u"ATLAS"_s, u"Atlas"_s},
        {u"GROUP"_s, u"project"_s}, {u"GROUPS"_s, u"projects"_s}, {u"ORG"_s, u"organization"_s},
        {u"ORGS"_s, u"organizations"_s}, {u"MONGODB"_s, u"MongoDB"_s}, {u"KUBERNETES"_s, u"Kubernetes"_s}};
    if (capitals.contains(part))
        return part;
    return names.value(part, part.toLower());
}

QString withCapital(const QString& text)
{
    return text.left(1).toUpper() + text.sliced(1);
}

bool isOf(const QString& text, bool (*test)(QChar))
{
    return std::all_of(text.cbegin(), text.cend(), test);
}

bool isCapital(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isPlainLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

// "inProgress": "In progress".
QString fromHump(const QString& word)
{
    QString text;
    for (const QChar c : word) {
        if (c.isUpper())
            text += u' ';
        text += c.toLower();
    }
    return withCapital(text);
}

// "SOME_WORD": "Some word". A size ("M10", "R40_NVME") is a name.
QString fromCapitals(const QString& word)
{
    QStringList parts = word.split(u'_', Qt::SkipEmptyParts);
    const bool isSize = parts.isEmpty() || (parts.first().size() > 1 && parts.first().at(1).isDigit());
    if (isSize)
        return word;
    for (QString& part : parts)
        part = knownPart(part);
    return withCapital(parts.join(u' '));
}

} // namespace

QString enumWords(const QString& word)
{
    if (const char* known = knownWords().value(word))
        return QCoreApplication::translate("EnumWords", known);
    if (word.size() < 2 || !word.at(0).isLetter())
        return word;
    if (isOf(word, isCapital))
        return fromCapitals(word);
    return word.at(0).isLower() && isOf(word, isPlainLetter) ? fromHump(word) : word;
}

QString enumWords(const Column& column, const QString& text)
{
    switch (column.presentation) {
    case Presentation::Sources:
    case Presentation::Verbatim:
        return text;
    case Presentation::List:
    case Presentation::Roles: {
        QStringList words = text.split(u", "_s);
        for (QString& word : words)
            word = column.presentation == Presentation::Roles ? roleWords(word) : enumWords(word);
        return words.join(u", "_s);
    }
    default:
        return enumWords(text);
    }
}

} // namespace Telamon
