// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"

namespace Telamon {

// The rows of a table in the order of one column. Ties stay in the order in which the records came, those
// of an Enum column are in that of the first Text column; unknown values are last in either direction. Keys
// are computed once and kept while the order is.
class RecordOrder {
public:
    // -1: the order in which the records came.
    void setColumn(std::ptrdiff_t column, bool isDescending);
    std::ptrdiff_t column() const { return m_column; }
    bool isDescending() const { return m_isDescending; }

    void rebuild(const RecordTable& table); // after any change
    void extend(const RecordTable& table); // after rows were added at the end only
    const std::vector<quint32>& rows() const { return m_rows; }
    std::size_t bytes() const; // memory held

private:
    struct Entry {
        quint64 key = 0; // the whole key of numbers, some bytes of a text
        quint32 row = 0;
    };
    struct Tail { // a text's whole key
        quint32 offset = 0;
        quint32 size = 0;
    };

    void addKeys(const RecordTable& table, std::size_t from);
    void addTextKeys();
    void sortAdded();
    void sortAddedTexts();
    void sortByKey(std::size_t first, std::size_t last); // of m_added
    static void sortByBytes(Entry* entries, std::size_t count, bool isDescending);
    std::string_view tail(quint32 row, std::size_t from) const;
    std::size_t commonSize(std::size_t first, std::size_t last, std::size_t from) const;
    bool isLess(quint32 a, quint32 b) const;

    std::ptrdiff_t m_column = -1;
    bool m_isDescending = false;
    bool m_isText = false;
    std::vector<quint32> m_rows;
    std::size_t m_knownCount = 0; // of m_rows, before the unknown ones
    std::vector<quint64> m_keys; // by row
    std::vector<Tail> m_tails; // by row, of texts
    QByteArray m_tailBytes;
    std::size_t m_common = 0; // bytes with which all texts begin
    std::vector<Entry> m_added; // the rows not yet in m_rows
    std::vector<quint32> m_addedUnknown;
};

} // namespace Telamon
