// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedanswer.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

class QTcpSocket;

namespace Telamon {

// A server on 127.0.0.1 that keeps every request as it arrived and answers as it was told: first what is
// queued, then what the handler says.
class ScriptedServer : public QTcpServer {
    Q_OBJECT
public:
    using Handler = std::function<ScriptedAnswer(const RecordedRequest&)>;

    // With a TLS configuration (TestAuthority::serverConfiguration) it speaks TLS.
    explicit ScriptedServer(std::optional<QSslConfiguration> tls = std::nullopt, QObject* parent = nullptr);
    ~ScriptedServer() override;

    QUrl url() const; // https://127.0.0.1:port without TLS: http
    QByteArray origin() const { return url().toEncoded(); }

    void queue(const ScriptedAnswer& answer, int times = 1);
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    void alwaysAnswer(const ScriptedAnswer& answer);

    const QList<RecordedRequest>& requests() const { return m_requests; }
    const RecordedRequest& lastRequest() const { return m_requests.last(); }
    qsizetype requestCount() const { return m_requests.size(); }
    qsizetype connectionCount() const { return m_connectionCount; }
    int openConnectionCount() const;
    void forgetRequests() { m_requests.clear(); }

Q_SIGNALS:
    void requestReceived();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket* socket);
    void play(QTcpSocket* socket, const ScriptedAnswer& answer);
    void drip(QTcpSocket* socket, const ScriptedAnswer& answer);
    static void end(QTcpSocket* socket, ScriptedAnswer::End how);

    std::optional<QSslConfiguration> m_tls;
    Handler m_handler;
    QList<ScriptedAnswer> m_queue;
    QList<RecordedRequest> m_requests;
    qsizetype m_connectionCount = 0;
};

} // namespace Telamon
