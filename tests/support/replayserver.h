// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QUrl>

namespace Telamon {

// The server of recorded answers in the shared folder beside the source (TELAMON_SHARED names another), on a
// port of its own, for as long as the object lives.
class ReplayServer {
public:
    // `login`: "bearer" or "digest", the kind of credentials it takes.
    explicit ReplayServer(const QString& login);
    ~ReplayServer();

    bool isReady(); // waits until it takes connections
    const QUrl& url() const { return m_url; }

    // Why there can be none, in one sentence for QSKIP; empty: nothing is missing.
    static QByteArray whatIsMissing();
    // The credentials it takes.
    static QString clientId();
    static QByteArray clientSecret() { return "secret"; }
    static QString publicKey();
    static QByteArray privateKey() { return "priv"; }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace Telamon
