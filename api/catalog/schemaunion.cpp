// SPDX-License-Identifier: GPL-3.0-or-later
// Unions and discriminators, read for SchemaLoader.
#include "api/catalog/schemaloader.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

bool SchemaLoader::saysNullOnly(const JsonNode& node)
{
    const JsonNode* target = behindAliases(node);
    if (target == nullptr)
        return false;
    const JsonNode* type = target->find("type");
    const JsonNode* constant = target->find("const");
    const JsonNode* values = target->find("enum");
    return (type != nullptr && type->isString() && type->text == "null")
        || (constant != nullptr && constant->kind == JsonNode::Kind::Null)
        || (values != nullptr && values->children.size() == 1
            && values->children.front().value.kind == JsonNode::Kind::Null);
}

std::vector<const JsonNode*> SchemaLoader::readUnion(Schema& schema, const JsonNode& node)
{
    std::vector<const JsonNode*> branches;
    if (const JsonNode* all = m_reader.array(node, "allOf")) {
        for (const JsonMember& child : all->children)
            branches.push_back(&child.value);
    }
    for (const auto& [key, kind] :
        {std::pair {"oneOf", Schema::Union::OneOf}, std::pair {"anyOf", Schema::Union::AnyOf}}) {
        const JsonNode* stated = m_reader.array(node, key);
        if (stated == nullptr)
            continue;
        std::vector<const JsonNode*> variants;
        bool hasNull = false;
        for (const JsonMember& child : stated->children) {
            if (saysNullOnly(child.value))
                hasNull = true;
            else
                variants.push_back(&child.value);
        }
        if (variants.empty())
            m_reader.fail(*stated, tr("A union without variants allows nothing."));
        schema.isNullable |= hasNull;
        if (variants.size() == 1) {
            branches.push_back(variants.front());
        } else if (schema.unionKind == Schema::Union::None) {
            schema.unionKind = kind;
            for (const JsonNode* variant : variants)
                schema.variants.push_back(schemaFor(*variant));
        } else { // oneOf and anyOf side by side: the second is a rule
            Schema& second = m_schemas.emplace_back();
            second.unionKind = kind;
            for (const JsonNode* variant : variants)
                second.variants.push_back(schemaFor(*variant));
            schema.rules.push_back({nullptr, &second, nullptr});
        }
    }
    if (schema.unionKind != Schema::Union::None)
        readDiscriminator(schema, node);
    return branches;
}

void SchemaLoader::readDiscriminator(Schema& schema, const JsonNode& node)
{
    const JsonNode* stated = m_reader.object(node, "discriminator");
    if (stated == nullptr)
        return;
    schema.discriminator = m_reader.text(*stated, "propertyName");
    if (schema.discriminator.isEmpty())
        m_reader.fail(*stated, tr("A discriminator needs a propertyName."));
    if (const JsonNode* mapping = m_reader.object(*stated, "mapping")) {
        for (const JsonMember& child : mapping->children) {
            const QString name = child.value.toString();
            const JsonNode* target = nullptr;
            if (child.value.isString())
                target = name.startsWith(u'#') ? m_reader.at(name) : m_reader.component(name);
            if (target == nullptr) {
                m_reader.fail(child.value, tr("The reference leads nowhere."));
                return;
            }
            schema.discriminatorMapping.insert(child.name(), schemaFor(*target));
        }
    }
    // A variant that no entry names goes by its own name.
    const QList<const Schema*> mapped = schema.discriminatorMapping.values();
    for (const Schema* variant : schema.variants) {
        if (variant != nullptr && !variant->name.isEmpty() && !mapped.contains(variant)
            && !schema.discriminatorMapping.contains(variant->name))
            schema.discriminatorMapping.insert(variant->name, variant);
    }
}

} // namespace Telamon
