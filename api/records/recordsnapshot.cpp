// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/recordsnapshot.h"

#include <utility>

namespace Telamon {

RecordSnapshot::RecordSnapshot(
    const RecordTable& table, std::vector<quint32> rows, std::vector<std::size_t> columns)
    : m_layout(table.m_layout),
      m_revision(table.m_revision),
      m_rows(std::move(rows)),
      m_columns(std::move(columns)),
      m_answers(table.m_answers),
      m_tellings(table.m_rows),
      m_moreTellings(table.m_moreTellings)
{
    m_cells.reserve(m_columns.size());
}

void RecordSnapshot::copyColumn(const RecordTable& table)
{
    Q_ASSERT(isOf(table) && !isWhole());
    m_cells.push_back(table.column(m_columns[m_cells.size()]).copy());
}

QList<QPair<QByteArray, QByteArray>> RecordSnapshot::json(std::size_t row) const
{
    QList<QPair<QByteArray, QByteArray>> out;
    for (const RecordTable::Telling* telling = &m_tellings[m_rows[row]];;
         telling = &m_moreTellings[telling->next]) {
        const RecordTable::Answer& answer = m_answers[telling->answer];
        const ParsedRecords::Span span = answer.records->spans[telling->record];
        out.emplace_back(answer.sourceId, answer.records->bytes.sliced(span.offset, span.size));
        if (telling->next == RecordTable::NoRow)
            return out;
    }
}

} // namespace Telamon
