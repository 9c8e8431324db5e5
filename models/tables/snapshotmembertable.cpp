// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout snapshotMemberTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "replicaSet", "id" }, {
        { "members", "/members", "", {}, 0 },
    }, {
        { { "replicaSet", QT_TRANSLATE_NOOP("Column", "Replica set"), Text, Plain, true, 34 },
          { "/replicaSetName" } },
        { { "provider", QT_TRANSLATE_NOOP("Column", "Provider"), Enum, Plain, true, 10 },
          { "/cloudProvider" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "Snapshot ID"), Text, Plain, true, 26 },
          { "/id" } },
    });
    // clang-format on
}

} // namespace Telamon
