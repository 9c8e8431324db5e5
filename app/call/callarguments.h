// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"
#include "api/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Telamon {

struct Operation;

// The arguments that name=value words and a body's text mean for the operation: numbers and booleans where
// the parameter takes them, a list where it takes one. What is no value of its type stays a text, so that the
// check says what is wrong. The error is one sentence; a body's mistake names line and column.
Result<Arguments, QString> argumentsOf(const Operation& operation,
    const QList<std::pair<QString, QString>>& values, const std::optional<QByteArray>& body);

} // namespace Telamon
