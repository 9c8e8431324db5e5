// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout snapshotTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "clusterName", "id" }, {
        { "snapshots", "/results", "", {}, 0 },
        { "shardedSnapshots", "/results", "", {}, 0 },
        { "flexSnapshots", "/results", "", {}, 0 },
    }, {
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Moment, true, 18 },
          { "/createdAt", "/createdAt", "/startTime|/scheduledTime" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 12 },
          { "/status", "/status", "/status" } },
        { { "frequency", QT_TRANSLATE_NOOP("Column", "Frequency"), Enum, Plain, true, 10 },
          { "/frequencyType", "/frequencyType", "" } },
        { { "snapshotType", QT_TRANSLATE_NOOP("Column", "Taken"), Enum, Plain, true, 12 },
          { "/snapshotType", "/snapshotType", "" } },
        { { "age", QT_TRANSLATE_NOOP("Column", "Age"), Time, Age, false, 12 },
          { "/createdAt", "/createdAt", "/startTime|/scheduledTime" } },
        { { "type", QT_TRANSLATE_NOOP("Column", "Type"), Enum, Plain, false, 14 },
          { "/type|=replicaSet", "/type|=shardedCluster", "=flex" } },
        { { "size", QT_TRANSLATE_NOOP("Column", "Size"), Integer, Bytes, true, 10 },
          { "/storageSizeBytes", "/storageSizeBytes", "" } },
        { { "expires", QT_TRANSLATE_NOOP("Column", "Expires"), Time, Age, true, 12 },
          { "/expiresAt", "/expiresAt", "/expiration" } },
        { { "version", QT_TRANSLATE_NOOP("Column", "Version"), Text, Plain, true, 10 },
          { "/mongodVersion", "/mongodVersion", "/mongoDBVersion" } },
        { { "members", QT_TRANSLATE_NOOP("Column", "Members"), Integer, Plain, true, 8 },
          { "", "#/members", "" } },
        { { "replicaSets", QT_TRANSLATE_NOOP("Column", "Replica sets"), Text, List, true, 24 },
          { "/replicaSetName", "/members/*/replicaSetName", "" } },
        { { "provider", QT_TRANSLATE_NOOP("Column", "Provider"), Enum, List, true, 8 },
          { "/cloudProvider", "/members/*/cloudProvider", "" } },
        { { "description", QT_TRANSLATE_NOOP("Column", "Description"), Text, Plain, true, 30 },
          { "/description", "/description", "" } },
        { { "copyRegions", QT_TRANSLATE_NOOP("Column", "Copied to"), Text, List, false, 20 },
          { "/copyRegions/*", "", "" } },
        { { "configServer", QT_TRANSLATE_NOOP("Column", "Config servers"), Enum, Plain, false, 12 },
          { "", "/configServerType", "" } },
        { { "finished", QT_TRANSLATE_NOOP("Column", "Finished"), Time, Moment, false, 18 },
          { "", "", "/finishTime" } },
        { { "masterKey", QT_TRANSLATE_NOOP("Column", "Master key"), Text, Plain, false, 38 },
          { "/masterKeyUUID", "/masterKeyUUID", "" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id", "/id", "/id" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 20 },
          { "", "", "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "", "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
