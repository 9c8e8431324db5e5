// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/validator.h"

#include "api/catalog/choicewords.h"
#include "api/catalog/formats.h"
#include "api/catalog/jsontree.h"
#include "api/catalog/namedrules.h"
#include "api/catalog/pattern.h"
#include "api/catalog/patternwords.h"
#include "api/catalog/variant.h"

#include <QJsonObject>
#include <QSet>

#include <cmath>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t maxDepth = 200;
constexpr int maxSteps = 500'000;
constexpr int patternGivenUpSteps = 5'000; // what a pattern that hit its limit costs of them
constexpr qsizetype maxViolations = 1'000;

QString numberText(double number)
{
    constexpr double exact = 1e15;
    return std::trunc(number) == number && std::abs(number) < exact ? QString::number(qint64(number))
                                                                    : QString::number(number, 'g', 15);
}

QString valueText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return numberText(value.toDouble());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return u"[…]"_s;
    case QJsonValue::Object:
        return u"{…}"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

// Surrogate pairs are one code point.
qint64 codePoints(const QString& text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

bool isMultiple(double number, double step)
{
    const double quotient = number / step;
    constexpr double tolerance = 1e-9; // 0.3 is a multiple of 0.1 to a person
    return std::abs(quotient - std::round(quotient)) <= tolerance * std::max(1.0, std::abs(quotient));
}

Violations withoutRepetitions(const Violations& violations)
{
    Violations distinct;
    QSet<std::pair<QString, QString>> seen;
    for (const Violation& violation : violations) {
        const std::pair<QString, QString> key(violation.pointer, violation.rule + u'\n' + violation.sentence);
        if (!seen.contains(key))
            distinct.append(violation);
        seen.insert(key);
    }
    return distinct;
}

} // namespace

void Validator::add(const QString& pointer, const QString& rule, const QString& sentence)
{
    if (m_violations.size() < maxViolations)
        m_violations.append(Violation {pointer, rule, sentence});
}

void Validator::addUnchecked(const QString& pointer, const QString& rule, const QString& sentence)
{
    if (m_violations.size() < maxViolations)
        m_violations.append(Violation {pointer, rule, sentence, true});
}

Violations Validator::takeViolations()
{
    return withoutRepetitions(std::exchange(m_violations, {}));
}

Violations Validator::takeAdvice()
{
    return withoutRepetitions(std::exchange(m_advice, {}));
}
void Validator::check(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    if (++m_steps > maxSteps || m_around.size() == maxDepth) {
        addUnchecked(pointer, u"limit"_s, tr("not checked: it is too deep or too large"));
        return;
    }
    m_around.emplace_back(&schema, pointer);
    checkHere(schema, value, pointer);
    m_around.pop_back();
}

void Validator::checkHere(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    if (value.isNull() && schema.isNullable)
        return;
    if (!checkType(schema, value, pointer))
        return;
    checkValues(schema, value, pointer);
    if (value.isDouble())
        checkNumber(schema, value.toDouble(), pointer);
    else if (value.isString())
        checkText(schema, value.toString(), pointer);
    else if (value.isArray())
        checkArray(schema, value.toArray(), pointer);
    else if (value.isObject())
        checkObject(schema, value.toObject(), pointer);
    if (const std::optional<QString> sentence = brokenFormat(schema.format, value))
        add(pointer, u"format"_s, *sentence);
    checkNamedRules(schema.namedRules, value, pointer);
    checkUnion(schema, value, pointer);
    checkRules(schema, value, pointer);
    if (m_collectsAdvice && schema.advice != nullptr)
        checkAdvice(schema, value, pointer);
}

bool Validator::checkType(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    if (allowsType(schema.types, value))
        return true;
    QStringList names;
    for (const auto& [type, name] : {std::pair {Schema::Type::Boolean, tr("true or false")},
             std::pair {Schema::Type::Integer, tr("a whole number")},
             std::pair {Schema::Type::Number, tr("a number")}, std::pair {Schema::Type::String, tr("a text")},
             std::pair {Schema::Type::Array, tr("a list")},
             std::pair {Schema::Type::Object, tr("an object")}}) {
        if (schema.types.testFlag(type))
            names.append(name);
    }
    add(pointer, u"type"_s, tr("must be %1").arg(names.join(tr(" or "))));
    return false;
}

