// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace Telamon {

enum class ColumnType : quint8 {
    Text, // UTF-8
    Enum, // few distinct texts, kept once each; shown as the service spells them, unknown ones too
    Integer, // qint64
    Number, // double
    Time, // milliseconds since the epoch, UTC, from ISO 8601 or from epoch milliseconds
    Flag, // true, false, unknown
};

enum class Presentation : quint8 {
    Plain,
    Bytes, // binary units: 1.5 GiB
    Age, // relative to now, with local time and UTC in the tool tip
    Moment, // local time, with UTC in the tool tip
    List, // several values, joined with ", "
};

// How one value of a record is shown, sorted and filtered. Where it is found is a RecordSource's business.
struct Column {
    QByteArray key; // stable: settings, "key:value" filters, exports
    const char* title; // QT_TRANSLATE_NOOP("Column", ...)
    ColumnType type = ColumnType::Text;
    Presentation presentation = Presentation::Plain;
    bool isShownAtFirst = true;
    int width = 0; // in characters; 0: by type
};

using Columns = std::vector<Column>;

// Where a column's value is found in a record: the first alternative that is there and not null. A path is a
// JSON Pointer ("/providerSettings/regionName"); "*" steps into every element of an array, the values are
// joined;
// "^/groupName" starts at the outer record of a nested one; "=EVENT" is that text itself. No alternatives:
// this source does not know the column.
struct FieldPath {
    QByteArrayList alternatives;
};

// How the records of one operation's answers are found, and where each column's value is in them. A table may
// be fed by several sources; rows that name the same record (idColumn) become one.
struct RecordSource {
    QByteArray id; // "clusters", "flexClusters": named in the "known from" column
    QByteArray recordsPath; // JSON Pointer of the array: "/results"; empty: the answer itself is the array or
                            // the record
    QByteArray nestedPath; // the records are the elements of this array of each outer record: "/clusters"
    std::vector<FieldPath> paths; // one per Column of the table, in their order
};

} // namespace Telamon
