// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/answer.h"

namespace Telamon::Sandbox {

class Call;

// What is wrong with the parameters of a call, by the facts of the catalog; a reading of its own, apart from
// the client's. Empty where nothing is.
QList<InvalidField> invalidParameters(const Call& call);

} // namespace Telamon::Sandbox
