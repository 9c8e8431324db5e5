// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/argumentgenerator.h"

#include "api/catalog/jsonpointer.h"
#include "tests/support/patterntext.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Telamon {

using namespace Qt::StringLiterals;

ArgumentGenerator::ArgumentGenerator(quint32 seed, Judge judge, Given given)
    : m_random(seed), m_judge(std::move(judge)), m_given(std::move(given))
{
}

std::optional<Arguments> ArgumentGenerator::generate(const Operation& operation)
{
    constexpr int tries = 300;
    m_failure.clear();
    for (int attempt = 0; attempt < tries; ++attempt) {
        m_places.clear();
        const Arguments arguments = tried(operation);
        if (!m_failure.isEmpty())
            return std::nullopt;
        if (m_judge(operation, arguments))
            return arguments;
    }
    m_failure = u"no valid arguments of %1 in %2 tries"_s.arg(operation.id).arg(tries);
    return std::nullopt;
}

QJsonValue ArgumentGenerator::valueFor(const Schema& schema, const QString& pointer)
{
    m_places.remove(pointer);
    return made(schema, pointer, 3);
}

Arguments ArgumentGenerator::tried(const Operation& operation)
{
    Arguments arguments;
    for (const Parameter& parameter : operation.parameters) {
        if (!parameter.isRequired && !chance(40))
            continue;
        const QString pointer = childPointer(u"/parameters"_s, parameter.name);
        Schema named = *parameter.schema; // with the rules that stand beside it
        named.namedRules += parameter.namedRules;
        QJsonValue value = made(named, pointer, 0);
        const auto isNoSegment = [](const QString& text) {
            return text.isEmpty() || text == "."_L1 || text == ".."_L1;
        };
        while (parameter.in == Parameter::In::Path && m_failure.isEmpty() && value.isString()
            && isNoSegment(value.toString()))
            value = made(named, pointer, 0);
        m_places[pointer] = {parameter.schema};
        arguments.parameters.insert(parameter.name, value);
    }
    if (operation.requestSchema != nullptr && (operation.isRequestRequired || chance(70)))
        arguments.body = made(*operation.requestSchema, u"/body"_s, 0);
    return arguments;
}

QJsonValue ArgumentGenerator::made(const Schema& schema, const QString& pointer, int depth)
{
    m_places[pointer].push_back(&schema);
    if (m_given) {
        const QJsonValue value = m_given(pointer, schema);
        if (!value.isUndefined())
            return value;
    }
    if (schema.constant)
        return *schema.constant;
    if (schema.isNullable && chance(10))
        return QJsonValue(QJsonValue::Null);
    if (!schema.enumValues.isEmpty())
        return schema.enumValues.at(m_random.bounded(int(schema.enumValues.size())));
    if (!schema.variants.empty()) {
        size_t& next = m_nextVariant[&schema];
        const Schema& variant = *schema.variants.at(next++ % schema.variants.size());
        const QJsonValue value = made(variant, pointer, depth);
        if (!value.isObject())
            return value;
        QJsonObject both = members(schema, pointer, depth);
        const QJsonObject own = value.toObject();
        for (auto it = own.constBegin(); it != own.constEnd(); ++it)
            both.insert(it.key(), it.value());
        for (auto it = schema.discriminatorMapping.cbegin(); it != schema.discriminatorMapping.cend(); ++it) {
            if (it.value() == &variant)
                both.insert(schema.discriminator, it.key());
        }
        return both;
    }
    using Type = Schema::Type;
    QList<Type> types;
    for (const Type type :
        {Type::Boolean, Type::Integer, Type::Number, Type::String, Type::Array, Type::Object}) {
        if (schema.types.testFlag(type))
            types.append(type);
    }
    if (types.isEmpty())
        return schema.properties.empty() ? anything(depth) : members(schema, pointer, depth);
    switch (types.at(m_random.bounded(int(types.size())))) {
    case Type::Boolean:
        return chance(50);
    case Type::Integer:
    case Type::Number:
        return number(schema);
    case Type::String:
        return text(schema, pointer);
    case Type::Array:
        return list(schema, pointer, depth);
    case Type::Object:
        break;
    }
    return members(schema, pointer, depth);
}

QJsonObject ArgumentGenerator::members(const Schema& schema, const QString& pointer, int depth)
{
    QJsonObject object;
    for (const Property& property : schema.properties) {
        const bool isWanted = schema.required.contains(property.name) || chance(depth < 4 ? 50 : 5);
        if (property.schema->isReadOnly || !isWanted)
            continue;
        object.insert(property.name, made(*property.schema, childPointer(pointer, property.name), depth + 1));
    }
    for (const ConditionalRule& rule : schema.rules) { // what other parts of an allOf or a rule bring in
        const Schema* branch =
            rule.then != nullptr && (rule.otherwise == nullptr || chance(50)) ? rule.then : rule.otherwise;
        if (branch == nullptr || !chance(rule.when == nullptr ? 100 : 50))
            continue;
        for (const Property& property : branch->properties) {
            const QString child = childPointer(pointer, property.name);
            if (schema.property(property.name) == nullptr && property.schema->types && chance(60))
                object.insert(property.name, made(*property.schema, child, depth + 1));
        }
    }
    const bool isFree =
        schema.properties.empty() && schema.variants.empty() && schema.rules.empty() && schema.types;
    const bool isOpen =
        schema.additionalProperties != nullptr || (isFree && schema.allowsAdditionalProperties);
    const int keys = isOpen && depth < 5 ? m_random.bounded(3) : 0;
    for (int i = 0; i < keys; ++i) {
        const QString name = word();
        if (schema.additionalProperties != nullptr)
            object.insert(name, made(*schema.additionalProperties, childPointer(pointer, name), depth + 1));
        else
            object.insert(name, anything(depth + 1));
    }
    return object;
}

