// SPDX-License-Identifier: GPL-3.0-or-later
// RecordTable: which rows there are, found and let go of.
#include "api/records/recordtable.h"

#include <algorithm>

namespace Telamon {

namespace {
constexpr std::size_t FewRecords = 256; // of an answer
constexpr std::size_t LittleOf = 4; // a quarter of an answer, and less
} // namespace

void RecordTable::beginSeeing()
{
    ++m_seeing;
}

// How many of those who told of a row did so since beginSeeing().
RecordTable::Seen RecordTable::seen(std::size_t row) const
{
    Seen seen;
    for (const Telling* telling = &m_rows[row];; telling = &m_moreTellings[telling->next]) {
        const bool isSeen = m_answers[telling->answer].seeing == m_seeing;
        seen.byAny = seen.byAny || isSeen;
        seen.byAll = seen.byAll && isSeen;
        if (telling->next == NoRow)
            return seen;
    }
}

std::vector<quint32> RecordTable::seenRows() const
{
    std::vector<quint32> rows;
    rows.reserve(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (seen(row).byAny)
            rows.push_back(static_cast<quint32>(row));
    }
    return rows;
}

std::vector<quint32> RecordTable::removeUnseen(
    std::vector<quint32>& changed, const std::vector<quint8>& staying)
{
    ++m_revision;
    std::vector<quint32> kept;
    kept.reserve(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const Seen isSeen = seen(row);
        const bool isStaying = row < staying.size() && staying[row] != 0;
        if (!isSeen.byAny && !isStaying)
            continue;
        if (isSeen.byAny && !isSeen.byAll) {
            std::vector<Telling> left = tellings(row);
            std::erase_if(left,
                [this](const Telling& telling) { return m_answers[telling.answer].seeing != m_seeing; });
            setTellings(row, std::move(left));
            if (mayMerge() ? recompute(row) : updateSources(row))
                changed.push_back(static_cast<quint32>(kept.size()));
        }
        kept.push_back(static_cast<quint32>(row));
    }
    if (kept.size() < m_rows.size()) {
        for (std::size_t i = 0; i < kept.size(); ++i)
            m_rows[i] = m_rows[kept[i]];
        m_rows.resize(kept.size());
        for (CellColumn& column : m_columns)
            column.keepRows(kept);
        m_slots.clear();
        growSlots(m_rows.size() * 2);
    }
    if (!staying.empty() && !mayMerge())
        gatherLeftovers();
    forgetUnusedAnswers();
    return kept;
}

// What is left of answers that others have mostly replaced moves into one, or a list that is read again and
// again would hold all that was ever sent.
void RecordTable::gatherLeftovers()
{
    std::vector<std::size_t> left(m_answers.size(), 0);
    for (const Telling& row : m_rows)
        ++left[row.answer];
    const auto isLeftover = [this, &left](quint32 answer) {
        const std::size_t size = m_answers[answer].records->size();
        return m_answers[answer].seeing != m_seeing && (size < FewRecords || left[answer] * LittleOf <= size);
    };
    std::vector<quint32> rows;
    bool isWorthIt = false; // more than one answer, or one that holds more
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const quint32 answer = m_rows[row].answer;
        if (!isLeftover(answer))
            continue;
        isWorthIt = isWorthIt || left[answer] < m_answers[answer].records->size()
            || (!rows.empty() && m_rows[rows.front()].answer != answer);
        rows.push_back(static_cast<quint32>(row));
    }
    if (!isWorthIt)
        return;
    auto gathered = std::make_shared<ParsedRecords>();
    Answer whole = m_answers[m_rows[rows.front()].answer];
    for (CellColumn& column : m_columns) {
        if (column.type() != ColumnType::Text)
            continue;
        CellColumn moved(ColumnType::Text);
        for (const quint32 row : rows) {
            const TextCell& text = column.text(row);
            moved.add(text.isKnown() ? gathered->arena.store(text.view()) : TextCell());
        }
        for (std::size_t i = 0; i < rows.size(); ++i)
            column.assign(rows[i], moved, i);
    }
    for (const quint32 row : rows) {
        const ParsedRecords& from = *m_answers[m_rows[row].answer].records;
        const ParsedRecords::Span span = from.spans[m_rows[row].record];
        m_rows[row] = {static_cast<quint32>(m_answers.size()), static_cast<quint32>(gathered->size()), NoRow};
        gathered->spans.push_back({static_cast<quint32>(gathered->bytes.size()), span.size});
        gathered->bytes.append(from.bytes.constData() + span.offset, static_cast<qsizetype>(span.size));
    }
    whole.records = gathered;
    m_answers.push_back(std::move(whole));
}

