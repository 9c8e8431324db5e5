// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/documentreader.h"
#include "api/catalog/operation.h"

namespace Telamon {

// Reads what an operation says about itself as a write: x-confirm, x-warnings, x-lockout, x-state, x-follow
// and x-undo.
class WriteLoader {
    Q_DECLARE_TR_FUNCTIONS(OperationLoader)

public:
    explicit WriteLoader(DocumentReader& reader) : m_reader(reader) { }

    void read(Operation& operation, const JsonNode& node);

private:
    QList<WriteWarning> warningsOf(const JsonNode& node);
    QString confirmationOf(const Operation& operation, const JsonNode& node);
    ValueSource sourceOf(const JsonNode& node);
    QMap<QString, ValueSource> sourcesOf(const JsonNode& parent, std::string_view key);
    RelatedRead relatedReadOf(const JsonNode& node);
    std::optional<StateRead> stateOf(const JsonNode& node);
    std::optional<FollowUp> followUpOf(const JsonNode& node);
    std::optional<UndoDescription> undoOf(const JsonNode& node);
    std::optional<Lockout> lockoutOf(const Operation& operation, const JsonNode& node);

    DocumentReader& m_reader;
};

} // namespace Telamon
