// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout migrationTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "kind", "id" }, {
        { "availableProjects", "", "/deployments", {}, 0 },
        { "migrations", "", "", {}, 0 },
    }, {
        { { "kind", QT_TRANSLATE_NOOP("Column", "What"), Enum, Plain, true, 26 },
          { "=Source cluster", "=Migration" } },
        { { "name", QT_TRANSLATE_NOOP("Column", "Name"), Text, Plain, true, 26 },
          { "/name", "/_id" } },
        { { "sourceProject", QT_TRANSLATE_NOOP("Column", "Source project"), Text, Plain, true, 24 },
          { "^/name", "" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 12 },
          { "", "/status" } },
        { { "ready", QT_TRANSLATE_NOOP("Column", "Ready for cut-over"), Flag, Plain, true, 12 },
          { "", "/readyForCutover" } },
        { { "lag", QT_TRANSLATE_NOOP("Column", "Lag"), Integer, Plain, true, 10 },
          { "", "/lagTimeSeconds" } },
        { { "version", QT_TRANSLATE_NOOP("Column", "Version"), Text, Plain, true, 10 },
          { "/mongoDBVersion", "" } },
        { { "size", QT_TRANSLATE_NOOP("Column", "Size"), Integer, Bytes, true, 10 },
          { "/dbSizeBytes", "" } },
        { { "sharded", QT_TRANSLATE_NOOP("Column", "Sharded"), Flag, Plain, true, 9 },
          { "/sharded", "" } },
        { { "hosts", QT_TRANSLATE_NOOP("Column", "Migration hosts"), Text, List, true, 36 },
          { "^/migrationHosts/*", "/migrationHosts/*" } },
        { { "tls", QT_TRANSLATE_NOOP("Column", "TLS"), Flag, Plain, false, 5 },
          { "/tlsEnabled", "" } },
        { { "managed", QT_TRANSLATE_NOOP("Column", "Managed"), Flag, Plain, false, 8 },
          { "/managed", "" } },
        { { "compatibility", QT_TRANSLATE_NOOP("Column", "Compatibility version"), Text, Plain, false, 10 },
          { "/featureCompatibilityVersion", "" } },
        { { "sourceGroupId", QT_TRANSLATE_NOOP("Column", "Source project ID"), Text, Plain, false, 26 },
          { "^/projectId", "" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/clusterId", "/_id" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "", "" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, false, 26 },
          { "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
