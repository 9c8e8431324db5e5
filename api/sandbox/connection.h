// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/faults.h"
#include "api/sandbox/requestreader.h"

#include <QObject>

class QTcpSocket;

namespace Telamon::Sandbox {

class Service;

// One client's connection: reads requests, one at a time, and writes the answers, spoiled where a fault says
// so. Owned by the listener; deletes itself when the client has gone.
class Connection : public QObject {
    Q_OBJECT
public:
    Connection(QTcpSocket* socket, Service& service, Faults& faults, QObject* parent);

private:
    void readMore();
    void answerNext();
    void write(const Request& request, const Response& response);
    void spoil(const Request& request, const Response& response, const Fault& fault);
    void drip(const QByteArray& bytes, const Fault& fault, bool keepAlive);
    void pour();
    void reset();
    void finish(bool keepAlive);

    QTcpSocket* m_socket;
    Service& m_service;
    Faults& m_faults;
    RequestReader m_reader;
    bool m_isAnswering = false;
    qint64 m_pourLeft = 0; // of an oversize body
};

} // namespace Telamon::Sandbox
