// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout archiveTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "archives", "/results", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Collection"), Text, Plain, true, 22 },
          { "/collName" } },
        { { "database", QT_TRANSLATE_NOOP("Column", "Database"), Text, Plain, true, 18 },
          { "/dbName" } },
        { { "state", QT_TRANSLATE_NOOP("Column", "State"), Enum, Plain, true, 10 },
          { "/state" } },
        { { "criteria", QT_TRANSLATE_NOOP("Column", "Criteria"), Enum, Plain, true, 10 },
          { "/criteria/type" } },
        { { "field", QT_TRANSLATE_NOOP("Column", "Date field"), Text, Plain, true, 16 },
          { "/criteria/dateField" } },
        { { "after", QT_TRANSLATE_NOOP("Column", "Archive after"), Integer, Plain, true, 10 },
          { "/criteria/expireAfterDays" } },
        { { "expires", QT_TRANSLATE_NOOP("Column", "Delete after"), Integer, Plain, true, 10 },
          { "/dataExpirationRule/expireAfterDays" } },
        { { "schedule", QT_TRANSLATE_NOOP("Column", "Schedule"), Enum, Plain, true, 10 },
          { "/schedule/type" } },
        { { "region", QT_TRANSLATE_NOOP("Column", "Region"), Text, Plain, true, 16 },
          { "/dataProcessRegion/region" } },
        { { "provider", QT_TRANSLATE_NOOP("Column", "Provider"), Enum, Plain, false, 8 },
          { "/dataProcessRegion/cloudProvider" } },
        { { "type", QT_TRANSLATE_NOOP("Column", "Type"), Enum, Plain, false, 12 },
          { "/collectionType" } },
        { { "query", QT_TRANSLATE_NOOP("Column", "Query"), Text, Plain, false, 40 },
          { "/criteria/query" } },
        { { "partitions", QT_TRANSLATE_NOOP("Column", "Partition fields"), Text, List, true, 28 },
          { "/partitionFields/*/fieldName" } },
        { { "dataSet", QT_TRANSLATE_NOOP("Column", "Data set"), Text, Plain, false, 40 },
          { "/dataSetName" } },
        { { "paused", QT_TRANSLATE_NOOP("Column", "Paused"), Flag, Plain, false, 8 },
          { "/paused" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/_id" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 20 },
          { "/clusterName" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "/groupId" } },
    });
    // clang-format on
}

} // namespace Telamon
