// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/authenticatorfactory.h"

#include "api/auth/bearerauthenticator.h"
#include "api/auth/digestauthenticator.h"
#include "api/auth/secretbytes.h"
#include "api/auth/serviceaccountauthenticator.h"

namespace Telamon {

std::unique_ptr<Authenticator> makeAuthenticator(
    CredentialKind kind, const QString& publicId, const QByteArray& secret, Transport& transport)
{
    switch (kind) {
    case CredentialKind::ServiceAccount:
        return std::make_unique<ServiceAccountAuthenticator>(publicId.toUtf8(), secret, transport);
    case CredentialKind::ApiKey:
        return std::make_unique<DigestAuthenticator>(publicId.toUtf8(), secret, transport);
    case CredentialKind::AccessToken:
        break;
    }
    return std::make_unique<BearerAuthenticator>(secret);
}

AuthenticatorFactory authenticatorFactory(
    CredentialKind kind, const QString& publicId, const QByteArray& secret)
{
    const auto kept = std::make_shared<const SecretBytes>(secret);
    return [kind, publicId, kept](
               Transport& transport) { return makeAuthenticator(kind, publicId, kept->copy(), transport); };
}

} // namespace Telamon
