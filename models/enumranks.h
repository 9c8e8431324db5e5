// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/cellcolumn.h"
#include "api/records/column.h"
#include "api/records/text.h"

#include <vector>

namespace Telamon {

// Where each of an Enum column's texts stands among them, as a person reads them: by index of the text; the
// same words have the same rank.
std::vector<quint64> enumRanks(const EnumTexts& texts, const Column& column);

} // namespace Telamon
