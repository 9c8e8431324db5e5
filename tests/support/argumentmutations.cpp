// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/argumentmutations.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "tests/support/patterntext.h"

#include <QJsonObject>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr double maxInt32 = 2147483648.0;

class Mutator {
public:
    Mutator(ArgumentGenerator& generator, const Operation& operation, const Arguments& arguments)
        : m_generator(generator),
          m_operation(operation),
          m_use(toJson(arguments)),
          m_places(generator.places())
    {
    }

    QList<Mutation> run()
    {
        for (const Parameter& parameter : m_operation.parameters) {
            const QString pointer = childPointer(u"/parameters"_s, parameter.name);
            if (parameter.in == Parameter::In::Path && valueAt(m_use, pointer).isString()) {
                for (const QString& text : {u".."_s, u"."_s, u""_s, u"a\nb"_s})
                    add(u"address"_s, pointer, text);
            }
            if (parameter.isRequired)
                add(u"required"_s, pointer, QJsonValue(QJsonValue::Undefined));
        }
        add(u"unknown"_s, u"/parameters/noSuchParameter"_s, 1);
        QStringList pointers = m_places.keys();
        pointers.sort(); // a hash has no order of its own
        for (const QString& pointer : std::as_const(pointers)) {
            const QJsonValue value = valueAt(m_use, pointer);
            if (value.isUndefined() || value.isNull())
                continue;
            const std::vector<const Schema*> schemas = m_places.value(pointer);
            for (const Schema* schema : schemas) {
                if (schema->variants.empty())
                    breakType(*schema, pointer, value);
                breakValue(*schema, pointer, value);
                if (value.isString())
                    breakText(*schema, pointer, value.toString());
                else if (value.isDouble())
                    breakNumber(*schema, pointer, value.toDouble());
                else if (value.isArray())
                    breakList(*schema, pointer, value.toArray());
                else if (value.isObject())
                    breakObject(*schema, pointer, value.toObject());
            }
        }
        return m_mutations;
    }

private:
    void add(const QString& rule, const QString& pointer, const QJsonValue& value, bool isCertain = true,
        const QString& blamed = {})
    {
        const QJsonValue use = withValueAt(m_use, pointer, value);
        QStringList unions;
        for (QString place = blamed.isEmpty() ? pointer : blamed; !place.isEmpty();
             place = parentPointer(place)) {
            const std::vector<const Schema*> schemas = m_places.value(place);
            if (std::any_of(schemas.begin(), schemas.end(),
                    [](const Schema* each) { return !each->variants.empty(); }))
                unions.append(place);
        }
        m_mutations.append({argumentsFromJson(use.toObject()), rule, blamed.isEmpty() ? pointer : blamed,
            isCertain, unions});
    }

    void breakType(const Schema& schema, const QString& pointer, const QJsonValue& value)
    {
        if (!schema.types)
            return;
        using Type = Schema::Type;
        if (!schema.types.testFlag(Type::Boolean))
            add(u"type"_s, pointer, true);
        if (!schema.types.testFlag(Type::String))
            add(u"type"_s, pointer, u"text"_s);
        if (schema.types == Type::Integer)
            add(u"type"_s, pointer, value.toDouble() + 0.5);
        if (!schema.types.testFlag(Type::Object))
            add(u"type"_s, pointer, QJsonObject {{u"a"_s, 1}});
        if (!schema.types.testFlag(Type::Array))
            add(u"type"_s, pointer, QJsonArray {value});
        if (!schema.isNullable)
            add(u"null"_s, pointer, QJsonValue(QJsonValue::Null));
    }

    void breakValue(const Schema& schema, const QString& pointer, const QJsonValue& value)
    {
        const bool isChosen = !schema.enumValues.isEmpty() || schema.constant;
        if (isChosen && value.isString())
            add(u"enum"_s, pointer, u"NO_SUCH_VALUE"_s);
        else if (isChosen && value.isDouble())
            add(u"enum"_s, pointer, 987654);
    }

