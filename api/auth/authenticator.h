// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/http/wirerequest.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Telamon {

// What one attempt carries: the value of its Authorization header, or why there can be none.
struct Authorization {
    QByteArray header {}; // empty: the attempt goes without
    std::optional<Problem> problem {};
    bool hadChallenge = true; // digest: the header was made with a nonce of the service
};

// Signs attempts for one profile. Lives as long as its HttpClient; asks the service through the same
// Transport, so a secret never meets another origin.
class Authenticator : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Receiver = std::function<void(const Authorization&)>;

    // Calls the receiver once, at once or later (after a token or a nonce was fetched), not at all when
    // `context` is destroyed first. Any number of callers waiting for one token cause one token request.
    virtual void authorize(const WireRequest& request, QObject* context, Receiver receiver) = 0;

    // Asked after a 401: whether another attempt with new credentials can succeed (a nonce that was missing
    // or stale, a token that expired). Takes note of what the answer says.
    virtual bool learnFromRefusal(const Authorization& used, const WireAnswer& answer) = 0;
    // Asked after any other answer (digest: nextnonce).
    virtual void learnFromAnswer(const WireAnswer& answer) { Q_UNUSED(answer) }

    // Revokes what was fetched, never what was given; done() within two seconds at most.
    virtual void signOut(QObject* context, const std::function<void()>& done)
    {
        Q_UNUSED(context)
        done();
    }

    // Texts that must not be seen anywhere: secrets and tokens, also those just replaced, which an answer on
    // its way may still repeat.
    virtual QList<QByteArray> secrets() const = 0;
};

// HttpClient makes its Transport and then, with it, the Authenticator that signs for it.
using AuthenticatorFactory = std::function<std::unique_ptr<Authenticator>(Transport&)>;

} // namespace Telamon
