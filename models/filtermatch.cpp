// SPDX-License-Identifier: GPL-3.0-or-later
// Filter: terms against the typed vectors of a table.
#include "api/records/isotime.h"
#include "api/records/plaintext.h"
#include "models/enumwords.h"
#include "models/filter.h"

#include <QtConcurrentMap>
#include <QThread>

#include <algorithm>
#include <array>
#include <charconv>

namespace Telamon {

namespace {
using Term = Filter::Term;

// To share fewer rows among threads costs more than it saves.
constexpr std::size_t SmallestShare = 8'000;

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// What stands in a shown text for what cannot be shown (visibleText()).
bool hasSymbols(const QString& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= QChar(0x2400) && c <= QChar(0x2421)) || c == QChar(0x27e8) || c == QChar(0x2026)
            || c == QChar(QChar::ReplacementCharacter);
    });
}

template <typename T> bool compare(Filter::Test test, const T& value, const T& with)
{
    switch (test) {
    case Filter::Test::Less:
        return value < with;
    case Filter::Test::LessOrEqual:
        return !(with < value);
    case Filter::Test::Greater:
        return with < value;
    case Filter::Test::GreaterOrEqual:
        return !(value < with);
    case Filter::Test::Same:
    case Filter::Test::Equal:
        return !(value < with) && !(with < value);
    case Filter::Test::Contains:
    case Filter::Test::IsKnown:
        break;
    }
    return true;
}

// Looks at one column with one term. Enum texts are judged once each.
class CellTest {
public:
    CellTest(const CellColumn& cells, const Column& column, const Term& term) : m_cells(cells), m_term(term)
    {
        if (term.test == Filter::Test::Same && hasSymbols(QString::fromUtf8(term.text)))
            m_shown = QString::fromUtf8(term.text);
        if (cells.type() == ColumnType::Enum && term.test != Filter::Test::IsKnown) {
            m_enumMatches.reserve(cells.enumTexts().size());
            for (std::size_t i = 0; i < cells.enumTexts().size(); ++i)
                m_enumMatches.push_back(matchesEnum(column, cells.enumTexts().at(static_cast<quint32>(i))));
        }
    }

    bool matches(std::size_t row) const
    {
        if (m_term.test == Filter::Test::IsKnown)
            return m_cells.isKnown(row);
        switch (m_cells.type()) {
        case ColumnType::Text:
            return m_cells.text(row).isKnown() && matchesText(m_cells.text(row));
        case ColumnType::Enum:
            return m_cells.enumNumber(row) != EnumTexts::Unknown && m_enumMatches[m_cells.enumNumber(row)];
        case ColumnType::Flag:
            return m_term.column >= 0 && m_cells.flag(row) == m_term.integer;
        default:
            return m_cells.isKnown(row) && matchesNumber(row);
        }
    }

private:
    // What the service calls it, or what a person reads.
    bool matchesEnum(const Column& column, const TextCell& text) const
    {
        if (matchesText(text))
            return true;
        const std::string_view own = text.view();
        const QString word = QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size()));
        const QByteArray shown = enumWords(column, word).toUtf8();
        TextArena arena;
        const bool isName = m_term.test == Filter::Test::Contains || m_term.test == Filter::Test::Equal;
        return isName && matchesText(arena.store(viewOf(shown)));
    }

    bool matchesText(const TextCell& text) const
    {
        if (m_term.test == Filter::Test::Same)
            return isShownAs(text);
        if (m_term.test == Filter::Test::Contains)
            return containsFolded(text, viewOf(m_term.text));
        QByteArray key;
        QByteArray with;
        TextArena arena;
        appendSortKey(text, key);
        appendSortKey(arena.store(viewOf(m_term.text)), with);
        return compare(m_term.test, key, with);
    }

    bool isShownAs(const TextCell& text) const
    {
        if (text.view() == viewOf(m_term.text))
            return true;
        return !m_shown.isEmpty()
            && visibleText(QString::fromUtf8(text.data, static_cast<qsizetype>(text.size))) == m_shown;
    }

    bool matchesNumber(std::size_t row) const
    {
        const bool isNumber = m_cells.type() == ColumnType::Number;
        const bool isTime = m_cells.type() == ColumnType::Time;
        if (m_term.test != Filter::Test::Contains) {
            if (isTime)
                return compare(m_term.test, m_cells.integer(row), m_term.integer);
            return compare(m_term.test,
                isNumber ? m_cells.number(row) : static_cast<double>(m_cells.integer(row)), m_term.number);
        }
        if (m_term.column < 0 && !m_term.isLikeNumber)
            return false;
        std::array<char, 32> digits {};
        std::size_t size = 0;
        if (isTime) {
            size = writeIsoTime(m_cells.integer(row), digits.data()) ? IsoTimeLength : 0;
        } else {
            char* end = digits.data() + digits.size();
            const auto written = isNumber ? std::to_chars(digits.data(), end, m_cells.number(row))
                                          : std::to_chars(digits.data(), end, m_cells.integer(row));
            size = static_cast<std::size_t>(written.ptr - digits.data());
        }
        return containsFolded({digits.data(), static_cast<quint32>(size), 0}, viewOf(m_term.text));
    }

    const CellColumn& m_cells;
    const Term& m_term;
    QString m_shown; // to compare with; empty: the text itself is enough
    std::vector<bool> m_enumMatches;
};