    void breakText(const Schema& schema, const QString& pointer, const QString& text)
    {
        if (!schema.pattern.isEmpty()) {
            const QStringList texts {
                QString(text + u'\n'), QString(text + u'!'), QString(u'?' + text), u"\t"_s};
            for (const QString& broken : texts) {
                if (!matchesPattern(schema.pattern, broken))
                    add(u"pattern"_s, pointer, broken);
            }
        }
        if (schema.minLength && *schema.minLength > 0)
            add(u"minLength"_s, pointer, text.left(int(*schema.minLength) - 1));
        if (schema.maxLength)
            add(u"maxLength"_s, pointer, QString(text + QString(qsizetype(*schema.maxLength) + 1, u'a')));
        if (schema.format == "date-time"_L1) {
            add(u"format"_s, pointer, u"tomorrow"_s);
            add(u"format"_s, pointer, u"2026-13-01T00:00:00Z"_s);
            add(u"format"_s, pointer, QString(text + u'\n'));
        }
        if (schema.format == "email"_L1)
            add(u"format"_s, pointer, u"nobody"_s);
        if (schema.format == "uuid"_L1)
            add(u"format"_s, pointer, u"12345"_s);
        if (schema.namedRules.contains("withinFourWeeks"_L1)) {
            add(u"withinFourWeeks"_s, pointer, u"2999-01-01T00:00:00Z"_s);
            add(u"withinFourWeeks"_s, pointer, u"2001-01-01T00:00:00Z"_s);
        }
        if (schema.namedRules.contains("noReservedPrefix"_L1))
            add(u"noReservedPrefix"_s, pointer, QString("lucene."_L1 + text));
        if (schema.namedRules.contains("namespace"_L1))
            add(u"namespace"_s, pointer, u"nodot"_s);
        if (schema.namedRules.contains("jsonObject"_L1))
            add(u"jsonObject"_s, pointer, u"{closed: true"_s);
        if (schema.namedRules.contains("addressOrRange"_L1))
            add(u"addressOrRange"_s, pointer, u"192.0.2.0/33"_s);
        if (schema.namedRules.contains("ipAddress"_L1))
            add(u"ipAddress"_s, pointer, u"999.0.0.1"_s);
    }

    void breakNumber(const Schema& schema, const QString& pointer, double value)
    {
        if (schema.minimum)
            add(u"minimum"_s, pointer, *schema.minimum - 1);
        if (schema.maximum)
            add(u"maximum"_s, pointer, *schema.maximum + 1);
        if (schema.exclusiveMinimum)
            add(u"exclusiveMinimum"_s, pointer, *schema.exclusiveMinimum);
        if (schema.exclusiveMaximum)
            add(u"exclusiveMaximum"_s, pointer, *schema.exclusiveMaximum);
        if (schema.multipleOf)
            add(u"multipleOf"_s, pointer, value + *schema.multipleOf / 2);
        if (schema.format == "int32"_L1)
            add(u"format"_s, pointer, maxInt32);
    }

    void breakList(const Schema& schema, const QString& pointer, const QJsonArray& list)
    {
        if (schema.minItems && *schema.minItems > 0) {
            QJsonArray shorter = list;
            while (shorter.size() >= *schema.minItems)
                shorter.removeLast();
            add(u"minItems"_s, pointer, shorter);
        }
        if (schema.maxItems && !list.isEmpty()) {
            QJsonArray longer = list;
            while (longer.size() <= *schema.maxItems)
                longer.append(list.first());
            add(u"maxItems"_s, pointer, longer);
        }
        QJsonArray twice = list;
        if (!list.isEmpty())
            twice.append(list.first());
        if (schema.hasUniqueItems && !list.isEmpty())
            add(u"uniqueItems"_s, pointer, twice, true, childPointer(pointer, list.size()));
        if (schema.namedRules.contains("uniqueNames"_L1) && list.first().toObject().contains("name"_L1))
            add(u"uniqueNames"_s, pointer, twice);
    }

    void breakObject(const Schema& schema, const QString& pointer, const QJsonObject& object)
    {
        for (const QString& name : schema.required) {
            if (object.contains(name))
                add(u"required"_s, childPointer(pointer, name), QJsonValue(QJsonValue::Undefined));
        }
        if (!schema.allowsAdditionalProperties)
            add(u"additionalProperties"_s, childPointer(pointer, u"noSuchField"_s), 1);
        for (const Property& property : schema.properties) {
            if (property.schema->isReadOnly)
                add(u"readOnly"_s, childPointer(pointer, property.name), u"x"_s);
        }
        if (schema.rules.empty() && schema.negated == nullptr && schema.dependentRequired.isEmpty())
            return;
        // Each field away, or there: whether a rule between fields minds, the judge knows.
        for (const Property& property : schema.properties) {
            const QString child = childPointer(pointer, property.name);
            if (property.schema->isReadOnly)
                continue;
            if (object.contains(property.name))
                add(u"fields"_s, child, QJsonValue(QJsonValue::Undefined), false, pointer);
            add(u"fields"_s, child, m_generator.valueFor(*property.schema, child), false, pointer);
        }
    }

    ArgumentGenerator& m_generator;
    const Operation& m_operation;
    QJsonValue m_use;
    QHash<QString, std::vector<const Schema*>> m_places;
    QList<Mutation> m_mutations;
};

} // namespace

QList<Mutation> mutationsOf(
    ArgumentGenerator& generator, const Operation& operation, const Arguments& arguments)
{
    return Mutator(generator, operation, arguments).run();
}

} // namespace Telamon
