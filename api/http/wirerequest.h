// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QMap>
#include <QString>

#include <optional>

namespace Telamon {

struct Operation;

// The values for one use of an operation. An array repeats a query parameter.
struct Arguments {
    QMap<QString, QJsonValue> parameters {}; // path and query, by name
    std::optional<QJsonValue> body {};
};

// What goes over the wire, fully encoded, still without Authorization. The target begins with exactly one
// '/'.
struct WireRequest {
    QByteArray method {};
    QByteArray target {}; // "/api/atlas/v2/groups/abc?pageNum=1"
    QByteArray accept {};
    QByteArray contentType {}; // empty without a body
    QByteArray body {};

    bool isRead() const { return method == "GET" || method == "HEAD"; }
};

// Builds the request line and body. A path value is one segment, percent-encoded whole; '.', '..', empty and
// control characters are refused. Unknown names and missing required parameters are refused. Enum, pattern
// and range are the form's to check (catalog/validation.h), not checked here.
Result<WireRequest, Problem> buildRequest(const Operation& operation, const Arguments& arguments);

} // namespace Telamon
