// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an object in the order to show, and how they differ from before.
#include "api/catalog/jsonpointer.h"
#include "models/forms/formshape.h"
#include "models/forms/unionchains.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

void addOnce(QStringList& names, const QString& name)
{
    if (!names.contains(name))
        names.append(name);
}

} // namespace

QStringList FormShape::parameterNames() const
{
    QStringList names;
    for (const Parameter& parameter : m_operation->parameters) {
        if (!parameter.isWireOption)
            names.append(parameter.name);
    }
    return names;
}

bool FormShape::isSetByVariant(const Place& place, const QString& name)
{
    if (place.unionSchema == nullptr)
        return false;
    if (place.variant < 0)
        return place.unionSchema->discriminator == name;
    return isFixedMember(*place.unionSchema, place.chains.at(size_t(place.variant)), name);
}

QStringList FormShape::fields(const QString& pointer) const
{
    if (pointer == "/parameters"_L1)
        return parameterNames();
    const Place& here = place(pointer);
    if (here.value.isArray())
        return {};
    QStringList known;
    for (const Speaker& speaker : here.speakers) {
        for (const Property& property : speaker.schema->properties)
            addOnce(known, property.name);
    }
    QStringList ordered;
    for (const Speaker& speaker : here.speakers) {
        for (const FieldGroup& group : speaker.schema->formGroups) {
            for (const QString& name : group.fields) {
                if (known.contains(name))
                    addOnce(ordered, name);
            }
        }
    }
    const QStringList given = here.value.toObject().keys();
    for (const QString& name : known + given)
        addOnce(ordered, name);
    ordered.removeIf([&](const QString& name) {
        return isSetByVariant(here, name) || isReadOnly(childPointer(pointer, name));
    });
    return ordered;
}

bool FormShape::takesKeys(const QString& pointer) const
{
    const Place& here = place(pointer);
    bool isMap = false;
    bool isDescribed = false;
    for (const Speaker& speaker : here.speakers) {
        const Schema& schema = *speaker.schema;
        if (!schema.allowsAdditionalProperties)
            return false;
        isMap |= schema.additionalProperties != nullptr;
        isDescribed |= !schema.properties.empty()
            || (schema.types && !schema.types.testFlag(Schema::Type::Object))
            || schema.unionKind != Schema::Union::None;
    }
    return isMap || (!isDescribed && !here.speakers.empty());
}

bool FormShape::saysTheSame(const FormShape& before, const QString& pointer) const
{
    const Place& now = place(pointer);
    const Place& then = before.place(pointer);
    return now.variant == then.variant
        && std::equal(now.speakers.begin(), now.speakers.end(), then.speakers.begin(), then.speakers.end(),
            [](const Speaker& one, const Speaker& other) { return one.schema == other.schema; });
}

QStringList FormShape::differences(const FormShape& before, const QString& pointer) const
{
    const Place& now = place(pointer);
    const Place& then = before.place(pointer);
    const QStringList names = fields(pointer);
    const qsizetype count = now.value.toArray().size();
    if (now.variant != then.variant || schema(pointer) != before.schema(pointer)
        || count != then.value.toArray().size() || now.value.isArray() != then.value.isArray()
        || names != before.fields(pointer))
        return {pointer};
    QStringList found;
    for (const QString& name : names) {
        const QString child = childPointer(pointer, name);
        const QJsonValue value = now.value.toObject().value(name);
        if (value.isObject() || value.isArray())
            found.append(differences(before, child));
        else if (schema(child) != before.schema(child) || variant(child) != before.variant(child))
            found.append(child);
    }
    for (qsizetype i = 0; i < count; ++i)
        found.append(differences(before, childPointer(pointer, i)));
    return found;
}

} // namespace Telamon
