// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/answer.h"

class QJsonValue;

namespace Telamon {
struct Schema;
}

namespace Telamon::Sandbox {

// Adds what is wrong with a value that was sent, each under its dotted name: the service's own reading of the
// catalog, apart from the one that forms use, so that each can be judged by the other.
void checkValue(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found);

// The part of it beyond single values: kinds, and rules between fields. Called by checkValue().
void checkRules(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found);

} // namespace Telamon::Sandbox
