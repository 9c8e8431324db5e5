// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/message.h"

#include <algorithm>

namespace Telamon::Sandbox {

namespace {
bool isNamed(QByteArrayView name, const std::pair<QByteArray, QByteArray>& header)
{
    return header.first.compare(name, Qt::CaseInsensitive) == 0;
}
} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto& entry : headers) {
        if (isNamed(name, entry))
            return entry.second;
    }
    return {};
}

qsizetype Request::headerCount(QByteArrayView name) const
{
    return std::count_if(
        headers.begin(), headers.end(), [name](const auto& entry) { return isNamed(name, entry); });
}

QByteArray Request::path() const
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QList<std::pair<QString, QString>> Request::query() const
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? QList<std::pair<QString, QString>> {} : formValues(target.mid(mark + 1));
}

bool Request::keepsAlive() const
{
    return !header("Connection").toLower().contains("close");
}

QList<std::pair<QString, QString>> formValues(const QByteArray& encoded)
{
    const auto decoded = [](QByteArray text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
    };
    QList<std::pair<QString, QString>> values;
    const QList<QByteArray> pairs = encoded.split('&');
    for (const QByteArray& pair : pairs) {
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        if (equals < 0)
            values.append({decoded(pair), QString()});
        else
            values.append({decoded(pair.left(equals)), decoded(pair.mid(equals + 1))});
    }
    return values;
}

QByteArray Response::toBytes(const QByteArray& method, bool keepAlive) const
{
    const bool hasBody = status != 204 && status != 304;
    QByteArray bytes;
    bytes.reserve(512 + body.size());
    bytes += "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (hasBody)
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!keepAlive)
        bytes += "Connection: close\r\n";
    bytes += "\r\n";
    if (hasBody && method != "HEAD")
        bytes += body;
    return bytes;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 415:
        return "Unsupported Media Type";
    case 421:
        return "Misdirected Request";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}

} // namespace Telamon::Sandbox
