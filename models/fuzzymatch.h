// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Telamon {

// A text that can be found by a few of its letters, prepared once and asked often.
class FuzzyText {
public:
    // Stands between texts that become one: letters that are scattered are all of the same.
    static constexpr QChar Between = u'\n';

    FuzzyText() = default;
    explicit FuzzyText(const QString& text);

    // How well the letters match, in their order: whole words and beginnings of words first. 0: not at all.
    // The letters have to be folded.
    int score(QStringView letters) const;
    static QString folded(const QString& text);

private:
    int scattered(QStringView letters) const;
    int scatteredFrom(qsizetype at, QStringView letters, bool prefersStarts) const;
    qsizetype inSameWord(QChar letter, qsizetype from) const; // -1: not there
    qsizetype atNextStart(QChar letter, qsizetype from) const; // of a word; -1: none
    bool isStart(qsizetype at) const { return m_isStart[size_t(at)]; }

    QString m_folded;
    std::vector<bool> m_isStart; // of a word, by position
    quint64 m_letters = 0; // which occur, to say no quickly
};

} // namespace Telamon
