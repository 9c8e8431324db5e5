// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout roleAssignmentTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "role", "groupId", "orgId" }, {
        { "assignments", "/roleAssignments", "", {}, 0 },
    }, {
        { { "role", QT_TRANSLATE_NOOP("Column", "Role"), Enum, Roles, true, 36 },
          { "/role" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, true, 26 },
          { "/groupId" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, true, 26 },
          { "/orgId" } },
    });
    // clang-format on
}

} // namespace Telamon