QJsonValue ArgumentGenerator::list(const Schema& schema, const QString& pointer, int depth)
{
    const qint64 least = schema.minItems.value_or(0);
    const qint64 most = std::min(schema.maxItems.value_or(least + 3), least + 3);
    const qint64 wanted = least + (depth < 5 ? m_random.bounded(int(most - least + 1)) : 0);
    QJsonArray array;
    for (int attempt = 0; array.size() < wanted && attempt < 100; ++attempt) {
        const QString child = childPointer(pointer, array.size());
        m_places.removeIf([&child](const auto& entry) { return isInside(entry.key(), child); });
        const QJsonValue item =
            schema.items != nullptr ? made(*schema.items, child, depth + 1) : anything(depth + 1);
        const bool isNamedTwice = schema.namedRules.contains("uniqueNames"_L1)
            && std::any_of(array.cbegin(), array.cend(),
                [&item](const QJsonValue& each) { return each["name"_L1] == item["name"_L1]; });
        if (!isNamedTwice && !(schema.hasUniqueItems && array.contains(item)))
            array.append(item);
        else
            m_places.removeIf([&child](const auto& entry) { return isInside(entry.key(), child); });
    }
    return array;
}

QJsonValue ArgumentGenerator::number(const Schema& schema)
{
    const bool isWhole = !schema.types.testFlag(Schema::Type::Number);
    const bool isSmall = schema.format == "int32"_L1;
    double least = schema.minimum.value_or(isSmall ? -2147483648.0 : -1e6);
    double most = schema.maximum.value_or(isSmall ? 2147483647.0 : std::max(least, 0.0) + 1e6);
    if (schema.exclusiveMinimum)
        least = std::max(least, *schema.exclusiveMinimum + (isWhole ? 1 : 0.5));
    if (schema.exclusiveMaximum)
        most = std::min(most, *schema.exclusiveMaximum - (isWhole ? 1 : 0.5));
    if (schema.multipleOf)
        return *schema.multipleOf * std::ceil(least / *schema.multipleOf + m_random.bounded(5));
    // Above what a double holds exactly.
    if (isWhole && !isSmall && !schema.maximum && chance(20))
        return (qint64(1) << 53) + 1 + m_random.bounded(1000);
    if (chance(20))
        return chance(50) ? qint64(least) : qint64(most);
    const double value = least + m_random.generateDouble() * (most - least);
    return isWhole ? QJsonValue(qint64(std::floor(value))) : QJsonValue(value);
}

QString ArgumentGenerator::word()
{
    static constexpr QStringView letters = u"abcdefghijklmnopqrstuvwxyz0123456789-_ éД漢";
    QString text(QChar(u'a' + m_random.bounded(26)));
    const int length = 3 + m_random.bounded(12);
    while (text.size() < length)
        text += letters.at(m_random.bounded(int(letters.size())));
    return text;
}

QString ArgumentGenerator::formatted(const Schema& schema)
{
    const QString& format = schema.format;
    if (format == "date-time"_L1) {
        const qint64 range = 26LL * 24 * 3600; // within four weeks, as one rule wants it
        const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(3600 + m_random.bounded(int(range)));
        return time.toString(Qt::ISODate);
    }
    if (format == "date"_L1)
        return QDate(2026, 1, 1).addDays(m_random.bounded(500)).toString(Qt::ISODate);
    if (format == "email"_L1)
        return u"u%1@example.com"_s.arg(m_random.bounded(100000));
    if (format == "uuid"_L1)
        return QUuid(m_random.generate(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).toString(QUuid::WithoutBraces);
    if (format == "ipv6"_L1)
        return u"2001:db8::%1"_s.arg(m_random.bounded(65536), 0, 16);
    if (schema.namedRules.contains("namespace"_L1))
        return u"db%1.c%2"_s.arg(m_random.bounded(10)).arg(m_random.bounded(1000));
    if (schema.namedRules.contains("jsonObject"_L1))
        return u"{\"age\": %1}"_s.arg(m_random.bounded(1000));
    if (schema.namedRules.contains("addressOrRange"_L1))
        return u"192.0.2.0/%1"_s.arg(m_random.bounded(33));
    if (format == "ipv4"_L1 || schema.namedRules.contains("ipAddress"_L1))
        return u"192.0.2.%1"_s.arg(m_random.bounded(256));
    return {};
}

QJsonValue ArgumentGenerator::text(const Schema& schema, const QString& pointer)
{
    const qint64 least = schema.minLength.value_or(0);
    const qint64 most = schema.maxLength.value_or(std::max<qint64>(least, 0) + 1000);
    const QString known = formatted(schema);
    if (!known.isEmpty())
        return known;
    if (!schema.pattern.isEmpty()) {
        const std::optional<QString> found = textMatching(schema.pattern, least, most, m_random);
        if (!found)
            m_failure = u"%1: no text found for the pattern %2"_s.arg(pointer, schema.pattern);
        return found.value_or(QString());
    }
    QString text = chance(5) ? QString() : word();
    while (text.toUcs4().size() < least)
        text += word();
    while (text.toUcs4().size() > most)
        text.chop(1);
    return text;
}

QJsonValue ArgumentGenerator::anything(int depth)
{
    switch (m_random.bounded(depth < 4 ? 6 : 4)) {
    case 0:
        return chance(50);
    case 1:
        return m_random.bounded(1000);
    case 2:
        return QJsonValue(QJsonValue::Null);
    case 3:
        return word();
    case 4:
        return QJsonArray {word(), 1.5, false};
    default:
        return QJsonObject {{word(), anything(depth + 1)}, {u"a/b~c"_s, word()}};
    }
}

} // namespace Telamon
