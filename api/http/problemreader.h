// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"

#include <chrono>
#include <optional>

class QDateTime;

namespace Telamon {

// The problem that an answer with an error status tells: the service's JSON error body, or what can be said
// of an HTML page or nothing at all.
Problem readProblem(const WireAnswer& answer);

// Retry-After in seconds or as an HTTP date, rounded up; nothing where absent or unreadable.
std::optional<std::chrono::milliseconds> retryAfter(const WireAnswer& answer, const QDateTime& now);

} // namespace Telamon
