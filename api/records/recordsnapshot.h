// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"

namespace Telamon {

// Rows of a table as they were at one moment, in an order of their own. It is filled in the table's thread,
// a column at a time, so that nobody waits for a large one; then any one thread may read it, whatever becomes
// of the table.
class RecordSnapshot {
public:
    // `rows`: those of the table that are wanted; `columns`: those whose cells are wanted.
    RecordSnapshot(const RecordTable& table, std::vector<quint32> rows, std::vector<std::size_t> columns);

    bool isWhole() const { return m_cells.size() == m_columns.size(); }
    bool isOf(const RecordTable& table) const { return table.revision() == m_revision; } // as it is now
    void copyColumn(const RecordTable& table); // the next one; the table must be as it was

    std::size_t size() const { return m_rows.size(); }
    const TableLayout& layout() const { return m_layout; }
    std::size_t columnCount() const { return m_columns.size(); }
    std::size_t columnNumber(std::size_t column) const { return m_columns[column]; } // in the layout
    const CellColumn& cells(std::size_t column) const { return m_cells[column]; }
    std::size_t cellAt(std::size_t row) const { return m_rows[row]; } // where in cells() a row's value is

    // Which source told what, the most trusted first: (source id, the record's bytes).
    QList<QPair<QByteArray, QByteArray>> json(std::size_t row) const;

private:
    TableLayout m_layout;
    quint64 m_revision;
    std::vector<quint32> m_rows;
    std::vector<std::size_t> m_columns;
    std::vector<CellColumn> m_cells;
    // Answers never change; they hold the bytes that texts point at.
    std::vector<RecordTable::Answer> m_answers;
    std::vector<RecordTable::Telling> m_tellings; // by row of the table
    std::vector<RecordTable::Telling> m_moreTellings;
};

} // namespace Telamon
