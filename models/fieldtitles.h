// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schemaset.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>

#include <map>
#include <vector>

namespace Telamon {

// What the fields of a record are called: the titles that a schema gives them. A value that may outlive the
// catalog it was made from.
class FieldTitles {
public:
    static constexpr int Unknown = -1; // a place that no schema describes

    FieldTitles() = default; // none
    // Of the records that a RecordSource with these paths finds; without paths, of the answer itself.
    explicit FieldTitles(
        const Schema& answer, const QByteArray& recordsPath = {}, const QByteArray& nestedPath = {});
    // Of an object whose fields are records of their own.
    static FieldTitles joined(const QList<QPair<QString, FieldTitles>>& parts);

    int root() const { return m_root; }
    int field(int place, const QString& name) const;
    int element(int place) const;
    QString title(int place) const; // empty: none

private:
    struct Node {
        QString title;
        QHash<QString, int> fields;
        int others = Unknown; // of fields not named
        int items = Unknown;
    };
    using Known = std::map<SchemaSet, int>;
    int nodeFor(const SchemaSet& stated, Known& known);

    std::vector<Node> m_nodes;
    int m_root = Unknown;
};

} // namespace Telamon
