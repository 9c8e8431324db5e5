// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout restoreJobTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "restoreJobs", "/results", "", {}, 0 },
        { "flexRestoreJobs", "/results", "", {}, 0 },
    }, {
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 12 },
          { "/failed?FAILED|/cancelled?CANCELLED|/expired?EXPIRED|/finishedAt?COMPLETED|=IN_PROGRESS", "/status" } },
        { { "delivery", QT_TRANSLATE_NOOP("Column", "Delivery"), Enum, Plain, true, 14 },
          { "/deliveryType", "/deliveryType" } },
        { { "target", QT_TRANSLATE_NOOP("Column", "Restored to"), Text, Plain, true, 24 },
          { "/targetClusterName", "/targetDeploymentItemName" } },
        { { "snapshotTaken", QT_TRANSLATE_NOOP("Column", "Snapshot taken"), Time, Moment, true, 18 },
          { "/timestamp", "/snapshotFinishedDate" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Requested"), Time, Age, true, 12 },
          { "", "/restoreScheduledDate" } },
        { { "finished", QT_TRANSLATE_NOOP("Column", "Finished"), Time, Age, true, 12 },
          { "/finishedAt", "/restoreFinishedDate" } },
        { { "expires", QT_TRANSLATE_NOOP("Column", "Link expires"), Time, Age, true, 12 },
          { "/expiresAt", "/expirationDate" } },
        { { "moment", QT_TRANSLATE_NOOP("Column", "Point in time"), Time, Moment, true, 18 },
          { "/desiredTimestamp/date|@/pointInTimeUTCSeconds", "" } },
        { { "failed", QT_TRANSLATE_NOOP("Column", "Failed"), Flag, Plain, false, 8 },
          { "/failed", "" } },
        { { "cancelled", QT_TRANSLATE_NOOP("Column", "Canceled"), Flag, Plain, false, 8 },
          { "/cancelled", "" } },
        { { "components", QT_TRANSLATE_NOOP("Column", "Replica sets"), Text, List, false, 26 },
          { "/components/*/replicaSetName", "" } },
        { { "snapshotId", QT_TRANSLATE_NOOP("Column", "Snapshot ID"), Text, Plain, true, 26 },
          { "/snapshotId", "/snapshotId" } },
        { { "targetGroupId", QT_TRANSLATE_NOOP("Column", "Target project ID"), Text, Plain, false, 26 },
          { "/targetGroupId", "/targetProjectId" } },
        { { "expired", QT_TRANSLATE_NOOP("Column", "Expired"), Flag, Plain, false, 8 },
          { "/expired", "" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id", "/id" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 26 },
          { "", "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
