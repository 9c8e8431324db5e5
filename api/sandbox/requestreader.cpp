// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/requestreader.h"

#include <algorithm>
#include <utility>

namespace Telamon::Sandbox {

namespace {
constexpr qsizetype maxHead = 64 * 1024;
constexpr qsizetype maxBody = 16 * 1024 * 1024;

bool isToken(const QByteArray& text)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || marks.contains(c);
    });
}

bool isVisible(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool isDigits(const QByteArray& text)
{
    return !text.isEmpty() && text.size() < 10
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
} // namespace

std::nullopt_t RequestReader::fail(int status)
{
    m_errorStatus = status;
    m_head.reset();
    return std::nullopt;
}

std::optional<Request> RequestReader::next()
{
    if (m_errorStatus != 0 || (!m_head && !readHead()))
        return std::nullopt;
    if (m_isChunked) {
        if (!takeChunks())
            return std::nullopt;
    } else {
        if (m_buffer.size() < m_length)
            return std::nullopt;
        m_head->body = m_buffer.left(m_length);
        m_buffer.remove(0, m_length);
    }
    return std::exchange(m_head, std::nullopt);
}

bool RequestReader::readHead()
{
    const auto end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0 || end > maxHead) {
        if (m_buffer.size() > maxHead)
            fail(431);
        return false;
    }
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    for (QByteArray& line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    const QList<QByteArray> start = lines.takeFirst().split(' ');
    if (start.size() != 3 || !isToken(start[0]) || !start[1].startsWith('/') || !isVisible(start[1])
        || (start[2] != "HTTP/1.1" && start[2] != "HTTP/1.0")) {
        fail(400);
        return false;
    }
    m_head.emplace();
    m_head->method = start[0];
    m_head->target = start[1];
    for (const QByteArray& line : std::as_const(lines)) {
        if (!readHeaderLine(line))
            return false;
    }
    return readFraming();
}

bool RequestReader::readHeaderLine(const QByteArray& line)
{
    const auto colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.left(colon))) { // also refuses folded lines
        fail(400);
        return false;
    }
    m_head->headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    return true;
}

bool RequestReader::readFraming()
{
    const QByteArray coding = m_head->header("Transfer-Encoding").toLower();
    const auto lengths = m_head->headerCount("Content-Length");
    const QByteArray length = m_head->header("Content-Length");
    m_isChunked = coding == "chunked";
    m_length = lengths == 1 && isDigits(length) ? length.toLongLong() : 0;
    if ((!coding.isEmpty() && (!m_isChunked || lengths > 0)) || lengths > 1
        || (lengths == 1 && !isDigits(length))) {
        fail(400);
        return false;
    }
    if (m_length > maxBody) {
        fail(413);
        return false;
    }
    return true;
}

bool RequestReader::takeChunks()
{
    for (;;) {
        const auto lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd < 0)
            return false;
        bool isNumber = false;
        const QByteArray digits = m_buffer.left(lineEnd).split(';').constFirst().trimmed();
        const qsizetype size = digits.size() > 7 ? maxBody + 1 : qsizetype(digits.toUInt(&isNumber, 16));
        if (digits.size() <= 7 && !isNumber) {
            fail(400);
            return false;
        }
        if (m_head->body.size() + size > maxBody) {
            fail(413);
            return false;
        }
        if (m_buffer.size() < lineEnd + 2 + size + 2)
            return false;
        m_head->body += m_buffer.mid(lineEnd + 2, size);
        if (m_buffer.mid(lineEnd + 2 + size, 2) != "\r\n") {
            fail(400); // trailers are not taken
            return false;
        }
        m_buffer.remove(0, lineEnd + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

} // namespace Telamon::Sandbox
