// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/secretbytes.h"
#include "api/http/problem.h"
#include "api/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

namespace Telamon {

// Whether a text can be a token (RFC 6749, appendix A.12): visible ASCII, so that it can add no header; at
// most 16 KiB.
bool isAccessToken(QByteArrayView text);

struct FetchedToken {
    SecretBytes token;
    std::chrono::seconds lifetime {3600};
};

// Reads the answer of a token request (RFC 6749, 5.1). No text of the answer gets into the Problem.
Result<FetchedToken, Problem> parseTokenAnswer(const QByteArray& body);

} // namespace Telamon
