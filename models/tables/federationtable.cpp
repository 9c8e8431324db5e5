// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout federationTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "kind", "id", "orgId" }, {
        { "settings", "", "", {}, 0 },
        { "orgConfigs", "/results", "", {}, 0 },
        { "roleMappings", "/results", "", {}, 0 },
    }, {
        { { "kind", QT_TRANSLATE_NOOP("Column", "What"), Enum, Plain, true, 24 },
          { "=Federation", "=Connected organization", "=Role mapping" } },
        { { "name", QT_TRANSLATE_NOOP("Column", "Name"), Text, List, true, 34 },
          { "/federatedDomains/*|=Identity federation", "", "/externalGroupName" } },
        { { "roles", QT_TRANSLATE_NOOP("Column", "Roles"), Enum, Roles, true, 44 },
          { "", "/postAuthRoleGrants/*", "/roleAssignments/*/role" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 10 },
          { "/identityProviderStatus", "", "" } },
        { { "identityProvider", QT_TRANSLATE_NOOP("Column", "Identity provider"), Text, Plain, true, 26 },
          { "/identityProviderId", "/identityProviderId", "" } },
        { { "domains", QT_TRANSLATE_NOOP("Column", "Domains"), Text, List, true, 30 },
          { "/federatedDomains/*", "/domainAllowList/*", "" } },
        { { "restricted", QT_TRANSLATE_NOOP("Column", "Domain restriction"), Flag, Plain, true, 10 },
          { "", "/domainRestrictionEnabled", "" } },
        { { "mappings", QT_TRANSLATE_NOOP("Column", "Role mappings"), Integer, Plain, true, 10 },
          { "", "#/roleMappings", "" } },
        { { "conflicts", QT_TRANSLATE_NOOP("Column", "User conflicts"), Integer, Plain, true, 10 },
          { "", "#/userConflicts", "" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id", "/orgId", "/id" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, false, 26 },
          { "", "/orgId", "" } },
        { { "federationSettingsId", QT_TRANSLATE_NOOP("Column", "Federation ID"), Text, Plain, false, 26 },
          { "/id", "", "" } },
        { { "order", QT_TRANSLATE_NOOP("Column", "Order"), Integer, Plain, false, 6 },
          { "=1", "=2", "=3" } },
    });
    // clang-format on
}

} // namespace Telamon
