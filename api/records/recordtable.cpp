// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/recordtable.h"

#include <QHashFunctions>

#include <algorithm>

namespace Telamon {

RecordTable::RecordTable(TableLayout layout) : m_layout(std::move(layout))
{
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
        const Column& column = m_layout.columns[i];
        m_columns.emplace_back(column.type);
        if (column.presentation == Presentation::Sources && column.type == ColumnType::Enum)
            m_sourcesColumn = static_cast<std::ptrdiff_t>(i);
    }
    for (const QByteArray& key : std::as_const(m_layout.idColumns)) {
        const auto found = std::find_if(m_layout.columns.cbegin(), m_layout.columns.cend(),
            [&key](const Column& column) { return column.key == key; });
        Q_ASSERT(found != m_layout.columns.cend()
            && (found->type == ColumnType::Text || found->type == ColumnType::Enum));
        m_idColumns.push_back(static_cast<std::size_t>(found - m_layout.columns.cbegin()));
    }
}

std::size_t RecordTable::hashOf(const std::vector<CellColumn>& columns, std::size_t row) const
{
    std::size_t hash = 0;
    bool isKnown = false;
    for (const std::size_t column : m_idColumns) {
        const TextCell text = columns[column].textOrEnum(row);
        isKnown = isKnown || text.isKnown();
        hash = qHashBits(text.data, text.size, hash + 1);
    }
    return isKnown ? std::max<std::size_t>(hash, 1) : 0;
}

bool RecordTable::isSameId(const std::vector<CellColumn>& columns, std::size_t row,
    const std::vector<CellColumn>& otherColumns, std::size_t otherRow) const
{
    return std::all_of(m_idColumns.cbegin(), m_idColumns.cend(), [&](std::size_t column) {
        const TextCell a = columns[column].textOrEnum(row);
        const TextCell b = otherColumns[column].textOrEnum(otherRow);
        return a.isKnown() == b.isKnown() && a.view() == b.view();
    });
}

// The slot that holds the record's row, or the free one where it belongs.
quint32* RecordTable::slotFor(std::size_t hash, const std::vector<CellColumn>& columns, std::size_t row)
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        if (m_slots[i] == NoRow || isSameId(m_columns, m_slots[i], columns, row))
            return &m_slots[i];
    }
}

void RecordTable::growSlots(std::size_t rows)
{
    std::size_t wanted = 64;
    while (wanted < rows * 2)
        wanted *= 2;
    if (wanted == m_slots.size())
        return;
    m_slots.assign(wanted, NoRow);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (const std::size_t hash = hashOf(m_columns, row))
            *slotFor(hash, m_columns, row) = static_cast<quint32>(row);
    }
}

quint32 RecordTable::answerNumber(const std::shared_ptr<ParsedRecords>& records, const RecordSource& source)
{
    if (m_answers.empty() || m_answers.back().records != records)
        m_answers.push_back({records, source.id, source.precedence, m_seeing});
    return static_cast<quint32>(m_answers.size() - 1);
}

