// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"

namespace Telamon {

class SchemaLoader;

// allOf: makes `into` say what it and `branch` say. What one Schema cannot say of both stays a rule that
// holds the whole branch. Annotations that `into` has stay.
void mergeBranch(Schema& into, const Schema& branch, SchemaLoader& loader);

} // namespace Telamon
