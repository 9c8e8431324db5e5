// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout organizationTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "organizations", "/results", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Organization"), Text, Plain, true, 32 },
          { "/name" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, true, 26 },
          { "/id" } },
        { { "isDeleted", QT_TRANSLATE_NOOP("Column", "Deleted"), Flag, Plain, false, 0 },
          { "/isDeleted" } },
        { { "skipDefaultAlertsSettings", QT_TRANSLATE_NOOP("Column", "Without default alerts"), Flag, Plain, false, 0 },
          { "/skipDefaultAlertsSettings" } },
    });
    // clang-format on
}

} // namespace Telamon
