// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/http/wirerequest.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace Telamon {

class HttpClient;
struct Operation;

// Full jitter between attempts; Retry-After is obeyed up to a cap.
struct RetryPolicy {
    int attempts = 3;
    std::chrono::milliseconds base {500};
    std::chrono::milliseconds cap {20000}; // of one pause of ours
    std::chrono::milliseconds retryAfterCap {120000}; // a longer Retry-After is not waited for, but told
};

// Shared by all calls of a client, so that an outage is not multiplied: each good answer earns a little, each
// retry costs one.
class RetryBudget {
public:
    bool take();
    void earn();

private:
    double m_tokens = 20.0;
};

// One use of an operation: request, attempts, answer or problem. Owned by whoever asked; when the owner goes,
// the call goes. Created by HttpClient::call().
class ApiCall : public QObject {
    Q_OBJECT
public:
    ~ApiCall() override;
    void abort();

    bool isFinished() const { return m_isFinished; }
    const Operation& operation() const { return m_operation; }
    const WireRequest& request() const { return m_request; }
    int attemptCount() const { return m_attempts; }
    // Valid after finished(): every 2xx is an answer, everything else a problem. In an envelope, the status
    // inside counts and the body is unwrapped.
    const WireAnswer& answer() const { return m_answer; }
    const std::optional<Problem>& problem() const { return m_problem; }

Q_SIGNALS:
    // A pause before the next attempt, to be shown: why, and how long.
    void waiting(const Telamon::Problem& why, std::chrono::milliseconds pause);
    void progressed(qint64 received, qint64 total);
    void finished(Telamon::ApiCall* call);

private:
    friend class HttpClient;
    ApiCall(HttpClient& client, const Operation& operation, QObject* owner);
    void start();
    void attempt();
    void finish();

    HttpClient& m_client;
    const Operation& m_operation;
    WireRequest m_request;
    WireAnswer m_answer;
    std::optional<Problem> m_problem;
    int m_attempts = 0;
    bool m_isFinished = false;
};

} // namespace Telamon
