// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout projectTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "projects", "/results", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Project"), Text, Plain, true, 32 },
          { "/name" } },
        { { "orgName", QT_TRANSLATE_NOOP("Column", "Organization"), Text, Plain, true, 24 },
          { "" } },
        { { "clusterCount", QT_TRANSLATE_NOOP("Column", "Clusters"), Integer, Plain, true, 8,
            { QT_TRANSLATE_NOOP("Column", "%1 clusters"), QT_TRANSLATE_NOOP("Column", "%1 cluster") } },
          { "/clusterCount" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/created" } },
        { { "tags", QT_TRANSLATE_NOOP("Column", "Tags"), Text, List, true, 40 },
          { "/tags/*/key|:/tags/*/value" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, false, 26 },
          { "/orgId" } },
        { { "regionUsageRestrictions", QT_TRANSLATE_NOOP("Column", "Region restrictions"), Enum, Plain, false, 0 },
          { "/regionUsageRestrictions" } },
        { { "withDefaultAlertsSettings", QT_TRANSLATE_NOOP("Column", "Default alerts"), Flag, Plain, false, 0 },
          { "/withDefaultAlertsSettings" } },
    });
    // clang-format on
}

} // namespace Telamon
