// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/answerparts.h"
#include "api/records/cellcolumn.h"
#include "api/result.h"

#include <QHash>
#include <QString>

namespace Telamon {

// Values known for every record of an answer that the answer itself does not tell, by column key (the name of
// the project whose alerts these are). Where a record does tell, the record is believed.
using KnownValues = QHash<QByteArray, QString>;

// One answer, taken apart: its bytes, where each record lies in them, and its values by column. Texts point
// into the bytes and the arena, so that this is moved and never copied.
struct ParsedRecords {
    struct Span {
        quint32 offset = 0;
        quint32 size = 0;
    };

    ParsedRecords() = default;
    ParsedRecords(ParsedRecords&&) = default;
    ParsedRecords& operator=(ParsedRecords&&) = default;
    Q_DISABLE_COPY(ParsedRecords)

    std::size_t size() const { return spans.size(); }

    QByteArray bytes;
    TextArena arena;
    std::vector<Span> spans;
    std::vector<CellColumn> columns;
};

// Takes one answer apart. Safe in any thread. Unknown fields, nulls and values of an unusable type leave
// their cell unknown; invalid UTF-8 is replaced; records that are no objects are passed over. What is not
// JSON, or ends early, is an error: a sentence that begins with a lower-case letter. Of an answer that was
// cut into parts, all have to be parsed: where one of them is an error, its sentence says nothing about the
// answer.
Result<ParsedRecords, QString> parseRecords(const QByteArray& answer, const RecordSource& source,
    const Columns& columns, const KnownValues& known = {}, const AnswerPart& part = {});

} // namespace Telamon
