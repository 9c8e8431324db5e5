// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"

#include <functional>

namespace Telamon {

// What a person typed to narrow a table: words that must all occur, in any column or in one ("status:open"),
// comparisons ("size:>1GiB", "created:<7d"), exclusions ("-paused"), quoted texts; and how much a row needs a
// person, which no cell says ("attention:warning").
class Filter {
public:
    // Same: the text as a cell shows it, to the letter ("user:==Anna").
    enum class Test : quint8 { Contains, IsKnown, Same, Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

    static constexpr std::ptrdiff_t AttentionColumn = -2;
    // How much a row needs a person, as RecordModel::Attention.
    using AttentionOf = std::function<int(std::size_t row)>;

    struct Term {
        std::ptrdiff_t column = -1; // -1: any
        bool isExcluding = false;
        Test test = Test::Contains;
        QByteArray text; // for texts: folded, or the same
        qint64 integer = 0; // for integers, times, flags and the attention
        double number = 0; // for numbers
        bool isLikeNumber = false; // may occur in a number or a time

        bool operator==(const Term&) const = default;
    };

    // `now` is what ages ("<7d") are counted from. The error is a sentence for the person who typed.
    static Result<Filter, QString> parse(const QString& text, const Columns& columns, qint64 now);

    static Filter nothing(); // that no row passes: what a text with a mistake asks for is not known

    bool isEmpty() const { return m_terms.empty() && !m_passesNone; }
    // Every row that passes this passes the other too: only the rows that passed the other need a look.
    bool isNarrowerThan(const Filter& other) const;

    // Sets matches[row] for the rows [from, size()); with `onlyMatching`, only rows that match are looked at.
    // Without `attention` no row needs anybody.
    void match(const RecordTable& table, std::size_t from, bool onlyMatching, std::vector<quint8>& matches,
        const AttentionOf& attention = {}) const;

private:
    std::vector<Term> m_terms;
    bool m_passesNone = false;
};

} // namespace Telamon
