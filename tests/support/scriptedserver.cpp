// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr auto unreadBytes = "unreadBytes";

// Takes one whole request off the buffer, or nothing while it is not whole.
std::optional<RecordedRequest> takeRequest(QByteArray& buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    RecordedRequest request {buffer.left(end + 4), {}};
    const qsizetype length = request.header("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

} // namespace

ScriptedServer::ScriptedServer(std::optional<QSslConfiguration> tls, QObject* parent)
    : QTcpServer(parent),
      m_tls(std::move(tls)),
      m_handler([](const RecordedRequest&) { return ScriptedAnswer::ok(); })
{
    setListenBacklogSize(256);
    if (!listen(QHostAddress::LocalHost))
        qFatal("The scripted server cannot listen.");
}

ScriptedServer::~ScriptedServer()
{
    // The sockets are children; their last signals must not find half a server.
    const auto sockets = findChildren<QTcpSocket*>();
    for (QTcpSocket* socket : sockets)
        socket->disconnect(this);
}

QUrl ScriptedServer::url() const
{
    QUrl url;
    url.setScheme(m_tls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(serverPort());
    return url;
}

void ScriptedServer::queue(const ScriptedAnswer& answer, int times)
{
    m_queue.append(QList<ScriptedAnswer>(times, answer));
}

void ScriptedServer::alwaysAnswer(const ScriptedAnswer& answer)
{
    m_handler = [answer](const RecordedRequest&) { return answer; };
}

int ScriptedServer::openConnectionCount() const
{
    int count = 0;
    const auto sockets = findChildren<QTcpSocket*>();
    for (const QTcpSocket* socket : sockets)
        count += socket->state() == QAbstractSocket::ConnectedState ? 1 : 0;
    return count;
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    ++m_connectionCount;
    auto* socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (auto* tlsSocket = qobject_cast<QSslSocket*>(socket)) {
        tlsSocket->setSslConfiguration(*m_tls);
        tlsSocket->startServerEncryption();
    }
}

void ScriptedServer::read(QTcpSocket* socket)
{
    QByteArray buffer = socket->property(unreadBytes).toByteArray() + socket->readAll();
    while (std::optional<RecordedRequest> request = takeRequest(buffer)) {
        m_requests.append(*request);
        const ScriptedAnswer answer = m_queue.isEmpty() ? m_handler(*request) : m_queue.takeFirst();
        QTimer::singleShot(answer.delay, socket, [this, socket, answer] { play(socket, answer); });
        Q_EMIT requestReceived();
    }
    socket->setProperty(unreadBytes, buffer);
}

void ScriptedServer::play(QTcpSocket* socket, const ScriptedAnswer& answer)
{
    if (answer.dripSize > 0) {
        drip(socket, answer);
        return;
    }
    if (!answer.bytes.isEmpty())
        socket->write(answer.bytes);
    end(socket, answer.end);
}

void ScriptedServer::drip(QTcpSocket* socket, const ScriptedAnswer& answer)
{
    socket->write(answer.bytes.left(answer.dripSize));
    ScriptedAnswer rest = answer;
    rest.bytes.remove(0, answer.dripSize);
    if (rest.bytes.isEmpty())
        end(socket, answer.end);
    else
        QTimer::singleShot(answer.dripPause, socket, [this, socket, rest] { drip(socket, rest); });
}

void ScriptedServer::end(QTcpSocket* socket, ScriptedAnswer::End how)
{
    switch (how) {
    case ScriptedAnswer::End::Close:
        socket->disconnectFromHost();
        break;
    case ScriptedAnswer::End::Reset:
        socket->flush();
        socket->abort();
        break;
    case ScriptedAnswer::End::KeepOpen:
    case ScriptedAnswer::End::Hang:
        break;
    }
}

} // namespace Telamon
