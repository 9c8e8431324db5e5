// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout partitionFieldTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "order", "name" }, {
        { "fields", "/partitionFields", "", {}, 0 },
    }, {
        { { "order", QT_TRANSLATE_NOOP("Column", "Order"), Text, Plain, true, 8 },
          { "/order" } },
        { { "name", QT_TRANSLATE_NOOP("Column", "Field"), Text, Plain, true, 30 },
          { "/fieldName" } },
        { { "type", QT_TRANSLATE_NOOP("Column", "Type"), Enum, Plain, true, 12 },
          { "/fieldType" } },
    });
    // clang-format on
}

} // namespace Telamon
