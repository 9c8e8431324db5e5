// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"
#include "api/records/text.h"

#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Telamon {

// The distinct texts of an Enum column, kept once each, found by number.
class EnumTexts {
public:
    static constexpr quint32 Unknown = 0xffffffff;

    quint32 numberOf(std::string_view text); // adds it where it is new
    std::size_t size() const { return m_texts.size(); }
    const TextCell& at(quint32 number) const { return m_texts[number]; }

private:
    TextArena m_arena;
    std::vector<TextCell> m_texts;
    std::unordered_map<std::string_view, quint32> m_numbers;
    quint32 m_last = Unknown; // neighbours are often the same
};

// All values of one column as one vector of its type. What is not known is marked inside the vector: a text
// without data, EnumTexts::Unknown, UnknownInteger (also for times), NaN, UnknownFlag.
class CellColumn {
public:
    static constexpr qint64 UnknownInteger = std::numeric_limits<qint64>::min();
    static constexpr qint8 UnknownFlag = -1;

    explicit CellColumn(ColumnType type) : m_type(type) { }

    // The same values; texts by address, those of an Enum column as texts of its own.
    CellColumn copy() const;

    ColumnType type() const { return m_type; }
    std::size_t size() const;
    std::size_t bytes() const; // memory held by the vector
    bool isKnown(std::size_t row) const;

    const TextCell& text(std::size_t row) const { return m_texts[row]; } // Text
    quint32 enumNumber(std::size_t row) const { return m_enums[row]; } // Enum
    const EnumTexts& enumTexts() const { return m_enumTexts; }
    TextCell textOrEnum(std::size_t row) const; // Text and Enum
    qint64 integer(std::size_t row) const { return m_integers[row]; } // Integer, Time
    double number(std::size_t row) const { return m_numbers[row]; } // Number
    qint8 flag(std::size_t row) const { return m_flags[row]; } // Flag

    void add(const TextCell& text); // Text, Enum
    void add(qint64 integer); // Integer, Time, Flag
    void add(double number); // Number
    void addUnknown();

    void reserve(std::size_t rows);
    void grow(std::size_t rows); // room for so many more
    // Rows [from, to) of another column of the same type, at the end of this.
    void append(const CellColumn& other, std::size_t from, std::size_t to);
    // Takes over one value; true where it differs from the one before. The text is taken by address.
    bool assign(std::size_t row, const CellColumn& other, std::size_t otherRow);
    bool assignUnknown(std::size_t row);
    bool assignEnum(std::size_t row, std::string_view text);
    void keepRows(const std::vector<quint32>& rows); // ascending; all others go
    void clear();

private:
    template <typename Visitor> decltype(auto) visit(Visitor&& visitor);
    quint32 translated(const EnumTexts& other, quint32 number);

    ColumnType m_type;
    std::vector<TextCell> m_texts;
    std::vector<quint32> m_enums;
    std::vector<qint64> m_integers;
    std::vector<double> m_numbers;
    std::vector<qint8> m_flags;
    EnumTexts m_enumTexts;
};

} // namespace Telamon
