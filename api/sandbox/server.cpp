// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/server.h"

#include "api/sandbox/connection.h"
#include "api/sandbox/faults.h"
#include "api/sandbox/service.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
// Accepts connections in the server's thread and owns them.
class Listener : public QObject {
public:
    Listener(Service& service, Faults& faults) : m_server(new QTcpServer(this))
    {
        m_server->setListenBacklogSize(256);
        connect(m_server, &QTcpServer::newConnection, this, [this, &service, &faults] {
            while (QTcpSocket* socket = m_server->nextPendingConnection())
                new Connection(socket, service, faults, this);
        });
    }
    // Loopback only: nothing outside this machine can reach it.
    bool listen() { return m_server->listen(QHostAddress::LocalHost); }
    quint16 port() const { return m_server->serverPort(); }

private:
    QTcpServer* m_server;
};
} // namespace

class Server::Private {
public:
    Private(const Catalog& catalog, const Options& options)
        : service(catalog, options), listener(new Listener(service, faults))
    {
    }

    Faults faults;
    Service service;
    QThread thread;
    Listener* listener; // lives and dies in the thread once that runs
    quint16 port = 0;
};

Server::Server(const Catalog& catalog, Options options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(catalog, options))
{
    d->thread.setObjectName(u"sandbox"_s);
}

Server::~Server()
{
    if (!d->thread.isRunning()) {
        delete d->listener;
        return;
    }
    d->thread.quit();
    d->thread.wait();
}

bool Server::start()
{
    if (d->thread.isRunning())
        return true;
    if (!d->listener->listen())
        return false;
    d->port = d->listener->port();
    d->service.setPort(d->port);
    connect(&d->thread, &QThread::finished, d->listener, &QObject::deleteLater);
    d->listener->moveToThread(&d->thread);
    d->thread.start();
    return true;
}

QUrl Server::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:"_s + QString::number(d->port));
}

Credentials Server::credentials() const
{
    return d->service.credentials();
}

int Server::requestCount(const QByteArray& method) const
{
    return d->faults.requestCount(method);
}

Faults& Server::faults()
{
    return d->faults;
}

} // namespace Telamon::Sandbox
