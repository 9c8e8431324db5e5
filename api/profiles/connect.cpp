// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/connect.h"

#include "api/auth/authenticatorfactory.h"
#include "api/profiles/profilerules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSsl>

#include <utility>

namespace Telamon {

namespace {

struct ConnectText {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

constexpr qint64 largestCaFile = 16 * 1024 * 1024; // bytes

Problem unusable(const QString& detail)
{
    Problem problem;
    problem.kind = Problem::Kind::InvalidRequest;
    problem.detail = detail;
    problem.provablyNotRun = true;
    return problem;
}

std::optional<QNetworkProxy> networkProxy(const ProxyChoice& choice)
{
    switch (choice.kind) {
    case ProxyChoice::Kind::System:
        break;
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

Result<QList<QSslCertificate>, QString> readAuthorities(const QString& file)
{
    const QString shown = QDir::toNativeSeparators(file);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return ConnectText::tr("The certificate file %1 cannot be read: %2.")
            .arg(shown, source.errorString());
    if (source.size() > largestCaFile)
        return ConnectText::tr("The certificate file %1 is too large.").arg(shown);
    const QByteArray content = source.readAll();
    QList<QSslCertificate> found = QSslCertificate::fromData(content, QSsl::Pem);
    if (found.isEmpty())
        found = QSslCertificate::fromData(content, QSsl::Der);
    found.removeIf([](const QSslCertificate& certificate) { return certificate.isNull(); });
    if (found.isEmpty())
        return ConnectText::tr("There is no certificate in the file %1.").arg(shown);
    return found;
}

Result<HttpClient::Settings, Problem> clientSettings(const Profile& profile)
{
    const auto url = parseBaseUrl(profile.baseUrl.toString());
    if (!url)
        return unusable(url.error());
    if (const QString wrong = proxyViolation(profile.proxy); !wrong.isEmpty())
        return unusable(wrong);
    HttpClient::Settings settings;
    settings.transport.baseUrl = url.value();
    settings.transport.proxy = networkProxy(profile.proxy);
    settings.isReadOnly = profile.isReadOnly;
    if (!profile.caFile.isEmpty()) {
        auto authorities = readAuthorities(profile.caFile);
        if (!authorities)
            return unusable(authorities.error());
        settings.transport.extraAuthorities = std::move(authorities).value();
    }
    return settings;
}

Result<std::unique_ptr<HttpClient>, Problem> makeClient(
    const Profile& profile, const QByteArray& secret, RequestLog& log)
{
    auto settings = clientSettings(profile);
    if (!settings)
        return settings.error();
    return std::make_unique<HttpClient>(
        std::move(settings).value(), authenticatorFactory(profile.kind, profile.publicId, secret), log);
}

} // namespace Telamon
