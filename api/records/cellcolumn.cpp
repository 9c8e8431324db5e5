// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/cellcolumn.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Telamon {

namespace {
constexpr double UnknownNumber = std::numeric_limits<double>::quiet_NaN();

bool isSame(const TextCell& a, const TextCell& b)
{
    return a.isKnown() == b.isKnown() && a.view() == b.view();
}
bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || !(a < b || b < a);
}
template <typename T> bool isSame(T a, T b)
{
    return a == b;
}

template <typename T> bool replace(T& value, const T& with)
{
    const bool differs = !isSame(value, with);
    value = with; // also where equal: the text's bytes lie elsewhere now
    return differs;
}

template <typename T>
void appendRange(std::vector<T>& to, const std::vector<T>& from, std::size_t first, std::size_t last)
{
    to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(first),
        from.begin() + static_cast<std::ptrdiff_t>(last));
}
} // namespace

quint32 EnumTexts::numberOf(std::string_view text)
{
    if (m_last != Unknown && m_texts[m_last].view() == text)
        return m_last;
    if (const auto found = m_numbers.find(text); found != m_numbers.end()) {
        m_last = found->second;
        return m_last;
    }
    m_texts.push_back(m_arena.store(text));
    m_last = static_cast<quint32>(m_texts.size() - 1);
    m_numbers.emplace(m_texts.back().view(), m_last);
    return m_last;
}

template <typename Visitor> decltype(auto) CellColumn::visit(Visitor&& visitor)
{
    switch (m_type) {
    case ColumnType::Text:
        return visitor(m_texts);
    case ColumnType::Enum:
        return visitor(m_enums);
    case ColumnType::Number:
        return visitor(m_numbers);
    case ColumnType::Flag:
        return visitor(m_flags);
    case ColumnType::Integer:
    case ColumnType::Time:
        break;
    }
    return visitor(m_integers);
}

CellColumn CellColumn::copy() const
{
    CellColumn copy(m_type);
    copy.m_texts = m_texts;
    copy.m_enums = m_enums;
    copy.m_integers = m_integers;
    copy.m_numbers = m_numbers;
    copy.m_flags = m_flags;
    for (std::size_t i = 0; i < m_enumTexts.size(); ++i)
        copy.m_enumTexts.numberOf(m_enumTexts.at(static_cast<quint32>(i)).view()); // the same number
    return copy;
}

std::size_t CellColumn::size() const
{
    return const_cast<CellColumn*>(this)->visit([](const auto& cells) { return cells.size(); });
}

std::size_t CellColumn::bytes() const
{
    return const_cast<CellColumn*>(this)->visit(
        [](const auto& cells) { return cells.capacity() * sizeof(cells.front()); });
}

bool CellColumn::isKnown(std::size_t row) const
{
    switch (m_type) {
    case ColumnType::Text:
        return m_texts[row].isKnown();
    case ColumnType::Enum:
        return m_enums[row] != EnumTexts::Unknown;
    case ColumnType::Number:
        return !std::isnan(m_numbers[row]);
    case ColumnType::Flag:
        return m_flags[row] != UnknownFlag;
    case ColumnType::Integer:
    case ColumnType::Time:
        break;
    }
    return m_integers[row] != UnknownInteger;
}

TextCell CellColumn::textOrEnum(std::size_t row) const
{
    if (m_type == ColumnType::Text)
        return m_texts[row];
    if (m_type == ColumnType::Enum && m_enums[row] != EnumTexts::Unknown)
        return m_enumTexts.at(m_enums[row]);
    return {};
}

void CellColumn::add(const TextCell& text)
{
    if (m_type == ColumnType::Text)
        m_texts.push_back(text);
    else
        m_enums.push_back(text.isKnown() ? m_enumTexts.numberOf(text.view()) : EnumTexts::Unknown);
}

void CellColumn::add(qint64 integer)
{
    if (m_type == ColumnType::Flag)
        m_flags.push_back(static_cast<qint8>(integer));
    else
        m_integers.push_back(integer);
}

