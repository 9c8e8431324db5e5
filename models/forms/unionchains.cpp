// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/unionchains.h"

#include "api/catalog/variant.h"

#include <algorithm>

namespace Telamon {

namespace {

constexpr size_t maxDepth = 4;

std::vector<const Schema*> variantsOf(const Schema& unionSchema)
{
    std::vector<const Schema*> variants = unionSchema.variants;
    for (const Schema* mapped : unionSchema.discriminatorMapping) {
        if (std::find(variants.begin(), variants.end(), mapped) == variants.end())
            variants.push_back(mapped);
    }
    return variants;
}

void addChains(std::vector<UnionChain>& chains, const UnionChain& way, const Schema& unionSchema)
{
    for (const Schema* variant : variantsOf(unionSchema)) {
        UnionChain chain = way;
        chain.push_back(variant);
        const bool isCyclic = std::find(way.begin(), way.end(), variant) != way.end();
        if (variant->variants.empty() || isCyclic || chain.size() == maxDepth)
            chains.push_back(chain);
        else
            addChains(chains, chain, *variant);
    }
}

// The one value that a schema allows, else undefined.
QJsonValue onlyValue(const Schema& schema)
{
    if (schema.constant)
        return *schema.constant;
    return schema.enumValues.size() == 1 && !schema.isNullable ? schema.enumValues.first()
                                                               : QJsonValue(QJsonValue::Undefined);
}

// Calls say(name, values): the values of that member which lead to the variant.
template <typename Say> void forEachFixed(const Schema& unionSchema, const UnionChain& chain, Say say)
{
    const Schema* from = &unionSchema;
    for (const Schema* variant : chain) {
        if (!from->discriminator.isEmpty()) {
            QJsonArray names;
            for (auto it = from->discriminatorMapping.cbegin(); it != from->discriminatorMapping.cend();
                 ++it) {
                if (it.value() == variant)
                    names.append(it.key());
            }
            say(from->discriminator, names);
        }
        for (const Property& property : variant->properties) {
            const QJsonValue value = onlyValue(*property.schema);
            if (!value.isUndefined() && variant->required.contains(property.name))
                say(property.name, QJsonArray {value});
        }
        from = variant;
    }
}

} // namespace

std::vector<UnionChain> unionChains(const Schema& unionSchema)
{
    std::vector<UnionChain> chains;
    addChains(chains, {}, unionSchema);
    return chains;
}

int decidedChain(const Schema& unionSchema, const QJsonValue& value)
{
    UnionChain decided;
    const Schema* from = &unionSchema;
    while (decided.empty() || (!from->variants.empty() && decided.size() < maxDepth)) {
        from = resolveVariant(*from, value);
        if (from == nullptr)
            return -1;
        decided.push_back(from);
    }
    const std::vector<UnionChain> chains = unionChains(unionSchema);
    const auto found = std::find(chains.begin(), chains.end(), decided);
    return found == chains.end() ? -1 : int(found - chains.begin());
}

QJsonObject fixedMembersOf(const Schema& unionSchema, const UnionChain& chain, const QJsonObject& value)
{
    QJsonObject members;
    forEachFixed(unionSchema, chain, [&](const QString& name, const QJsonArray& values) {
        if (values.contains(value.value(name)))
            members.insert(name, value.value(name));
        else if (values.size() == 1)
            members.insert(name, values.first());
    });
    return members;
}

bool isFixedMember(const Schema& unionSchema, const UnionChain& chain, const QString& name)
{
    bool isFixed = false;
    forEachFixed(unionSchema, chain, [&](const QString& member, const QJsonArray& values) {
        isFixed |= member == name && values.size() == 1;
    });
    return isFixed;
}

} // namespace Telamon
