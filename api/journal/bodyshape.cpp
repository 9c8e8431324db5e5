// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/bodyshape.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/schema.h"
#include "api/catalog/writablepart.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Telamon {

namespace {

bool describesFields(const Schema& schema)
{
    return !schema.properties.empty() || !schema.variants.empty();
}

QStringList requiredOf(const Schema& schema)
{
    QStringList required = schema.required;
    required.removeIf([&schema](const QString& name) {
        const Schema* field = fieldOf(schema, name);
        return field != nullptr && field->isReadOnly;
    });
    return required;
}

} // namespace

const Schema* fieldOf(const Schema& schema, QStringView name)
{
    if (const Schema* property = schema.property(name))
        return property;
    for (const Schema* variant : schema.variants) {
        if (const Schema* property = fieldOf(*variant, name))
            return property;
    }
    return schema.additionalProperties;
}

const Schema* schemaAt(const Schema* schema, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    for (const QString& token : tokens) {
        if (schema == nullptr)
            return nullptr;
        schema = schema->items != nullptr ? schema->items : fieldOf(*schema, token);
    }
    return schema;
}

QJsonValue merged(const Schema* schema, const QJsonValue& state, const QJsonValue& update)
{
    if (!state.isObject() || !update.isObject() || (schema != nullptr && schema->isReplacedWhole))
        return update;
    QJsonObject object = state.toObject();
    const QJsonObject changed = update.toObject();
    for (auto it = changed.constBegin(); it != changed.constEnd(); ++it) {
        const Schema* field = schema != nullptr ? fieldOf(*schema, it.key()) : nullptr;
        object.insert(it.key(), merged(field, object.value(it.key()), it.value()));
    }
    return object;
}

std::optional<QJsonValue> restoringBody(
    const Schema& schema, const QJsonValue& before, const QJsonValue& update)
{
    if (before.isUndefined())
        return schema.isNullable ? std::optional(QJsonValue(QJsonValue::Null)) : std::nullopt;
    if (!before.isObject() || !update.isObject() || schema.isReplacedWhole || !describesFields(schema))
        return writablePart(schema, before);
    QJsonObject body;
    const QJsonObject changed = update.toObject();
    for (auto it = changed.constBegin(); it != changed.constEnd(); ++it) {
        const Schema* field = fieldOf(schema, it.key());
        if (field == nullptr || field->isReadOnly)
            continue;
        const std::optional<QJsonValue> old = restoringBody(*field, before[it.key()], it.value());
        if (!old)
            return std::nullopt;
        body.insert(it.key(), *old);
    }
    const QStringList required = requiredOf(schema);
    for (const QString& name : required) {
        const Schema* field = fieldOf(schema, name);
        if (!body.contains(name) && field != nullptr && !before[name].isUndefined())
            body.insert(name, writablePart(*field, before[name]));
    }
    return body;
}

} // namespace Telamon
