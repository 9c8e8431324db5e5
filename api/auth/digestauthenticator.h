// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"
#include "api/auth/digestsession.h"
#include "api/auth/secretbytes.h"
#include "api/auth/signinrequest.h"
#include "api/auth/waitinglist.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Telamon {

// Signs with an API key by HTTP digest. The first challenge is fetched by a GET of its own, so that no body
// travels unauthenticated, and then used for all calls.
class DigestAuthenticator : public Authenticator {
    Q_OBJECT
public:
    DigestAuthenticator(const QByteArray& publicKey, QByteArrayView privateKey, Transport& transport,
        SignInPolicy policy = {}, QObject* parent = nullptr);

    void authorize(const WireRequest& request, QObject* context, Receiver receiver) override;
    bool learnFromRefusal(const Authorization& used, const WireAnswer& answer) override;
    void learnFromAnswer(const WireAnswer& answer) override;
    QList<QByteArray> secrets() const override;

private:
    Authorization sign(const WireRequest& request);
    void fetchChallenge();
    std::optional<Problem> takeChallenge(const SignInRequest& request);
    std::optional<DigestSession> answerable(const WireAnswer& answer) const;

    QByteArray m_publicKey;
    SecretBytes m_privateKey;
    Transport& m_transport;
    SignInPolicy m_policy;
    std::optional<DigestSession> m_session;
    bool m_wasUnchallenged = false; // the service answered reads without asking who reads
    SignInRequest* m_request = nullptr;
    WaitingList m_waiting;
};

} // namespace Telamon
