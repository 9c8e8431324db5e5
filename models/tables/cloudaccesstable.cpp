// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout cloudAccessTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "kind", "id" }, {
        { "awsRoles", "/awsIamRoles", "", {}, 0 },
        { "azurePrincipals", "/azureServicePrincipals", "", {}, 0 },
        { "gcpAccounts", "/gcpServiceAccounts", "", {}, 0 },
    }, {
        { { "kind", QT_TRANSLATE_NOOP("Column", "What"), Enum, Plain, true, 24 },
          { "=AWS IAM role", "=Azure service principal", "=GCP service account" } },
        { { "name", QT_TRANSLATE_NOOP("Column", "Name"), Text, Plain, true, 56 },
          { "/iamAssumedRoleArn", "/servicePrincipalId|/_id", "/gcpServiceAccountForAtlas|/roleId" } },
        { { "usages", QT_TRANSLATE_NOOP("Column", "Used for"), Enum, List, true, 36 },
          { "/featureUsages/*/featureType", "/featureUsages/*/featureType", "/featureUsages/*/featureType" } },
        { { "usageCount", QT_TRANSLATE_NOOP("Column", "Uses"), Integer, Plain, true, 6 },
          { "#/featureUsages", "#/featureUsages", "#/featureUsages" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 14 },
          { "/authorizedDate?AUTHORIZED|=NOT_AUTHORIZED", "/servicePrincipalId?AUTHORIZED|=NOT_AUTHORIZED", "/status" } },
        { { "authorized", QT_TRANSLATE_NOOP("Column", "Authorized"), Time, Age, true, 12 },
          { "/authorizedDate", "", "" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/createdDate", "/createdDate", "/createdDate" } },
        { { "updated", QT_TRANSLATE_NOOP("Column", "Updated"), Time, Age, false, 12 },
          { "", "/lastUpdatedDate", "" } },
        { { "trusts", QT_TRANSLATE_NOOP("Column", "Atlas account"), Text, Plain, false, 36 },
          { "/atlasAWSAccountArn", "/atlasAzureAppId", "" } },
        { { "externalId", QT_TRANSLATE_NOOP("Column", "External ID"), Text, Plain, false, 38 },
          { "/atlasAssumedRoleExternalId", "/tenantId", "" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/roleId", "/_id", "/roleId" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "", "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
