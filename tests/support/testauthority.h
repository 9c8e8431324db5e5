// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace Telamon {

// A certificate authority that lives as long as the test, and a certificate for 127.0.0.1 and localhost that
// it signed. Made with the openssl command in a folder of its own.
class TestAuthority {
public:
    explicit TestAuthority(const QString& serverNames = QStringLiteral("IP:127.0.0.1,DNS:localhost"));

    bool isValid() const { return m_failure.isEmpty(); }
    const QString& failure() const { return m_failure; } // why a test that needs it has to skip

    QList<QSslCertificate> authorities() const; // for Transport::Settings::extraAuthorities
    QSslConfiguration serverConfiguration() const; // for ScriptedServer
    QString authorityPath() const { return path("ca.pem"); }
    QString certificatePath() const { return path("server.pem"); }
    QString keyPath() const { return path("server.key"); }

private:
    QString path(const char* name) const;
    void run(const QStringList& arguments);

    QTemporaryDir m_folder;
    QString m_failure;
};

} // namespace Telamon
