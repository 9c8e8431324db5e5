// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QUrl>

namespace Telamon {

class TestAuthority;

// nghttpx in front of a server that speaks plain HTTP/1.1: HTTP/2 over TLS for the client.
class Http2Front {
public:
    Http2Front(const TestAuthority& authority, const QUrl& backend);
    ~Http2Front();

    bool isRunning() const { return m_failure.isEmpty(); }
    const QString& failure() const { return m_failure; } // why a test that needs it has to skip
    const QUrl& url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
    QString m_failure;
};

} // namespace Telamon
