// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/writablepart.h"

#include "api/catalog/schema.h"
#include "api/catalog/variant.h"

#include <QJsonObject>

#include <algorithm>

namespace Telamon {

namespace {

using Schemas = std::vector<const Schema*>;

// The schema, what its unions are decided to be, or may be, and what always holds too.
void addAll(Schemas& all, const Schema* schema, const QJsonValue& value)
{
    if (schema == nullptr || std::find(all.begin(), all.end(), schema) != all.end())
        return;
    all.push_back(schema);
    if (const Schema* variant = schema->variants.empty() ? nullptr : resolveVariant(*schema, value)) {
        addAll(all, variant, value);
    } else {
        for (const Schema* possible : schema->variants)
            addAll(all, possible, value);
    }
    for (const ConditionalRule& rule : schema->rules) {
        if (rule.when == nullptr)
            addAll(all, rule.then, value);
    }
}

Schemas allFor(const Schemas& stated, const QJsonValue& value)
{
    Schemas all;
    for (const Schema* schema : stated)
        addAll(all, schema, value);
    return all;
}

template <typename Test> bool any(const Schemas& schemas, Test test)
{
    return std::any_of(schemas.begin(), schemas.end(), test);
}

Schemas membersOf(const Schemas& schemas, const QString& name)
{
    Schemas members;
    for (const Schema* schema : schemas) {
        if (const Schema* property = schema->property(name))
            members.push_back(property);
    }
    if (!members.empty())
        return members;
    for (const Schema* schema : schemas) {
        if (schema->additionalProperties != nullptr)
            members.push_back(schema->additionalProperties);
    }
    return members;
}

bool isReadOnly(const Schemas& schemas)
{
    return any(schemas, [](const Schema* schema) { return schema->isReadOnly; });
}

bool isDescribed(const Schemas& schemas)
{
    return any(schemas, [](const Schema* schema) { return !schema->properties.empty(); });
}

bool isOpen(const Schemas& schemas)
{
    return !any(schemas, [](const Schema* schema) { return !schema->allowsAdditionalProperties; });
}

QJsonValue writable(const Schemas& stated, const QJsonValue& state, bool isWhole);

QJsonValue writableItems(const Schemas& schemas, const QJsonArray& state)
{
    Schemas items;
    for (const Schema* schema : schemas) {
        if (schema->items != nullptr)
            items.push_back(schema->items);
    }
    QJsonArray array;
    for (const QJsonValue& item : state) {
        const QJsonValue part = writable(items, item, true);
        if (!part.isUndefined())
            array.append(part);
    }
    return array;
}

QJsonValue writable(const Schemas& stated, const QJsonValue& state, bool isWhole)
{
    const Schemas schemas = allFor(stated, state);
    if (state.isNull()) {
        const bool mayBeNull = schemas.empty()
            || any(schemas, [](const Schema* schema) { return schema->isNullable || !schema->types; });
        return mayBeNull ? state : QJsonValue(QJsonValue::Undefined);
    }
    if (state.isArray())
        return writableItems(schemas, state.toArray());
    if (!state.isObject())
        return state;
    const bool isPart = isWhole || any(schemas, [](const Schema* schema) {
        return schema->isReplacedWhole || !schema->variants.empty();
    });
    const bool keepsUnknown = isOpen(schemas) && (isPart || !isDescribed(schemas));
    const QJsonObject members = state.toObject();
    QJsonObject part;
    for (auto it = members.constBegin(); it != members.constEnd(); ++it) {
        const Schemas member = membersOf(schemas, it.key());
        if (isReadOnly(member) || (member.empty() && !keepsUnknown))
            continue;
        const QJsonValue value = writable(member, it.value(), isPart);
        if (!value.isUndefined())
            part.insert(it.key(), value);
    }
    return part;
}

QJsonValue merged(const Schemas& stated, const QJsonValue& value, const QJsonValue& state)
{
    if (!state.isObject() || !(value.isObject() || value.isUndefined()))
        return value;
    const Schemas schemas = allFor(stated, value);
    const QJsonObject had = state.toObject();
    QJsonObject members = value.toObject();
    for (auto it = had.constBegin(); it != had.constEnd(); ++it) {
        const Schemas member = membersOf(schemas, it.key());
        if (isReadOnly(member)) {
            if (!members.contains(it.key()))
                members.insert(it.key(), it.value());
        } else if (members.value(it.key()).isObject()) {
            members.insert(it.key(), merged(member, members.value(it.key()), it.value()));
        }
    }
    return members.isEmpty() ? value : members;
}

} // namespace

QJsonValue writablePart(const Schema& schema, const QJsonValue& state)
{
    return writable({&schema}, state, false);
}

QJsonValue withReadOnlyPart(const Schema& schema, const QJsonValue& value, const QJsonValue& state)
{
    return merged({&schema}, value, state);
}

} // namespace Telamon
