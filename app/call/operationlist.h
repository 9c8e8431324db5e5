// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

class Catalog;

// What `telamon operations` prints: a line each, "deleteOrg…  DELETE  destructive  Delete …", by name.
QString operationList(const Catalog& catalog);

} // namespace Telamon
