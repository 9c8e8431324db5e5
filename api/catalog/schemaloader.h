// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/documentreader.h"
#include "api/catalog/schema.h"

#include <QCoreApplication>
#include <QHash>

#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

namespace Telamon {

// Turns the schemas of a document into Schemas. A Schema exists as soon as it is asked for and is filled by
// finish(), so that references may be cyclic; only what an allOf merges is filled at once.
class SchemaLoader {
    Q_DECLARE_TR_FUNCTIONS(SchemaLoader)

public:
    SchemaLoader(DocumentReader& reader, std::deque<Schema>& schemas);

    // Null after a failure only.
    const Schema* schemaFor(const JsonNode& node);
    void loadComponents();
    // Fills everything asked for. No Schema may be read before.
    void finish();

    // For merging (schemamerge.cpp).
    // Filled now; null after a failure, also where the schema is being filled already.
    const Schema* filled(const Schema* schema);
    // A schema that says what all parts say, filled later.
    const Schema* merged(const Schema* first, const Schema* second);
    const Schema* anySchema();

private:
    using Parts = std::vector<const Schema*>; // sorted, without duplicates
    enum class State { Waiting, Filling, Filled };
    struct Origin {
        Schema* schema = nullptr;
        const JsonNode* node = nullptr; // null: merged from parts
        Parts parts;
        State state = State::Waiting;
    };

    Schema* create(const JsonNode* node, Parts parts, const JsonNode& at);
    bool isAlias(const JsonNode& node) const;
    const JsonNode* behindAliases(const JsonNode& node);
    void fill(Origin& origin);
    void fillFromNode(Schema& schema, const JsonNode& node);
    void mergeParts(Schema& schema, const Parts& branches);
    void readType(Schema& schema, const JsonNode& node);
    void readValues(Schema& schema, const JsonNode& node);
    void readLimits(Schema& schema, const JsonNode& node);
    void readPattern(Schema& schema, const JsonNode& node);
    void readObject(Schema& schema, const JsonNode& node);
    void readRules(Schema& schema, const JsonNode& node);
    void readExtensions(Schema& schema, const JsonNode& node);
    // Gives the branches that are to be merged: those of allOf, and a union's only one.
    std::vector<const JsonNode*> readUnion(Schema& schema, const JsonNode& node);
    void readDiscriminator(Schema& schema, const JsonNode& node);
    bool saysNullOnly(const JsonNode& node);

    DocumentReader& m_reader;
    std::deque<Schema>& m_schemas;
    QHash<const JsonNode*, QString> m_componentNames;
    QHash<const JsonNode*, Schema*> m_byNode;
    std::map<Parts, Schema*> m_byParts;
    std::unordered_map<const Schema*, Origin> m_origins;
    std::deque<const Schema*> m_waiting;
    QHash<QString, QRegularExpression> m_expressions;
    const Schema* m_any = nullptr;
    int m_depth = 0;
};

} // namespace Telamon
