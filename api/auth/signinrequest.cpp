// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/signinrequest.h"

#include "api/auth/secretbytes.h"
#include "api/http/problemreader.h"

#include <QDateTime>
#include <QTimer>

#include <utility>

namespace Telamon {

namespace {

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

bool isAboutSomethingElse(int status)
{
    return status == 407 || status == 429 || status >= 500;
}

} // namespace

SignInRequest::SignInRequest(Transport& transport, WireRequest request, HeaderList headers,
    const SignInPolicy& policy, QObject* parent)
    : QObject(parent),
      m_transport(transport),
      m_request(std::move(request)),
      m_headers(std::move(headers)),
      m_policy(policy)
{
    send();
}

SignInRequest::~SignInRequest()
{
    for (auto& header : m_headers)
        wipe(header.second);
    wipe(m_request.body);
    wipe(m_answer.body);
}

void SignInRequest::send()
{
    Attempt* attempt = m_transport.send(m_request, m_headers, this);
    connect(attempt, &Attempt::finished, this, [this, attempt] {
        attempt->deleteLater();
        takeAnswer(*attempt);
    });
}

void SignInRequest::takeAnswer(const Attempt& attempt)
{
    m_answer = attempt.answer();
    m_problem = attempt.problem();
    // A redirect is one also where the connection then complains that it cannot send the body elsewhere.
    if (isRedirect(m_answer.status) || (!m_problem && isAboutSomethingElse(m_answer.status)))
        m_problem = signInProblem(m_answer);
    if (const auto pause = pauseBeforeRetry()) {
        m_wasRetried = true;
        QTimer::singleShot(*pause, this, &SignInRequest::send);
        return;
    }
    // The call that waits for this sign-in has not been sent.
    if (m_problem)
        m_problem->provablyNotRun = true;
    Q_EMIT finished();
}

std::optional<std::chrono::milliseconds> SignInRequest::pauseBeforeRetry() const
{
    if (!m_problem || m_wasRetried)
        return std::nullopt;
    if (m_problem->kind == Problem::Kind::Refused)
        return m_policy.retryPause;
    if (m_problem->kind != Problem::Kind::Service || (m_answer.status != 503 && m_answer.status != 429))
        return std::nullopt;
    const std::optional<std::chrono::milliseconds> asked =
        retryAfter(m_answer, QDateTime::currentDateTimeUtc());
    if (!asked)
        return m_policy.retryPause;
    return *asked <= m_policy.retryAfterCap ? asked : std::nullopt;
}

Problem signInProblem(const WireAnswer& answer)
{
    Problem problem;
    problem.kind = isRedirect(answer.status) ? Problem::Kind::Redirect
        : answer.status == 407               ? Problem::Kind::Proxy
                                             : Problem::Kind::Service;
    problem.status = answer.status;
    problem.provablyNotRun = true;
    if (const auto pause = retryAfter(answer, QDateTime::currentDateTimeUtc()))
        problem.retryAfter = std::chrono::ceil<std::chrono::seconds>(*pause);
    return problem;
}

Problem credentialsProblem(const QString& detail, int status)
{
    Problem problem;
    problem.kind = Problem::Kind::Credentials;
    problem.status = status;
    problem.detail = detail;
    problem.provablyNotRun = true;
    return problem;
}

} // namespace Telamon
