// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/formshape.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/validation.h"
#include "models/forms/unionchains.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t maxSpeakers = 64;

// Whether the schema tells what kind of value it is about, and does not only narrow one.
bool isTelling(const Schema& schema)
{
    return schema.types || !schema.enumValues.isEmpty() || !schema.variants.empty()
        || schema.items != nullptr;
}

void addIfAny(std::vector<const Schema*>& schemas, const Schema* schema)
{
    if (schema != nullptr && std::find(schemas.begin(), schemas.end(), schema) == schemas.end())
        schemas.push_back(schema);
}

} // namespace

FormShape::FormShape(const Operation& operation, const QJsonValue& use, const Choices& choices)
    : m_operation(&operation), m_use(use), m_choices(choices)
{
}

const FormShape::Place& FormShape::place(const QString& pointer) const
{
    const auto known = m_places.find(pointer);
    if (known != m_places.end())
        return known->second;
    Place made;
    made.value = valueAt(m_use, pointer);
    made.stated = statedAt(pointer);
    for (const Schema* schema : made.stated)
        addSpeaker(made, pointer, *schema, Role::Stated);
    return m_places.emplace(pointer, std::move(made)).first->second;
}

FormShape::Schemas FormShape::statedAt(const QString& pointer) const
{
    Schemas stated;
    const QStringList tokens = pointerTokens(pointer);
    if (tokens.isEmpty())
        return stated;
    const bool isBody = tokens.first() == "body"_L1;
    if (tokens.size() == 1) {
        addIfAny(stated, isBody ? m_operation->requestSchema : m_operation->parameterRules);
        return stated;
    }
    if (!isBody && tokens.size() == 2) {
        const Parameter* parameter = m_operation->parameter(tokens.at(1));
        addIfAny(stated, parameter != nullptr ? parameter->schema : nullptr);
        return stated;
    }
    stated = statedMember(place(parentPointer(pointer)), tokens.last());
    // What is secret to one of them is secret.
    std::stable_partition(
        stated.begin(), stated.end(), [](const Schema* schema) { return isTelling(*schema); });
    std::stable_partition(
        stated.begin(), stated.end(), [](const Schema* schema) { return schema->isSecret; });
    return stated;
}

FormShape::Schemas FormShape::statedMember(const Place& parent, const QString& name)
{
    Schemas named;
    Schemas others;
    const auto look = [&](const Schema& schema) {
        if (parent.value.isArray() || (parent.value.isUndefined() && schema.types == Schema::Type::Array)) {
            addIfAny(named, schema.items);
            return;
        }
        addIfAny(named, schema.property(name));
        addIfAny(others, schema.additionalProperties);
    };
    // A variant says more than what it is a variant of; the innermost most.
    for (auto i = parent.speakers.size(); i > 0; --i) {
        const Speaker& speaker = parent.speakers[i - 1];
        if (speaker.role == Role::Variant)
            look(*speaker.schema);
    }
    for (const Role role : {Role::Stated, Role::Rule}) {
        for (const Speaker& speaker : parent.speakers) {
            if (speaker.role == role)
                look(*speaker.schema);
        }
    }
    return named.empty() ? others : named;
}

void FormShape::addSpeaker(Place& place, const QString& pointer, const Schema& schema, Role role) const
{
    const bool isKnown = std::any_of(place.speakers.begin(), place.speakers.end(),
        [&schema](const Speaker& speaker) { return speaker.schema == &schema; });
    if (isKnown || place.speakers.size() == maxSpeakers)
        return;
    place.speakers.push_back({&schema, role});
    if (!schema.variants.empty())
        addVariant(place, pointer, schema);
    // Of an object that is not there yet, the rules say what they say of an empty one.
    const bool isObject = !schema.types || schema.types.testFlag(Schema::Type::Object);
    const QJsonValue judged = place.value.isUndefined() && isObject ? QJsonObject() : place.value;
    for (const ConditionalRule& rule : schema.rules) {
        const bool applies = rule.when == nullptr || validate(*rule.when, judged).isEmpty();
        const Schema* branch = applies ? rule.then : rule.otherwise;
        if (branch != nullptr)
            addSpeaker(place, pointer, *branch, rule.when == nullptr ? role : Role::Rule);
    }
}

