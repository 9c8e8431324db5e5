// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

// A role as the service's own pages call it: "Project Data Access Read Only" for GROUP_DATA_ACCESS_READ_ONLY.
// What is no role stays as it is.
QString roleWords(const QString& role);

} // namespace Telamon
