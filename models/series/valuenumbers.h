// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace Telamon {

// The distinct values of a Text, Enum or Flag column, numbered as they are met. Texts are looked at, not
// copied: the column outlives this.
class ValueNumbers {
public:
    struct Value {
        std::string_view text; // of a flag: "yes" or "no"
        bool isKnown = true;
        double weight = 0; // how much of what is counted
    };

    // `group`: the part of a text that tells it apart; null: the whole. Without a column all rows are one.
    ValueNumbers(const CellColumn* cells, std::string_view (*group)(std::string_view));

    quint32 numberOf(std::size_t row);
    std::vector<Value>& values() { return m_values; }

private:
    quint32 numberOfText(std::string_view text);
    quint32 unknown();

    static constexpr quint32 None = 0xffffffff;
    const CellColumn* m_cells;
    std::string_view (*m_group)(std::string_view);
    std::vector<Value> m_values;
    std::unordered_map<std::string_view, quint32> m_numbers;
    std::vector<quint32> m_byEnum; // numbers of enum texts; None: not met yet
    quint32 m_unknown = None;
};

} // namespace Telamon
