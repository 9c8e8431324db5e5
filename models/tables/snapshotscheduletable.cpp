// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout snapshotScheduleTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "clusterName" }, {
        { "schedule", "", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Schedule"), Text, Plain, false, 22 },
          { "=Snapshot schedule" } },
        { { "interval", QT_TRANSLATE_NOOP("Column", "Every"), Integer, Plain, true, 10 },
          { "/snapshotIntervalHours" } },
        { { "kept", QT_TRANSLATE_NOOP("Column", "Snapshots kept"), Integer, Plain, true, 10 },
          { "/snapshotRetentionDays" } },
        { { "daily", QT_TRANSLATE_NOOP("Column", "Daily kept"), Integer, Plain, true, 10 },
          { "/dailySnapshotRetentionDays" } },
        { { "weekly", QT_TRANSLATE_NOOP("Column", "Weekly kept"), Integer, Plain, true, 10 },
          { "/weeklySnapshotRetentionWeeks" } },
        { { "monthly", QT_TRANSLATE_NOOP("Column", "Monthly kept"), Integer, Plain, true, 10 },
          { "/monthlySnapshotRetentionMonths" } },
        { { "pointInTime", QT_TRANSLATE_NOOP("Column", "Point in time"), Integer, Plain, true, 10 },
          { "/pointInTimeWindowHours" } },
        { { "checkpoint", QT_TRANSLATE_NOOP("Column", "Checkpoint"), Integer, Plain, true, 10 },
          { "/clusterCheckpointIntervalMin" } },
        { { "clusterId", QT_TRANSLATE_NOOP("Column", "Cluster ID"), Text, Plain, false, 26 },
          { "/clusterId" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 26 },
          { "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "" } },
    });
    // clang-format on
}

} // namespace Telamon
