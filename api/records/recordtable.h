// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/parsedrecords.h"

#include <memory>

namespace Telamon {

// All records of one table, from any number of answers. Rows are numbered in the order in which they came;
// records with the same id are one row. Owned by a RecordModel, used in its thread.
class RecordTable {
public:
    static constexpr quint32 NoRow = 0xffffffff;

    explicit RecordTable(TableLayout layout);

    const TableLayout& layout() const { return m_layout; }
    const Columns& columns() const { return m_layout.columns; }
    std::size_t size() const { return m_rows.size(); }
    const CellColumn& column(std::size_t column) const { return m_columns[column]; }

    // What records an append leaves behind in the table: [firstNew, size()) and these, in ascending order.
    struct Appended {
        std::size_t firstNew = 0;
        std::vector<quint32> changed; // rows that were there and differ now
    };
    // Rows [from, to) of one answer of `source`, so that a large answer can be taken in portions. A record
    // that its source has told of before is replaced, one that another source has told of is filled up.
    Appended append(const std::shared_ptr<ParsedRecords>& answer, const RecordSource& source,
        std::size_t from, std::size_t to);

    // Rows told from here on are seen; removeUnseen() lets go of what older answers told, but for the rows
    // marked in `staying`. Returns the rows that are left, by their old numbers, in ascending order, and
    // reports those that changed by their new numbers.
    void beginSeeing();
    std::vector<quint32> seenRows() const; // ascending
    std::vector<quint32> removeUnseen(std::vector<quint32>& changed, const std::vector<quint8>& staying = {});
    void clear();

    QByteArray idOf(std::size_t row) const; // the id columns' values, joined by 0x1f; empty: has none
    quint32 rowOf(const QByteArray& id) const;

    // Which source told what, the most trusted first: (source id, the record's bytes).
    QList<QPair<QByteArray, QByteArray>> json(std::size_t row) const;

    std::size_t bytes() const; // memory held, answers included
    quint64 revision() const { return m_revision; } // another one after each change

private:
    friend class RecordSnapshot;

    struct Answer {
        std::shared_ptr<ParsedRecords> records;
        QByteArray sourceId;
        int precedence = 0;
        quint32 seeing = 0;
    };
    // One record of one answer; a row has one per source.
    struct Telling {
        quint32 answer = 0;
        quint32 record = 0;
        quint32 next = NoRow; // in m_moreTellings
    };
    struct Seen {
        bool byAny = false;
        bool byAll = true;
    };

    quint32 answerNumber(const std::shared_ptr<ParsedRecords>& records, const RecordSource& source);
    bool mayMerge() const { return m_layout.sources.size() != 1; }
    std::size_t hashOf(const std::vector<CellColumn>& columns, std::size_t row) const; // 0: no id
    bool isSameId(const std::vector<CellColumn>& columns, std::size_t row,
        const std::vector<CellColumn>& otherColumns, std::size_t otherRow) const;
    quint32* slotFor(std::size_t hash, const std::vector<CellColumn>& columns, std::size_t row);
    void growSlots(std::size_t rows);
    bool tell(std::size_t row, Telling telling);
    bool recompute(std::size_t row);
    bool updateSources(std::size_t row);
    std::vector<Telling> tellings(std::size_t row) const; // the most trusted first
    void setTellings(std::size_t row, std::vector<Telling> tellings);
    Seen seen(std::size_t row) const;
    void gatherLeftovers();
    void forgetUnusedAnswers();

    TableLayout m_layout;
    std::vector<std::size_t> m_idColumns;
    std::ptrdiff_t m_sourcesColumn = -1;
    std::vector<CellColumn> m_columns;
    std::vector<Telling> m_rows; // the first, most trusted, telling of each row
    std::vector<Telling> m_moreTellings;
    std::vector<Answer> m_answers;
    std::vector<quint32> m_slots; // open addressing: rows by the hash of their id
    quint32 m_seeing = 0;
    quint64 m_revision = 0;
};

} // namespace Telamon
