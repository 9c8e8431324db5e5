// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schemaset.h"

#include <QByteArray>
#include <QHash>
#include <QJsonValue>

#include <map>

namespace Telamon {

// What x-secret marks in the records of one operation's answers. A value without ties to the catalog: it can
// be used in any thread and outlives what it was made from.
class RecordMask {
public:
    RecordMask() = default; // nothing is secret
    // The records are where a RecordSource with these paths finds them.
    RecordMask(const Schema& answer, const QByteArray& recordsPath, const QByteArray& nestedPath);

    bool isEmpty() const { return m_nodes.empty(); }
    // The record's JSON with its secrets replaced. What is no JSON becomes a text that says how long it was.
    QByteArray masked(const QByteArray& record) const;
    // Whether what an alternative of a FieldPath finds is secret.
    bool isSecret(const QByteArray& alternative) const;

private:
    static constexpr int Nothing = -1;
    struct Node {
        bool isSecret = false;
        QHash<QString, int> fields;
        int others = Nothing; // of fields not named
        int items = Nothing;
    };
    using Known = std::map<SchemaSet, int>;

    int nodeFor(const SchemaSet& stated, Known& known);
    int fieldOf(int node, const QString& name) const;
    QJsonValue masked(int node, const QJsonValue& value) const;

    std::vector<Node> m_nodes;
    int m_record = Nothing;
    int m_outer = Nothing; // the outer record of a nested one
};

} // namespace Telamon
