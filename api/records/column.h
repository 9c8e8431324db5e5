// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace Telamon {

enum class ColumnType : quint8 {
    Text, // UTF-8
    Enum, // few distinct texts, kept once each; words of the service, shown in a person's
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
    Roles, // several roles of people and keys, joined with ", "
    Verbatim, // an Enum column whose texts are shown as they are: names, methods
    Sources, // an Enum column that the table fills itself: the ids of the sources that told of the record
};

// How the sum of a column's numbers is told: "%1 nodes". Nothing: it has none.
struct ColumnTotal {
    const char* many = nullptr; // QT_TRANSLATE_NOOP("Column", ...)
    const char* one = nullptr; // where the sum is 1; null: the same
};

// How one value of a record is shown, sorted and filtered. Where it is found is a RecordSource's business.
struct Column {
    QByteArray key; // stable: settings, "key:value" filters, exports
    const char* title; // QT_TRANSLATE_NOOP("Column", ...)
    ColumnType type = ColumnType::Text;
    Presentation presentation = Presentation::Plain;
    bool isShownAtFirst = true;
    int width = 0; // in characters; 0: by type
    ColumnTotal total {}; // of an Integer or Number column
};

using Columns = std::vector<Column>;

// Where a column's value is found in a record: the first alternative that is there, not null and of a usable
// type. A number given as a string is a number, and the other way round. An alternative is one of
//   "/providerSettings/regionName"  a JSON Pointer into the record ("~1" is "/", "~0" is "~");
//   "/regionConfigs/*/regionName"   "*" steps into every element of an array: distinct texts are joined with
//   ", ",
//                                   numbers added up, of times the latest counts, of flags whether all are
//                                   true;
//   "^/groupName"                   a path from the outer record of a nested one;
//   "#/members"                     how many elements that array has;
//   "#/hosts/*/status=READY"        how many of the values found are that text;
//   "+/readOnlySpecs/nodeCount"     is gathered together with the alternative before it;
//   "_/lastName"                   the same, behind a blank instead of a comma;
//   ":/tags/*/value"               the same, behind a colon: "environment: production";
//   "/failed?FAILED"               that text where the value is neither false nor null;
//   "/enabled?ON:OFF"              and another one where it is false;
//   "@/epochSeconds"               a time in seconds instead of milliseconds since the epoch;
//   "=EVENT"                        that text itself.
// No alternatives: this source does not know the column.
struct FieldPath {
    QByteArrayList alternatives;
};

// How the records of one operation's answers are found, and where each column's value is in them. A table may
// be fed by several sources; rows that name the same record (idColumns) become one. Of two sources that know
// a value, the one with the lower precedence number is believed.
struct RecordSource {
    QByteArray id; // "clusters", "flexClusters": named in the "known from" column
    QByteArray recordsPath; // JSON Pointer of the array: "/results"; empty: the answer itself is the array or
                            // the record. Absent or null in an answer: no records
    QByteArray nestedPath; // the records are the elements of this array of each outer record: "/clusters"
    std::vector<FieldPath> paths; // one per Column of the table, in their order
    int precedence = 0;
    const char* title = nullptr; // QT_TRANSLATE_NOOP("Column", ...): what it tells, where several tell of a
                                 // record; null: made of the id

    // The same for an answer that is one such record, as a resource's own GET gives it.
    RecordSource forSingleRecord() const
    {
        RecordSource single = *this;
        single.recordsPath.clear();
        single.nestedPath.clear();
        return single;
    }
};

// A resource's table as data: all that a RecordModel needs to know of it.
struct TableLayout {
    Columns columns;
    QByteArrayList idColumns; // keys of Text or Enum columns that together name a record
    std::vector<RecordSource> sources;

    const RecordSource* source(const QByteArray& id) const
    {
        for (const RecordSource& candidate : sources) {
            if (candidate.id == id)
                return &candidate;
        }
        return nullptr;
    }
};

} // namespace Telamon
