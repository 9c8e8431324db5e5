// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"

#include <vector>

namespace Telamon {

class SchemaLoader;

// allOf: makes `into` say what it and `branch` say. What one Schema cannot say of both stays a rule that
// holds the whole branch. Annotations that `into` has stay.
void mergeBranch(Schema& into, const Schema& branch, SchemaLoader& loader);

// A part that is closed to further fields knows its own only: where other parts bring some, it stays a rule
// of its own. To be called with all parts before they are merged.
void keepClosedParts(Schema& into, const std::vector<const Schema*>& parts);

} // namespace Telamon
