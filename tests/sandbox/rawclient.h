// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/server.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>

#include <utility>

namespace Telamon {

using RawHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct RawReply {
    int status = 0; // 0: no answer
    RawHeaders headers;
    QByteArray body;
    bool isWhole = false; // as much body as Content-Length says

    QByteArray header(QByteArrayView name) const;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QByteArray errorCode() const
    {
        return json().value(QLatin1StringView("errorCode")).toString().toLatin1();
    }
};

// Sends exactly the bytes given over a plain socket and reads the answer as it comes. Waits on the socket
// only: the server runs in a thread of its own.
class RawClient {
public:
    explicit RawClient(const Sandbox::Server& server);

    void send(const QByteArray& bytes);
    RawReply read(const QByteArray& method = "GET"); // one answer
    bool waitForEnd(); // true once the server has ended the connection
    QAbstractSocket::SocketError error() const { return m_socket.error(); }

    // One request with the right Host and what else is given.
    QByteArray request(const QByteArray& method, const QByteArray& target, const RawHeaders& headers,
        const QByteArray& body = {}) const;
    RawReply ask(const QByteArray& method, const QByteArray& target, const RawHeaders& headers,
        const QByteArray& body = {});
    // Signed in with the fixed access token, application/json or the version given.
    RawReply get(const QByteArray& target, const QByteArray& version = {});
    // The same for a write; no body, no content type.
    RawReply write(const QByteArray& method, const QByteArray& target, const QByteArray& version,
        const QByteArray& body = {});
    RawReply patch(const QByteArray& target, const QByteArray& version, const QByteArray& body);
    // The results of a list.
    QJsonArray results(const QByteArray& target);

private:
    QByteArray m_host;
    QByteArray m_token;
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

} // namespace Telamon
