// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/linediff.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace Telamon {

namespace {

using Kind = DiffLine::Kind;

constexpr int editLimit = 1000; // its square is the memory needed

// Myers' greedy search: with each further edit, how far every diagonal gets.
class ShortestEdit {
public:
    ShortestEdit(const QStringList& before, const QStringList& after)
        : m_before(before),
          m_after(after),
          m_limit(int(std::min<qsizetype>(before.size() + after.size(), editLimit))),
          m_reached(std::size_t(2 * m_limit + 3), 0)
    {
    }

    std::optional<QList<DiffLine>> lines() // nothing: they take more edits than the limit
    {
        for (int edits = 0; edits <= m_limit; ++edits) {
            const auto first = m_reached.cbegin() + (m_limit - edits);
            m_rounds.emplace_back(first, first + (2 * edits + 3));
            if (advance(edits))
                return wayBack(edits);
        }
        return {};
    }

private:
    int& reached(int diagonal) { return m_reached[std::size_t(diagonal + m_limit + 1)]; }

    bool advance(int edits)
    {
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            const bool isAddition =
                diagonal == -edits || (diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1));
            int x = isAddition ? reached(diagonal + 1) : reached(diagonal - 1) + 1;
            while (x < m_before.size() && x - diagonal < m_after.size()
                && m_before.at(x) == m_after.at(x - diagonal))
                ++x;
            reached(diagonal) = x;
            if (x >= m_before.size() && x - diagonal >= m_after.size())
                return true;
        }
        return false;
    }

    QList<DiffLine> wayBack(int edits) const
    {
        QList<DiffLine> lines;
        int x = int(m_before.size());
        int y = int(m_after.size());
        const auto goBackTo = [&](int wantedX, int wantedY) {
            while (x > wantedX && y > wantedY) {
                lines.append({Kind::Same, m_before.at(--x)});
                --y;
            }
        };
        for (; edits > 0; --edits) {
            const std::vector<int>& round = m_rounds[std::size_t(edits)];
            const auto was = [&round, edits](
                                 int diagonal) { return round[std::size_t(diagonal + edits + 1)]; };
            const int diagonal = x - y;
            const bool isAddition =
                diagonal == -edits || (diagonal != edits && was(diagonal - 1) < was(diagonal + 1));
            const int from = isAddition ? diagonal + 1 : diagonal - 1;
            goBackTo(was(from), was(from) - from);
            if (isAddition)
                lines.append({Kind::Added, m_after.at(--y)});
            else
                lines.append({Kind::Removed, m_before.at(--x)});
        }
        goBackTo(0, 0);
        std::reverse(lines.begin(), lines.end());
        return lines;
    }

    const QStringList& m_before;
    const QStringList& m_after;
    int m_limit;
    std::vector<int> m_reached;
    std::vector<std::vector<int>> m_rounds; // what was reached before each number of edits
};

QList<DiffLine> replaced(const QStringList& before, const QStringList& after)
{
    QList<DiffLine> lines;
    for (const QString& line : before)
        lines.append({Kind::Removed, line});
    for (const QString& line : after)
        lines.append({Kind::Added, line});
    return lines;
}

void putRemovedFirst(QList<DiffLine>& lines)
{
    const auto isSame = [](const DiffLine& line) { return line.kind == Kind::Same; };
    for (auto from = lines.begin(); from != lines.end();) {
        from = std::find_if_not(from, lines.end(), isSame);
        const auto to = std::find_if(from, lines.end(), isSame);
        std::stable_partition(from, to, [](const DiffLine& line) { return line.kind == Kind::Removed; });
        from = to;
    }
}

} // namespace

QList<DiffLine> lineDiff(const QStringList& before, const QStringList& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    const QStringList gone = before.mid(head, before.size() - head - tail);
    const QStringList come = after.mid(head, after.size() - head - tail);

    QList<DiffLine> lines;
    for (qsizetype i = 0; i < head; ++i)
        lines.append({Kind::Same, before.at(i)});
    const auto shortest = ShortestEdit(gone, come).lines();
    QList<DiffLine> middle = shortest ? *shortest : replaced(gone, come);
    putRemovedFirst(middle);
    lines.append(middle);
    for (qsizetype i = before.size() - tail; i < before.size(); ++i)
        lines.append({Kind::Same, before.at(i)});
    return lines;
}

} // namespace Telamon
