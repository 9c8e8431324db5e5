// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fuzzymatch.h"

#include <algorithm>

namespace Telamon {

namespace {

constexpr int wordScore = 1000;
constexpr int insideScore = 500;
constexpr int scatteredScore = 100;
constexpr int adjacentBonus = 12;
constexpr int startBonus = 10;

quint64 maskOf(QStringView text)
{
    quint64 mask = 0;
    for (const QChar c : text)
        mask |= quint64(1) << (c.unicode() & 63);
    return mask;
}

} // namespace

QString FuzzyText::folded(const QString& text)
{
    QString folded = text; // letter by letter: positions stay
    std::transform(folded.cbegin(), folded.cend(), folded.begin(), [](QChar c) { return c.toLower(); });
    return folded;
}

FuzzyText::FuzzyText(const QString& text) : m_folded(folded(text)), m_letters(maskOf(m_folded))
{
    m_isStart.reserve(size_t(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar before = i > 0 ? text.at(i - 1) : u' ';
        m_isStart.push_back(!before.isLetterOrNumber() || (text.at(i).isUpper() && before.isLower()));
    }
}

int FuzzyText::score(QStringView letters) const
{
    if (letters.isEmpty())
        return 1;
    if ((maskOf(letters) & ~m_letters) != 0)
        return 0;
    int best = 0;
    for (qsizetype at = m_folded.indexOf(letters); at >= 0; at = m_folded.indexOf(letters, at + 1)) {
        const qsizetype end = at + letters.size();
        const bool isWhole = end == m_folded.size() || !m_folded.at(end).isLetterOrNumber();
        const int nearness = std::max(0, 100 - int(at));
        best =
            std::max(best, isStart(at) ? wordScore + nearness + (isWhole ? 200 : 0) : insideScore + nearness);
    }
    if (best > 0)
        return std::max(1, best - int(m_folded.size()) / 4);
    return std::max(scattered(letters, true), scattered(letters, false));
}

// Letter after letter, each as near as it goes: the next one, else the beginning of a word, else anywhere.
int FuzzyText::scattered(QStringView letters, bool prefersStarts) const
{
    int score = scatteredScore;
    qsizetype at = -1;
    for (const QChar letter : letters) {
        const qsizetype next = at + 1;
        if (at >= 0 && next < m_folded.size() && m_folded.at(next) == letter) {
            at = next;
            score += adjacentBonus;
            continue;
        }
        qsizetype found = m_folded.indexOf(letter, next);
        if (prefersStarts) {
            qsizetype start = found;
            while (start >= 0 && !isStart(start))
                start = m_folded.indexOf(letter, start + 1);
            if (start >= 0)
                found = start;
        }
        if (found < 0)
            return 0;
        score += isStart(found) ? startBonus : -int(std::min<qsizetype>(found - next, 10));
        at = found;
    }
    return std::max(1, score - int(m_folded.size()) / 8);
}

} // namespace Telamon
