// SPDX-License-Identifier: GPL-3.0-or-later
// The keywords of one schema object, read for SchemaLoader.
#include "api/catalog/pattern.h"
#include "api/catalog/schemaloader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

std::optional<Schema::Type> typeOf(std::string_view name)
{
    using Type = Schema::Type;
    static constexpr std::array<std::pair<std::string_view, Type>, 6> names = {
        {{"boolean", Type::Boolean}, {"integer", Type::Integer}, {"number", Type::Number},
            {"string", Type::String}, {"array", Type::Array}, {"object", Type::Object}}};
    const auto found =
        std::find_if(names.begin(), names.end(), [name](const auto& entry) { return entry.first == name; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

void SchemaLoader::readType(Schema& schema, const JsonNode& node)
{
    const JsonNode* stated = node.find("type");
    if (stated == nullptr)
        return;
    const auto add = [this, &schema](const JsonNode& name) {
        const std::optional<Schema::Type> type = typeOf(name.text);
        if (name.isString() && name.text == "null")
            schema.isNullable = true;
        else if (name.isString() && type)
            schema.types |= *type;
        else
            m_reader.fail(name, tr("There is no such type."));
    };
    if (!stated->isArray())
        add(*stated);
    for (const JsonMember& child : stated->children)
        add(child.value);
    if (schema.isNullable && !schema.types) { // null and nothing else
        schema.constant = QJsonValue(QJsonValue::Null);
    }
}

void SchemaLoader::readValues(Schema& schema, const JsonNode& node)
{
    if (m_reader.isVersion30())
        schema.isNullable = m_reader.flag(node, "nullable");
    if (const JsonNode* values = m_reader.array(node, "enum")) {
        bool hasNull = false;
        for (const JsonMember& child : values->children) {
            if (child.value.kind == JsonNode::Kind::Null)
                hasNull = true;
            else
                schema.enumValues.append(child.value.toJsonValue());
        }
        if (values->children.empty())
            m_reader.fail(*values, tr("An enumeration without values allows nothing."));
        const bool allowsNull = schema.isNullable || !schema.types;
        // In 3.1 an enumeration without null refuses null whatever the type says.
        schema.isNullable = hasNull ? allowsNull : schema.isNullable && m_reader.isVersion30();
        if (schema.enumValues.isEmpty() && hasNull)
            schema.constant = QJsonValue(QJsonValue::Null);
    }
    if (const JsonNode* examples = m_reader.array(node, "examples")) {
        for (const JsonMember& child : examples->children)
            schema.examples.append(child.value.toJsonValue());
    }
    if (const JsonNode* example = node.find("x-example"))
        schema.example = example->toJsonValue();
    if (const JsonNode* constant = node.find("const"))
        schema.constant = constant->toJsonValue();
    if (const JsonNode* defaultValue = node.find("default"))
        schema.defaultValue = defaultValue->toJsonValue();
}

void SchemaLoader::readLimits(Schema& schema, const JsonNode& node)
{
    schema.minimum = m_reader.number(node, "minimum");
    schema.maximum = m_reader.number(node, "maximum");
    // A flag in 3.0, a limit of its own in 3.1.
    const auto readExclusive = [this, &node](std::string_view key, std::optional<double>& inclusive) {
        const JsonNode* stated = node.find(key);
        if (stated == nullptr || stated->kind != JsonNode::Kind::Boolean)
            return m_reader.number(node, key);
        return stated->boolean ? std::exchange(inclusive, std::nullopt) : std::nullopt;
    };
    schema.exclusiveMinimum = readExclusive("exclusiveMinimum", schema.minimum);
    schema.exclusiveMaximum = readExclusive("exclusiveMaximum", schema.maximum);
    schema.multipleOf = m_reader.number(node, "multipleOf");
    if (schema.multipleOf && !(*schema.multipleOf > 0))
        m_reader.fail(*node.find("multipleOf"), tr("Must be more than 0."));
    schema.minLength = m_reader.count(node, "minLength");
    schema.maxLength = m_reader.count(node, "maxLength");
    schema.minItems = m_reader.count(node, "minItems");
    schema.maxItems = m_reader.count(node, "maxItems");
    schema.minProperties = m_reader.count(node, "minProperties");
    schema.maxProperties = m_reader.count(node, "maxProperties");
    schema.hasUniqueItems = m_reader.flag(node, "uniqueItems");
}

void SchemaLoader::readPattern(Schema& schema, const JsonNode& node)
{
    schema.pattern = m_reader.text(node, "pattern");
    if (schema.pattern.isEmpty())
        return;
    schema.patternText = m_reader.text(node, "x-pattern-text");
    if (!m_expressions.contains(schema.pattern))
        m_expressions.insert(schema.pattern, expressionForPattern(schema.pattern));
    schema.expression = m_expressions.value(schema.pattern);
    if (!schema.expression.isValid())
        m_reader.fail(*node.find("pattern"), tr("The pattern is not a regular expression."));
}

void SchemaLoader::readObject(Schema& schema, const JsonNode& node)
{
    if (const JsonNode* items = node.find("items"))
        schema.items = schemaFor(*items);
    if (const JsonNode* properties = m_reader.object(node, "properties")) {
        schema.properties.reserve(properties->children.size());
        for (const JsonMember& child : properties->children)
            schema.properties.push_back({child.name(), schemaFor(child.value)});
    }
    schema.required = m_reader.texts(node, "required");
    schema.required.removeDuplicates();
    const JsonNode* additional = node.find("additionalProperties");
    // Names by pattern are not told apart here, so that a right one is not refused.
    if (additional == nullptr || node.find("patternProperties") != nullptr)
        return;
    if (additional->kind == JsonNode::Kind::Boolean)
        schema.allowsAdditionalProperties = additional->boolean;
    else
        schema.additionalProperties = schemaFor(*additional);
}

void SchemaLoader::readRules(Schema& schema, const JsonNode& node)
{
    if (const JsonNode* dependent = m_reader.object(node, "dependentRequired")) {
        for (const JsonMember& child : dependent->children)
            schema.dependentRequired.insert(child.name(), m_reader.texts(child.value));
    }
    if (const JsonNode* when = node.find("if")) {
        const JsonNode* then = node.find("then");
        const JsonNode* otherwise = node.find("else");
        schema.rules.push_back({schemaFor(*when), then != nullptr ? schemaFor(*then) : nullptr,
            otherwise != nullptr ? schemaFor(*otherwise) : nullptr});
    }
    if (const JsonNode* dependent = m_reader.object(node, "dependentSchemas")) {
        for (const JsonMember& child : dependent->children) {
            Schema& when = m_schemas.emplace_back();
            when.types = Schema::Type::Object;
            when.required = QStringList {child.name()};
            schema.rules.push_back({&when, schemaFor(child.value), nullptr});
        }
    }
    if (const JsonNode* negated = node.find("not"))
        schema.negated = schemaFor(*negated);
    schema.negatedText = m_reader.text(node, "x-not-text");
}

void SchemaLoader::readExtensions(Schema& schema, const JsonNode& node)
{
    schema.isReadOnly = m_reader.flag(node, "readOnly");
    schema.isWriteOnly = m_reader.flag(node, "writeOnly");
    schema.isDeprecated = m_reader.flag(node, "deprecated");
    schema.isSecret = m_reader.flag(node, "x-secret");
    schema.isReplacedWhole = m_reader.flag(node, "x-replace");
    schema.isKept = m_reader.flag(node, "x-kept");
    schema.isOnlyMadeLater = m_reader.flag(node, "x-only-later");
    schema.namedRules = m_reader.namedRules(node);
    schema.picker = m_reader.text(node, "x-picker");
    if (const JsonNode* advice = node.find("x-advice"))
        schema.advice = schemaFor(*advice);
    const JsonNode* form = m_reader.object(node, "x-form");
    const JsonNode* groups = form != nullptr ? m_reader.array(*form, "groups") : nullptr;
    if (groups == nullptr)
        return;
    for (const JsonMember& group : groups->children)
        schema.formGroups.push_back(
            {m_reader.text(group.value, "title"), m_reader.texts(group.value, "fields")});
    if (const JsonNode* asks = m_reader.object(*form, "asks")) {
        for (const JsonMember& field : asks->children)
            schema.formAsks.insert(field.name(), m_reader.texts(field.value));
    }
}

} // namespace Telamon
