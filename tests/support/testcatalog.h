// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"

namespace Telamon {

// What was read; the test ends with the reason where it could not be.
Catalog catalogFrom(Result<Catalog, CatalogError> read);

// The program's own, read when a test first asks for it.
const Catalog& builtInCatalog();

} // namespace Telamon
