// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/connection.h"

#include "api/sandbox/answer.h"
#include "api/sandbox/service.h"

#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
constexpr qint64 pourSize = 256 * 1024;
}

Connection::Connection(QTcpSocket* socket, Service& service, Faults& faults, QObject* parent)
    : QObject(parent), m_socket(socket), m_service(service), m_faults(faults)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::pour);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::deleteLater);
}

void Connection::readMore()
{
    m_reader.append(m_socket->readAll());
    answerNext();
}

void Connection::answerNext()
{
    while (!m_isAnswering && m_socket->state() == QAbstractSocket::ConnectedState) {
        const std::optional<Request> request = m_reader.next();
        if (!request) {
            if (m_reader.errorStatus() != 0) {
                const Answer answer =
                    errorAnswer(m_reader.errorStatus(), "INVALID_REQUEST", u"The request cannot be read."_s);
                m_socket->write(answer.toResponse().toBytes("GET", false));
                m_isAnswering = true;
                m_socket->disconnectFromHost();
            }
            return;
        }
        m_isAnswering = true;
        m_faults.note(*request);
        const Service::Outcome outcome = m_service.answer(*request, m_faults);
        if (outcome.fault)
            spoil(*request, outcome.response, *outcome.fault);
        else
            write(*request, outcome.response);
    }
}

void Connection::write(const Request& request, const Response& response)
{
    m_socket->write(response.toBytes(request.method, request.keepsAlive()));
    finish(request.keepsAlive());
}

void Connection::finish(bool keepAlive)
{
    m_isAnswering = !keepAlive;
    if (!keepAlive)
        m_socket->disconnectFromHost();
}

void Connection::spoil(const Request& request, const Response& response, const Fault& fault)
{
    switch (fault.kind) {
    case Fault::Kind::Latency:
        QTimer::singleShot(fault.milliseconds, this, [this, request, response] {
            write(request, response);
            answerNext();
        });
        return;
    case Fault::Kind::Reset:
        reset();
        return;
    case Fault::Kind::Close:
        m_socket->disconnectFromHost();
        return;
    case Fault::Kind::Truncate: {
        QByteArray bytes = response.toBytes(request.method, false);
        bytes.chop((response.body.size() + 1) / 2);
        m_socket->write(bytes);
        m_socket->disconnectFromHost();
        return;
    }
    case Fault::Kind::Drip:
        drip(response.toBytes(request.method, request.keepsAlive()), fault, request.keepsAlive());
        return;
    case Fault::Kind::Oversize: {
        m_pourLeft = fault.size;
        const QByteArray length = QByteArray::number(fault.size);
        m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        "Content-Length: "
            + length + "\r\n\r\n");
        return;
    }
    default:
        write(request, response);
    }
}

void Connection::drip(const QByteArray& bytes, const Fault& fault, bool keepAlive)
{
    m_socket->write(bytes.left(fault.chunk));
    const QByteArray rest = bytes.mid(fault.chunk);
    if (rest.isEmpty()) {
        finish(keepAlive);
        answerNext();
        return;
    }
    QTimer::singleShot(
        fault.milliseconds, this, [this, rest, fault, keepAlive] { drip(rest, fault, keepAlive); });
}

// Spaces before a value are valid JSON: only the size is wrong. Written as the client takes it, so that the
// memory stays small.
void Connection::pour()
{
    if (m_pourLeft == 0 || m_socket->bytesToWrite() > 0)
        return;
    const qint64 size = std::min(m_pourLeft, pourSize);
    m_pourLeft -= size;
    m_socket->write(QByteArray(qsizetype(size), ' '));
    if (m_pourLeft == 0)
        m_socket->disconnectFromHost();
}

void Connection::reset()
{
    // A zero linger time makes the close a reset.
    const linger immediately {1, 0};
    const auto descriptor = m_socket->socketDescriptor();
#ifdef Q_OS_WIN
    setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char*>(&immediately),
        sizeof immediately);
#else
    setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &immediately, sizeof immediately);
#endif
    m_socket->abort();
}

} // namespace Telamon::Sandbox
