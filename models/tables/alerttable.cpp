// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout alertTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "id" }, {
        { "alerts", "/results", "", {}, 0 },
    }, {
        { { "created", QT_TRANSLATE_NOOP("Column", "Since"), Time, Age, true, 12 },
          { "/created" } },
        { { "eventType", QT_TRANSLATE_NOOP("Column", "Event type"), Enum, Plain, true, 25 },
          { "/eventTypeName" } },
        { { "cluster", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, true, 14 },
          { "/clusterName|/instanceName" } },
        { { "groupName", QT_TRANSLATE_NOOP("Column", "Project"), Text, Plain, true, 20 },
          { "" } },
        { { "metric", QT_TRANSLATE_NOOP("Column", "Metric"), Enum, Plain, true, 24 },
          { "/metricName" } },
        { { "currentValue", QT_TRANSLATE_NOOP("Column", "Current value"), Number, Plain, true, 12 },
          { "/currentValue/number" } },
        { { "host", QT_TRANSLATE_NOOP("Column", "Host"), Text, Plain, true, 28 },
          { "/userAlias|/hostnameAndPort" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 14 },
          { "/status" } },
        { { "updated", QT_TRANSLATE_NOOP("Column", "Updated"), Time, Age, true, 12 },
          { "/updated" } },
        { { "acknowledgedBy", QT_TRANSLATE_NOOP("Column", "Acknowledged by"), Text, Plain, true, 24 },
          { "/acknowledgingUsername" } },
        { { "replicaSet", QT_TRANSLATE_NOOP("Column", "Replica set"), Text, Plain, false, 18 },
          { "/replicaSetName" } },
        { { "units", QT_TRANSLATE_NOOP("Column", "Units"), Enum, Plain, false, 10 },
          { "/currentValue/units" } },
        { { "resolved", QT_TRANSLATE_NOOP("Column", "Resolved"), Time, Age, false, 12 },
          { "/resolved" } },
        { { "acknowledgedUntil", QT_TRANSLATE_NOOP("Column", "Acknowledged until"), Time, Moment, false, 18 },
          { "/acknowledgedUntil" } },
        { { "comment", QT_TRANSLATE_NOOP("Column", "Comment"), Text, Plain, false, 30 },
          { "/acknowledgementComment" } },
        { { "processor", QT_TRANSLATE_NOOP("Column", "Stream processor"), Text, Plain, false, 20 },
          { "/processorName" } },
        { { "processorState", QT_TRANSLATE_NOOP("Column", "Processor state"), Enum, Plain, false, 12 },
          { "/processorState" } },
        { { "processorError", QT_TRANSLATE_NOOP("Column", "Processor error"), Text, Plain, false, 30 },
          { "/processorErrorMsg" } },
        { { "lastNotified", QT_TRANSLATE_NOOP("Column", "Last notified"), Time, Age, false, 12 },
          { "/lastNotified" } },
        { { "hostnameAndPort", QT_TRANSLATE_NOOP("Column", "Host and port"), Text, Plain, false, 28 },
          { "/hostnameAndPort" } },
        { { "orgName", QT_TRANSLATE_NOOP("Column", "Organization"), Text, Plain, false, 20 },
          { "" } },
        { { "alertConfigId", QT_TRANSLATE_NOOP("Column", "Alert configuration ID"), Text, Plain, false, 26 },
          { "/alertConfigId" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "/groupId" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, false, 26 },
          { "/orgId" } },
    });
    // clang-format on
}

} // namespace Telamon