void FormShape::addVariant(Place& place, const QString& pointer, const Schema& schema) const
{
    if (place.unionSchema == nullptr) {
        place.unionSchema = &schema;
        place.chains = unionChains(schema);
        const int chosen = m_choices.value(pointer, -1);
        place.variant =
            chosen >= 0 && chosen < int(place.chains.size()) ? chosen : decidedChain(schema, place.value);
        if (place.variant < 0)
            return;
        const Schemas chain = place.chains.at(size_t(place.variant));
        for (const Schema* variant : chain)
            addSpeaker(place, pointer, *variant, Role::Variant);
        return;
    }
    const bool isDecided = place.variant >= 0
        && std::any_of(schema.variants.begin(), schema.variants.end(), [&place](const Schema* variant) {
               const Schemas& chain = place.chains.at(size_t(place.variant));
               return std::find(chain.begin(), chain.end(), variant) != chain.end();
           });
    const int decided = isDecided ? -1 : decidedChain(schema, place.value);
    if (decided < 0)
        return;
    const Schemas chain = unionChains(schema).at(size_t(decided));
    for (const Schema* variant : chain)
        addSpeaker(place, pointer, *variant, Role::Variant);
}

const Schema* FormShape::schema(const QString& pointer) const
{
    const Place& here = place(pointer);
    return here.stated.empty() ? nullptr : here.stated.front();
}

bool FormShape::isReadOnly(const QString& pointer) const
{
    for (QString at = pointer; !at.isEmpty(); at = parentPointer(at)) {
        const Schemas& stated = place(at).stated;
        if (std::any_of(
                stated.begin(), stated.end(), [](const Schema* schema) { return schema->isReadOnly; }))
            return true;
    }
    return false;
}

bool FormShape::isWhole(const QString& pointer) const
{
    const Place& here = place(pointer);
    return here.value.isArray() || here.unionSchema != nullptr
        || std::any_of(here.speakers.begin(), here.speakers.end(), [](const Speaker& speaker) {
               return speaker.schema->isReplacedWhole || speaker.schema->types == Schema::Type::Array;
           });
}

bool FormShape::isRequired(const QString& pointer) const
{
    return isRequiredBeside(pointer, valueAt(m_use, parentPointer(pointer)).toObject());
}

bool FormShape::isRequiredBeside(const QString& pointer, const QJsonObject& members) const
{
    const QStringList tokens = pointerTokens(pointer);
    if (tokens.isEmpty())
        return false;
    if (tokens.size() == 1)
        return tokens.first() == "body"_L1 && m_operation->isRequestRequired;
    if (tokens.size() == 2 && tokens.first() == "parameters"_L1) {
        const Parameter* parameter = m_operation->parameter(tokens.at(1));
        if (parameter != nullptr && parameter->isRequired)
            return true;
    }
    const Place& parent = place(parentPointer(pointer));
    const QString& name = tokens.last();
    const auto requires_ = [&](const Speaker& speaker) {
        const Schema& schema = *speaker.schema;
        if (schema.required.contains(name))
            return true;
        for (auto it = schema.dependentRequired.cbegin(); it != schema.dependentRequired.cend(); ++it) {
            if (members.contains(it.key()) && it->contains(name))
                return true;
        }
        return false;
    };
    return std::any_of(parent.speakers.begin(), parent.speakers.end(), requires_) && !isReadOnly(pointer);
}

QList<const Schema*> FormShape::variants(const QString& pointer) const
{
    QList<const Schema*> innermost;
    const Place& here = place(pointer);
    for (const Schemas& chain : here.chains)
        innermost.append(chain.back());
    return innermost;
}

int FormShape::variant(const QString& pointer) const
{
    return place(pointer).variant;
}

int FormShape::variantByValue(const QString& pointer, const QJsonValue& value) const
{
    const Schema* schema = place(pointer).unionSchema;
    return schema != nullptr ? decidedChain(*schema, value) : -1;
}

QJsonObject FormShape::fixedMembers(const QString& pointer, int variant, const QJsonObject& value) const
{
    const Place& here = place(pointer);
    return here.unionSchema != nullptr
        ? fixedMembersOf(*here.unionSchema, here.chains.at(size_t(variant)), value)
        : QJsonObject();
}

const Schema* FormShape::memberOf(const QString& pointer, int variant, const QString& name) const
{
    const Place& here = place(pointer);
    Place other {here.value, here.stated, {}, nullptr, {}, -1};
    for (const Schema* stated : here.stated)
        other.speakers.push_back({stated, Role::Stated});
    for (const Schema* part : here.chains.at(size_t(variant)))
        other.speakers.push_back({part, Role::Variant});
    const Schemas stated = statedMember(other, name);
    return stated.empty() ? nullptr : stated.front();
}

} // namespace Telamon
