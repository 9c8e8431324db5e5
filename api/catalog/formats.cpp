// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/formats.h"

#include <QCoreApplication>
#include <QDate>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Validation)

public:
    QLatin1StringView name;
    bool isOfNumbers;
    bool (*isKept)(const QJsonValue&);
    const char* sentence;
    const char* whenLess = nullptr; // of a number that is too small
};

bool matches(const QRegularExpression& expression, const QJsonValue& value)
{
    return expression.match(value.toString()).hasMatch();
}

bool isDate(const QJsonValue& value)
{
    static const QRegularExpression shape(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    return matches(shape, value) && QDate::fromString(value.toString(), Qt::ISODate).isValid();
}

bool isUuid(const QJsonValue& value)
{
    static const QRegularExpression shape(u"\\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"_s);
    return matches(shape, value);
}

bool isIpv4(const QJsonValue& value)
{
    static const QRegularExpression shape(
        u"\\A((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!\\z)|\\z)){4}\\z"_s);
    return matches(shape, value);
}

bool isIpv6(const QJsonValue& value)
{
    static const QRegularExpression shape(u"\\A[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\\z"_s);
    QHostAddress address;
    return matches(shape, value) && address.setAddress(value.toString());
}

// What an address is in detail is the service's to say.
bool isEmail(const QJsonValue& value)
{
    static const QRegularExpression shape(u"\\A[^@\\s]+@[^@\\s]+\\z"_s);
    return matches(shape, value);
}

bool isInt32(const QJsonValue& value)
{
    return value.toDouble() >= -2147483648.0 && value.toDouble() <= 2147483647.0;
}

bool isInt64(const QJsonValue& value)
{
    return value.toDouble() >= -9223372036854775808.0 && value.toDouble() < 9223372036854775808.0;
}

const std::array formats = {
    Format {"date-time"_L1, false, [](const QJsonValue& value) { return isDateTime(value.toString()); },
        QT_TRANSLATE_NOOP("Validation", "must be a date and time as in 2026-01-31T12:00:00Z")},
    Format {"date"_L1, false, isDate, QT_TRANSLATE_NOOP("Validation", "must be a date as in 2026-01-31")},
    Format {"uuid"_L1, false, isUuid, QT_TRANSLATE_NOOP("Validation", "must be a UUID")},
    Format {"ipv4"_L1, false, isIpv4, QT_TRANSLATE_NOOP("Validation", "must be an IPv4 address")},
    Format {"ipv6"_L1, false, isIpv6, QT_TRANSLATE_NOOP("Validation", "must be an IPv6 address")},
    Format {"email"_L1, false, isEmail, QT_TRANSLATE_NOOP("Validation", "must be an e-mail address")},
    Format {"int32"_L1, true, isInt32, QT_TRANSLATE_NOOP("Validation", "must be at most 2147483647"),
        QT_TRANSLATE_NOOP("Validation", "must be at least -2147483648")},
    Format {"int64"_L1, true, isInt64, QT_TRANSLATE_NOOP("Validation", "must be at most 9223372036854775807"),
        QT_TRANSLATE_NOOP("Validation", "must be at least -9223372036854775808")},
};

} // namespace

bool isDateTime(const QString& text)
{
    static const QRegularExpression shape(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"
        "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() && QDate::fromString(match.captured(1), Qt::ISODate).isValid();
}

std::optional<QString> brokenFormat(const QString& format, const QJsonValue& value)
{
    const auto found = std::find_if(
        formats.begin(), formats.end(), [&format](const Format& known) { return known.name == format; });
    const bool isAsked = found != formats.end() && (found->isOfNumbers ? value.isDouble() : value.isString());
    if (!isAsked || found->isKept(value))
        return std::nullopt;
    return Format::tr(found->whenLess != nullptr && value.toDouble() < 0 ? found->whenLess : found->sentence);
}

} // namespace Telamon
