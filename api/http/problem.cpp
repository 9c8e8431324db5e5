// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/problem.h"

#include <QCoreApplication>

namespace Telamon {

namespace {

struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString shortSentence(const Problem& problem)
{
    switch (problem.kind) {
    case Problem::Kind::Service:
        return problem.code.isEmpty()
            ? ProblemText::tr("The service answered with status %1.").arg(problem.status)
            : ProblemText::tr("The service refused: %1 (%2).").arg(problem.code).arg(problem.status);
    case Problem::Kind::HostNotFound:
        return ProblemText::tr("The host was not found. Check the base URL and the network.");
    case Problem::Kind::Refused:
        return ProblemText::tr("The connection was refused: nothing answers at this address.");
    case Problem::Kind::Proxy:
        return ProblemText::tr("The proxy did not let the request through. Check the proxy of this profile.");
    case Problem::Kind::Tls:
        return ProblemText::tr("No secure connection could be made.");
    case Problem::Kind::ConnectTimeout:
        return ProblemText::tr("The connection could not be made in time.");
    case Problem::Kind::Silence:
        return ProblemText::tr("The service stopped answering.");
    case Problem::Kind::AttemptTimeout:
        return ProblemText::tr("The answer took too long.");
    case Problem::Kind::Closed:
        return ProblemText::tr("The connection ended before the answer was complete.");
    case Problem::Kind::TooLarge:
        return ProblemText::tr("The answer is larger than this program reads.");
    case Problem::Kind::Redirect:
        return ProblemText::tr(
            "The service wants to redirect to another address; redirects are not followed.");
    case Problem::Kind::Malformed:
        return ProblemText::tr("The answer could not be read.");
    case Problem::Kind::Credentials:
        return ProblemText::tr(
            "The credentials were not accepted: they are wrong, have expired or were revoked.");
    case Problem::Kind::InvalidRequest:
        return ProblemText::tr("The request cannot be sent.");
    case Problem::Kind::ReadOnly:
        return ProblemText::tr("This profile is read-only; nothing was sent.");
    case Problem::Kind::Cancelled:
        return ProblemText::tr("Canceled.");
    case Problem::Kind::Network:
        break;
    }
    return ProblemText::tr("The network failed.");
}

} // namespace

QString Problem::sentence() const
{
    const QString& more = detail.isEmpty() ? reason : detail;
    return more.isEmpty() ? shortSentence(*this) : shortSentence(*this) + u' ' + more;
}

} // namespace Telamon