// An answer's bytes stay only while a row stands on them.
void RecordTable::forgetUnusedAnswers()
{
    std::vector<bool> isUsed(m_answers.size(), false);
    std::vector<Telling> more;
    for (Telling& row : m_rows) {
        isUsed[row.answer] = true;
        for (quint32 next = row.next; next != NoRow; next = more.back().next) {
            more.push_back(m_moreTellings[next]);
            isUsed[more.back().answer] = true;
        }
    }
    std::vector<quint32> numbers(m_answers.size(), 0);
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (!isUsed[i])
            continue;
        numbers[i] = static_cast<quint32>(answers.size());
        answers.push_back(std::move(m_answers[i]));
    }
    // The chains were copied row by row, so each one's members now follow one another.
    std::size_t at = 0;
    for (Telling& row : m_rows) {
        row.answer = numbers[row.answer];
        quint32* link = &row.next;
        while (*link != NoRow) {
            *link = static_cast<quint32>(at);
            more[at].answer = numbers[more[at].answer];
            link = &more[at].next;
            ++at;
        }
    }
    m_moreTellings = std::move(more);
    m_answers = std::move(answers);
}

void RecordTable::clear()
{
    ++m_revision;
    for (CellColumn& column : m_columns)
        column.clear();
    m_rows.clear();
    m_moreTellings.clear();
    m_slots.clear();
    m_answers.clear();
}

QByteArray RecordTable::idOf(std::size_t row) const
{
    QByteArray id;
    bool isKnown = false;
    bool isFirst = true;
    for (const std::size_t column : m_idColumns) {
        const TextCell text = m_columns[column].textOrEnum(row);
        if (!isFirst)
            id += '\x1f';
        isFirst = false;
        isKnown = isKnown || text.isKnown();
        id.append(text.data, static_cast<qsizetype>(text.size));
    }
    return isKnown ? id : QByteArray();
}

quint32 RecordTable::rowOf(const QByteArray& id) const
{
    if (id.isEmpty() || m_slots.empty())
        return NoRow;
    // The same hash as a row's: over the parts, one by one.
    std::vector<CellColumn> columns;
    TextArena arena;
    const QList<QByteArray> parts = id.split('\x1f');
    if (parts.size() != static_cast<qsizetype>(m_idColumns.size()))
        return NoRow;
    for (const CellColumn& column : m_columns)
        columns.emplace_back(column.type());
    for (std::size_t i = 0; i < m_idColumns.size(); ++i) {
        const QByteArray& part = parts[static_cast<qsizetype>(i)];
        columns[m_idColumns[i]].add(part.isEmpty()
                ? TextCell()
                : arena.store({part.constData(), static_cast<std::size_t>(part.size())}));
    }
    const std::size_t hash = hashOf(columns, 0);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; hash != 0 && m_slots[at] != NoRow; at = (at + 1) & mask) {
        if (isSameId(m_columns, m_slots[at], columns, 0))
            return m_slots[at];
    }
    return NoRow;
}

QList<QPair<QByteArray, QByteArray>> RecordTable::json(std::size_t row) const
{
    QList<QPair<QByteArray, QByteArray>> out;
    for (const Telling& telling : tellings(row)) {
        const Answer& answer = m_answers[telling.answer];
        const ParsedRecords::Span span = answer.records->spans[telling.record];
        out.emplace_back(answer.sourceId, answer.records->bytes.sliced(span.offset, span.size));
    }
    return out;
}

std::size_t RecordTable::bytes() const
{
    std::size_t sum = m_rows.capacity() * sizeof(Telling) + m_moreTellings.capacity() * sizeof(Telling)
        + m_slots.capacity() * sizeof(quint32);
    for (const CellColumn& column : m_columns)
        sum += column.bytes();
    for (const Answer& answer : m_answers) {
        sum += static_cast<std::size_t>(answer.records->bytes.capacity()) + answer.records->arena.capacity()
            + answer.records->spans.capacity() * sizeof(ParsedRecords::Span);
        for (const CellColumn& column : answer.records->columns)
            sum += column.bytes();
    }
    return sum;
}

} // namespace Telamon
