// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testauthority.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace Telamon {

TestAuthority::TestAuthority(const QString& serverNames)
{
    const QStringList key {
        u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};
    run(QStringList {u"req"_s, u"-x509"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Test authority"_s,
            u"-keyout"_s, path("ca.key"), u"-out"_s, path("ca.pem")}
        + key);
    run(QStringList {u"req"_s, u"-subj"_s, u"/CN=Test server"_s, u"-keyout"_s, keyPath(), u"-out"_s,
            path("server.csr")}
        + key);
    QFile extensions(path("names"));
    if (!extensions.open(QIODevice::WriteOnly))
        m_failure = extensions.errorString();
    extensions.write("subjectAltName=" + serverNames.toUtf8() + "\nbasicConstraints=CA:FALSE\n");
    extensions.close();
    run({u"x509"_s, u"-req"_s, u"-days"_s, u"2"_s, u"-in"_s, path("server.csr"), u"-CA"_s, path("ca.pem"),
        u"-CAkey"_s, path("ca.key"), u"-CAcreateserial"_s, u"-extfile"_s, path("names"), u"-out"_s,
        certificatePath()});
}

QList<QSslCertificate> TestAuthority::authorities() const
{
    return QSslCertificate::fromPath(authorityPath());
}

QSslConfiguration TestAuthority::serverConfiguration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificatePath());
    QFile key(keyPath());
    if (!chain.isEmpty() && key.open(QIODevice::ReadOnly)) {
        configuration.setLocalCertificate(chain.first());
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // it asks no client for a certificate
    }
    return configuration;
}

QString TestAuthority::path(const char* name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}

void TestAuthority::run(const QStringList& arguments)
{
    if (!m_failure.isEmpty())
        return;
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForStarted())
        m_failure = u"The openssl command is not installed."_s;
    else if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        m_failure = QString::fromUtf8(openssl.readAllStandardError());
}

} // namespace Telamon
