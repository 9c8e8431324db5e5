// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"

namespace Telamon {

// Signs every attempt with the same header, and counts what it is asked. With refusalsToForgive it claims
// after that many 401s that new credentials may help.
class FixedAuthenticator : public Authenticator {
    Q_OBJECT
public:
    explicit FixedAuthenticator(QByteArray header, QList<QByteArray> secrets = {}, int refusalsToForgive = 0)
        : m_header(std::move(header)), m_secrets(std::move(secrets)), m_refusalsToForgive(refusalsToForgive)
    {
    }

    void authorize(const WireRequest&, QObject*, Receiver receiver) override
    {
        ++authorizedCount;
        receiver({.header = m_header, .problem = problem});
    }
    bool learnFromRefusal(const Authorization&, const WireAnswer&) override
    {
        return ++refusalCount <= m_refusalsToForgive;
    }
    void learnFromAnswer(const WireAnswer&) override { ++answerCount; }
    QList<QByteArray> secrets() const override { return m_secrets; }

    int authorizedCount = 0;
    int refusalCount = 0;
    int answerCount = 0;
    std::optional<Problem> problem;

private:
    QByteArray m_header;
    QList<QByteArray> m_secrets;
    int m_refusalsToForgive;
};

} // namespace Telamon
