// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Telamon {

struct FieldProblem {
    QString field {}; // as the service names it: a path or a JSON Pointer
    QString description {};
};

// Why a call has no good answer: the service's error body, or a failure on the way, in the same form.
// Every text in it may come from the service: show it as plain text.
struct Problem {
    enum class Kind {
        Service, // the service answered with an error status
        HostNotFound,
        Refused, // nobody listens
        Proxy, // the proxy refused or wants a login (407)
        Tls,
        ConnectTimeout,
        Silence, // nothing arrived for too long
        AttemptTimeout,
        Closed, // the connection ended before the answer was whole: reset, truncation
        TooLarge, // the body passed the cap
        Redirect, // redirects are errors
        Malformed, // an answer that cannot be read
        Credentials, // no or wrong credentials: 401, or the token was refused
        InvalidRequest, // cannot be sent: a rule on paths, headers or origins was broken here
        ReadOnly, // the profile may not write
        Cancelled,
        Network, // any other failure of the connection
    };

    Kind kind = Kind::Network;
    int status = 0; // HTTP status, 0 where there was none
    QString code {}; // errorCode
    QString reason {};
    QString detail {};
    QStringList parameters {};
    QList<FieldProblem> fields {};
    // True where the request provably was not carried out: nothing of it was sent, or the answer says so.
    bool provablyNotRun = false;
    // How long the service asks to wait (Retry-After); nothing where it did not say.
    std::optional<std::chrono::seconds> retryAfter {};

    // One sentence a person understands, with what to do where that is known.
    QString sentence() const;
};

} // namespace Telamon
