// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <vector>

namespace Telamon {

// Where a part of an answer lies in it: [begin, end). It begins with a record, or is the first, and ends with
// one, or is the last.
struct AnswerPart {
    qsizetype begin = 0;
    qsizetype end = -1; // -1: the end of the answer
};

// Cuts a large answer between records, so that its parts can be parsed side by side: at most so many bytes
// each, where the records are not larger. It only looks for places that seem to be between two records, which
// is quick; parseRecords() judges each part, and one that was cut elsewhere is an error there. An answer that
// is not large, or not seen through, is one part.
std::vector<AnswerPart> cutAnswer(
    const QByteArray& answer, const RecordSource& source, qsizetype partSize = 512 * 1024);

// The part as an answer of its own: {"results":[ record, record ]}, with what stands before the first record
// in the first and what stands behind the last in the last. `ahead` is set to how many bytes stand before the
// answer's own; there is room behind for `padding` bytes that belong to nobody.
QByteArray answerOfPart(const QByteArray& answer, const AnswerPart& part, const RecordSource& source,
    qsizetype padding, qsizetype& ahead);

} // namespace Telamon
