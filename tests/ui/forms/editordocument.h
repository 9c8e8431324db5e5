// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/operation.h"

namespace Telamon {

// An operation that has a field for every editor.
const Operation& editorOperation();

} // namespace Telamon
