// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fullbacklog.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Telamon {

FullBacklog::FullBacklog(QObject* parent) : QTcpServer(parent)
{
    setListenBacklogSize(1);
    if (!listen(QHostAddress::LocalHost))
        qFatal("The full server cannot listen.");
    pauseAccepting();
    constexpr int morethanTheQueueHolds = 4;
    for (int i = 0; i < morethanTheQueueHolds; ++i) {
        auto* socket = new QTcpSocket(this);
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), serverPort());
        socket->waitForConnected(50);
    }
}

QUrl FullBacklog::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

} // namespace Telamon
