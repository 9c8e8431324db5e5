// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/replayserver.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString script()
{
    const QString shared =
        qEnvironmentVariable("TELAMON_SHARED", qEnvironmentVariable("TELAMON_SOURCE_DIR") + u"/../shared"_s);
    return shared + u"/tools/replay.py"_s;
}

} // namespace

QByteArray ReplayServer::whatIsMissing()
{
    if (!QFileInfo::exists(script()))
        return "There is no replay server beside the source: set TELAMON_SHARED to the shared folder.";
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        return "There is no python3 to run the replay server with.";
    return {};
}

QString ReplayServer::clientId()
{
    return u"mdb_sa_id_0123456789abcdef01234567"_s;
}

QString ReplayServer::publicKey()
{
    return u"pub"_s;
}

ReplayServer::ReplayServer(const QString& login)
{
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(free.serverPort()));
    free.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"python3"_s,
        {script(), u"--port"_s, QString::number(m_url.port()), u"--auth"_s, login, u"--client"_s,
            clientId() + u':' + QString::fromUtf8(clientSecret()), u"--digest"_s,
            publicKey() + u':' + QString::fromUtf8(privateKey())});
}

ReplayServer::~ReplayServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool ReplayServer::isReady()
{
    return QTest::qWaitFor([this] { return m_process.canReadLine(); }, 15000) && QTest::qWaitFor([this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_url.port()));
        return socket.waitForConnected(100);
    });
}

} // namespace Telamon
