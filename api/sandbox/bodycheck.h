// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/answer.h"

class QJsonValue;

namespace Telamon {
struct Schema;
}

namespace Telamon::Sandbox {

// Adds what is wrong with a value that was sent, each under its dotted name. Knows types, enums, patterns,
// limits, required and readOnly properties and unions told apart by a discriminator.
void checkValue(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found);

} // namespace Telamon::Sandbox
