// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/connect.h"

#include "api/auth/authenticatorfactory.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <utility>

namespace Telamon {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Connect", text);
}

Problem unusable(const QString& sentence)
{
    Problem problem;
    problem.kind = Problem::Kind::InvalidRequest;
    problem.detail = sentence;
    problem.provablyNotRun = true;
    return problem;
}

std::optional<QNetworkProxy> proxyOf(const ProxyChoice& choice)
{
    switch (choice.kind) {
    case ProxyChoice::Kind::System:
        return std::nullopt;
    case ProxyChoice::Kind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyChoice::Kind::Http:
        return QNetworkProxy(QNetworkProxy::HttpProxy, choice.host, choice.port);
    case ProxyChoice::Kind::Socks5:
        return QNetworkProxy(QNetworkProxy::Socks5Proxy, choice.host, choice.port);
    }
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<HttpClient>, Problem> makeClient(
    const Profile& profile, const QByteArray& secret, RequestLog& log)
{
    if (!profile.baseUrl.isValid() || !Origin::of(profile.baseUrl).isAllowed())
        return unusable(tr("The base URL must be an https address (plain http only to this machine)."));
    const QUrl& url = profile.baseUrl;
    if (!(url.path().isEmpty() || url.path() == u'/') || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return unusable(
            tr("The base URL names a host and perhaps a port, nothing else: no path, user name or query."));
    HttpClient::Settings settings;
    settings.transport.baseUrl = profile.baseUrl;
    settings.transport.proxy = proxyOf(profile.proxy);
    settings.isReadOnly = profile.isReadOnly;
    if (!profile.caFile.isEmpty()) {
        QFile file(profile.caFile);
        if (!file.open(QIODevice::ReadOnly))
            return unusable(
                tr("The certificate file %1 cannot be read: %2").arg(profile.caFile, file.errorString()));
        settings.transport.extraAuthorities = QSslCertificate::fromDevice(&file, QSsl::Pem);
        if (settings.transport.extraAuthorities.isEmpty())
            return unusable(tr("The file %1 holds no PEM certificate.").arg(profile.caFile));
    }
    return std::make_unique<HttpClient>(
        settings, authenticatorFactory(profile.kind, profile.publicId, secret), log);
}

} // namespace Telamon
