// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout searchIndexHostTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "host" }, {
        { "hosts", "/statusDetail", "", {}, 0 },
    }, {
        { { "host", QT_TRANSLATE_NOOP("Column", "Host"), Text, Plain, true, 34 },
          { "/hostname" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 12 },
          { "/status" } },
        { { "queryable", QT_TRANSLATE_NOOP("Column", "Answers queries"), Flag, Plain, true, 10 },
          { "/queryable" } },
        { { "main", QT_TRANSLATE_NOOP("Column", "Main index"), Enum, Plain, true, 12 },
          { "/mainIndex/status" } },
        { { "mainVersion", QT_TRANSLATE_NOOP("Column", "Main version"), Integer, Plain, true, 10 },
          { "/mainIndex/definitionVersion/version" } },
        { { "staged", QT_TRANSLATE_NOOP("Column", "Staged index"), Enum, Plain, true, 12 },
          { "/stagedIndex/status" } },
        { { "stagedVersion", QT_TRANSLATE_NOOP("Column", "Staged version"), Integer, Plain, true, 10 },
          { "/stagedIndex/definitionVersion/version" } },
        { { "message", QT_TRANSLATE_NOOP("Column", "Message"), Text, Plain, true, 50 },
          { "/mainIndex/message|/stagedIndex/message" } },
    });
    // clang-format on
}

} // namespace Telamon
