// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http2front.h"

#include "tests/support/testauthority.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(200);
}

} // namespace

Http2Front::Http2Front(const TestAuthority& authority, const QUrl& backend)
{
    QString program = QStandardPaths::findExecutable(u"nghttpx"_s);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"nghttpx"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
    if (program.isEmpty()) {
        m_failure = u"HTTP/2 is not tested here: nghttpx is not installed (package nghttp2-proxy)."_s;
        return;
    }
    if (!authority.isValid()) {
        m_failure = authority.failure();
        return;
    }
    const quint16 port = freePort();
    m_url = QUrl(u"https://127.0.0.1:%1"_s.arg(port));
    m_process.start(program,
        {u"--conf=/dev/null"_s, u"--workers=1"_s, u"--log-level=ERROR"_s, u"--single-process"_s,
            u"--frontend=127.0.0.1,%1"_s.arg(port), u"--backend=127.0.0.1,%1"_s.arg(backend.port()),
            authority.keyPath(), authority.certificatePath()});
    const QDeadlineTimer deadline(10000);
    while (!answers(port)) {
        m_process.waitForFinished(20); // the pause between two looks
        if (m_process.state() == QProcess::NotRunning || deadline.hasExpired()) {
            m_failure = u"nghttpx did not start: "_s + QString::fromUtf8(m_process.readAllStandardError());
            return;
        }
    }
}

Http2Front::~Http2Front()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

} // namespace Telamon
