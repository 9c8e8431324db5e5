// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/httpclient.h"
#include "api/http/problem.h"
#include "api/profiles/profile.h"
#include "api/result.h"

#include <memory>

namespace Telamon {

class RequestLog;

// How to reach a profile's service: its origin, proxy, extra CA and read-only flag. The Problem says in one
// sentence why it cannot be used (an unreadable CA file, a base URL that is not allowed, half a proxy).
Result<HttpClient::Settings, Problem> clientSettings(const Profile& profile);

// The client for a profile, with its credentials.
Result<std::unique_ptr<HttpClient>, Problem> makeClient(
    const Profile& profile, const QByteArray& secret, RequestLog& log);

// The certificates of a PEM or DER file; the error is one sentence.
Result<QList<QSslCertificate>, QString> readAuthorities(const QString& file);

} // namespace Telamon
