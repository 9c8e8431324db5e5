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
        {u"CANCELLED"_s, QT_TRANSLATE_NOOP("EnumWords", "Canceled")}, // as all else is spelled
        {u"asProposed"_s, QT_TRANSLATE_NOOP("EnumWords", "Is as proposed")},
        {u"TENANT"_s, QT_TRANSLATE_NOOP("EnumWords", "Shared")},
        {u"TLS1_0"_s, "TLS 1.0"},
        {u"TLS1_1"_s, "TLS 1.1"},
        {u"TLS1_2"_s, "TLS 1.2"},
        {u"TLS1_3"_s, "TLS 1.3"},
        {u"ATLAS_DATA_LAKE"_s, QT_TRANSLATE_NOOP("EnumWords", "Data Federation")},
        {u"ISODATE"_s, QT_TRANSLATE_NOOP("EnumWords", "ISO date")},
        {u"ISRGROOTX1"_s, "ISRG Root X1"},
        {u"EXPORT_SNAPSHOT"_s, QT_TRANSLATE_NOOP("EnumWords", "Snapshot export")},
        {u"PUSH_BASED_LOG_EXPORT"_s, QT_TRANSLATE_NOOP("EnumWords", "Log export")},
        {u"OUTSIDE_METRIC_THRESHOLD"_s, QT_TRANSLATE_NOOP("EnumWords", "Metric outside its threshold")},
        {u"INSIDE_METRIC_THRESHOLD"_s, QT_TRANSLATE_NOOP("EnumWords", "Metric inside its threshold")},
        {u"HOST_MONGOT_CRASHING_OOM"_s, QT_TRANSLATE_NOOP("EnumWords", "Search process out of memory")},
        {u"HOST_MONGOT_RECOVERED_OOM"_s,
            QT_TRANSLATE_NOOP("EnumWords", "Search process recovered from lack of memory")},
        {u"MAINTENANCE_IN_ADVANCED"_s, QT_TRANSLATE_NOOP("EnumWords", "Maintenance brought forward")},
        {u"OPLOG_SLAVE_LAG_MASTER_TIME"_s, QT_TRANSLATE_NOOP("EnumWords", "Replication lag")},
    };
    return words;
}

// Parts of words that are short for something. Codes of regions are not among them: no column spells those.
bool isAcronym(const QString& part)
{
    static const QSet<QString> acronyms {u"AES"_s, u"AI"_s, u"ANIS"_s, u"API"_s, u"ARN"_s, u"ASAP"_s,
        u"AWS"_s, u"AZ"_s, u"CA"_s, u"CCM"_s, u"CPU"_s, u"CRL"_s, u"CRUD"_s, u"DB"_s, u"DNS"_s, u"ECDHE"_s,
        u"EOL"_s, u"EU"_s, u"FCV"_s, u"FTDC"_s, u"GB"_s, u"GCM"_s, u"GCP"_s, u"HTML"_s, u"HTTP"_s, u"IAM"_s,
        u"ICU"_s, u"ID"_s, u"IO"_s, u"IOPS"_s, u"IP"_s, u"JWKS"_s, u"KB"_s, u"KMIP"_s, u"KMS"_s, u"LDAP"_s,
        u"LTS"_s, u"MB"_s, u"MFA"_s, u"MMS"_s, u"MTM"_s, u"NDS"_s, u"NFC"_s, u"NFD"_s, u"NFKC"_s, u"NFKD"_s,
        u"OIDC"_s, u"OK"_s, u"OOM"_s, u"OS"_s, u"PB"_s, u"RPU"_s, u"RSA"_s, u"S3"_s, u"SFOLID"_s, u"SHA256"_s,
        u"SHA384"_s, u"SQL"_s, u"SSH"_s, u"SSL"_s, u"TB"_s, u"TLS"_s, u"TTL"_s, u"UAE"_s, u"UAX"_s, u"UI"_s,
        u"UIS"_s, u"UK"_s, u"URI"_s, u"URL"_s, u"US"_s, u"UUID"_s, u"VM"_s, u"VPC"_s, u"WPU"_s, u"X509"_s};
    return acronyms.contains(part);
}

