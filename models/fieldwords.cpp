// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldwords.h"

#include "models/enumwords.h"
#include "models/rolewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Words, though no schema lists them.
bool isWordByName(const QString& name)
{
    return name == "metricName"_L1 || name == "processorState"_L1;
}

// Codes that everybody writes as they are, though a schema lists them.
bool isCode(const QString& name)
{
    return name.endsWith("region"_L1, Qt::CaseInsensitive) || name == "regions"_L1
        || name.endsWith("regionName"_L1, Qt::CaseInsensitive) || name.contains("Cipher"_L1);
}

} // namespace

QString fieldWords(const QString& name)
{
    const bool isHump = !name.isEmpty() && name.at(0).isLower()
        && std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!isHump)
        return name;
    if (name == "targetDeploymentItemName"_L1) // sent where the contract does not have it
        return QCoreApplication::translate("FieldWords", "Target deployment");
    QString words = humpWords(name);
    if (name.startsWith("group"_L1) && name.size() > 5 && name.at(5).isUpper())
        words.replace(0, 5, QCoreApplication::translate("FieldWords", "Project"));
    if (name.startsWith("org"_L1) && name.size() > 3 && name.at(3).isUpper())
        words.replace(0, 3, QCoreApplication::translate("FieldWords", "Organization"));
    return words;
}

// The titles are English: they come with the descriptions of the service's operations.
QString singularWords(const QString& title)
{
    static const QStringList severalThings {u" and "_s, u" per "_s};
    const auto isOf = [&title](const QString& word) { return title.contains(word); };
    const bool isPlural = title.endsWith(u's') && !title.endsWith("ss"_L1) && !title.endsWith("us"_L1);
    if (!isPlural || std::any_of(severalThings.cbegin(), severalThings.cend(), isOf))
        return title;
    if (title.endsWith("ies"_L1))
        return title.chopped(3) + u'y';
    static const QStringList hissing {u"sses"_s, u"xes"_s, u"ches"_s, u"shes"_s};
    const bool isHissing = std::any_of(
        hissing.cbegin(), hissing.cend(), [&title](const QString& end) { return title.endsWith(end); });
    return title.chopped(isHissing ? 2 : 1);
}

QString valueWords(const QString& name, const QJsonValue& value, bool isWord)
{
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("CellText", "yes")
                              : QCoreApplication::translate("CellText", "no");
    if (value.isDouble() && (name.endsWith("Bytes"_L1) || name.startsWith("bytes"_L1)))
        return QLocale().formattedDataSize(qint64(value.toDouble()), 1, QLocale::DataSizeIecFormat);
    if (value.isDouble() && name.endsWith("MB"_L1)) // how much: the unit is in its title
        return QLocale().toString(qint64(value.toDouble()));
    if (!value.isString())
        return plainValue(value);
    const QString text = value.toString();
    if (name.contains("role"_L1, Qt::CaseInsensitive)) {
        if (QString role = roleWords(text); role != text)
            return role;
    }
    return (isWord || isWordByName(name)) && !isCode(name) ? enumWords(text) : text;
}

QString plainValue(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
        return whole != std::numeric_limits<qint64>::min() ? QString::number(whole)
                                                           : QString::number(value.toDouble(), 'g', 15);
    }
    case QJsonValue::String:
        return value.toString();
    default:
        return u"null"_s;
    }
}

} // namespace Telamon
