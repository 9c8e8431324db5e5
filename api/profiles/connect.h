// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/httpclient.h"
#include "api/http/problem.h"
#include "api/profiles/profile.h"
#include "api/result.h"

#include <memory>

namespace Telamon {

class RequestLog;

// The client for a profile: its origin, proxy, extra CA, credentials and read-only flag. The Problem says in
// one sentence why there can be none (an unreadable CA file, a base URL that is not allowed).
Result<std::unique_ptr<HttpClient>, Problem> makeClient(
    const Profile& profile, const QByteArray& secret, RequestLog& log);

} // namespace Telamon
