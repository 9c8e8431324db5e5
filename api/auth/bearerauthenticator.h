// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"
#include "api/auth/secretbytes.h"

#include <QByteArrayView>

namespace Telamon {

// Signs with an access token that a person gave: never renewed, never revoked.
class BearerAuthenticator : public Authenticator {
    Q_OBJECT
public:
    explicit BearerAuthenticator(QByteArrayView token, QObject* parent = nullptr);

    void authorize(const WireRequest& request, QObject* context, Receiver receiver) override;
    bool learnFromRefusal(const Authorization& used, const WireAnswer& answer) override;
    QList<QByteArray> secrets() const override;

private:
    SecretBytes m_token;
};

} // namespace Telamon
