// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"

#include <optional>
#include <utility>

namespace Telamon {

class Catalog;
struct Change;
struct Operation;

// How a change that was carried out is taken back by another (x-undo), as data for a review of its own.
// Nothing where it cannot be: no way is described, a value is missing or was a secret, or nothing changed.
std::optional<std::pair<const Operation*, Arguments>> undoOf(const Catalog& catalog, const Change& change);

} // namespace Telamon
