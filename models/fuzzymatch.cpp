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
    return scattered(letters);
}

// Letters with others between: from the beginning of a word on, each in the same word as the one before or at
// the beginning of another. Without that, a few letters are found in nearly everything.
int FuzzyText::scattered(QStringView letters) const
{
    int best = 0;
    for (qsizetype at = m_folded.indexOf(letters.first()); at >= 0;
         at = m_folded.indexOf(letters.first(), at + 1)) {
        if (isStart(at))
            best = std::max({best, scatteredFrom(at, letters, true), scatteredFrom(at, letters, false)});
    }
    return best;
}

qsizetype FuzzyText::inSameWord(QChar letter, qsizetype from) const
{
    for (qsizetype i = from; i < m_folded.size() && m_folded.at(i).isLetterOrNumber() && !isStart(i); ++i) {
        if (m_folded.at(i) == letter)
            return i;
    }
    return -1;
}

qsizetype FuzzyText::atNextStart(QChar letter, qsizetype from) const
{
    qsizetype found = m_folded.indexOf(letter, from);
    while (found >= 0 && !isStart(found))
        found = m_folded.indexOf(letter, found + 1);
    const bool isInAnother = found >= 0 && QStringView(m_folded).sliced(from, found - from).contains(Between);
    return isInAnother ? -1 : found;
}

int FuzzyText::scatteredFrom(qsizetype at, QStringView letters, bool prefersStarts) const
{
    int score = scatteredScore + startBonus;
    for (const QChar letter : letters.sliced(1)) {
        const qsizetype next = at + 1;
        if (next < m_folded.size() && m_folded.at(next) == letter) {
            at = next;
            score += adjacentBonus;
            continue;
        }
        qsizetype found = prefersStarts ? atNextStart(letter, next) : inSameWord(letter, next);
        if (found < 0)
            found = prefersStarts ? inSameWord(letter, next) : atNextStart(letter, next);
        if (found < 0)
            return 0;
        score += isStart(found) ? startBonus : -int(std::min<qsizetype>(found - next, 10));
        at = found;
    }
    return std::max(1, score - int(m_folded.size()) / 8);
}

} // namespace Telamon
