// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

namespace Telamon {

struct Operation;
struct Schema;

// The part of what the service has that a body may carry. What is readOnly is left out, nulls where null may
// not be sent, and fields that nobody describes; inside what travels whole those stay, so that sending it
// takes nothing away that the service knows and we do not.
QJsonValue writablePart(const Schema& schema, const QJsonValue& state);

// A value together with the readOnly members that the service has beside it: what conditional rules are
// about.
QJsonValue withReadOnlyPart(const Schema& schema, const QJsonValue& value, const QJsonValue& state);

} // namespace Telamon
