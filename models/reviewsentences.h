// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review.h"

namespace Telamon {

struct ReviewStates;

// What a review says beside the fields that differ.

// Of the contract, of its end, and what is doubtful in the values.
QStringList reviewWarnings(const ReviewInput& input);
// How things are now, and what nobody can promise.
QStringList reviewNotes(const ReviewInput& input, const ReviewStates& states);

} // namespace Telamon
