// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/challenge.h"

#include <utility>

namespace Telamon {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

class Reader {
public:
    explicit Reader(QByteArrayView text) : m_text(text) { }

    bool atEnd() const { return m_position >= m_text.size(); }
    char current() const { return atEnd() ? '\0' : m_text[m_position]; }
    bool isAt(char c) const { return !atEnd() && current() == c; }

    void skipSpace()
    {
        while (isAt(' ') || isAt('\t'))
            ++m_position;
    }

    // Repeated headers may arrive joined by a line break.
    void skipSeparators()
    {
        while (isAt(' ') || isAt('\t') || isAt(',') || isAt('\r') || isAt('\n'))
            ++m_position;
    }

    QByteArray token()
    {
        const qsizetype start = m_position;
        while (!atEnd() && isTokenCharacter(current()))
            ++m_position;
        return m_text.sliced(start, m_position - start).toByteArray();
    }

    // The "=" and value of a parameter whose name was read.
    std::optional<QByteArray> value()
    {
        skipSpace();
        if (!take('='))
            return std::nullopt;
        skipSpace();
        if (isAt('"'))
            return quotedString();
        QByteArray word = token();
        return word.isEmpty() ? std::nullopt : std::optional(std::move(word));
    }

    bool isValueNext()
    {
        const qsizetype start = m_position;
        const bool found = value().has_value();
        m_position = start;
        return found;
    }

    // "Negotiate a87421000000==": credentials that are one word instead of parameters.
    void skipToken68()
    {
        const qsizetype start = m_position;
        skipSpace();
        const qsizetype wordStart = m_position;
        while (!atEnd() && (isTokenCharacter(current()) || isAt('/')))
            ++m_position;
        const bool hasWord = m_position > wordStart;
        while (isAt('='))
            ++m_position;
        skipSpace();
        if (!hasWord || !(atEnd() || isAt(',')))
            m_position = start;
    }

    // Past the rest of a broken element; commas inside quotes do not end it.
    void skipElement()
    {
        while (!atEnd() && !isAt(',')) {
            if (isAt('"')) {
                if (!quotedString())
                    m_position = m_text.size();
            } else {
                ++m_position;
            }
        }
    }

    bool isAtElementEnd()
    {
        skipSpace();
        return atEnd() || isAt(',') || isAt('\r') || isAt('\n');
    }

private:
    bool take(char c)
    {
        const bool found = isAt(c);
        m_position += found ? 1 : 0;
        return found;
    }

    std::optional<QByteArray> quotedString()
    {
        ++m_position;
        QByteArray text;
        while (!atEnd()) {
            char c = m_text[m_position++];
            if (c == '"')
                return text;
            if (c == '\\') {
                if (atEnd())
                    break;
                c = m_text[m_position++];
            }
            if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
                break;
            text += c;
        }
        m_position = m_text.size();
        return std::nullopt;
    }

    QByteArrayView m_text;
    qsizetype m_position = 0;
};

// A challenge while it is read: what breaks the grammar spoils the whole of it.
struct Draft {
    Challenge challenge;
    bool isSound = true;
};

void addParameter(Draft& draft, QByteArray name, std::optional<QByteArray> value)
{
    name = std::move(name).toLower();
    // Twice the same parameter: nobody can tell which one is meant.
    if (!value || draft.challenge.parameters.contains(name))
        draft.isSound = false;
    else
        draft.challenge.parameters.insert(name, *std::move(value));
}

} // namespace

QList<Challenge> parseChallenges(QByteArrayView headerValue)
{
    QList<Draft> drafts;
    Reader reader(headerValue);
    while (reader.skipSeparators(), !reader.atEnd()) {
        QByteArray name = reader.token();
        if (!name.isEmpty() && !drafts.isEmpty() && reader.isValueNext()) {
            addParameter(drafts.last(), std::move(name), reader.value());
        } else if (!name.isEmpty() && !reader.isAt('=')) {
            drafts.append({{std::move(name).toLower(), {}}, true});
            reader.skipToken68();
            if (reader.isAtElementEnd())
                continue;
            QByteArray parameter = reader.token();
            addParameter(drafts.last(), std::move(parameter), reader.value());
        } else if (!drafts.isEmpty()) {
            drafts.last().isSound = false;
        }
        if (!reader.isAtElementEnd()) {
            if (!drafts.isEmpty())
                drafts.last().isSound = false;
            reader.skipElement();
        }
    }
    QList<Challenge> challenges;
    for (Draft& draft : drafts) {
        if (draft.isSound)
            challenges.append(std::move(draft.challenge));
    }
    return challenges;
}

QList<Challenge> challengesOf(const WireAnswer& answer)
{
    QList<Challenge> challenges;
    for (const auto& [name, value] : answer.headers) {
        if (name.compare("WWW-Authenticate", Qt::CaseInsensitive) == 0)
            challenges += parseChallenges(value);
    }
    return challenges;
}

QHash<QByteArray, QByteArray> parseParameters(QByteArrayView headerValue)
{
    const QList<Challenge> challenges = parseChallenges(QByteArray("x " + headerValue.toByteArray()));
    return challenges.size() == 1 ? challenges.first().parameters : QHash<QByteArray, QByteArray>();
}

QByteArray quoted(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size() + 2);
    result += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    result += '"';
    return result;
}

} // namespace Telamon
