// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/variant.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Telamon {

namespace {

using Variants = std::vector<const Schema*>;

// Whether the schema's constant and enumeration leave room for the value.
bool allowsValue(const Schema& schema, const QJsonValue& value)
{
    if (value.isNull())
        return true;
    return (!schema.constant || *schema.constant == value)
        && (schema.enumValues.isEmpty() || schema.enumValues.contains(value));
}

void removeMisfits(Variants& candidates, const QJsonValue& value)
{
    std::erase_if(candidates, [&value](const Schema* variant) {
        return !allowsType(variant->types, value) || !allowsValue(*variant, value);
    });
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    for (auto given = object.constBegin(); given != object.constEnd(); ++given) {
        const auto allows = [&given](const Schema* variant) {
            const Schema* property = variant->property(given.key());
            return property != nullptr && allowsValue(*property, given.value());
        };
        // A value that none of them takes is wrong in each, and tells nothing.
        if (std::none_of(candidates.begin(), candidates.end(), allows))
            continue;
        std::erase_if(candidates, [&](const Schema* variant) {
            return variant->property(given.key()) != nullptr && !allows(variant);
        });
    }
}

// The one candidate that requires a given field which no other knows. That only one has all its required
// fields would be no reason: the value may be incomplete.
const Schema* resolveByRequired(const Variants& candidates, const QJsonObject& object)
{
    const Schema* distinguished = nullptr;
    for (const Schema* variant : candidates) {
        const bool isDistinguished =
            std::any_of(variant->required.begin(), variant->required.end(), [&](const QString& name) {
                return object.contains(name)
                    && std::none_of(candidates.begin(), candidates.end(), [&](const Schema* other) {
                           return other != variant && other->property(name) != nullptr;
                       });
            });
        if (!isDistinguished)
            continue;
        if (distinguished != nullptr)
            return nullptr; // fields of two variants at once
        distinguished = variant;
    }
    return distinguished;
}

} // namespace

bool allowsType(Schema::Types types, const QJsonValue& value)
{
    if (!types)
        return true;
    switch (value.type()) {
    case QJsonValue::Bool:
        return types.testFlag(Schema::Type::Boolean);
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return types.testFlag(Schema::Type::Number)
            || (types.testFlag(Schema::Type::Integer) && std::trunc(number) == number);
    }
    case QJsonValue::String:
        return types.testFlag(Schema::Type::String);
    case QJsonValue::Array:
        return types.testFlag(Schema::Type::Array);
    case QJsonValue::Object:
        return types.testFlag(Schema::Type::Object);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

const Schema* resolveVariant(const Schema& unionSchema, const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return nullptr;
    const QJsonObject object = value.toObject();
    const QJsonValue name = object.value(unionSchema.discriminator);
    if (!unionSchema.discriminator.isEmpty() && !name.isUndefined())
        return unionSchema.discriminatorMapping.value(name.toString(), nullptr);
    Variants candidates = unionSchema.variants;
    removeMisfits(candidates, value);
    if (candidates.empty())
        return nullptr;
    if (!value.isObject())
        return candidates.size() == 1 ? candidates.front() : nullptr;
    // An empty object has told nothing yet.
    if (candidates.size() == 1)
        return object.isEmpty() && unionSchema.variants.size() > 1 ? nullptr : candidates.front();
    return resolveByRequired(candidates, object);
}

} // namespace Telamon
