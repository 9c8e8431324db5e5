// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/documentreader.h"
#include "api/catalog/mediaversion.h"
#include "api/catalog/operation.h"

#include <memory>
#include <optional>
#include <vector>

namespace Telamon {

class SchemaLoader;

// Reads the paths of a document into Operations; their schemas are filled by SchemaLoader::finish().
class OperationLoader {
    Q_DECLARE_TR_FUNCTIONS(OperationLoader)

public:
    OperationLoader(DocumentReader& reader, SchemaLoader& schemas, QDate today);

    std::vector<std::unique_ptr<Operation>> load();

private:
    void loadPath(const QString& path, const JsonNode& item);
    void loadOperation(
        const QString& path, const QByteArray& method, const JsonNode& item, const JsonNode& node);
    void readParameters(Operation& operation, const JsonNode& parent);
    std::optional<Parameter> parameterOf(const JsonNode& node);
    void checkPathParameters(Operation& operation, const JsonNode& node);
    void readExtensions(Operation& operation, const JsonNode& node);
    void readVersion(Operation& operation, const JsonNode& node);
    void collectVersions(const JsonNode* content, std::vector<OfferedVersion>& offered);
    // The content's entry of that version, JSON before others; null where there is no content.
    const JsonMember* contentFor(const JsonNode* content, const QByteArray& version) const;
    void readRequest(Operation& operation, const JsonNode& node);
    void readResponses(Operation& operation, const JsonNode& node);
    const Schema* schemaOf(const JsonMember& media);

    DocumentReader& m_reader;
    SchemaLoader& m_schemas;
    QDate m_today;
    QHash<QString, const JsonNode*> m_ids;
    std::vector<std::unique_ptr<Operation>> m_operations;
};

} // namespace Telamon
