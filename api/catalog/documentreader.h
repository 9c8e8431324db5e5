// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"
#include "api/catalog/jsontree.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>
#include <string_view>

namespace Telamon {

// Reads typed members of an OpenAPI document and follows its references. The first failure stays; after it
// every answer is empty, so that callers may go on to their next natural stop.
class DocumentReader {
    Q_DECLARE_TR_FUNCTIONS(DocumentReader)

public:
    explicit DocumentReader(const JsonTree& tree);

    bool isVersion30() const { return m_isVersion30; }
    const JsonNode& root() const { return m_tree.root(); }

    void fail(const JsonNode& at, const QString& sentence);
    bool hasFailed() const { return m_failure.has_value(); }
    CatalogError failure() const;

    // The node behind one $ref, or null after a failure.
    const JsonNode* target(const JsonNode& reference);
    // What "#/..." names, or the component schema of that name; null where there is none.
    const JsonNode* at(const QString& fragment) const;
    const JsonNode* component(const QString& schemaName) const;
    // Follows $ref until there is none: for everything but schemas.
    const JsonNode* resolved(const JsonNode& node);

    // Members of an object; a member of another kind is a failure, an absent one is empty.
    const JsonNode* object(const JsonNode& parent, std::string_view key);
    const JsonNode* array(const JsonNode& parent, std::string_view key);
    QString text(const JsonNode& parent, std::string_view key);
    bool flag(const JsonNode& parent, std::string_view key);
    std::optional<double> number(const JsonNode& parent, std::string_view key);
    std::optional<qint64> count(const JsonNode& parent, std::string_view key);
    QStringList texts(const JsonNode& parent, std::string_view key);
    QStringList texts(const JsonNode& array);
    QDate date(const JsonNode& parent, std::string_view key);
    QStringList namedRules(const JsonNode& parent); // x-rule: one name or several

    static constexpr int maxReferences = 32; // in a row

private:
    struct Failure {
        const JsonNode* at = nullptr;
        QString sentence;
    };
    const JsonTree& m_tree;
    bool m_isVersion30 = false;
    std::optional<Failure> m_failure;
    QHash<QByteArray, const JsonNode*> m_targets;
};

} // namespace Telamon
