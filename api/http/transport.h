// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/origin.h"
#include "api/http/problem.h"
#include "api/http/wirerequest.h"

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QPair>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkAccessManager;

namespace Telamon {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

struct Limits {
    std::chrono::milliseconds connect {10000};
    std::chrono::milliseconds silence {30000};
    std::chrono::milliseconds readAttempt {60000};
    std::chrono::milliseconds writeAttempt {120000};
    qint64 body = 64 * 1024 * 1024; // bytes
};

// One answer as it came over the wire.
struct WireAnswer {
    int status = 0;
    HeaderList headers;
    QByteArray body;
    std::chrono::milliseconds duration {0};

    QByteArray header(const QByteArray& name) const; // without regard to case; empty where absent
};

// One request put on the wire exactly once. Owned by whoever asked; deleting or abort()ing it ends the
// connection.
class Attempt : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void abort() = 0; // finished() comes with Problem::Kind::Cancelled
    // Valid after finished(). A problem may come with an answer: a truncated body has a status too.
    const WireAnswer& answer() const { return m_answer; }
    const std::optional<Problem>& problem() const
    {
        return m_problem;
    } // of the connection, never of the status
    bool wasSent() const { return m_wasSent; } // any byte of the request may have reached the other side

Q_SIGNALS:
    void progressed(qint64 received, qint64 total); // bytes; total -1 where unknown
    void finished();

protected:
    WireAnswer m_answer;
    std::optional<Problem> m_problem;
    bool m_wasSent = false;
};

// The only user of QNetworkAccessManager. Reads share one and its connections, each write has its own. Never
// resends, never follows a redirect, keeps no cookies, answers no challenge, and talks to one origin.
class Transport : public QObject {
    Q_OBJECT
public:
    struct Settings {
        QUrl baseUrl {}; // scheme, host, port
        std::optional<QNetworkProxy> proxy {}; // unset: the system's; never used for loopback
        QList<QSslCertificate> extraAuthorities {};
        Limits limits {};
    };

    explicit Transport(Settings settings, QObject* parent = nullptr);
    ~Transport() override;

    const Origin& origin() const { return m_origin; }
    const Settings& settings() const { return m_settings; }

    // Puts the request on the wire once; extra headers (Authorization) are validated. The Attempt's parent is
    // `owner`, finished() always comes later, from the event loop.
    Attempt* send(const WireRequest& request, const HeaderList& extraHeaders, QObject* owner);

    // The headers that the request is sent with, apart from those of the connection itself.
    static HeaderList headersOf(const WireRequest& request, const HeaderList& extraHeaders);

Q_SIGNALS:
    // Every request, the authenticator's own too, so that each can be logged. Before anything is sent.
    void attemptStarted(
        Telamon::Attempt* attempt, const Telamon::WireRequest& request, const Telamon::HeaderList& headers);

private:
    void configure(QNetworkAccessManager& network) const;
    QNetworkAccessManager* networkFor(const WireRequest& request, QObject* owner) const;
    std::optional<Problem> objectionTo(
        const WireRequest& request, const HeaderList& headers, const QUrl& url) const;

    Settings m_settings;
    Origin m_origin;
    QSslConfiguration m_tls;
    QNetworkAccessManager* m_network;
};

} // namespace Telamon
