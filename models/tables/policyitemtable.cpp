// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout policyItemTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id", "frequency" }, {
        { "items", "/scheduledPolicyItems", "", {}, 0 },
    }, {
        { { "frequency", QT_TRANSLATE_NOOP("Column", "Frequency"), Enum, Plain, true, 12 },
          { "/frequencyType" } },
        { { "interval", QT_TRANSLATE_NOOP("Column", "Interval"), Integer, Plain, true, 16 },
          { "/frequencyInterval" } },
        { { "keep", QT_TRANSLATE_NOOP("Column", "Kept for"), Integer, Plain, true, 10 },
          { "/retentionValue" } },
        { { "unit", QT_TRANSLATE_NOOP("Column", "Unit"), Enum, Plain, false, 10 },
          { "/retentionUnit" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, true, 25 },
          { "/id" } },
    });
    // clang-format on
}

} // namespace Telamon
