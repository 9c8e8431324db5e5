// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"
#include "api/auth/secretbytes.h"
#include "api/auth/signinrequest.h"
#include "api/auth/waitinglist.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace Telamon {

// Signs with tokens that it fetches with OAuth client credentials (RFC 6749, 4.4), one request for any number
// of waiting calls.
class ServiceAccountAuthenticator : public Authenticator {
    Q_OBJECT
public:
    ServiceAccountAuthenticator(const QByteArray& clientId, QByteArrayView clientSecret, Transport& transport,
        SignInPolicy policy = {}, QObject* parent = nullptr);

    void authorize(const WireRequest& request, QObject* context, Receiver receiver) override;
    bool learnFromRefusal(const Authorization& used, const WireAnswer& answer) override;
    void signOut(QObject* context, const std::function<void()>& done) override;
    QList<QByteArray> secrets() const override;

    // Client id and secret for HTTP Basic, form-urlencoded first (RFC 6749, 2.3.1).
    static QByteArray basicHeader(const QByteArray& clientId, QByteArrayView clientSecret);

private:
    bool hasUsableToken() const;
    void fetchToken();
    void takeTokenAnswer(const SignInRequest& request);
    std::optional<Problem> adoptToken(const SignInRequest& request);
    void retireToken();

    QByteArray m_clientId;
    SecretBytes m_clientSecret;
    Transport& m_transport;
    SignInPolicy m_policy;
    SecretBytes m_token;
    std::vector<SecretBytes> m_retiredTokens; // answers on their way may still say them
    SignInPolicy::Clock::time_point m_tokenEnd;
    SignInRequest* m_request = nullptr;
    WaitingList m_waiting;
};

} // namespace Telamon
