// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/answerparts.h"

#include <algorithm>

namespace Telamon {

namespace {
constexpr qsizetype LongestStart = 64 * 1024; // of an answer, up to its list
constexpr qsizetype LongestKey = 128;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Behind blanks and the sign after them; -1 where another one stands there.
qsizetype behind(const QByteArray& answer, qsizetype at, char sign)
{
    while (at >= 0 && at < answer.size() && isBlank(answer.at(at)))
        ++at;
    return at >= 0 && at < answer.size() && answer.at(at) == sign ? at + 1 : -1;
}

// At the sign before blanks; -1 where another one stands there.
qsizetype before(const QByteArray& answer, qsizetype at, char sign)
{
    while (at > 0 && isBlank(answer.at(at - 1)))
        --at;
    return at > 0 && answer.at(at - 1) == sign ? at - 1 : -1;
}

// The first key of the first record, in its quotes: what the others most likely begin with. Empty: not found.
QByteArray firstKey(const QByteArray& answer, const RecordSource& source)
{
    qsizetype at = 0;
    if (!source.recordsPath.isEmpty()) {
        const QByteArray name =
            '"' + source.recordsPath.sliced(source.recordsPath.lastIndexOf('/') + 1) + '"';
        at = answer.first(std::min(answer.size(), LongestStart)).indexOf(name);
        at = at < 0 ? -1 : behind(answer, at + name.size(), ':');
    }
    at = behind(answer, behind(answer, behind(answer, at, '['), '{'), '"');
    const qsizetype end = at < 0 ? -1 : answer.indexOf('"', at);
    return end < 0 || end - at > LongestKey ? QByteArray() : answer.sliced(at - 1, end - at + 2);
}

// Keys that need no escapes, which are all that the service has.
bool isPlain(const QByteArray& pointer)
{
    return !pointer.contains('~') && !pointer.contains('"') && !pointer.contains('\\');
}

QByteArray opening(const QByteArray& recordsPath)
{
    QByteArray out;
    for (const QByteArray& key : recordsPath.split('/').sliced(1))
        out += "{\"" + key + "\":";
    return out + '[';
}
} // namespace

std::vector<AnswerPart> cutAnswer(const QByteArray& answer, const RecordSource& source, qsizetype partSize)
{
    std::vector<AnswerPart> parts(1);
    if (answer.size() < 2 * partSize || !source.nestedPath.isEmpty() || !isPlain(source.recordsPath))
        return parts;
    const QByteArray key = firstKey(answer, source);
    if (key.isEmpty())
        return parts;
    for (qsizetype from = partSize; from + partSize / 2 < answer.size();) {
        const qsizetype at = answer.indexOf(key, from);
        if (at < 0)
            break;
        const qsizetype brace = before(answer, at, '{');
        const qsizetype comma = brace < 0 ? -1 : before(answer, brace, ',');
        const qsizetype end = comma < 0 ? -1 : before(answer, comma, '}');
        if (end < parts.back().begin) {
            from = at + 1;
            continue;
        }
        parts.back().end = end + 1;
        parts.push_back({brace, -1});
        from = brace + partSize;
    }
    return parts;
}

QByteArray answerOfPart(const QByteArray& answer, const AnswerPart& part, const RecordSource& source,
    qsizetype padding, qsizetype& ahead)
{
    const bool isLast = part.end < 0;
    const qsizetype end = isLast ? answer.size() : part.end;
    const QByteArray open = part.begin > 0 ? opening(source.recordsPath) : QByteArray();
    ahead = open.size();
    QByteArray out;
    if (part.begin == 0 && isLast) {
        out = answer; // without a copy where it has the room
        if (out.capacity() < out.size() + padding)
            out.reserve(out.size() + padding);
        return out;
    }
    out.reserve(open.size() + end - part.begin + source.recordsPath.size() + 1 + padding);
    out.append(open).append(answer.constData() + part.begin, end - part.begin);
    if (!isLast)
        out.append(']').append(source.recordsPath.count('/'), '}');
    return out;
}

} // namespace Telamon
