// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/http/wirerequest.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace Telamon {

// Times of the sign-in; tests shorten them.
struct SignInPolicy {
    using Clock = std::chrono::steady_clock;

    std::chrono::milliseconds retryPause {500};
    std::chrono::milliseconds retryAfterCap {5000}; // a longer Retry-After is not waited for
    std::chrono::milliseconds expiryMargin {60000}; // a token is not used so close to its end
    std::chrono::milliseconds signOutLimit {2000};
    std::function<Clock::time_point()> now = [] { return Clock::now(); };
};

// One request of the sign-in itself (a token, a challenge), sent again once where nobody listened or the
// service was busy (503, 429).
class SignInRequest : public QObject {
    Q_OBJECT
public:
    SignInRequest(Transport& transport, WireRequest request, HeaderList headers, const SignInPolicy& policy,
        QObject* parent);
    ~SignInRequest() override;

    // Valid after finished().
    const WireAnswer& answer() const { return m_answer; }
    // Of the connection, or of an answer that says nothing about the credentials: a redirect, 407, 429, 5xx.
    const std::optional<Problem>& problem() const { return m_problem; }

Q_SIGNALS:
    void finished();

private:
    void send();
    void takeAnswer(const Attempt& attempt);
    std::optional<std::chrono::milliseconds> pauseBeforeRetry() const;

    Transport& m_transport;
    WireRequest m_request;
    HeaderList m_headers;
    SignInPolicy m_policy;
    WireAnswer m_answer;
    std::optional<Problem> m_problem;
    bool m_wasRetried = false;
};

// The problem with an answer of the sign-in, without any text that the service wrote.
Problem signInProblem(const WireAnswer& answer);
Problem credentialsProblem(const QString& detail, int status = 0);

} // namespace Telamon
