// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/profilerules.h"

#include "api/auth/accesstoken.h"
#include "api/http/origin.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct ProfileRuleText {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

bool isVisibleAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

constexpr auto clientIdPrefix = "mdb_sa_id_"_L1;
constexpr auto clientSecretPrefix = "mdb_sa_sk_"_L1;

} // namespace

Result<QUrl, QString> parseBaseUrl(const QString& text)
{
    QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return ProfileRuleText::tr("Give the address of the service.");
    if (!trimmed.contains("://"_L1))
        trimmed.prepend("https://"_L1);
    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return ProfileRuleText::tr("This is not an address. It looks like %1.")
            .arg(QLatin1StringView(commercialUrl));
    if (!url.userInfo().isEmpty())
        return ProfileRuleText::tr("The address must not contain a user name or password.");
    if (url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != "/"_L1))
        return ProfileRuleText::tr("Give the address without a path: %1.")
            .arg(url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment));
    if (!Origin::of(url).isAllowed())
        return url.scheme() == "http"_L1
            ? ProfileRuleText::tr("Only https is safe: plain http is for services on this machine.")
            : ProfileRuleText::tr("The address must begin with https://.");
    url.setPath({});
    return url;
}

QString publicIdViolation(CredentialKind kind, const QString& publicId)
{
    if (kind == CredentialKind::AccessToken)
        return {};
    const bool isServiceAccount = kind == CredentialKind::ServiceAccount;
    if (publicId.isEmpty())
        return isServiceAccount ? ProfileRuleText::tr("Give the client ID of the service account.")
                                : ProfileRuleText::tr("Give the public key.");
    if (!isVisibleAscii(publicId) || publicId.size() > 256)
        return ProfileRuleText::tr("It contains characters that no id has.");
    if (publicId.startsWith(clientSecretPrefix))
        return ProfileRuleText::tr("This is a client secret. It belongs into the field for the secret.");
    if (!isServiceAccount && publicId.startsWith(clientIdPrefix))
        return ProfileRuleText::tr(
            "This is the client ID of a service account. Choose service account as the kind of credentials.");
    return {};
}

QString secretViolation(CredentialKind kind, const QString& secret)
{
    if (secret.isEmpty())
        return kind == CredentialKind::ServiceAccount ? ProfileRuleText::tr("Give the client secret.")
            : kind == CredentialKind::ApiKey          ? ProfileRuleText::tr("Give the private key.")
                                                      : ProfileRuleText::tr("Give the access token.");
    if (kind == CredentialKind::AccessToken) {
        if (!isAccessToken(secret.toUtf8()))
            return ProfileRuleText::tr(
                "This cannot be an access token: it contains characters that none has, or it is too long.");
    } else if (!isVisibleAscii(secret) || secret.size() > 1024) {
        return ProfileRuleText::tr("It contains characters that no secret has, or it is too long.");
    }
    if (secret.startsWith(clientIdPrefix))
        return ProfileRuleText::tr("This is a client ID. The client secret begins with %1.")
            .arg(clientSecretPrefix);
    if (kind != CredentialKind::ServiceAccount && secret.startsWith(clientSecretPrefix))
        return ProfileRuleText::tr(
            "This is the secret of a service account. Choose service account as the kind of credentials.");
    return {};
}

QString objectIdViolation(const QString& id)
{
    return id.isEmpty() || (id.size() == 24 && std::all_of(id.begin(), id.end(), isHexDigit))
        ? QString()
        : ProfileRuleText::tr("An id has 24 digits, each 0 to 9 or a to f.");
}

QString proxyViolation(const ProxyChoice& proxy)
{
    if (proxy.kind == ProxyChoice::Kind::System || proxy.kind == ProxyChoice::Kind::None)
        return {};
    if (proxy.host.isEmpty())
        return ProfileRuleText::tr("Give the host of the proxy.");
    QUrl url;
    url.setHost(proxy.host, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return ProfileRuleText::tr("This is not the name of a host. Give it without http:// and port.");
    return proxy.port == 0 ? ProfileRuleText::tr("Give the port of the proxy, 1 to 65535.") : QString();
}

QString withoutSpaces(const QString& text)
{
    QString kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    });
    return kept;
}

bool isColour(const QString& text)
{
    return text.size() == 7 && text.front() == u'#' && std::all_of(text.begin() + 1, text.end(), isHexDigit);
}

QString nameOf(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ServiceAccount:
        return ProfileRuleText::tr("service account");
    case CredentialKind::ApiKey:
        return ProfileRuleText::tr("API key");
    case CredentialKind::AccessToken:
        break;
    }
    return ProfileRuleText::tr("access token");
}

} // namespace Telamon