// Calls work(begin, end) for all rows from there on, in several threads at once where there are many.
template <typename Work> void forAllRows(std::size_t from, std::size_t size, const Work& work)
{
    const std::size_t rows = size - from;
    const auto threads = static_cast<std::size_t>(QThread::idealThreadCount());
    const std::size_t shares = std::clamp<std::size_t>(rows / SmallestShare, 1, threads);
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    for (std::size_t i = 0; i < shares; ++i)
        ranges.emplace_back(from + rows * i / shares, from + rows * (i + 1) / shares);
    if (shares == 1)
        work(from, size);
    else
        QtConcurrent::blockingMap(ranges, [&work](const auto& range) { work(range.first, range.second); });
}
} // namespace

void Filter::match(const RecordTable& table, std::size_t from, bool onlyMatching,
    std::vector<quint8>& matches, const AttentionOf& attention) const
{
    matches.resize(table.size(), 1);
    if (!onlyMatching || m_passesNone)
        std::fill(matches.begin() + static_cast<std::ptrdiff_t>(from), matches.end(), m_passesNone ? 0 : 1);
    for (const Term& term : m_terms) {
        if (term.column == AttentionColumn)
            continue;
        std::vector<CellTest> tests;
        for (std::size_t column = 0; column < table.columns().size(); ++column) {
            const bool isNamed = term.column == static_cast<std::ptrdiff_t>(column);
            const ColumnType type = table.column(column).type();
            const bool isText = type == ColumnType::Text || type == ColumnType::Enum;
            if (isNamed || (term.column < 0 && (isText || (term.isLikeNumber && type != ColumnType::Flag))))
                tests.emplace_back(table.column(column), table.columns()[column], term);
        }
        forAllRows(from, table.size(), [&tests, &term, &matches](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                if (!matches[row])
                    continue;
                const bool occurs = std::any_of(
                    tests.cbegin(), tests.cend(), [row](const CellTest& test) { return test.matches(row); });
                matches[row] = occurs != term.isExcluding ? 1 : 0;
            }
        });
    }
    // Last, of the rows that are left: it takes a look at several cells.
    for (const Term& term : m_terms) {
        for (std::size_t row = from; term.column == AttentionColumn && row < table.size(); ++row) {
            if (matches[row])
                matches[row] = ((attention ? attention(row) : 0) == term.integer) != term.isExcluding ? 1 : 0;
        }
    }
}

} // namespace Telamon