RecordTable::Appended RecordTable::append(const std::shared_ptr<ParsedRecords>& answer,
    const RecordSource& source, std::size_t from, std::size_t to)
{
    Appended appended;
    appended.firstNew = m_rows.size();
    if (from >= to)
        return appended;
    ++m_revision;
    const quint32 number = answerNumber(answer, source);
    if (!m_idColumns.empty() && m_slots.size() < (m_rows.size() + to - from) * 2)
        growSlots((m_rows.size() + to - from) * 2);
    if (from == 0) { // the other portions follow soon
        for (CellColumn& column : m_columns)
            column.grow(answer->size());
    }
    std::size_t run = from; // records [run, i) are new and not yet in the columns
    const auto addRun = [&](std::size_t end) {
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            m_columns[column].append(answer->columns[column], run, end);
    };
    for (std::size_t i = from; i < to; ++i) {
        const std::size_t hash = hashOf(answer->columns, i);
        quint32* slot = nullptr;
        if (hash != 0) {
            // The rows of the run are known to the slots only once their ids are in the columns.
            const std::size_t mask = m_slots.size() - 1;
            std::size_t at = hash & mask;
            while (m_slots[at] != NoRow) {
                const std::size_t row = m_slots[at];
                const bool isInRun = row >= m_columns.front().size();
                if (isInRun
                        ? isSameId(answer->columns, run + row - m_columns.front().size(), answer->columns, i)
                        : isSameId(m_columns, row, answer->columns, i))
                    break;
                at = (at + 1) & mask;
            }
            slot = &m_slots[at];
        }
        if (!slot || *slot == NoRow) {
            if (slot)
                *slot = static_cast<quint32>(m_rows.size());
            m_rows.push_back({number, static_cast<quint32>(i), NoRow});
            continue;
        }
        const quint32 row = *slot;
        addRun(i);
        run = i + 1;
        if (tell(row, {number, static_cast<quint32>(i), NoRow}) && row < appended.firstNew)
            appended.changed.push_back(row);
    }
    addRun(to);
    if (m_sourcesColumn >= 0) {
        for (std::size_t row = appended.firstNew; row < m_rows.size(); ++row)
            updateSources(row);
    }
    std::sort(appended.changed.begin(), appended.changed.end());
    appended.changed.erase(
        std::unique(appended.changed.begin(), appended.changed.end()), appended.changed.end());
    if (!mayMerge() && to == answer->size())
        answer->columns.clear(); // nobody asks for them again
    return appended;
}

bool RecordTable::tell(std::size_t row, Telling telling)
{
    const Answer& answer = m_answers[telling.answer];
    std::vector<Telling> all = tellings(row);
    std::erase_if(all, [&](const Telling& old) { return m_answers[old.answer].sourceId == answer.sourceId; });
    const auto place = std::upper_bound(
        all.begin(), all.end(), answer.precedence, [this](int precedence, const Telling& other) {
            return precedence < m_answers[other.answer].precedence;
        });
    all.insert(place, telling);
    setTellings(row, std::move(all));
    if (mayMerge())
        return recompute(row);
    bool differs = false;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (static_cast<std::ptrdiff_t>(column) != m_sourcesColumn
            && m_columns[column].assign(row, answer.records->columns[column], telling.record))
            differs = true;
    }
    return updateSources(row) || differs;
}

// The cells of a row from all who told of it: of each the first that knows it.
bool RecordTable::recompute(std::size_t row)
{
    const std::vector<Telling> all = tellings(row);
    bool differs = false;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (static_cast<std::ptrdiff_t>(column) == m_sourcesColumn)
            continue;
        const auto knower = std::find_if(all.cbegin(), all.cend(), [&](const Telling& telling) {
            return m_answers[telling.answer].records->columns[column].isKnown(telling.record);
        });
        CellColumn& cells = m_columns[column];
        if (knower == all.cend())
            differs = cells.assignUnknown(row) || differs;
        else
            differs = cells.assign(row, m_answers[knower->answer].records->columns[column], knower->record)
                || differs;
    }
    return updateSources(row) || differs;
}

bool RecordTable::updateSources(std::size_t row)
{
    if (m_sourcesColumn < 0)
        return false;
    std::string joined;
    for (const Telling& telling : tellings(row)) {
        const QByteArray& id = m_answers[telling.answer].sourceId;
        joined.append(joined.empty() ? "" : ", ");
        joined.append(id.constData(), static_cast<std::size_t>(id.size()));
    }
    return m_columns[static_cast<std::size_t>(m_sourcesColumn)].assignEnum(row, joined);
}

std::vector<RecordTable::Telling> RecordTable::tellings(std::size_t row) const
{
    std::vector<Telling> all {m_rows[row]};
    while (all.back().next != NoRow)
        all.push_back(m_moreTellings[all.back().next]);
    return all;
}

void RecordTable::setTellings(std::size_t row, std::vector<Telling> tellings)
{
    quint32 next = NoRow;
    for (std::size_t i = tellings.size(); i-- > 1;) {
        tellings[i].next = next;
        m_moreTellings.push_back(tellings[i]);
        next = static_cast<quint32>(m_moreTellings.size() - 1);
    }
    m_rows[row] = tellings.front();
    m_rows[row].next = next;
}

} // namespace Telamon