void CellColumn::add(double number)
{
    m_numbers.push_back(number);
}

void CellColumn::addUnknown()
{
    switch (m_type) {
    case ColumnType::Text:
        m_texts.emplace_back();
        return;
    case ColumnType::Enum:
        m_enums.push_back(EnumTexts::Unknown);
        return;
    case ColumnType::Number:
        m_numbers.push_back(UnknownNumber);
        return;
    case ColumnType::Flag:
        m_flags.push_back(UnknownFlag);
        return;
    case ColumnType::Integer:
    case ColumnType::Time:
        m_integers.push_back(UnknownInteger);
    }
}

void CellColumn::reserve(std::size_t rows)
{
    visit([rows](auto& cells) { cells.reserve(rows); });
}

void CellColumn::grow(std::size_t rows)
{
    visit([rows](auto& cells) {
        if (const std::size_t needed = cells.size() + rows; needed > cells.capacity())
            cells.reserve(std::max(needed, cells.size() + cells.size() / 2));
    });
}

quint32 CellColumn::translated(const EnumTexts& other, quint32 number)
{
    return number == EnumTexts::Unknown ? number : m_enumTexts.numberOf(other.at(number).view());
}

void CellColumn::append(const CellColumn& other, std::size_t from, std::size_t to)
{
    switch (m_type) {
    case ColumnType::Text:
        appendRange(m_texts, other.m_texts, from, to);
        return;
    case ColumnType::Enum: {
        std::vector<quint32> numbers(other.m_enumTexts.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = translated(other.m_enumTexts, static_cast<quint32>(i));
        for (std::size_t row = from; row < to; ++row) {
            const quint32 number = other.m_enums[row];
            m_enums.push_back(number == EnumTexts::Unknown ? number : numbers[number]);
        }
        return;
    }
    case ColumnType::Number:
        appendRange(m_numbers, other.m_numbers, from, to);
        return;
    case ColumnType::Flag:
        appendRange(m_flags, other.m_flags, from, to);
        return;
    case ColumnType::Integer:
    case ColumnType::Time:
        appendRange(m_integers, other.m_integers, from, to);
    }
}

bool CellColumn::assign(std::size_t row, const CellColumn& other, std::size_t otherRow)
{
    switch (m_type) {
    case ColumnType::Text:
        return replace(m_texts[row], other.m_texts[otherRow]);
    case ColumnType::Enum:
        return replace(m_enums[row], translated(other.m_enumTexts, other.m_enums[otherRow]));
    case ColumnType::Number:
        return replace(m_numbers[row], other.m_numbers[otherRow]);
    case ColumnType::Flag:
        return replace(m_flags[row], other.m_flags[otherRow]);
    case ColumnType::Integer:
    case ColumnType::Time:
        break;
    }
    return replace(m_integers[row], other.m_integers[otherRow]);
}

bool CellColumn::assignUnknown(std::size_t row)
{
    switch (m_type) {
    case ColumnType::Text:
        return replace(m_texts[row], TextCell());
    case ColumnType::Enum:
        return replace(m_enums[row], EnumTexts::Unknown);
    case ColumnType::Number:
        return replace(m_numbers[row], UnknownNumber);
    case ColumnType::Flag:
        return replace(m_flags[row], UnknownFlag);
    case ColumnType::Integer:
    case ColumnType::Time:
        break;
    }
    return replace(m_integers[row], UnknownInteger);
}

bool CellColumn::assignEnum(std::size_t row, std::string_view text)
{
    return replace(m_enums[row], m_enumTexts.numberOf(text));
}

void CellColumn::keepRows(const std::vector<quint32>& rows)
{
    visit([&rows](auto& cells) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            cells[i] = cells[rows[i]];
        cells.resize(rows.size());
    });
}

void CellColumn::clear()
{
    *this = CellColumn(m_type);
}

} // namespace Telamon
