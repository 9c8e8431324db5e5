// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordorder.h"

#include "models/enumranks.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace Telamon {

namespace {
constexpr std::size_t SmallestRadix = 1000; // entries; fewer are compared
constexpr std::size_t MostNamed = 20'000; // rows; of more nobody reads those of one kind by name

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

// As a number that orders as the texts do: seven bytes, and how long a shorter text is.
quint64 firstBytes(std::string_view text)
{
    constexpr std::size_t size = 7;
    std::array<char, size + 1> bytes {};
    std::copy_n(text.data(), std::min(text.size(), size), bytes.begin());
    bytes.back() = static_cast<char>(std::min(text.size(), size + 1));
    return qFromBigEndian<quint64>(bytes.data());
}

// Where each row stands by the first text column, which names it; nothing where there is no such column.
std::vector<quint32> namePlaces(const RecordTable& table)
{
    const Columns& columns = table.columns();
    const auto name = std::find_if(columns.cbegin(), columns.cend(),
        [](const Column& column) { return column.type == ColumnType::Text; });
    if (name == columns.cend() || table.size() > MostNamed)
        return {};
    RecordOrder order;
    order.setColumn(name - columns.cbegin(), false);
    order.rebuild(table);
    std::vector<quint32> places(table.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[order.rows()[i]] = static_cast<quint32>(i);
    return places;
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
    sortAdded();
    std::vector<quint32> merged;
    merged.reserve(table.size());
    std::size_t old = 0;
    for (const Entry& entry : m_added) {
        while (old < m_knownCount && isLess(m_rows[old], entry.row))
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
    const bool isEnum = cells.type() == ColumnType::Enum;
    const std::vector<quint64> ranks = isEnum
        ? enumRanks(cells.enumTexts(), table.columns()[static_cast<std::size_t>(m_column)])
        : std::vector<quint64>();
    const std::vector<quint32> places = isEnum ? namePlaces(table) : std::vector<quint32>();
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
            m_tails[row] = {static_cast<quint32>(begin), static_cast<quint32>(m_tailBytes.size() - begin)};
            break;
        }
        case ColumnType::Enum:
            key = ranks[cells.enumNumber(row)] << 32;
            if (!places.empty()) // by name within a kind, whichever way the kinds are sorted
                key |= m_isDescending ? ~places[row] : places[row];
            break;
        case ColumnType::Number:
            key = orderedBits(cells.number(row));
            break;
        case ColumnType::Flag:
            key = static_cast<quint64>(static_cast<quint8>(cells.flag(row)));
            break;
        case ColumnType::Integer:
        case ColumnType::Time:
            key = orderedBits(cells.integer(row));
        }
        m_keys[row] = key;
        m_added.push_back({key, static_cast<quint32>(row)});
    }
    if (m_isText && !m_added.empty())
        addTextKeys();
}

void RecordOrder::addTextKeys()
{
    std::size_t common = commonSize(0, m_added.size(), 0);
    if (m_knownCount > 0) {
        common = std::min(common, m_common);
        const std::string_view old = tail(m_rows.front(), 0).substr(0, common);
        const std::string_view added = tail(m_added.front().row, 0).substr(0, common);
        common = static_cast<std::size_t>(
            std::mismatch(old.begin(), old.end(), added.begin()).first - old.begin());
        for (std::size_t i = 0; common < m_common && i < m_knownCount; ++i)
            m_keys[m_rows[i]] = firstBytes(tail(m_rows[i], common));
    }
    m_common = common;
    for (Entry& entry : m_added)
        m_keys[entry.row] = entry.key = firstBytes(tail(entry.row, m_common));
}

void RecordOrder::sortAdded()
{
    sortByKey(0, m_added.size());
    if (m_isText)
        sortAddedTexts();
}

