// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Telamon {

enum class CredentialKind { ServiceAccount, ApiKey, AccessToken };

struct ProxyChoice {
    enum class Kind { System, None, Http, Socks5 };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
};

// A named connection. Holds no secret: those are in the SecretStore under the profile's id and origin.
struct Profile {
    QString id {}; // stable, made once
    QString name {};
    QUrl baseUrl {}; // https://cloud.mongodb.com
    CredentialKind kind = CredentialKind::ServiceAccount;
    QString publicId {}; // client id or public key; empty for an access token
    QString organizationId {}; // defaults, may be empty
    QString projectId {};
    bool isReadOnly = false;
    QString colour {}; // "#rrggbb" or empty
    ProxyChoice proxy {};
    QString caFile {};
    bool isSessionOnly = false; // from the environment, the command line or the sandbox: never saved
    QString originNote {}; // where a session-only profile comes from, in one sentence
};

} // namespace Telamon
