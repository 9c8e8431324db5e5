// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"
#include "api/profiles/profile.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Telamon {

// The Authenticator for one kind of credentials. `publicId` is the client id or the public key; `secret` the
// client secret, private key or access token in UTF-8. The Transport must outlive what is returned.
std::unique_ptr<Authenticator> makeAuthenticator(
    CredentialKind kind, const QString& publicId, const QByteArray& secret, Transport& transport);

// The same for HttpClient, which makes the Transport itself. The secret is overwritten with the last copy of
// the factory: do not keep it longer than the client's construction takes.
AuthenticatorFactory authenticatorFactory(
    CredentialKind kind, const QString& publicId, const QByteArray& secret);

} // namespace Telamon
