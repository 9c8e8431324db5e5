// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/transport.h"

namespace Telamon {

// Takes the answer out of the envelope that was asked for (envelope=true): the status inside counts, and the
// body is what was in "content"; a list keeps its "results". False where there is no envelope.
bool unwrap(WireAnswer& answer);

} // namespace Telamon
