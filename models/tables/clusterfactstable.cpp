// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout clusterFactsTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "clusterName" }, {
        { "cluster", "", "", {}, 0 },
        { "flexCluster", "", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, true, 24 },
          { "/name", "/name" } },
        { { "state", QT_TRANSLATE_NOOP("Column", "State"), Enum, Plain, true, 10 },
          { "/stateName", "/stateName" } },
        { { "availability", QT_TRANSLATE_NOOP("Column", "Availability"), Enum, Plain, true, 12 },
          { "", "" } },
        { { "openAlerts", QT_TRANSLATE_NOOP("Column", "Open alerts"), Text, Plain, true, 10 },
          { "", "" } },
        { { "type", QT_TRANSLATE_NOOP("Column", "Type"), Enum, Plain, true, 14 },
          { "/clusterType", "/clusterType" } },
        { { "version", QT_TRANSLATE_NOOP("Column", "Version"), Text, Plain, true, 10 },
          { "/mongoDBVersion", "/mongoDBVersion" } },
        { { "compatibility", QT_TRANSLATE_NOOP("Column", "Compatibility version"), Text, Plain, true, 12 },
          { "/featureCompatibilityVersion", "" } },
        { { "pinnedUntil", QT_TRANSLATE_NOOP("Column", "Pinned until"), Time, Moment, true, 18 },
          { "/featureCompatibilityVersionExpirationDate", "" } },
        { { "size", QT_TRANSLATE_NOOP("Column", "Instance size"), Enum, List, true, 10 },
          { "/replicationSpecs/*/regionConfigs/*/electableSpecs/instanceSize", "=FLEX" } },
        { { "disk", QT_TRANSLATE_NOOP("Column", "Disk"), Number, Plain, true, 9 },
          { "/diskSizeGB|/replicationSpecs/*/regionConfigs/*/electableSpecs/diskSizeGB", "/providerSettings/diskSizeGB" } },
        { { "dataSize", QT_TRANSLATE_NOOP("Column", "Data size"), Text, Plain, true, 10 },
          { "", "" } },
        { { "backup", QT_TRANSLATE_NOOP("Column", "Backup"), Flag, Plain, true, 7 },
          { "/backupEnabled", "/backupSettings/enabled" } },
        { { "pointInTime", QT_TRANSLATE_NOOP("Column", "Point-in-time backup"), Flag, Plain, true, 0 },
          { "/pitEnabled", "" } },
        { { "terminationProtection", QT_TRANSLATE_NOOP("Column", "Termination protection"), Flag, Plain, true, 0 },
          { "/terminationProtectionEnabled", "/terminationProtectionEnabled" } },
        { { "paused", QT_TRANSLATE_NOOP("Column", "Paused"), Flag, Plain, true, 8 },
          { "/paused", "" } },
        { { "connection", QT_TRANSLATE_NOOP("Column", "Connection string"), Text, Plain, true, 60 },
          { "/connectionStrings/standardSrv", "/connectionStrings/standardSrv" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id", "/id" } },
        { { "clusterName", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, false, 26 },
          { "", "" } },
        { { "health", QT_TRANSLATE_NOOP("Column", "Health"), Text, Plain, false, 10 },
          { "", "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