// Names, spelled as their owners do, also where a sentence begins with them. Empty: none.
QString properName(const QString& part)
{
    static const QHash<QString, QString> names {{u"APIS"_s, u"APIs"_s}, {u"ATLAS"_s, u"Atlas"_s},
        {u"AZURE"_s, u"Azure"_s}, {u"BAAS"_s, u"BaaS"_s}, {u"BRAINTREE"_s, u"Braintree"_s},
        {u"CHACHA20"_s, u"ChaCha20"_s}, {u"CHEF"_s, u"Chef"_s}, {u"DATADOG"_s, u"Datadog"_s},
        {u"ENVOY"_s, u"Envoy"_s}, {u"FEDRAMP"_s, u"FedRAMP"_s}, {u"IDP"_s, u"IdP"_s}, {u"IDS"_s, u"IDs"_s},
        {u"KILLOP"_s, u"killOp"_s}, {u"KUBERNETES"_s, u"Kubernetes"_s}, {u"MLAB"_s, u"mLab"_s},
        {u"MONGOD"_s, u"mongod"_s}, {u"MONGODB"_s, u"MongoDB"_s}, {u"MONGOS"_s, u"mongos"_s},
        {u"MONGOSQLD"_s, u"mongosqld"_s}, {u"MONGOT"_s, u"mongot"_s}, {u"NVME"_s, u"NVMe"_s},
        {u"OAUTH"_s, u"OAuth"_s}, {u"OTEL"_s, u"OTel"_s}, {u"PAYPAL"_s, u"PayPal"_s},
        {u"POLY1305"_s, u"Poly1305"_s}, {u"SALESFORCE"_s, u"Salesforce"_s}, {u"SPLUNK"_s, u"Splunk"_s},
        {u"VERCEL"_s, u"Vercel"_s}, {u"VOYAGE"_s, u"Voyage"_s}};
    return isAcronym(part) ? part : names.value(part);
}

// What a person calls it, where the service abbreviates or has another word.
QString plainWord(const QString& part)
{
    static const QHash<QString, QString> words {{u"CPS"_s, u"backup"_s}, {u"FTS"_s, u"search"_s},
        {u"FWD"_s, u"forward"_s}, {u"GROUP"_s, u"project"_s}, {u"GROUPS"_s, u"projects"_s},
        {u"ORG"_s, u"organization"_s}, {u"ORGS"_s, u"organizations"_s}, {u"PREV"_s, u"previous"_s},
        {u"TIMESERIES"_s, u"time series"_s}};
    return words.value(part, part.toLower());
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

// "M10", "R40" of "R40_NVME": a size's name.
bool isSize(const QString& part)
{
    return part.size() > 1 && (part.startsWith(u'M') || part.startsWith(u'R'))
        && std::all_of(part.cbegin() + 1, part.cend(), [](QChar c) { return c.isDigit(); });
}

QString fromParts(const QStringList& parts)
{
    QStringList words;
    for (const QString& part : parts) {
        const QString name = properName(part);
        if (!name.isEmpty())
            words.append(name);
        else
            words.append(words.isEmpty() ? withCapital(plainWord(part)) : plainWord(part));
    }
    return words.join(u' ');
}

// How the service keeps its books is nothing to a person: which log an event is in, which nodes scale.
void dropBookkeeping(QStringList& parts)
{
    const bool isScaling = parts.contains("SCALE"_L1) && parts.last() == "BASE"_L1;
    if (parts.size() > 1 && (isScaling || parts.last() == "AUDIT"_L1))
        parts.removeLast();
}

// "DISK_PARTITION_SPACE_USED_DATA": "Disk space used (data)". Empty: no such word.
QString ofDisk(const QStringList& parts)
{
    if (parts.size() < 4 || parts.at(0) != "DISK"_L1 || parts.at(1) != "PARTITION"_L1)
        return {};
    QStringList measured {parts.first()};
    measured += parts.sliced(2, parts.size() - 3);
    return u"%1 (%2)"_s.arg(fromParts(measured), plainWord(parts.last()));
}

// "SOME_WORD": "Some word".
QString fromCapitals(const QString& word)
{
    QStringList parts = word.split(u'_', Qt::SkipEmptyParts);
    if (parts.isEmpty() || isSize(parts.first()))
        return word;
    dropBookkeeping(parts);
    const QString disk = ofDisk(parts);
    return disk.isEmpty() ? fromParts(parts) : disk;
}

} // namespace

QString humpWords(const QString& name)
{
    QStringList parts {QString()};
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isFollowedByLower = i + 1 < name.size() && name.at(i + 1).isLower();
        if (i > 0 && name.at(i).isUpper() && (!name.at(i - 1).isUpper() || isFollowedByLower))
            parts.append(QString());
        parts.last() += name.at(i).toUpper();
    }
    for (QString& part : parts) {
        const QString proper = properName(part);
        part = proper.isEmpty() ? part.toLower() : proper;
    }
    const QString words = parts.join(u' ').replace("mongo DB"_L1, "MongoDB"_L1);
    // What has a spelling of its own keeps it where the words begin with it.
    return properName(parts.first()).isEmpty() ? withCapital(words) : words;
}

QString enumWords(const QString& word)
{
    if (const char* known = knownWords().value(word))
        return QCoreApplication::translate("EnumWords", known);
    if (word.size() < 2 || !word.at(0).isLetter())
        return word;
    if (isOf(word, isCapital))
        return fromCapitals(word);
    return word.at(0).isLower() && isOf(word, isPlainLetter) ? humpWords(word) : word;
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
