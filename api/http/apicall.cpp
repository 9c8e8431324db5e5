// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/apicall.h"

#include "api/auth/authenticator.h"
#include "api/catalog/operation.h"
#include "api/http/envelope.h"
#include "api/http/httpclient.h"
#include "api/http/problemreader.h"
#include "api/http/ratemeter.h"
#include "api/http/secretmask.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Telamon {

ApiCall::ApiCall(HttpClient& client, const Operation& operation, QObject* owner)
    : QObject(owner), m_client(client), m_operation(operation)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ApiCall::attempt);
    connect(&client, &HttpClient::closing, this, &ApiCall::abort);
}

ApiCall::~ApiCall() = default;

void ApiCall::abort()
{
    if (m_isFinished)
        return;
    Problem cancelled {.kind = Problem::Kind::Cancelled, .provablyNotRun = m_attempts == 0};
    if (Attempt* attempt = m_attempt.data()) {
        attempt->disconnect(this);
        attempt->abort(); // knows now whether anything was sent
        cancelled.provablyNotRun = !attempt->wasSent();
    } else if (m_problem) { // between two attempts: the last one counts
        cancelled.provablyNotRun = m_problem->provablyNotRun;
    }
    finish(cancelled);
}

void ApiCall::prepare(const Arguments& arguments)
{
    // Both, so that neither a wrong catalog nor a wrong method lets a write through.
    if (m_client.settings().isReadOnly && !m_operation.isRead()) {
        m_refusedHere = Problem {.kind = Problem::Kind::ReadOnly, .provablyNotRun = true};
        return;
    }
    const Result<WireRequest, Problem> request = buildRequest(m_operation, arguments);
    if (!request) {
        m_refusedHere = request.error();
        return;
    }
    m_request = request.value();
    const QJsonValue envelope = arguments.parameters.value(u"envelope"_s);
    m_isEnveloped = envelope.toBool() || envelope.toString() == "true"_L1;
}

void ApiCall::start()
{
    if (m_isFinished)
        return;
    if (m_refusedHere)
        finish(m_refusedHere);
    else
        attempt();
}

void ApiCall::attempt()
{
    if (m_isFinished)
        return;
    m_client.authenticator().authorize(
        m_request, this, [this](const Authorization& authorization) { send(authorization); });
}

void ApiCall::send(const Authorization& authorization)
{
    if (m_isFinished)
        return;
    if (authorization.problem) {
        Problem problem = *authorization.problem;
        problem.provablyNotRun = true;
        finish(problem);
        return;
    }
    ++m_attempts;
    m_problem.reset(); // of the attempt before: says nothing about this one
    m_authorization = std::make_unique<Authorization>(authorization);
    HeaderList headers;
    if (!authorization.header.isEmpty())
        headers.append({"Authorization", authorization.header});
    Attempt* attempt = m_client.transport().send(m_request, headers, this);
    m_attempt = attempt;
    connect(attempt, &Attempt::progressed, this, &ApiCall::progressed);
    connect(attempt, &Attempt::finished, this, [this, attempt] { receive(*attempt); });
}

void ApiCall::receive(Attempt& attempt)
{
    if (m_isFinished)
        return;
    m_answer = attempt.answer();
    const std::optional<Problem> connectionProblem = attempt.problem();
    attempt.deleteLater();
    m_attempt = nullptr;
    const QPointer<ApiCall> self(this);
    Q_EMIT attempted(m_answer, connectionProblem); // its listeners, and those below, may end this call
    if (self && !m_isFinished && m_answer.status > 0)
        m_client.rateMeter().note(m_operation, m_answer);
    if (self && !m_isFinished)
        judge(connectionProblem);
}

void ApiCall::judge(const std::optional<Problem>& connectionProblem)
{
    if (connectionProblem) {
        if (mayRetry(*connectionProblem))
            retryAfterPause(*connectionProblem);
        else
            finish(connectionProblem);
        return;
    }
    if (m_answer.status == 401) {
        const bool mayHelp = m_client.authenticator().learnFromRefusal(*m_authorization, m_answer);
        if (mayHelp && !m_wasSignedAnew) {
            m_wasSignedAnew = true;
            attempt();
            return;
        }
        finish(readProblem(m_answer));
        return;
    }
    m_client.authenticator().learnFromAnswer(m_answer);
    if (m_isEnveloped && m_answer.status < 300 && !m_answer.body.isEmpty() && !unwrap(m_answer)) {
        finish(Problem {.kind = Problem::Kind::Malformed, .status = m_answer.status});
        return;
    }
    if (m_answer.status >= 200 && m_answer.status < 300) {
        m_client.retryBudget().earn();
        finish(std::nullopt);
        return;
    }
    const Problem problem = readProblem(m_answer);
    if (mayRetry(problem))
        retryAfterPause(problem);
    else
        finish(problem);
}

bool ApiCall::mayRetry(const Problem& problem) const
{
    const RetryPolicy& policy = m_client.settings().retry;
    const int attempts = m_attempts - (m_wasSignedAnew ? 1 : 0);
    if (attempts >= policy.attempts || (problem.retryAfter && *problem.retryAfter > policy.retryAfterCap))
        return false;
    switch (problem.kind) {
    case Problem::Kind::Refused:
    case Problem::Kind::HostNotFound:
        return m_request.isRead() || problem.provablyNotRun;
    case Problem::Kind::ConnectTimeout:
    case Problem::Kind::Closed:
    case Problem::Kind::Network:
        return m_request.isRead();
    case Problem::Kind::Service: {
        static constexpr std::array passing {500, 502, 503, 504};
        return problem.status == 429
            || (m_request.isRead()
                && std::find(passing.begin(), passing.end(), problem.status) != passing.end());
    }
    default:
        return false;
    }
}

void ApiCall::retryAfterPause(const Problem& problem)
{
    if (!m_client.retryBudget().take()) {
        finish(problem);
        return;
    }
    const RetryPolicy& policy = m_client.settings().retry;
    std::chrono::milliseconds pause = policy.pauseAfter(m_attempts);
    if (problem.retryAfter) // at most the cap: mayRetry()
        pause = std::max<std::chrono::milliseconds>(pause, *problem.retryAfter);
    const SecretMask mask(m_client.authenticator().secrets());
    m_problem = mask.masked(problem);
    m_pause.start(pause);
    Q_EMIT waiting(*m_problem, pause); // last: the call may be aborted or deleted in it
}

void ApiCall::finish(std::optional<Problem> problem)
{
    m_isFinished = true;
    m_pause.stop();
    // An answer may repeat what it was asked with.
    const SecretMask mask(problem ? m_client.authenticator().secrets() : QList<QByteArray>());
    m_problem = problem ? std::optional(mask.masked(*problem)) : std::nullopt;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(this); }, Qt::QueuedConnection);
}

} // namespace Telamon
