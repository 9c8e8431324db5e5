// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forms/formshape.h"
#include "models/forms/formstate.h"

namespace Telamon {

// Makes the union at the pointer the variant: what both know stays, what only the old one knows is kept for
// switching back, what only the new one knows comes back, and what tells the variants apart is set. -1 takes
// the value away.
void switchVariant(FormState& state, const FormShape& shape, const QString& pointer, int variant);

} // namespace Telamon
