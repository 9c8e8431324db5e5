// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patterntext.h"

#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Writes one text that a regular expression matches while reading it. Lookaheads are skipped: the caller
// checks.
class PatternWriter {
public:
    PatternWriter(const QString& pattern, QRandomGenerator& random, int patience)
        : m_pattern(pattern), m_random(random), m_most(patience)
    {
    }

    QString write()
    {
        QString text = alternatives();
        m_isRead = m_isRead && m_at == m_pattern.size();
        return text;
    }
    bool isRead() const { return m_isRead; }

private:
    bool has(QChar c) const { return m_at < m_pattern.size() && m_pattern.at(m_at) == c; }
    bool take(QStringView text)
    {
        if (!QStringView(m_pattern).mid(m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }
    int below(qsizetype bound) { return m_random.bounded(int(bound)); }
    QChar oneOf(QStringView characters) { return characters.at(below(characters.size())); }

    QString alternatives()
    {
        QStringList texts {sequence()};
        while (take(u"|"))
            texts.append(sequence());
        return texts.at(below(texts.size()));
    }

    QString sequence()
    {
        QString text;
        while (m_isRead && m_at < m_pattern.size() && !has(u'|') && !has(u')'))
            text += repeated();
        return text;
    }

    QString repeated()
    {
        const qsizetype begin = m_at;
        QString text = atom();
        const qsizetype end = m_at;
        const std::optional<int> count = quantity();
        if (!count)
            return text;
        const qsizetype after = m_at;
        text.clear();
        for (int i = 0; i < *count; ++i) { // each time anew
            m_at = begin;
            text += atom();
        }
        m_isRead = m_isRead && (*count == 0 || m_at == end);
        m_at = after;
        return text;
    }

    std::optional<int> quantity()
    {
        int least = 0;
        int most = m_most;
        if (take(u"+")) {
            least = 1;
        } else if (take(u"?")) {
            most = 1;
        } else if (has(u'{')) {
            const qsizetype end = m_pattern.indexOf(u'}', m_at);
            const QStringList limits = m_pattern.mid(m_at + 1, end - m_at - 1).split(u',');
            least = limits.first().toInt();
            most = limits.size() == 1     ? least
                : limits.last().isEmpty() ? least + m_most
                                          : std::max(least, std::min(limits.last().toInt(), least + m_most));
            m_at = end + 1;
        } else if (!take(u"*")) {
            return std::nullopt;
        }
        take(u"?"); // lazy
        return least + below(most - least + 1);
    }

    QString atom()
    {
        if (take(u"^") || take(u"$"))
            return {};
        if (take(u"(?!") || take(u"(?=")) {
            alternatives();
            m_isRead = take(u")") && m_isRead;
            return {};
        }
        if (take(u"(?:") || take(u"(")) {
            const QString text = alternatives();
            m_isRead = take(u")") && m_isRead;
            return text;
        }
        if (take(u"["))
            return characterClass();
        if (has(u'\\'))
            return escaped();
        if (take(u"."))
            return oneOf(u"aZ7 _-é");
        return m_pattern.at(m_at++);
    }

    QString kind(QChar letter)
    {
        if (letter == u'd')
            return u"0123456789"_s;
        if (letter == u'w')
            return u"abcXYZ019_"_s;
        return letter == u's' ? u" \t"_s : QString();
    }

    QString escaped()
    {
        const QString members = escapedMembers();
        return members.isEmpty() ? QString() : QString(oneOf(members));
    }

    QString escapedMembers()
    {
        const QChar letter = m_pattern.at(m_at + 1);
        if (take(u"\\p{L}"))
            return u"abzAZéßñДжאع漢字"_s;
        if (take(u"\\p{N}"))
            return u"0123456789٣५"_s;
        m_at += 2;
        const QString members = kind(letter);
        if (members.isEmpty() && letter.isLetterOrNumber())
            m_isRead = false; // unknown to us
        return members.isEmpty() ? QString(letter) : members;
    }

    QString characterClass()
    {
        QString members;
        const bool isNegated = take(u"^");
        while (m_isRead && m_at < m_pattern.size() && !has(u']')) {
            const QString some = has(u'\\') ? escapedMembers() : QString(m_pattern.at(m_at++));
            const bool isRange = some.size() == 1 && has(u'-') && m_at + 1 < m_pattern.size()
                && m_pattern.at(m_at + 1) != u']';
            if (!isRange) {
                members += some;
                continue;
            }
            const char16_t last = m_pattern.at(m_at + 1).unicode();
            m_at += 2;
            for (char16_t c = some.at(0).unicode(); c <= last; ++c)
                members += QChar(c);
        }
        if (isNegated) {
            QString others = u"abcXYZ019-_.+éД漢"_s;
            others.removeIf([&members](QChar c) { return members.contains(c); });
            members = others;
        }
        m_isRead = take(u"]") && m_isRead && !members.isEmpty();
        return m_isRead ? QString(oneOf(members)) : QString();
    }

    const QString& m_pattern;
    QRandomGenerator& m_random;
    int m_most;
    qsizetype m_at = 0;
    bool m_isRead = true;
};

} // namespace

bool matchesPattern(const QString& pattern, const QString& text)
{
    static QHash<QString, QRegularExpression> expressions;
    if (!expressions.contains(pattern)) {
        QString wholeText;
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            if (pattern.at(i) == u'\\' && i + 1 < pattern.size())
                wholeText += pattern.mid(i++, 2);
            else if (pattern.at(i) == u'$'
                && (i + 1 == pattern.size() || u")|"_s.contains(pattern.at(i + 1))))
                wholeText += u"(?![\\s\\S])"_s;
            else
                wholeText += pattern.at(i);
        }
        expressions.insert(pattern, QRegularExpression(wholeText));
    }
    return expressions.value(pattern).match(text).hasMatch();
}

std::optional<QString> textMatching(
    const QString& pattern, qint64 minLength, qint64 maxLength, QRandomGenerator& random)
{
    constexpr int tries = 200;
    for (int attempt = 0; attempt < tries; ++attempt) {
        const int patience = attempt < tries / 2 ? 6 : 40;
        PatternWriter writer(pattern, random, patience);
        const QString text = writer.write();
        if (!writer.isRead())
            return std::nullopt;
        const qint64 length = text.toUcs4().size();
        if (length >= minLength && length <= maxLength && matchesPattern(pattern, text))
            return text;
    }
    return std::nullopt;
}

} // namespace Telamon
