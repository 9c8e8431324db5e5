// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/recordshape.h"
#include "api/records/column.h"

#include <QList>
#include <QPair>
#include <QString>

namespace Telamon {

// What the fields of a record are called, and which of them hold words: as a schema says it, or where there
// is none, the columns of a table. A value that may outlive the catalog it was made from.
class FieldTitles {
public:
    FieldTitles() = default; // none
    explicit FieldTitles(const RecordShape& records) : m_records(records) { }
    // Of the answer itself or of its elements.
    explicit FieldTitles(const Schema& answer) : m_records(answer) { }
    // Of the records of one source; without a shape, as the table's columns are called.
    FieldTitles(const RecordShape& records, const RecordSource& source);
    FieldTitles(const Columns& columns, const RecordSource& source);
    // A field that a column of the table shows is called as the column is, wherever its table is.
    FieldTitles withColumns(const Columns& columns, const RecordSource& source) const;
    // Of an object whose fields are records of their own: each bears its source's title.
    static FieldTitles joined(const QList<QPair<QString, FieldTitles>>& parts);

    int root() const { return m_records.record(); }
    int field(int place, const QString& name) const { return m_records.field(place, name); }
    int element(int place) const { return m_records.element(place); }
    // Of the field of that name in the object at `place`: its title, or its name made readable. A name that a
    // person gave stays.
    QString title(int place, const QString& name) const;
    bool isWord(int place) const { return m_records.isWord(place); }

private:
    RecordShape m_records;
    QString m_source;
};

} // namespace Telamon
