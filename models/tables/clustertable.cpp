// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout clusterTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId", "name" }, {
        { "listGroupClusters", "/results", "", {}, 0, QT_TRANSLATE_NOOP("Column", "Cluster") },
        { "listGroupFlexClusters", "/results", "", {}, 0, QT_TRANSLATE_NOOP("Column", "Flex cluster") },
        { "listClusterDetails", "/results", "/clusters", {}, 1, QT_TRANSLATE_NOOP("Column", "Overview") },
        { "unreadable", "", "", {}, 2 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Cluster"), Text, Plain, true, 24 },
          { "/name", "/name", "/name", "" } },
        { { "openAlerts", QT_TRANSLATE_NOOP("Column", "Open alerts"), Integer, Plain, true, 10,
            { QT_TRANSLATE_NOOP("Column", "%1 open alerts on clusters"), QT_TRANSLATE_NOOP("Column", "%1 open alert on clusters") } },
          { "", "", "/alertCount", "" } },
        { { "state", QT_TRANSLATE_NOOP("Column", "State"), Enum, Plain, true, 10 },
          { "/stateName", "/stateName", "", "" } },
        { { "availability", QT_TRANSLATE_NOOP("Column", "Availability"), Enum, Plain, true, 12 },
          { "", "", "/availability", "" } },
        { { "groupName", QT_TRANSLATE_NOOP("Column", "Project"), Text, Plain, true, 20 },
          { "", "", "^/groupName", "/groupName" } },
        { { "orgName", QT_TRANSLATE_NOOP("Column", "Organization"), Text, Plain, true, 20 },
          { "", "", "^/orgName", "/orgName" } },
        { { "type", QT_TRANSLATE_NOOP("Column", "Type"), Enum, Plain, true, 10 },
          { "/clusterType", "/clusterType", "/type", "" } },
        { { "versions", QT_TRANSLATE_NOOP("Column", "Versions"), Text, List, true, 10 },
          { "/mongoDBVersion", "/mongoDBVersion", "/versions/*", "" } },
        { { "instanceSize", QT_TRANSLATE_NOOP("Column", "Instance size"), Enum, List, true, 8 },
          { "/replicationSpecs/*/regionConfigs/*/electableSpecs/instanceSize", "=FLEX", "", "" } },
        { { "nodes", QT_TRANSLATE_NOOP("Column", "Nodes"), Integer, Plain, true, 6,
            { QT_TRANSLATE_NOOP("Column", "%1 nodes"), QT_TRANSLATE_NOOP("Column", "%1 node") } },
          { "/replicationSpecs/*/regionConfigs/*/electableSpecs/nodeCount|+/replicationSpecs/*/regionConfigs/*/readOnlySpecs/nodeCount|+/replicationSpecs/*/regionConfigs/*/analyticsSpecs/nodeCount", "", "/nodeCount", "" } },
        { { "dataSize", QT_TRANSLATE_NOOP("Column", "Data size"), Integer, Bytes, true, 10, { "%1" } },
          { "", "", "/dataSizeBytes", "" } },
        { { "backup", QT_TRANSLATE_NOOP("Column", "Backup"), Flag, Plain, true, 7 },
          { "/backupEnabled", "/backupSettings/enabled", "/backupEnabled", "" } },
        { { "tls", QT_TRANSLATE_NOOP("Column", "TLS"), Flag, Plain, true, 5 },
          { "", "", "/sslEnabled", "" } },
        { { "provider", QT_TRANSLATE_NOOP("Column", "Provider"), Enum, List, true, 10 },
          { "/replicationSpecs/*/regionConfigs/*/providerName", "/providerSettings/backingProviderName|/providerSettings/providerName", "", "" } },
        { { "region", QT_TRANSLATE_NOOP("Column", "Region"), Text, List, true, 16 },
          { "/replicationSpecs/*/regionConfigs/*/regionName", "/providerSettings/regionName", "", "" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/createDate", "/createDate", "", "" } },
        { { "problem", QT_TRANSLATE_NOOP("Column", "Problem"), Text, Plain, true, 40 },
          { "", "", "", "/problem" } },
        { { "knownFrom", QT_TRANSLATE_NOOP("Column", "Known from"), Enum, Sources, true, 36 },
          { "", "", "", "" } },
        { { "paused", QT_TRANSLATE_NOOP("Column", "Paused"), Flag, Plain, false, 0 },
          { "/paused", "", "", "" } },
        { { "terminationProtection", QT_TRANSLATE_NOOP("Column", "Termination protection"), Flag, Plain, false, 0 },
          { "/terminationProtectionEnabled", "/terminationProtectionEnabled", "", "" } },
        { { "minimumTls", QT_TRANSLATE_NOOP("Column", "Minimum TLS"), Enum, Plain, false, 10 },
          { "/advancedConfiguration/minimumEnabledTlsProtocol", "", "", "" } },
        { { "pointInTime", QT_TRANSLATE_NOOP("Column", "Point-in-time backup"), Flag, Plain, false, 0 },
          { "/pitEnabled", "", "", "" } },
        { { "encryption", QT_TRANSLATE_NOOP("Column", "Encryption at rest"), Enum, Plain, false, 10 },
          { "/encryptionAtRestProvider", "", "", "" } },
        { { "authentication", QT_TRANSLATE_NOOP("Column", "Authentication"), Flag, Plain, false, 0 },
          { "", "", "/authEnabled", "" } },
        { { "tags", QT_TRANSLATE_NOOP("Column", "Tags"), Text, List, false, 40 },
          { "/tags/*/key|:/tags/*/value", "/tags/*/key|:/tags/*/value", "", "" } },
        { { "connection", QT_TRANSLATE_NOOP("Column", "Connection string"), Text, Plain, false, 40 },
          { "/connectionStrings/standard", "", "", "" } },
        { { "clusterId", QT_TRANSLATE_NOOP("Column", "Cluster ID"), Text, Plain, false, 26 },
          { "/id", "/id", "/clusterId", "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "/groupId", "/groupId", "^/groupId", "/groupId" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, false, 26 },
          { "", "", "^/orgId", "/orgId" } },
    });
    // clang-format on
}

} // namespace Telamon
