// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/http/wirerequest.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Telamon {

class HttpClient;
struct Authorization;
struct Operation;

// Full jitter between attempts; Retry-After is obeyed up to a cap.
struct RetryPolicy {
    std::chrono::milliseconds pauseAfter(int attempt) const; // random; attempt counts from 1

    int attempts = 3;
    std::chrono::milliseconds base {500};
    std::chrono::milliseconds cap {20000}; // of one pause of ours
    std::chrono::milliseconds retryAfterCap {120000}; // a longer Retry-After is not waited for, but told
};

// Shared by all calls of a client, so that an outage is not multiplied: each good answer earns a little, each
// retry costs one.
class RetryBudget {
public:
    static constexpr double fullTokens = 20.0;

    explicit RetryBudget(double tokens = fullTokens) : m_tokens(tokens) { }
    bool take(); // false: nothing left, do not retry
    void earn();

private:
    double m_tokens;
};

// One use of an operation: request, attempts, answer or problem. Owned by whoever asked; when the owner goes,
// the call goes. Created by HttpClient::call(). The operation (its catalog) outlives it.
class ApiCall : public QObject {
    Q_OBJECT
public:
    ~ApiCall() override;
    void abort(); // finished() comes from the event loop, with Problem::Kind::Cancelled

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
    // One attempt has ended: its answer, or what happened to the connection. Not for one that abort() ended.
    void attempted(const Telamon::WireAnswer& answer, const std::optional<Telamon::Problem>& problem);
    void finished(Telamon::ApiCall* call);

private:
    friend class HttpClient;
    ApiCall(HttpClient& client, const Operation& operation, QObject* owner);
    void prepare(const Arguments& arguments);
    void start();
    void attempt();
    void send(const Authorization& authorization);
    void receive(Attempt& attempt);
    void judge(const std::optional<Problem>& connectionProblem);
    bool mayRetry(const Problem& problem) const;
    void retryAfterPause(const Problem& problem);
    void finish(std::optional<Problem> problem);

    HttpClient& m_client; // not touched after its closing(): the call is finished then
    const Operation& m_operation;
    WireRequest m_request;
    WireAnswer m_answer;
    std::optional<Problem> m_problem;
    std::optional<Problem> m_refusedHere; // why it is not even tried
    std::unique_ptr<Authorization> m_authorization; // of the attempt under way
    QPointer<Attempt> m_attempt;
    QTimer m_pause;
    int m_attempts = 0;
    bool m_isEnveloped = false;
    bool m_wasSignedAnew = false;
    bool m_isFinished = false;
};

} // namespace Telamon
