// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/bodycheck.h"

#include "api/catalog/schema.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
using Type = Schema::Type;

Schema::Types typesOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return Type::Boolean;
    case QJsonValue::Double:
        if (std::floor(value.toDouble()) != value.toDouble())
            return Type::Number;
        return Schema::Types(Type::Integer) | Type::Number;
    case QJsonValue::String:
        return Type::String;
    case QJsonValue::Array:
        return Type::Array;
    case QJsonValue::Object:
        return Type::Object;
    default:
        return {};
    }
}

bool matchesPattern(const QString& pattern, const QString& text)
{
    // The service's thread is the only one that asks.
    thread_local QHash<QString, QRegularExpression> compiled;
    QRegularExpression& expression = compiled[pattern];
    if (expression.pattern().isEmpty()) {
        expression.setPattern(pattern);
        expression.setPatternOptions(
            QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DontCaptureOption);
    }
    // '$' also matches before a last newline; no value of the service ends in one.
    return !text.endsWith(u'\n') && expression.match(text).hasMatch();
}

void checkNumber(const Schema& schema, double number, const QString& name, QList<InvalidField>& found)
{
    if ((schema.minimum && number < *schema.minimum)
        || (schema.exclusiveMinimum && number <= *schema.exclusiveMinimum))
        found.append({name, u"The number is too small."_s});
    if ((schema.maximum && number > *schema.maximum)
        || (schema.exclusiveMaximum && number >= *schema.exclusiveMaximum))
        found.append({name, u"The number is too large."_s});
    if (schema.multipleOf && std::fmod(number, *schema.multipleOf) != 0.0)
        found.append({name, u"The number is not a multiple of what it must be."_s});
}

void checkString(const Schema& schema, const QString& text, const QString& name, QList<InvalidField>& found)
{
    const qsizetype length = text.toUcs4().size();
    if (schema.minLength && length < *schema.minLength)
        found.append({name, u"The text is too short."_s});
    if (schema.maxLength && length > *schema.maxLength)
        found.append({name, u"The text is too long."_s});
    if (!schema.pattern.isEmpty() && !matchesPattern(schema.pattern, text))
        found.append({name, u"The text does not match the pattern."_s});
    if (schema.format == "date-time"_L1 && !QDateTime::fromString(text, Qt::ISODateWithMs).isValid())
        found.append({name, u"The text is not a date and time."_s});
}

void checkArray(
    const Schema& schema, const QJsonArray& array, const QString& name, QList<InvalidField>& found)
{
    if ((schema.minItems && array.size() < *schema.minItems)
        || (schema.maxItems && array.size() > *schema.maxItems))
        found.append({name, u"The number of items is not allowed."_s});
    for (qsizetype i = 0; schema.hasUniqueItems && i < array.size(); ++i) {
        if (std::find(array.begin(), array.begin() + i, array.at(i)) != array.begin() + i)
            found.append({name + u'.' + QString::number(i), u"The item is there already."_s});
    }
    for (qsizetype i = 0; schema.items && i < array.size(); ++i)
        checkValue(*schema.items, array.at(i), name + u'.' + QString::number(i), found);
}

void checkObject(
    const Schema& schema, const QJsonObject& object, const QString& name, QList<InvalidField>& found)
{
    const QString prefix = name.isEmpty() ? QString() : QString(name + u'.');
    for (const QString& required : schema.required) {
        const Schema* property = schema.property(required);
        if (!object.contains(required) && !(property && property->isReadOnly))
            found.append({prefix + required, u"The field is missing."_s});
    }
    if ((schema.minProperties && object.size() < *schema.minProperties)
        || (schema.maxProperties && object.size() > *schema.maxProperties))
        found.append({name, u"The number of fields is not allowed."_s});
    for (auto field = object.begin(); field != object.end(); ++field) {
        const Schema* property = schema.property(field.key());
        if (property && property->isReadOnly)
            found.append({prefix + field.key(), u"The field cannot be set."_s});
        else if (property)
            checkValue(*property, field.value(), prefix + field.key(), found);
        else if (schema.additionalProperties)
            checkValue(*schema.additionalProperties, field.value(), prefix + field.key(), found);
        else if (!schema.allowsAdditionalProperties)
            found.append({prefix + field.key(), u"There is no such field."_s});
    }
}
} // namespace

void checkValue(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found)
{
    if (value.isNull()) {
        if (schema.types && !schema.isNullable) // what has no type may be anything
            found.append({name, u"The value must not be null."_s});
        return;
    }
    if (schema.types && !(schema.types & typesOf(value))) {
        found.append({name, u"The value is not of the right type."_s});
        return;
    }
    if (!schema.enumValues.isEmpty() && !schema.enumValues.contains(value))
        found.append({name, u"The value is not one of those allowed."_s});
    if (schema.constant && value != *schema.constant)
        found.append({name, u"The value is not the only one allowed."_s});
    if (value.isDouble())
        checkNumber(schema, value.toDouble(), name, found);
    else if (value.isString())
        checkString(schema, value.toString(), name, found);
    else if (value.isArray())
        checkArray(schema, value.toArray(), name, found);
    else if (value.isObject())
        checkObject(schema, value.toObject(), name, found);
    checkRules(schema, value, name, found);
}

} // namespace Telamon::Sandbox
