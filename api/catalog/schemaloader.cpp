// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/schemaloader.h"

#include "api/catalog/schemamerge.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t maxSchemas = 200'000;
constexpr int maxMergeDepth = 64;

} // namespace

SchemaLoader::SchemaLoader(DocumentReader& reader, std::deque<Schema>& schemas)
    : m_reader(reader), m_schemas(schemas)
{
    const JsonNode* components = m_reader.object(m_reader.root(), "components");
    const JsonNode* named = components != nullptr ? m_reader.object(*components, "schemas") : nullptr;
    if (named == nullptr)
        return;
    for (const JsonMember& member : named->children)
        m_componentNames.insert(&member.value, member.name());
}

void SchemaLoader::loadComponents()
{
    const JsonNode* named = m_reader.at(u"#/components/schemas"_s);
    if (named == nullptr)
        return;
    for (const JsonMember& member : named->children)
        schemaFor(member.value);
}

bool SchemaLoader::isAlias(const JsonNode& node) const
{
    // 3.0 ignores what stands beside a $ref; to 3.1 it is one more schema.
    return node.find("$ref") != nullptr && (m_reader.isVersion30() || node.children.size() == 1);
}

const JsonNode* SchemaLoader::behindAliases(const JsonNode& node)
{
    const JsonNode* current = &node;
    for (int hops = 0; current != nullptr && isAlias(*current); ++hops) {
        if (hops == DocumentReader::maxReferences) {
            m_reader.fail(node, tr("The reference leads to itself, or through too many others."));
            return nullptr;
        }
        current = m_reader.target(*current);
    }
    return current;
}

const Schema* SchemaLoader::schemaFor(const JsonNode& node)
{
    const JsonNode* target = behindAliases(node);
    if (target == nullptr)
        return nullptr;
    const auto known = m_byNode.constFind(target);
    if (known != m_byNode.cend())
        return known.value();
    Schema* schema = create(target, {}, *target);
    if (schema == nullptr)
        return nullptr;
    schema->name = m_componentNames.value(target);
    m_byNode.insert(target, schema);
    return schema;
}

Schema* SchemaLoader::create(const JsonNode* node, Parts parts, const JsonNode& at)
{
    if (m_schemas.size() == maxSchemas) {
        m_reader.fail(at, tr("The document has too many schemas."));
        return nullptr;
    }
    Schema* schema = &m_schemas.emplace_back();
    m_origins.emplace(schema, Origin {schema, node, std::move(parts), State::Waiting});
    m_waiting.push_back(schema);
    return schema;
}

const Schema* SchemaLoader::anySchema()
{
    if (m_any == nullptr)
        m_any = &m_schemas.emplace_back();
    return m_any;
}

const Schema* SchemaLoader::merged(const Schema* first, const Schema* second)
{
    if (first == nullptr || second == nullptr || first == second)
        return first;
    Parts parts;
    for (const Schema* part : {first, second}) {
        const auto origin = m_origins.find(part);
        if (origin != m_origins.end() && !origin->second.parts.empty())
            parts.insert(parts.end(), origin->second.parts.begin(), origin->second.parts.end());
        else
            parts.push_back(part);
    }
    // The key is sorted, the parts stay in order: the first one's words are shown.
    Parts key = parts;
    std::sort(key.begin(), key.end());
    key.erase(std::unique(key.begin(), key.end()), key.end());
    const auto known = m_byParts.find(key);
    if (known != m_byParts.end())
        return known->second;
    Schema* schema = create(nullptr, std::move(parts), m_reader.root());
    m_byParts.emplace(std::move(key), schema);
    return schema;
}

const Schema* SchemaLoader::filled(const Schema* schema)
{
    const auto origin = m_origins.find(schema);
    if (schema == nullptr || m_reader.hasFailed())
        return nullptr;
    if (origin == m_origins.end() || origin->second.state == State::Filled)
        return schema;
    const JsonNode& at = origin->second.node != nullptr ? *origin->second.node : m_reader.root();
    if (origin->second.state == State::Filling) {
        m_reader.fail(at, tr("The schema is a part of itself."));
        return nullptr;
    }
    if (m_depth == maxMergeDepth) {
        m_reader.fail(at, tr("The schema is put together from too many levels of others."));
        return nullptr;
    }
    ++m_depth;
    fill(origin->second);
    --m_depth;
    return m_reader.hasFailed() ? nullptr : schema;
}

void SchemaLoader::fill(Origin& origin)
{
    // unordered_map: the reference stays good while others are added.
    origin.state = State::Filling;
    if (origin.node != nullptr) {
        fillFromNode(*origin.schema, *origin.node);
    } else {
        const Parts parts = origin.parts;
        for (const Schema* part : parts) {
            if (filled(part) == nullptr)
                return;
        }
        *origin.schema = *parts.front();
        origin.schema->name.clear();
        keepClosedParts(*origin.schema, parts);
        for (size_t i = 1; i < parts.size(); ++i)
            mergeBranch(*origin.schema, *parts.at(i), *this);
    }
    origin.state = State::Filled;
}

void SchemaLoader::finish()
{
    while (!m_waiting.empty() && !m_reader.hasFailed()) {
        const Schema* next = m_waiting.front();
        m_waiting.pop_front();
        filled(next);
    }
}

void SchemaLoader::mergeParts(Schema& schema, const Parts& branches)
{
    if (branches.empty())
        return;
    Schema& own = m_schemas.emplace_back(); // what the schema says of fields before others join in
    own.properties = schema.properties;
    own.allowsAdditionalProperties = schema.allowsAdditionalProperties;
    own.additionalProperties = schema.additionalProperties;
    Parts parts = branches;
    parts.push_back(&own);
    keepClosedParts(schema, parts);
    for (const Schema* branch : branches)
        mergeBranch(schema, *branch, *this);
}

void SchemaLoader::fillFromNode(Schema& schema, const JsonNode& node)
{
    if (node.kind == JsonNode::Kind::Boolean) {
        if (!node.boolean)
            schema.negated = anySchema();
        return;
    }
    if (!node.isObject()) {
        m_reader.fail(node, tr("A schema is an object."));
        return;
    }
    schema.title = m_reader.text(node, "title");
    schema.description = m_reader.text(node, "description");
    schema.format = m_reader.text(node, "format");
    readType(schema, node);
    readValues(schema, node);
    readLimits(schema, node);
    readPattern(schema, node);
    readObject(schema, node);
    readRules(schema, node);
    readExtensions(schema, node);
    std::vector<const JsonNode*> branches = readUnion(schema, node);
    if (node.find("$ref") != nullptr) {
        if (const JsonNode* target = m_reader.target(node))
            branches.insert(branches.begin(), target);
    }
    const bool hasNullBranch = schema.isNullable && schema.unionKind == Schema::Union::None
        && (node.find("oneOf") != nullptr || node.find("anyOf") != nullptr);
    Parts parts;
    for (const JsonNode* branch : branches) {
        parts.push_back(filled(schemaFor(*branch)));
        if (parts.back() == nullptr)
            return;
    }
    mergeParts(schema, parts);
    // 3.0 writes "nullable" beside an allOf and means it; 3.1 writes anyOf [X, null].
    if (hasNullBranch || (m_reader.isVersion30() && m_reader.flag(node, "nullable")))
        schema.isNullable = true;
}

} // namespace Telamon
