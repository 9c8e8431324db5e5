// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout accessListEntryTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "address" }, {
        { "entries", "/results", "", {}, 0 },
    }, {
        { { "address", QT_TRANSLATE_NOOP("Column", "Address"), Text, Plain, true, 44 },
          { "/cidrBlock|/ipAddress" } },
        { { "lastUsed", QT_TRANSLATE_NOOP("Column", "Last used"), Time, Age, true, 12 },
          { "/lastUsed" } },
        { { "lastAddress", QT_TRANSLATE_NOOP("Column", "Last used from"), Text, Plain, true, 18 },
          { "/lastUsedAddress" } },
        { { "uses", QT_TRANSLATE_NOOP("Column", "Uses"), Integer, Plain, true, 8 },
          { "/count" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/created" } },
    });
    // clang-format on
}

} // namespace Telamon
