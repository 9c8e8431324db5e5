// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/validation.h"
#include "models/forms/formshape.h"

namespace Telamon {

struct Problem;

// The service's field errors as Violations (rule "service", unchecked) at the fields that they name: as a
// path, a JSON Pointer, or the last name alone where only one field has it. What belongs to no field is at
// "/body", with the name in the sentence.
Violations fieldViolations(const FormShape& shape, const Problem& problem);

} // namespace Telamon
