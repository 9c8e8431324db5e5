// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/secretmask.h"

#include "api/http/problem.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Telamon {

namespace {

bool carriesCredentials(const QByteArray& name)
{
    static const QByteArrayList names {"authorization", "proxy-authorization", "cookie", "set-cookie",
        "authentication-info", "proxy-authentication-info"};
    return names.contains(name.toLower());
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

// What an escape begins with, in whichever way.
constexpr std::array escapeStarts {'%', '\\', '&', '+'};

std::size_t pairOf(char first, char second)
{
    return std::size_t(static_cast<unsigned char>(first)) << 8 | static_cast<unsigned char>(second);
}

// The character that stands at the beginning of a text under some escape, and how many characters that takes;
// 0 where it is not escaped.
struct Escaped {
    char character = 0;
    qsizetype length = 0;
};

Escaped numbered(QByteArrayView text, qsizetype digitsAt, qsizetype digits, int base)
{
    bool isNumber = false;
    const int code = text.sliced(digitsAt).first(digits).toByteArray().toInt(&isNumber, base);
    return isNumber && code >= 0 && code < 256 ? Escaped {char(code), digitsAt + digits} : Escaped {};
}

// "&#47;", "&#x2f;", "&amp;"
Escaped entity(QByteArrayView text)
{
    constexpr qsizetype longest = 10;
    const qsizetype end = text.first(qMin(text.size(), longest)).indexOf(';');
    if (end < 3)
        return {};
    const QByteArrayView name = text.sliced(1, end - 1);
    Escaped found;
    if (name.startsWith("#x") || name.startsWith("#X"))
        found = numbered(text, 3, end - 3, 16);
    else if (name.startsWith('#'))
        found = numbered(text, 2, end - 2, 10);
    for (const auto& [known, character] : {std::pair("amp", '&'), std::pair("quot", '"'),
             std::pair("lt", '<'), std::pair("gt", '>'), std::pair("apos", '\'')}) {
        if (name == QByteArrayView(known))
            found = {character, end};
    }
    return found.length > 0 ? Escaped {found.character, end + 1} : Escaped {};
}

Escaped escapedAt(QByteArrayView text)
{
    constexpr qsizetype percentSize = 3;
    constexpr qsizetype unicodeSize = 6;
    switch (text.front()) {
    case '%':
        return text.size() >= percentSize ? numbered(text, 1, percentSize - 1, 16) : Escaped {};
    case '\\':
        if (text.size() >= unicodeSize && text[1] == 'u')
            return numbered(text, 2, unicodeSize - 2, 16);
        return text.size() >= 2 ? Escaped {text[1], 2} : Escaped {};
    case '&':
        return entity(text);
    case '+':
        return {' ', 1};
    default:
        return {};
    }
}

// How much of the text spells the form, which is in lower case; 0 where it begins with something else.
qsizetype spelledLength(QByteArrayView text, QByteArrayView form)
{
    qsizetype at = 0;
    for (const char wanted : form) {
        if (at >= text.size())
            return 0;
        const Escaped escaped = escapedAt(text.sliced(at));
        if (escaped.length > 0 && lower(escaped.character) == wanted)
            at += escaped.length;
        else if (lower(text[at]) == wanted)
            ++at;
        else
            return 0;
    }
    return at;
}

qsizetype plainLength(QByteArrayView text, QByteArrayView form)
{
    const bool isThere = text.size() >= form.size()
        && std::equal(form.begin(), form.end(), text.begin(), [](char a, char b) { return a == lower(b); });
    return isThere ? form.size() : 0;
}

} // namespace

SecretMask::SecretMask(const QList<QByteArray>& secrets)
{
    for (const char first : escapeStarts)
        addStarts(first);
    for (const QByteArray& secret : secrets) {
        add(secret);
        add(secret.toHex());
        add(secret.toHex(' '));
        addBase64(secret);
        addBase64(secret.toPercentEncoding("*", "~").replace("%20", "+")); // HTTP Basic of a client's secret
    }
    std::sort(m_forms.begin(), m_forms.end(),
        [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
}

void SecretMask::add(const QByteArray& form)
{
    QByteArray lowered = form;
    std::transform(lowered.cbegin(), lowered.cend(), lowered.begin(), lower);
    if (lowered.isEmpty() || m_forms.contains(lowered))
        return;
    m_forms.append(lowered);
    for (const char first : {lowered.front(), upper(lowered.front())}) {
        if (lowered.size() == 1) {
            addStarts(first);
            continue;
        }
        m_starts.set(pairOf(first, lowered[1]));
        m_starts.set(pairOf(first, upper(lowered[1])));
        for (const char second : escapeStarts)
            m_starts.set(pairOf(first, second));
    }
}

void SecretMask::addStarts(char first)
{
    for (int second = 0; second < 256; ++second)
        m_starts.set(pairOf(first, char(second)));
}

void SecretMask::addBase64(const QByteArray& secret)
{
    // Base64 of "name:secret" depends on how many bytes stand before; the characters made of the secret
    // alone do not, for each of the three possible offsets.
    constexpr qsizetype tooShortToMeanIt = 6;
    for (qsizetype offset = 0; offset < 3; ++offset) {
        const QByteArray padded = QByteArray(offset, 'x') + secret;
        const qsizetype first = (offset * 8 + 5) / 6;
        const qsizetype last = padded.size() * 8 / 6;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray form = padded.toBase64(alphabet).mid(first, last - first);
            if (form.size() >= tooShortToMeanIt)
                add(form);
        }
    }
}

bool SecretMask::mayStartAt(QByteArrayView text) const
{
    return text.size() < 2 || m_starts[pairOf(text.front(), text[1])];
}

qsizetype SecretMask::lengthAt(QByteArrayView text) const
{
    qsizetype longest = 0;
    for (const QByteArray& form : m_forms)
        longest = std::max({longest, plainLength(text, form), spelledLength(text, form)});
    return longest;
}

QByteArray SecretMask::masked(const QByteArray& text) const
{
    QByteArray result;
    qsizetype kept = 0;
    for (qsizetype at = 0; at < text.size();) {
        const QByteArrayView rest = QByteArrayView(text).sliced(at);
        const qsizetype length = mayStartAt(rest) ? lengthAt(rest) : 0;
        if (length == 0) {
            ++at;
            continue;
        }
        result += QByteArrayView(text).sliced(kept, at - kept);
        result += replacement();
        at += length;
        kept = at;
    }
    return kept == 0 ? text : QByteArray(result + text.mid(kept));
}

QString SecretMask::masked(const QString& text) const
{
    return QString::fromUtf8(masked(text.toUtf8()));
}

Problem SecretMask::masked(Problem problem) const
{
    problem.code = masked(problem.code);
    problem.reason = masked(problem.reason);
    problem.detail = masked(problem.detail);
    for (QString& parameter : problem.parameters)
        parameter = masked(parameter);
    for (FieldProblem& field : problem.fields)
        field = {masked(field.field), masked(field.description)};
    return problem;
}

HeaderList SecretMask::masked(const HeaderList& headers) const
{
    HeaderList result;
    for (const auto& [name, value] : headers)
        result.append({name, carriesCredentials(name) ? replacement() : masked(value)});
    return result;
}

} // namespace Telamon
