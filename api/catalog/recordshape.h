// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schemaset.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>

#include <map>

namespace Telamon {

// What the schema of one operation's answers says of the records in them, place by place: which values are
// secret, which are one of a few words and what the fields are called. A value without ties to the catalog:
// it can be used in any thread, outlives what it was made from and is cheap to copy.
class RecordShape {
public:
    static constexpr int Nothing = -1; // a place that no schema describes

    RecordShape() = default; // of nothing
    // The records are where a RecordSource with these paths finds them; without paths, they are the answer
    // or its elements.
    explicit RecordShape(
        const Schema& answer, const QByteArray& recordsPath = {}, const QByteArray& nestedPath = {});
    // Of an object whose fields are records of their own.
    static RecordShape joined(const QList<QPair<QString, RecordShape>>& parts);
    // Of records that no schema describes.
    struct Described {
        QByteArray pointer; // of fields of objects
        QString title;
        bool isWord = false;
    };
    static RecordShape of(const QList<Described>& fields);
    RecordShape withTitle(const QString& title) const; // of the record
    RecordShape withFieldTitles(
        const QHash<QString, QString>& titles) const; // of fields of the record, by name

    int record() const { return m_record; }
    int outer() const { return m_outer; } // the outer record of a nested one, otherwise the record
    int field(int place, const QString& name) const;
    int element(int place) const;
    QString title(int place) const; // empty: none
    bool isWord(int place) const; // a text that the schema lists
    // Whether a field is the service's: of an object whose fields are described, and none of those whose
    // names are a person's own.
    bool isOfService(int place, const QString& name) const;
    bool isSecret(int place) const; // nothing is said of what is inside it
    bool hasSecrets() const;

private:
    struct Node {
        bool isSecret = false;
        bool isWord = false;
        QString title;
        QHash<QString, int> fields;
        int others = Nothing; // of fields not named
        int items = Nothing;
    };
    using Known = std::map<SchemaSet, int>;
    int nodeFor(const SchemaSet& stated, Known& known);

    QList<Node> m_nodes;
    int m_record = Nothing;
    int m_outer = Nothing;
};

} // namespace Telamon
