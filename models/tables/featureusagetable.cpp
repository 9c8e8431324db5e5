// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout featureUsageTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "feature", "where" }, {
        { "usages", "/featureUsages", "", {}, 0 },
    }, {
        { { "feature", QT_TRANSLATE_NOOP("Column", "Feature"), Enum, Plain, true, 28 },
          { "/featureType" } },
        { { "where", QT_TRANSLATE_NOOP("Column", "Where"), Text, Plain, true, 40 },
          { "/featureId/bucketName|/featureId/name|/featureId/sinkName|/featureId/configId|/featureId/groupId" } },
        { { "group", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, true, 26 },
          { "/featureId/groupId" } },
        { { "export", QT_TRANSLATE_NOOP("Column", "Export bucket ID"), Text, Plain, true, 26 },
          { "/featureId/exportBucketId" } },
    });
    // clang-format on
}

} // namespace Telamon
