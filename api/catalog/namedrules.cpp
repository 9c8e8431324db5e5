// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/namedrules.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <string_view>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Rule = std::optional<QString> (*)(const QJsonValue&, const QDateTime&);

// QHostAddress also takes "1", "1.2" and scopes: an address here is written in full.
bool isAddress(const QString& text)
{
    const bool isIpv4 = text.count(u'.') == 3 && !text.contains(u':');
    const bool isIpv6 = text.contains(u':') && !text.contains(u'%') && !text.contains(u'[');
    QHostAddress address;
    return (isIpv4 || isIpv6) && !text.contains(u' ') && address.setAddress(text);
}

std::optional<QString> ipAddress(const QJsonValue& value, const QDateTime&)
{
    if (!value.isString() || isAddress(value.toString()))
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must be an IPv4 or IPv6 address");
}

std::optional<QString> withinFourWeeks(const QJsonValue& value, const QDateTime& now)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (time.isValid() && time <= now)
        return QCoreApplication::translate("Validation", "must be in the future");
    if (!time.isValid() || time <= now.addDays(28))
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must be at most 4 weeks ahead");
}

// "database.collection": only the first dot separates, a collection's name may have more.
std::optional<QString> namespaceName(const QJsonValue& value, const QDateTime&)
{
    const QString text = value.toString();
    const qsizetype dot = text.indexOf(u'.');
    if (!value.isString() || (dot > 0 && dot + 1 < text.size()))
        return std::nullopt;
    return QCoreApplication::translate(
        "Validation", "must be a database and a collection: database.collection");
}

std::optional<QString> uniqueNames(const QJsonValue& value, const QDateTime&)
{
    QSet<QString> seen;
    const QJsonArray list = value.toArray();
    for (const QJsonValue& entry : list) {
        const QJsonValue name = entry.toObject().value("name"_L1);
        if (!name.isString()) // its own rules say what is wrong with it
            continue;
        if (seen.contains(name.toString()))
            return QCoreApplication::translate("Validation", "two of these have the name %1")
                .arg(name.toString());
        seen.insert(name.toString());
    }
    return std::nullopt;
}

std::optional<QString> noReservedPrefix(const QJsonValue& value, const QDateTime&)
{
    for (const QLatin1StringView prefix : {"lucene."_L1, "builtin."_L1, "mongodb."_L1}) {
        if (value.toString().startsWith(prefix))
            return QCoreApplication::translate("Validation", "must not begin with “%1”").arg(prefix);
    }
    return std::nullopt;
}

// "192.0.2.1", "192.0.2.0/24", "2001:db8::/32".
std::optional<QString> addressOrRange(const QJsonValue& value, const QDateTime&)
{
    const QString text = value.toString();
    const qsizetype slash = text.indexOf(u'/');
    const QString address = text.left(slash);
    const QString bits = slash < 0 ? u"0"_s : text.mid(slash + 1);
    const bool isNumber = !bits.isEmpty() && bits.size() <= 3
        && std::all_of(bits.begin(), bits.end(), [](QChar each) { return each >= u'0' && each <= u'9'; });
    const int most = address.contains(u':') ? 128 : 32;
    if (!value.isString() || (isAddress(address) && isNumber && bits.toInt() <= most))
        return std::nullopt;
    return QCoreApplication::translate(
        "Validation", "must be an IPv4 or IPv6 address, or a range as in 192.0.2.0/24");
}

std::optional<QString> jsonObject(const QJsonValue& value, const QDateTime&)
{
    if (!value.isString() || QJsonDocument::fromJson(value.toString().toUtf8()).isObject())
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must be a JSON object, as in {\"closed\": true}");
}

// A path of names with dots between them, as documents have them.
std::optional<QString> fieldPath(const QJsonValue& value, const QDateTime&)
{
    const QStringList names = value.toString().split(u'.');
    const bool isPath = std::all_of(names.begin(), names.end(), [](const QString& name) {
        return !name.isEmpty() && !name.startsWith(u'$') && name.trimmed() == name;
    });
    if (!value.isString() || isPath)
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must be a field, or a path as in order.date");
}

std::optional<QString> inFuture(const QJsonValue& value, const QDateTime& now)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid() || time > now)
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must be in the future");
}

// Rules on an object of parameter values say nothing as long as one of the two is missing.
std::optional<QString> startBeforeEnd(const QJsonValue& value, const QDateTime&)
{
    const QJsonValue start = value["start"_L1];
    const QJsonValue end = value["end"_L1];
    if (!start.isDouble() || !end.isDouble() || start.toDouble() < end.toDouble())
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must be later than the start");
}

std::optional<QString> minDateBeforeMaxDate(const QJsonValue& value, const QDateTime&)
{
    const QDateTime first = QDateTime::fromString(value["minDate"_L1].toString(), Qt::ISODateWithMs);
    const QDateTime last = QDateTime::fromString(value["maxDate"_L1].toString(), Qt::ISODateWithMs);
    if (!first.isValid() || !last.isValid() || first <= last)
        return std::nullopt;
    return QCoreApplication::translate("Validation", "must not be before the earliest date");
}

struct NamedRule {
    QLatin1StringView name;
    Rule rule;
    QLatin1StringView member = {};
};

constexpr std::array allNamedRules = {
    NamedRule {"addressOrRange"_L1, addressOrRange},
    NamedRule {"fieldPath"_L1, fieldPath},
    NamedRule {"inFuture"_L1, inFuture},
    NamedRule {"ipAddress"_L1, ipAddress},
    NamedRule {"jsonObject"_L1, jsonObject},
    NamedRule {"namespace"_L1, namespaceName},
    NamedRule {"noReservedPrefix"_L1, noReservedPrefix},
    NamedRule {"uniqueNames"_L1, uniqueNames},
    NamedRule {"withinFourWeeks"_L1, withinFourWeeks},
    NamedRule {"startBeforeEnd"_L1, startBeforeEnd, "end"_L1},
    NamedRule {"minDateBeforeMaxDate"_L1, minDateBeforeMaxDate, "maxDate"_L1},
};

const NamedRule* findRule(QStringView name)
{
    const auto found = std::find_if(allNamedRules.begin(), allNamedRules.end(),
        [name](const NamedRule& rule) { return name == rule.name; });
    return found == allNamedRules.end() ? nullptr : &*found;
}

} // namespace

bool isNamedRule(QStringView name)
{
    return findRule(name) != nullptr;
}

std::optional<QString> brokenNamedRule(QStringView name, const QJsonValue& value, const QDateTime& now)
{
    const NamedRule* found = findRule(name);
    return found != nullptr ? found->rule(value, now) : std::nullopt;
}

QString memberOfNamedRule(QStringView name)
{
    const NamedRule* found = findRule(name);
    return found != nullptr ? QString(found->member) : QString();
}

} // namespace Telamon