void Validator::checkValues(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    if (schema.constant && *schema.constant != value)
        add(pointer, u"const"_s, tr("must be %1").arg(valueText(*schema.constant)));
    if (!schema.enumValues.isEmpty() && !schema.enumValues.contains(value))
        add(pointer, u"enum"_s, choiceSentence(schema.enumValues, value, valueText));
}

void Validator::checkNumber(const Schema& schema, double number, const QString& pointer)
{
    if (schema.minimum && number < *schema.minimum)
        add(pointer, u"minimum"_s, tr("must be at least %1").arg(numberText(*schema.minimum)));
    if (schema.maximum && number > *schema.maximum)
        add(pointer, u"maximum"_s, tr("must be at most %1").arg(numberText(*schema.maximum)));
    if (schema.exclusiveMinimum && number <= *schema.exclusiveMinimum)
        add(pointer, u"exclusiveMinimum"_s,
            tr("must be more than %1").arg(numberText(*schema.exclusiveMinimum)));
    if (schema.exclusiveMaximum && number >= *schema.exclusiveMaximum)
        add(pointer, u"exclusiveMaximum"_s,
            tr("must be less than %1").arg(numberText(*schema.exclusiveMaximum)));
    if (schema.multipleOf && !isMultiple(number, *schema.multipleOf))
        add(pointer, u"multipleOf"_s, tr("must be a multiple of %1").arg(numberText(*schema.multipleOf)));
}

void Validator::checkText(const Schema& schema, const QString& text, const QString& pointer)
{
    const qint64 length = codePoints(text);
    if (schema.minLength && length < *schema.minLength)
        add(pointer, u"minLength"_s,
            *schema.minLength == 1
                ? tr("must not be empty")
                : tr("must be %1").arg(countWords(schema.minLength, {}, Counted::Characters)));
    if (schema.maxLength && length > *schema.maxLength)
        add(pointer, u"maxLength"_s,
            tr("must be %1").arg(countWords({}, schema.maxLength, Counted::Characters)));
    if (schema.pattern.isEmpty())
        return;
    const QRegularExpression expression =
        schema.expression.pattern().isEmpty() ? expressionForPattern(schema.pattern) : schema.expression;
    switch (matchPattern(expression, text)) {
    case PatternVerdict::Matches:
        break;
    case PatternVerdict::Differs:
        addPatternBroken(schema, pointer);
        break;
    case PatternVerdict::Unchecked:
        m_steps += patternGivenUpSteps;
        addUnchecked(pointer, u"pattern"_s, tr("not checked: it takes too long"));
        break;
    }
}

// Nobody reads an expression where there are words for it.
void Validator::addPatternBroken(const Schema& schema, const QString& pointer)
{
    const QString words = patternWords(schema);
    add(pointer, u"pattern"_s,
        words.isEmpty() ? tr("must match %1").arg(schema.pattern) : tr("must be %1").arg(words));
}

void Validator::checkArray(const Schema& schema, const QJsonArray& array, const QString& pointer)
{
    if (schema.minItems && array.size() < *schema.minItems)
        add(pointer, u"minItems"_s,
            *schema.minItems == 1 ? tr("must not be empty")
                                  : tr("at least %1 in this list").arg(*schema.minItems));
    if (schema.maxItems && array.size() > *schema.maxItems)
        add(pointer, u"maxItems"_s, tr("at most %1 in this list").arg(*schema.maxItems));
    const bool isSecret = schema.items != nullptr && schema.items->isSecret;
    QSet<QJsonValue> seen;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue item = array.at(i);
        const QString itemPointer = pointer + u'/' + QString::number(i);
        if (schema.hasUniqueItems) {
            const bool isSaid = !isSecret && !item.isObject() && !item.isArray();
            if (seen.contains(item))
                add(itemPointer, u"uniqueItems"_s,
                    isSaid ? tr("“%1” is there twice").arg(valueText(item)) : tr("is there twice"));
            seen.insert(item);
        }
        if (schema.items != nullptr)
            check(*schema.items, item, itemPointer);
    }
}

void Validator::checkNamedRules(const QStringList& names, const QJsonValue& value, const QString& pointer)
{
    for (const QString& name : names) {
        const std::optional<QString> sentence = brokenNamedRule(name, value);
        if (!sentence)
            continue;
        const QString member = memberOfNamedRule(name);
        add(member.isEmpty() ? pointer : QString(pointer + u'/' + member), name, *sentence);
    }
}

} // namespace Telamon
