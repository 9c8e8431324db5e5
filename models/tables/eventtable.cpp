// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout eventTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "events", "/results", "", {}, 0 },
    }, {
        { { "created", QT_TRANSLATE_NOOP("Column", "Time"), Time, Moment, true, 18 },
          { "/created" } },
        { { "eventType", QT_TRANSLATE_NOOP("Column", "Event type"), Enum, Plain, true, 40 },
          { "/eventTypeName" } },
        { { "groupName", QT_TRANSLATE_NOOP("Column", "Project"), Text, Plain, true, 20 },
          { "" } },
        { { "actor", QT_TRANSLATE_NOOP("Column", "By"), Text, Plain, true, 36 },
          { "/username|/publicKey|/delegatePrincipal/name" } },
        { { "target", QT_TRANSLATE_NOOP("Column", "On"), Text, Plain, true, 32 },
          { "/clusterName|/targetUsername|/targetPublicKey|/dbUserUsername|/collection|/teamName|/resourceId|/hostname" } },
        { { "address", QT_TRANSLATE_NOOP("Column", "From address"), Text, Plain, true, 16 },
          { "/remoteAddress" } },
        { { "replicaSet", QT_TRANSLATE_NOOP("Column", "Replica set"), Text, Plain, false, 18 },
          { "/replicaSetName|/shardName" } },
        { { "severity", QT_TRANSLATE_NOOP("Column", "Severity"), Enum, Plain, false, 10 },
          { "/raw/severity" } },
        { { "description", QT_TRANSLATE_NOOP("Column", "Description"), Text, Plain, false, 40 },
          { "/raw/description" } },
        { { "metric", QT_TRANSLATE_NOOP("Column", "Metric"), Enum, Plain, false, 24 },
          { "/metricName" } },
        { { "currentValue", QT_TRANSLATE_NOOP("Column", "Current value"), Number, Plain, false, 12 },
          { "/currentValue/number" } },
        { { "actorKey", QT_TRANSLATE_NOOP("Column", "By API key"), Text, Plain, false, 14 },
          { "/publicKey" } },
        { { "targetKey", QT_TRANSLATE_NOOP("Column", "On API key"), Text, Plain, false, 14 },
          { "/targetPublicKey" } },
        { { "resourceId", QT_TRANSLATE_NOOP("Column", "Resource ID"), Text, Plain, false, 26 },
          { "/resourceId" } },
        { { "alertId", QT_TRANSLATE_NOOP("Column", "Alert ID"), Text, Plain, false, 26 },
          { "/alertId" } },
        { { "userId", QT_TRANSLATE_NOOP("Column", "User ID"), Text, Plain, false, 26 },
          { "/userId" } },
        { { "isGlobalAdmin", QT_TRANSLATE_NOOP("Column", "By the service"), Flag, Plain, false, 0 },
          { "/isGlobalAdmin" } },
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
