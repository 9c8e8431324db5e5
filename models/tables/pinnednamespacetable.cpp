// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout pinnedNamespaceTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "clusterName", "name" }, {
        { "pinned", "", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Namespace"), Text, Plain, true, 60 },
          { "/namespace" } },
        { { "database", QT_TRANSLATE_NOOP("Column", "Database"), Text, Plain, false, 24 },
          { "/database" } },
        { { "collection", QT_TRANSLATE_NOOP("Column", "Collection"), Text, Plain, false, 40 },
          { "/collection" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 26 },
          { "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "" } },
    });
    // clang-format on
}

} // namespace Telamon
