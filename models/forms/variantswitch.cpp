// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/variantswitch.h"

#include "api/catalog/variant.h"
#include "models/forms/placekeys.h"

namespace Telamon {

namespace {

// Whether a value of one variant can stay in another.
bool fits(const Schema* schema, const QJsonValue& value)
{
    if (schema == nullptr)
        return false;
    if (value.isNull())
        return schema->isNullable;
    return allowsType(schema->types, value)
        && (schema->enumValues.isEmpty() || schema->enumValues.contains(value))
        && (!schema->constant || *schema->constant == value);
}

QJsonValue emptyOf(const Schema& variant)
{
    if (variant.types == Schema::Type::Array)
        return QJsonArray();
    if (variant.types == Schema::Type::Object || (!variant.types && !variant.properties.empty()))
        return QJsonObject();
    return variant.constant.value_or(QJsonValue(QJsonValue::Undefined));
}

void stashVariant(FormState& state, const QString& pointer, int variant)
{
    StashedVariant stashed {state.value(pointer), {}};
    for (auto it = state.choices.cbegin(); it != state.choices.cend(); ++it) {
        if (it.key() != pointer && isInside(it.key(), pointer))
            stashed.choices.insert(it.key(), it.value());
    }
    state.stash[pointer].insert(variant, stashed);
}

} // namespace

void switchVariant(FormState& state, const FormShape& shape, const QString& pointer, int variant)
{
    const QJsonValue old = state.value(pointer);
    const int from = shape.variant(pointer);
    if (from >= 0 && !old.isUndefined())
        stashVariant(state, pointer, from);
    QHash<QString, int> inner;
    state.choices.removeIf([&](const auto& entry) {
        if (!isInside(entry.key(), pointer))
            return false;
        if (entry.key() != pointer)
            inner.insert(entry.key(), entry.value());
        return true;
    });
    if (variant < 0) {
        state.set(pointer, QJsonValue(QJsonValue::Undefined));
        return;
    }
    const StashedVariant stashed =
        state.stash.value(pointer).value(variant, {QJsonValue(QJsonValue::Undefined), {}});
    QJsonValue next =
        stashed.value.isUndefined() ? emptyOf(*shape.variants(pointer).at(variant)) : stashed.value;
    if (next.isObject()) {
        QJsonObject members = next.toObject();
        const QJsonObject given = old.toObject();
        const QJsonObject fixed = shape.fixedMembers(pointer, variant, members);
        for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
            if (fits(shape.memberOf(pointer, variant, it.key()), it.value()))
                members.insert(it.key(), it.value());
        }
        for (auto it = fixed.constBegin(); it != fixed.constEnd(); ++it)
            members.insert(it.key(), it.value());
        next = members;
    }
    state.set(pointer, next);
    // Unions inside what stayed are as they were; those of what came back as they had been.
    for (auto it = inner.cbegin(); it != inner.cend(); ++it) {
        if (!state.value(it.key()).isUndefined()
            && state.value(it.key()) == valueAt(old, it.key().mid(pointer.size())))
            state.choices.insert(it.key(), it.value());
    }
    for (auto it = stashed.choices.cbegin(); it != stashed.choices.cend(); ++it) {
        if (!state.choices.contains(it.key()) && !state.value(it.key()).isUndefined())
            state.choices.insert(it.key(), it.value());
    }
    state.choices.insert(pointer, variant);
}

} // namespace Telamon