// Texts of one column begin alike and are often the same. So of those that the bytes so far do not tell
// apart, what all have in common is skipped, and the next bytes after it are sorted by, and so on: nothing
// but numbers that lie side by side is compared.
void RecordOrder::sortAddedTexts()
{
    struct Run {
        std::size_t first;
        std::size_t last; // behind the last
        std::size_t known; // bytes in which its texts are the same
    };
    std::vector<Run> waiting;
    const auto addRuns = [&](const Run& sorted) {
        for (std::size_t first = sorted.first; first < sorted.last;) {
            std::size_t last = first + 1;
            while (last < sorted.last && m_added[last].key == m_added[first].key)
                ++last;
            if (last - first > 1)
                waiting.push_back({first, last, sorted.known});
            first = last;
        }
    };
    addRuns({0, m_added.size(), m_common});
    while (!waiting.empty()) {
        Run run = waiting.back();
        waiting.pop_back();
        run.known = commonSize(run.first, run.last, run.known);
        bool differs = false;
        for (std::size_t i = run.first; i < run.last; ++i) {
            const std::string_view rest = tail(m_added[i].row, run.known);
            m_added[i].key = firstBytes(rest);
            differs = differs || !rest.empty();
        }
        if (!differs)
            continue; // the same text in all, and the rows are in their order
        sortByKey(run.first, run.last);
        addRuns(run);
    }
}

void RecordOrder::sortByKey(std::size_t first, std::size_t last)
{
    Entry* entries = m_added.data() + first;
    const std::size_t count = last - first;
    if (count >= SmallestRadix) {
        sortByBytes(entries, count, m_isDescending);
        return;
    }
    std::sort(entries, entries + count, [this](const Entry& a, const Entry& b) {
        return a.key != b.key ? (a.key < b.key) != m_isDescending : a.row < b.row;
    });
}

// Byte after byte of the keys, the least first. Rows of the same key stay as they are, which is in their
// order.
void RecordOrder::sortByBytes(Entry* entries, std::size_t count, bool isDescending)
{
    constexpr std::size_t KeySize = sizeof(Entry::key);
    const quint64 turned = isDescending ? ~0ULL : 0;
    const auto byteOf = [turned](const Entry& entry, std::size_t byte) {
        return static_cast<std::size_t>((entry.key ^ turned) >> (8 * byte) & 0xff);
    };
    std::array<std::array<std::size_t, 256>, KeySize> places {};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t byte = 0; byte < KeySize; ++byte)
            ++places[byte][byteOf(entries[i], byte)];
    }
    std::vector<Entry> other(count);
    Entry* from = entries;
    Entry* to = other.data();
    for (std::size_t byte = 0; byte < KeySize; ++byte) {
        std::array<std::size_t, 256>& place = places[byte];
        if (place[byteOf(*from, byte)] == count)
            continue; // the same in all
        std::exclusive_scan(place.begin(), place.end(), place.begin(), std::size_t {0});
        for (std::size_t i = 0; i < count; ++i)
            to[place[byteOf(from[i], byte)]++] = from[i];
        std::swap(from, to);
    }
    if (from != entries)
        std::copy_n(from, count, entries);
}

std::string_view RecordOrder::tail(quint32 row, std::size_t from) const
{
    const Tail& tail = m_tails[row];
    return std::string_view(m_tailBytes.constData() + tail.offset, tail.size).substr(from);
}

// How far the texts of m_added [first, last) are the same, which they are for the first `from` bytes.
std::size_t RecordOrder::commonSize(std::size_t first, std::size_t last, std::size_t from) const
{
    std::string_view common = tail(m_added[first].row, from);
    for (std::size_t i = first + 1; i < last && !common.empty(); ++i) {
        const std::string_view other = tail(m_added[i].row, from);
        if (other.starts_with(common))
            continue;
        const auto [end, otherEnd] = std::mismatch(common.begin(), common.end(), other.begin(), other.end());
        common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
    }
    return from + common.size();
}

bool RecordOrder::isLess(quint32 a, quint32 b) const
{
    if (m_keys[a] != m_keys[b])
        return (m_keys[a] < m_keys[b]) != m_isDescending;
    if (m_isText) {
        if (const int order = tail(a, m_common).compare(tail(b, m_common)); order != 0)
            return (order < 0) != m_isDescending;
    }
    return a < b;
}

} // namespace Telamon
