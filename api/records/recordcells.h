// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/fieldtree.h"
#include "api/records/parsedrecords.h"

namespace Telamon {

// The values of the one record that the parser is walking, until they are added to the columns.
class RecordCells {
public:
    RecordCells(const Columns& columns, TextArena& arena);

    void clear();
    // A scalar as it stands in the JSON, without white space around it. `isString`: what is between the
    // quotes.
    void take(const FieldTree::Target& target, std::string_view token, bool isString);
    void takeCount(const FieldTree::Target& target, qint64 count);
    void takeText(std::size_t column, quint8 rank, const TextCell& text); // a literal or a known value
    // Adds a row; of each column the better of this record's and its outer record's value.
    void addTo(std::vector<CellColumn>& columns, const RecordCells* outer);

private:
    struct Cell {
        quint8 rank = NoRank;
        TextCell text;
        qint64 integer = 0;
        double number = 0;
    };
    static constexpr quint8 NoRank = 0xff;

    bool convert(ColumnType type, std::string_view token, bool isString, Cell& cell);
    TextCell textOf(std::string_view token, bool isString);
    void gather(const FieldTree::Target& target, Cell& into, const Cell& value);

    TextArena& m_arena;
    std::vector<ColumnType> m_types;
    std::vector<Cell> m_cells;
    std::string m_joined;
};

} // namespace Telamon
