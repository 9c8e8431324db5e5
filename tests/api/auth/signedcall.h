// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"

#include <QObject>
#include <QTest>

#include <optional>

namespace Telamon {

// One call as HttpClient makes it, without retries: signed, sent, and sent again once where the authenticator
// says after a 401 that it can help.
class SignedCall : public QObject {
    Q_OBJECT
public:
    SignedCall(
        Authenticator& authenticator, Transport& transport, WireRequest request, QObject* parent = nullptr)
        : QObject(parent),
          m_authenticator(authenticator),
          m_transport(transport),
          m_request(std::move(request))
    {
        authorize();
    }

    bool isFinished() const { return m_isFinished; }
    int status() const { return m_status; }
    int attemptCount() const { return m_attempts; }
    const std::optional<Problem>& problem() const { return m_problem; }

private:
    void authorize()
    {
        m_authenticator.authorize(
            m_request, this, [this](const Authorization& authorization) { send(authorization); });
    }

    void send(const Authorization& authorization)
    {
        if (authorization.problem) {
            m_problem = authorization.problem;
            m_isFinished = true;
            return;
        }
        ++m_attempts;
        HeaderList headers;
        if (!authorization.header.isEmpty())
            headers.append({"Authorization", authorization.header});
        Attempt* attempt = m_transport.send(m_request, headers, this);
        connect(attempt, &Attempt::finished, this, [this, attempt, authorization] {
            attempt->deleteLater();
            take(*attempt, authorization);
        });
    }

    void take(const Attempt& attempt, const Authorization& used)
    {
        m_status = attempt.answer().status;
        m_problem = attempt.problem();
        if (m_status == 401) {
            if (m_authenticator.learnFromRefusal(used, attempt.answer()) && m_attempts == 1) {
                authorize();
                return;
            }
            m_problem = Problem {.kind = Problem::Kind::Credentials, .status = 401};
        } else if (!m_problem) {
            m_authenticator.learnFromAnswer(attempt.answer());
        }
        m_isFinished = true;
    }

    Authenticator& m_authenticator;
    Transport& m_transport;
    WireRequest m_request;
    std::optional<Problem> m_problem;
    int m_status = 0;
    int m_attempts = 0;
    bool m_isFinished = false;
};

// A read of the service.
inline const WireRequest readRequest {"GET", "/api/atlas/v2/groups", "application/json", {}, {}};

inline bool finished(const SignedCall* call)
{
    return QTest::qWaitFor([call] { return call->isFinished(); });
}

} // namespace Telamon
