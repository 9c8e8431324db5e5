// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/schemamerge.h"

#include "api/catalog/schemaloader.h"

#include <QSet>

#include <algorithm>

namespace Telamon {

namespace {

using Type = Schema::Type;

// Whether null is no question to this schema, or is allowed by it.
bool acceptsNull(const Schema& schema)
{
    return schema.isNullable
        || (!schema.types && schema.enumValues.isEmpty() && !schema.constant && schema.variants.empty());
}

Schema::Types withInteger(Schema::Types types)
{
    return types & Type::Number ? types | Type::Integer : types;
}

// Each of these answers false where both sides speak and one Schema cannot say both.
bool mergeTypes(Schema& into, const Schema& branch)
{
    if (!into.types || !branch.types) {
        into.types |= branch.types;
        return true;
    }
    Schema::Types both = withInteger(into.types) & withInteger(branch.types);
    if (both & Type::Number)
        both &= ~Schema::Types(Type::Integer);
    if (!both)
        return false;
    into.types = both;
    return true;
}

bool mergeValues(Schema& into, const Schema& branch)
{
    bool fits = true;
    if (into.enumValues.isEmpty()) {
        into.enumValues = branch.enumValues;
    } else if (!branch.enumValues.isEmpty()) {
        QJsonArray both;
        for (const QJsonValue& value : std::as_const(into.enumValues)) {
            if (branch.enumValues.contains(value))
                both.append(value);
        }
        fits = !both.isEmpty();
        if (fits)
            into.enumValues = both;
    }
    if (!into.constant)
        into.constant = branch.constant;
    else if (branch.constant && *into.constant != *branch.constant)
        fits = false;
    return fits;
}

template <typename T> bool mergeSame(T& into, const T& branch, const T& unset)
{
    if (into == unset)
        into = branch;
    return branch == unset || into == branch;
}

template <typename T> void keepLarger(std::optional<T>& into, const std::optional<T>& branch)
{
    if (branch && (!into || *into < *branch))
        into = branch;
}

template <typename T> void keepSmaller(std::optional<T>& into, const std::optional<T>& branch)
{
    if (branch && (!into || *branch < *into))
        into = branch;
}

void mergeLimits(Schema& into, const Schema& branch)
{
    keepLarger(into.minimum, branch.minimum);
    keepSmaller(into.maximum, branch.maximum);
    keepLarger(into.exclusiveMinimum, branch.exclusiveMinimum);
    keepSmaller(into.exclusiveMaximum, branch.exclusiveMaximum);
    keepLarger(into.minLength, branch.minLength);
    keepSmaller(into.maxLength, branch.maxLength);
    keepLarger(into.minItems, branch.minItems);
    keepSmaller(into.maxItems, branch.maxItems);
    keepLarger(into.minProperties, branch.minProperties);
    keepSmaller(into.maxProperties, branch.maxProperties);
    into.hasUniqueItems |= branch.hasUniqueItems;
}

bool isClosed(const Schema& schema)
{
    return !schema.allowsAdditionalProperties || schema.additionalProperties != nullptr;
}

void mergeProperties(Schema& into, const Schema& branch, SchemaLoader& loader)
{
    into.allowsAdditionalProperties = into.allowsAdditionalProperties && branch.allowsAdditionalProperties;
    if (into.additionalProperties == nullptr)
        into.additionalProperties = branch.additionalProperties;
    else if (branch.additionalProperties != nullptr)
        into.additionalProperties = loader.merged(into.additionalProperties, branch.additionalProperties);
    QHash<QString, size_t> places;
    for (size_t i = 0; i < into.properties.size(); ++i)
        places.insert(into.properties.at(i).name, i);
    for (const Property& property : branch.properties) {
        const auto known = places.constFind(property.name);
        if (known == places.cend()) {
            into.properties.push_back(property);
        } else {
            Property& mine = into.properties.at(known.value());
            mine.schema = loader.merged(mine.schema, property.schema);
        }
    }
}

void mergeRequired(Schema& into, const Schema& branch)
{
    const auto add = [](QStringList& names, const QStringList& more) {
        names.append(more);
        names.removeDuplicates();
    };
    add(into.required, branch.required);
    for (auto it = branch.dependentRequired.cbegin(); it != branch.dependentRequired.cend(); ++it)
        add(into.dependentRequired[it.key()], it.value());
    add(into.namedRules, branch.namedRules);
}

bool mergeUnion(Schema& into, const Schema& branch)
{
    // The schema that the union chooses from: "one of us" is no news to one of them.
    const bool isVariant =
        std::find(branch.variants.begin(), branch.variants.end(), &into) != branch.variants.end();
    if (branch.variants.empty() || isVariant || branch.variants == into.variants)
        return true;
    if (!into.variants.empty())
        return false;
    into.unionKind = branch.unionKind;
    into.variants = branch.variants;
    into.discriminator = branch.discriminator;
    into.discriminatorMapping = branch.discriminatorMapping;
    return true;
}

void addRule(Schema& into, const ConditionalRule& rule)
{
    const bool isKnown =
        std::any_of(into.rules.begin(), into.rules.end(), [&rule](const ConditionalRule& known) {
            return known.when == rule.when && known.then == rule.then && known.otherwise == rule.otherwise;
        });
    if (!isKnown)
        into.rules.push_back(rule);
}

void mergeAnnotations(Schema& into, const Schema& branch)
{
    if (into.title.isEmpty())
        into.title = branch.title;
    if (into.description.isEmpty())
        into.description = branch.description;
    if (!into.defaultValue)
        into.defaultValue = branch.defaultValue;
    if (into.examples.isEmpty())
        into.examples = branch.examples;
    if (!into.example)
        into.example = branch.example;
    into.isReadOnly |= branch.isReadOnly;
    into.isWriteOnly |= branch.isWriteOnly;
    into.isDeprecated |= branch.isDeprecated;
    into.isSecret |= branch.isSecret;
    into.isReplacedWhole |= branch.isReplacedWhole;
    if (into.negatedText.isEmpty())
        into.negatedText = branch.negatedText;
    if (into.advice == nullptr)
        into.advice = branch.advice;
    into.isKept |= branch.isKept;
    if (into.picker.isEmpty())
        into.picker = branch.picker;
    if (into.formGroups.empty())
        into.formGroups = branch.formGroups;
    if (into.formAsks.isEmpty())
        into.formAsks = branch.formAsks;
}

bool mergePattern(Schema& into, const Schema& branch)
{
    if (into.pattern.isEmpty()) {
        into.pattern = branch.pattern;
        into.patternText = branch.patternText;
        into.expression = branch.expression;
    }
    return branch.pattern.isEmpty() || into.pattern == branch.pattern;
}

} // namespace

void keepClosedParts(Schema& into, const std::vector<const Schema*>& parts)
{
    for (const Schema* closed : parts) {
        if (!isClosed(*closed))
            continue;
        QSet<QString> names;
        for (const Property& property : closed->properties)
            names.insert(property.name);
        const bool knowsAll = std::all_of(parts.begin(), parts.end(), [&names](const Schema* part) {
            return std::all_of(part->properties.begin(), part->properties.end(),
                [&names](const Property& property) { return names.contains(property.name); });
        });
        if (!knowsAll)
            addRule(into, {nullptr, closed, nullptr});
    }
}

void mergeBranch(Schema& into, const Schema& branch, SchemaLoader& loader)
{
    const bool isNullable =
        acceptsNull(into) && acceptsNull(branch) && (into.isNullable || branch.isNullable);
    // Every part is merged even where another is not: a form sees as much as can be said.
    bool fits = mergeTypes(into, branch);
    fits &= mergeValues(into, branch);
    fits &= mergeSame(into.format, branch.format, QString());
    fits &= mergePattern(into, branch);
    fits &= mergeSame(into.multipleOf, branch.multipleOf, std::optional<double>());
    fits &= mergeUnion(into, branch);
    fits &= mergeSame<const Schema*>(into.negated, branch.negated, nullptr);
    mergeProperties(into, branch, loader);
    mergeLimits(into, branch);
    mergeRequired(into, branch);
    mergeAnnotations(into, branch);
    if (into.items == nullptr)
        into.items = branch.items;
    else if (branch.items != nullptr)
        into.items = loader.merged(into.items, branch.items);
    for (const ConditionalRule& rule : branch.rules)
        addRule(into, rule);
    into.isNullable = isNullable;
    if (!fits)
        addRule(into, {nullptr, &branch, nullptr});
}

} // namespace Telamon
