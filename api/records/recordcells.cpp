// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/recordcells.h"

#include "api/records/isotime.h"
#include "api/records/jsonscalar.h"

#include <cmath>

namespace Telamon {

namespace {
constexpr std::string_view Separator = ", ";

bool holdsPart(std::string_view joined, std::string_view part)
{
    for (std::size_t at = joined.find(part); at != joined.npos; at = joined.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || joined.substr(0, at).ends_with(Separator);
        if (begins && (end == joined.size() || joined.substr(end).starts_with(Separator)))
            return true;
    }
    return false;
}
} // namespace

RecordCells::RecordCells(const Columns& columns, TextArena& arena) : m_arena(arena), m_cells(columns.size())
{
    m_types.reserve(columns.size());
    for (const Column& column : columns)
        m_types.push_back(column.type);
}

void RecordCells::clear()
{
    for (Cell& cell : m_cells)
        cell.rank = NoRank;
}

TextCell RecordCells::textOf(std::string_view token, bool isString)
{
    if (isPlainJson(token)) // nearly always
        return {token.data(), static_cast<quint32>(token.size()), 0};
    if (isString && token.find('\\') != token.npos)
        return m_arena.store(unescapedJson(token));
    return m_arena.store(token);
}

// Leaves the cell alone where the value is of no use.
bool RecordCells::convert(ColumnType type, std::string_view token, bool isString, Cell& cell)
{
    switch (type) {
    case ColumnType::Text:
    case ColumnType::Enum:
        cell.text = textOf(token, isString);
        return true;
    case ColumnType::Integer:
        if (const auto integer = jsonInteger(token)) {
            cell.integer = *integer;
            return true;
        }
        return false;
    case ColumnType::Number:
        if (const auto number = jsonNumber(token)) {
            cell.number = *number;
            return true;
        }
        return false;
    case ColumnType::Time:
        if (const auto time = isString ? parseIsoTime(token) : std::nullopt) {
            cell.integer = *time;
            return true;
        }
        if (const auto epoch = jsonInteger(token)) {
            cell.integer = *epoch;
            return true;
        }
        return false;
    case ColumnType::Flag:
        if (token != "true" && token != "false")
            return false;
        cell.integer = token == "true" ? 1 : 0;
        return true;
    }
    return false;
}

void RecordCells::gather(const FieldTree::Target& target, Cell& into, const Cell& value)
{
    switch (m_types[target.column]) {
    case ColumnType::Text:
    case ColumnType::Enum:
        if (target.joint != Separator || !holdsPart(into.text.view(), value.text.view())) {
            m_joined.assign(into.text.view());
            m_joined += target.joint;
            m_joined += value.text.view();
            into.text = m_arena.store(m_joined);
        }
        return;
    case ColumnType::Integer:
        if (qint64 sum = 0; qAddOverflow(into.integer, value.integer, &sum))
            into.rank = NoRank; // beyond 64 bits: better unknown than wrong
        else
            into.integer = sum;
        return;
    case ColumnType::Number:
        into.number += value.number;
        return;
    case ColumnType::Time:
        into.integer = std::max(into.integer, value.integer);
        return;
    case ColumnType::Flag:
        into.integer = into.integer && value.integer;
    }
}

void RecordCells::take(const FieldTree::Target& target, std::string_view token, bool isString)
{
    if (target.counts) {
        if (!target.equals.empty()) {
            const bool isEqual = isString ? unescapedJson(token) == target.equals : token == target.equals;
            takeCount(target, isEqual ? 1 : 0);
        }
        return;
    }
    Cell& cell = m_cells[target.column];
    if (target.rank > cell.rank)
        return;
    // Nearly always: in place, since a copy of what was just written piecemeal is what the processor waits
    // for.
    if (target.whenSet.empty() && !target.isInSeconds && !(target.gathers && cell.rank == target.rank)) {
        if (convert(m_types[target.column], token, isString, cell))
            cell.rank = target.rank; // a key that is repeated in an object: the last one counts
        return;
    }
    Cell value;
    if (!target.whenSet.empty()) {
        const std::string& text = !isString && token == "false" ? target.whenFalse : target.whenSet;
        if (text.empty())
            return;
        value.text = m_arena.store(text);
    } else if (!convert(m_types[target.column], token, isString, value)) {
        return;
    }
    if (target.isInSeconds && !isString && qMulOverflow(value.integer, qint64 {1000}, &value.integer))
        return;
    if (target.gathers && cell.rank == target.rank) {
        gather(target, cell, value);
        return;
    }
    value.rank = target.rank;
    cell = value;
}

void RecordCells::takeCount(const FieldTree::Target& target, qint64 count)
{
    Cell& cell = m_cells[target.column];
    if (target.rank > cell.rank)
        return;
    if (target.rank < cell.rank)
        cell = Cell {target.rank, {}, 0, 0};
    cell.integer += count;
    cell.number += static_cast<double>(count);
}

void RecordCells::takeText(std::size_t column, quint8 rank, const TextCell& text)
{
    Cell& cell = m_cells[column];
    Cell value;
    if (rank >= cell.rank)
        return;
    if (m_types[column] == ColumnType::Text || m_types[column] == ColumnType::Enum)
        value.text = text;
    else if (!convert(m_types[column], text.view(), true, value))
        return;
    value.rank = rank;
    cell = value;
}

void RecordCells::addTo(std::vector<CellColumn>& columns, const RecordCells* outer)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const bool isOuter = outer && outer->m_cells[i].rank < m_cells[i].rank;
        const Cell& cell = isOuter ? outer->m_cells[i] : m_cells[i];
        if (cell.rank == NoRank)
            columns[i].addUnknown();
        else if (m_types[i] == ColumnType::Text || m_types[i] == ColumnType::Enum)
            columns[i].add(cell.text);
        else if (m_types[i] == ColumnType::Number)
            columns[i].add(cell.number);
        else
            columns[i].add(cell.integer);
    }
}

} // namespace Telamon
