// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedanswer.h"

namespace Telamon {

QByteArray RecordedRequest::target() const
{
    const QByteArray whole = line();
    const qsizetype from = whole.indexOf(' ') + 1;
    return whole.mid(from, whole.lastIndexOf(' ') - from);
}

bool RecordedRequest::hasHeader(const QByteArray& name) const
{
    return head.toLower().contains(QByteArray("\r\n" + name.toLower() + ':'));
}

QByteArray RecordedRequest::header(const QByteArray& name) const
{
    const QByteArray start = "\r\n" + name.toLower() + ':';
    const qsizetype at = head.toLower().indexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    return head.mid(from, head.indexOf("\r\n", from) - from).trimmed();
}

ScriptedAnswer ScriptedAnswer::of(int status, const QByteArray& body, const Headers& headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (status != 204)
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return {.bytes = bytes + "\r\n" + body};
}

ScriptedAnswer ScriptedAnswer::ok(const QByteArray& json, const Headers& headers)
{
    return of(200, json, Headers {{"Content-Type", "application/json"}} + headers);
}

ScriptedAnswer ScriptedAnswer::raw(const QByteArray& bytes, End end)
{
    return {.bytes = bytes, .end = end};
}

ScriptedAnswer ScriptedAnswer::close()
{
    return raw({}, End::Close);
}

ScriptedAnswer ScriptedAnswer::reset()
{
    return raw({}, End::Reset);
}

ScriptedAnswer ScriptedAnswer::silence()
{
    return raw({}, End::Hang);
}

ScriptedAnswer ScriptedAnswer::redirect(int status, const QByteArray& location)
{
    return of(status, {}, {{"Location", location}});
}

ScriptedAnswer ScriptedAnswer::truncated(const QByteArray& body, int missing, int status)
{
    return raw("HTTP/1.1 " + QByteArray::number(status)
        + " Scripted\r\nContent-Length: " + QByteArray::number(body.size() + missing) + "\r\n\r\n" + body);
}

ScriptedAnswer ScriptedAnswer::drip(const QByteArray& body, qsizetype size, std::chrono::milliseconds pause)
{
    ScriptedAnswer answer = ok(body);
    answer.dripSize = size;
    answer.dripPause = pause;
    return answer;
}

ScriptedAnswer ScriptedAnswer::after(std::chrono::milliseconds pause) const
{
    ScriptedAnswer later = *this;
    later.delay = pause;
    return later;
}

} // namespace Telamon
