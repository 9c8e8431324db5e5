// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordorder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace Telamon {

namespace {
// Orders as the numbers do.
quint64 orderedBits(double number)
{
    const auto bits = std::bit_cast<quint64>(number + 0.0); // -0 is 0
    return bits >> 63 ? ~bits : bits | (1ULL << 63);
}
quint64 orderedBits(qint64 integer)
{
    return static_cast<quint64>(integer) ^ (1ULL << 63);
}

quint64 firstBytes(const char* key, std::size_t size)
{
    quint64 first = 0;
    for (std::size_t i = 0; i < 8; ++i)
        first = first << 8 | (i < size ? static_cast<unsigned char>(key[i]) : 0U);
    return first;
}

// Where each of an Enum column's texts stands among them.
std::vector<quint64> enumRanks(const EnumTexts& texts)
{
    std::vector<QByteArray> keys(texts.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        appendSortKey(texts.at(static_cast<quint32>(i)), keys[i]);
    std::vector<std::size_t> sorted(keys.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::sort(
        sorted.begin(), sorted.end(), [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<quint64> ranks(keys.size());
    for (std::size_t i = 0; i < sorted.size(); ++i)
        ranks[sorted[i]] = i > 0 && keys[sorted[i]] == keys[sorted[i - 1]] ? ranks[sorted[i - 1]] : i;
    return ranks;
}
} // namespace

void RecordOrder::setColumn(std::ptrdiff_t column, bool isDescending)
{
    m_column = column;
    m_isDescending = isDescending;
}

std::size_t RecordOrder::bytes() const
{
    return m_rows.capacity() * sizeof(quint32) + m_keys.capacity() * sizeof(quint64)
        + m_tails.capacity() * sizeof(Tail) + static_cast<std::size_t>(m_tailBytes.capacity());
}

void RecordOrder::rebuild(const RecordTable& table)
{
    m_rows.clear();
    m_knownCount = 0;
    m_keys.clear();
    m_tails.clear();
    m_tailBytes.clear();
    m_isText = m_column >= 0 && table.column(static_cast<std::size_t>(m_column)).type() == ColumnType::Text;
    extend(table);
}

void RecordOrder::extend(const RecordTable& table)
{
    const std::size_t from = m_rows.size();
    if (m_column < 0) {
        m_rows.resize(table.size());
        std::iota(
            m_rows.begin() + static_cast<std::ptrdiff_t>(from), m_rows.end(), static_cast<quint32>(from));
        return;
    }
    const CellColumn& cells = table.column(static_cast<std::size_t>(m_column));
    if (cells.type() == ColumnType::Enum && from > 0) {
        rebuild(table); // a new text moves the ranks of all
        return;
    }
    addKeys(table, from);
    const auto less = [this](const Entry& a, const Entry& b) { return isLess(a, b); };
    std::sort(m_added.begin(), m_added.end(), less);
    std::vector<quint32> merged;
    merged.reserve(table.size());
    std::size_t old = 0;
    for (const Entry& entry : m_added) {
        while (old < m_knownCount && less({m_keys[m_rows[old]], m_rows[old]}, entry))
            merged.push_back(m_rows[old++]);
        merged.push_back(entry.row);
    }
    const auto oldBegin = m_rows.cbegin() + static_cast<std::ptrdiff_t>(old);
    merged.insert(merged.end(), oldBegin, m_rows.cend()); // the unknown ones among them
    merged.insert(merged.end(), m_addedUnknown.cbegin(), m_addedUnknown.cend());
    m_knownCount += m_added.size();
    m_rows = std::move(merged);
    m_added = {};
    m_addedUnknown = {};
}

void RecordOrder::addKeys(const RecordTable& table, std::size_t from)
{
    const CellColumn& cells = table.column(static_cast<std::size_t>(m_column));
    const std::vector<quint64> ranks =
        cells.type() == ColumnType::Enum ? enumRanks(cells.enumTexts()) : std::vector<quint64>();
    m_keys.resize(table.size());
    if (m_isText)
        m_tails.resize(table.size());
    m_added.reserve(table.size() - from);
    for (std::size_t row = from; row < table.size(); ++row) {
        if (!cells.isKnown(row)) {
            m_addedUnknown.push_back(static_cast<quint32>(row));
            continue;
        }
        quint64 key = 0;
        switch (cells.type()) {
        case ColumnType::Text: {
            const qsizetype begin = m_tailBytes.size();
            appendSortKey(cells.text(row), m_tailBytes);
            const auto size = static_cast<std::size_t>(m_tailBytes.size() - begin);
            key = firstBytes(m_tailBytes.constData() + begin, size);
            m_tails[row] = {static_cast<quint32>(begin), static_cast<quint32>(size)};
            break;
        }
        case ColumnType::Enum:
            key = ranks[cells.enumNumber(row)];
            break;
        case ColumnType::Number:
            key = orderedBits(cells.number(row));
            break;
        case ColumnType::Flag:
            key = static_cast<quint64>(cells.flag(row));
            break;
        case ColumnType::Integer:
        case ColumnType::Time:
            key = orderedBits(cells.integer(row));
        }
        m_keys[row] = key;
        m_added.push_back({key, static_cast<quint32>(row)});
    }
}

bool RecordOrder::isLess(const Entry& a, const Entry& b) const
{
    if (a.key != b.key)
        return (a.key < b.key) != m_isDescending;
    if (m_isText) {
        const Tail& x = m_tails[a.row];
        const Tail& y = m_tails[b.row];
        const int order = std::string_view(m_tailBytes.constData() + x.offset, x.size)
                              .compare(std::string_view(m_tailBytes.constData() + y.offset, y.size));
        if (order != 0)
            return (order < 0) != m_isDescending;
    }
    return a.row < b.row;
}

} // namespace Telamon
