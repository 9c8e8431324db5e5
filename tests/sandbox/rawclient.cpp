// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QHostAddress>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr int waitMsecs =
    30'000; // 20,000 lines take seconds where sanitizers and other tests slow the server
}

QByteArray RawReply::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

RawClient::RawClient(const Sandbox::Server& server)
    : m_host("127.0.0.1:" + QByteArray::number(server.baseUrl().port())),
      m_token(server.credentials().accessToken.toLatin1())
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(server.baseUrl().port()));
    m_socket.waitForConnected(waitMsecs);
}

void RawClient::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    m_socket.waitForBytesWritten(waitMsecs);
}

RawReply RawClient::read(const QByteArray& method)
{
    RawReply reply;
    const auto more = [this] {
        const bool hasMore = m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(waitMsecs);
        m_buffer += m_socket.readAll();
        return hasMore;
    };
    while (!m_buffer.contains("\r\n\r\n")) {
        if (!more())
            return reply;
    }
    const auto end = m_buffer.indexOf("\r\n\r\n");
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    reply.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray& line : std::as_const(lines)) {
        const auto colon = line.indexOf(':');
        reply.headers.emplaceBack(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = method == "HEAD" ? 0 : reply.header("Content-Length").toLongLong();
    while (m_buffer.size() < length && more()) { }
    reply.isWhole = m_buffer.size() >= length;
    reply.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return reply;
}

bool RawClient::waitForEnd()
{
    return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(waitMsecs);
}

QByteArray RawClient::request(const QByteArray& method, const QByteArray& target, const RawHeaders& headers,
    const QByteArray& body) const
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: " + m_host + "\r\n";
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

RawReply RawClient::ask(
    const QByteArray& method, const QByteArray& target, const RawHeaders& headers, const QByteArray& body)
{
    send(request(method, target, headers, body));
    return read(method);
}

RawReply RawClient::get(const QByteArray& target, const QByteArray& version)
{
    const QByteArray accept =
        version.isEmpty() ? QByteArray("application/json") : "application/vnd.atlas." + version + "+json";
    return ask("GET", target, {{"Authorization", "Bearer " + m_token}, {"Accept", accept}});
}

RawReply RawClient::write(
    const QByteArray& method, const QByteArray& target, const QByteArray& version, const QByteArray& body)
{
    const QByteArray type = "application/vnd.atlas." + version + "+json";
    RawHeaders headers {{"Authorization", "Bearer " + m_token}, {"Accept", type}};
    if (!body.isEmpty())
        headers.emplaceBack("Content-Type", type);
    return ask(method, target, headers, body);
}

RawReply RawClient::patch(const QByteArray& target, const QByteArray& version, const QByteArray& body)
{
    return write("PATCH", target, version, body);
}

QJsonArray RawClient::results(const QByteArray& target)
{
    return get(target).json().value("results"_L1).toArray();
}

} // namespace Telamon
