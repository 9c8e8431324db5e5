// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/schemaset.h"

#include "api/catalog/jsonpointer.h"

#include <algorithm>
#include <unordered_set>

namespace Telamon {

namespace {

void addIfAny(SchemaSet& schemas, const Schema* schema)
{
    if (schema != nullptr)
        schemas.push_back(schema);
}

// Other schemas that speak about the same value.
void addSiblings(const Schema& schema, SchemaSet& schemas)
{
    for (const Schema* variant : schema.variants)
        addIfAny(schemas, variant);
    for (const Schema* variant : schema.discriminatorMapping)
        addIfAny(schemas, variant);
    for (const ConditionalRule& rule : schema.rules) {
        addIfAny(schemas, rule.when);
        addIfAny(schemas, rule.then);
        addIfAny(schemas, rule.otherwise);
    }
}

} // namespace

SchemaSet withSiblings(SchemaSet schemas)
{
    std::unordered_set<const Schema*> seen;
    SchemaSet all;
    while (!schemas.empty()) {
        const Schema* schema = schemas.back();
        schemas.pop_back();
        if (!seen.insert(schema).second)
            continue;
        all.push_back(schema);
        addSiblings(*schema, schemas);
    }
    return all;
}

SchemaSet schemasOfField(const SchemaSet& schemas, const QString& name)
{
    SchemaSet fields;
    for (const Schema* schema : schemas) {
        const Schema* property = schema->property(name);
        addIfAny(fields, property != nullptr ? property : schema->additionalProperties);
    }
    return fields;
}

SchemaSet schemasOfItems(const SchemaSet& schemas)
{
    SchemaSet items;
    for (const Schema* schema : schemas)
        addIfAny(items, schema->items);
    return items;
}

SchemaSet recordsAt(SchemaSet schemas, const QByteArray& pointer)
{
    const QStringList tokens = pointerTokens(QString::fromUtf8(pointer));
    for (const QString& token : tokens)
        schemas = schemasOfField(withSiblings(schemas), token);
    const SchemaSet items = schemasOfItems(withSiblings(schemas));
    schemas.insert(schemas.end(), items.cbegin(), items.cend());
    return schemas;
}

bool isAnySecret(const SchemaSet& schemas)
{
    return std::any_of(
        schemas.cbegin(), schemas.cend(), [](const Schema* schema) { return schema->isSecret; });
}

} // namespace Telamon
