// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout searchIndexTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "clusterName", "id" }, {
        { "searchIndexes", "", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Index"), Text, Plain, true, 24 },
          { "/name" } },
        { { "database", QT_TRANSLATE_NOOP("Column", "Database"), Text, Plain, true, 20 },
          { "/database" } },
        { { "collection", QT_TRANSLATE_NOOP("Column", "Collection"), Text, Plain, true, 20 },
          { "/collectionName" } },
        { { "type", QT_TRANSLATE_NOOP("Column", "Type"), Enum, Plain, true, 12 },
          { "/type|=search" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 18 },
          { "/status" } },
        { { "queryable", QT_TRANSLATE_NOOP("Column", "Answers queries"), Flag, Plain, true, 10 },
          { "/queryable" } },
        { { "hostsReady", QT_TRANSLATE_NOOP("Column", "Hosts ready"), Integer, Plain, true, 10 },
          { "#/statusDetail/*/status=READY" } },
        { { "hosts", QT_TRANSLATE_NOOP("Column", "Hosts"), Integer, Plain, false, 6 },
          { "#/statusDetail" } },
        { { "version", QT_TRANSLATE_NOOP("Column", "Latest version"), Integer, Plain, true, 8 },
          { "/latestDefinitionVersion/version" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Version created"), Time, Age, true, 12 },
          { "/latestDefinitionVersion/createdAt" } },
        { { "partitions", QT_TRANSLATE_NOOP("Column", "Partitions"), Integer, Plain, false, 8 },
          { "/latestDefinition/numPartitions" } },
        { { "synonyms", QT_TRANSLATE_NOOP("Column", "Synonym mappings"), Enum, Plain, false, 12 },
          { "/synonymMappingStatus" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/indexID" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 20 },
          { "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "" } },
    });
    // clang-format on
}

} // namespace Telamon
