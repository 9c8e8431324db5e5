// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/requests.h"

namespace Telamon {

namespace {
constexpr const char* migration =
    R"({"destination":{"clusterName":"sessions","groupId":"STORE","hostnameSchemaType":"PUBLIC"},)"
    R"("migrationHosts":["migrate.internal.example"],)"
    R"("source":{"clusterName":"erp","groupId":"<orgs/NORTHWIND/liveMigrations/)"
    R"(availableProjects#projectId>","managedAuthentication":true,"ssl":true}})";

constexpr const char* wrongMigration =
    R"({"destination":{"clusterName":"sessions","groupId":"STORE","hostnameSchemaType":"PUBLIC"},)"
    R"("migrationHosts":["a","b"],)"
    R"("source":{"clusterName":"erp","groupId":"STORE","managedAuthentication":true,"ssl":true}})";

constexpr SampleRequest writes[] = {
    {"acknowledgeGroupAlert", "PATCH", "groups/CHECKOUT/alerts/<groups/CHECKOUT/alerts#id>",
        R"({"acknowledgementComment":"seen","acknowledgedUntil":"2090-01-01T00:00:00Z"})",
        "groups/CHECKOUT/alerts/ID", R"({"acknowledgementComment":1})", "acknowledgementComment"},
    {"createGroupClusterSearchIndex", "POST", "groups/STORE/clusters/storefront/search/indexes",
        R"({"name":"fresh","database":"shop","collectionName":"orders","type":"search",)"
        R"("definition":{"mappings":{"dynamic":true}}})",
        "groups/STORE/clusters/none/search/indexes",
        R"({"name":"fresh","database":"shop","type":"search",)"
        R"("definition":{"mappings":{"dynamic":true}}})",
        "collectionName"},
    {"updateGroupClusterSearchIndex", "PATCH",
        "groups/STORE/clusters/storefront/search/indexes/"
        "<groups/STORE/clusters/storefront/search/indexes#indexID>",
        R"({"definition":{"mappings":{"dynamic":false,"fields":{"a":{"type":"string"}}}}})",
        "groups/STORE/clusters/storefront/search/indexes/ID", "{}", "definition"},
    {"updateGroupClusterSearchIndexByName", "PATCH",
        "groups/STORE/clusters/storefront/search/indexes/shop/products/autocomplete",
        R"({"definition":{"mappings":{"dynamic":true}}})",
        "groups/STORE/clusters/storefront/search/indexes/shop/products/none",
        R"({"definition":{"mappings":{"dynamic":true},"analyzers":[{"name":"lucene.own",)"
        R"("tokenizer":{"type":"keyword"}}]}})",
        "definition.analyzers.0.name"},
    {"deleteGroupClusterSearchIndex", "DELETE",
        "groups/STORE/clusters/storefront/search/indexes/"
        "<groups/STORE/clusters/storefront/search/indexes#indexID>",
        nullptr, "groups/STORE/clusters/storefront/search/indexes/ID"},
    {"deleteGroupClusterSearchIndexByName", "DELETE",
        "groups/STORE/clusters/storefront/search/indexes/shop/products/embeddings", nullptr,
        "groups/STORE/clusters/storefront/search/indexes/shop/products/none"},
    {"deleteGroupClusterFtsIndex", "DELETE",
        "groups/STORE/clusters/storefront/fts/indexes/"
        "<groups/STORE/clusters/storefront/search/indexes#indexID>",
        nullptr, "groups/STORE/clusters/storefront/fts/indexes/ID"},
    {"updateGroupClusterOnlineArchive", "PATCH",
        "groups/CHECKOUT/clusters/promotions/onlineArchives/"
        "<groups/CHECKOUT/clusters/promotions/onlineArchives#_id>",
        R"({"schedule":{"type":"DAILY","startHour":1,"endHour":3},)"
        R"("dataExpirationRule":{"expireAfterDays":90}})",
        "groups/CHECKOUT/clusters/promotions/onlineArchives/ID",
        R"({"schedule":{"type":"DAILY","startHour":1}})", "schedule.endHour"},
    {"createGroupFlexClusterBackupRestoreJob", "POST",
        "groups/STAGING/flexClusters/preview-apps/backup/restoreJobs",
        R"({"snapshotId":"<groups/STAGING/flexClusters/preview-apps/backup/snapshots#id>",)"
        R"("targetDeploymentItemName":"preview-apps"})",
        "groups/STAGING/flexClusters/none/backup/restoreJobs",
        R"({"snapshotId":"x","targetDeploymentItemName":"preview-apps"})", "snapshotId"},
    {"updateGroupClusterSnapshotSchedule", "PATCH", "groups/STORE/clusters/cms-content/snapshotSchedule",
        R"({"clusterCheckpointIntervalMin":15,"clusterId":"<groups/STORE/clusters/cms-content#id>",)"
        R"("dailySnapshotRetentionDays":30,"monthlySnapshotRetentionMonths":12,)"
        R"("pointInTimeWindowHours":48,"snapshotIntervalHours":12,"snapshotRetentionDays":5,)"
        R"("weeklySnapshotRetentionWeeks":8})",
        "groups/STORE/clusters/storefront/snapshotSchedule",
        R"({"clusterCheckpointIntervalMin":15,"clusterId":"<groups/STORE/clusters/cms-content#id>",)"
        R"("dailySnapshotRetentionDays":31,"monthlySnapshotRetentionMonths":12,)"
        R"("pointInTimeWindowHours":48,"snapshotIntervalHours":12,"snapshotRetentionDays":5,)"
        R"("weeklySnapshotRetentionWeeks":8})",
        "dailySnapshotRetentionDays"},
    {"disableGroupBackupCompliancePolicy", "DELETE", "groups/WAREHOUSE/backupCompliancePolicy", nullptr,
        "groups/STAGING/backupCompliancePolicy"},
    {"pinGroupClusterFeatureCompatibilityVersion", "POST",
        "groups/STORE/clusters/cms-content:pinFeatureCompatibilityVersion",
        R"({"expirationDate":"IN_TWO_WEEKS"})", "groups/STORE/clusters/none:pinFeatureCompatibilityVersion",
        R"({"expirationDate":"soon"})", "expirationDate"},
    {"unpinGroupClusterFeatureCompatibilityVersion", "POST",
        "groups/CHECKOUT/clusters/promotions:unpinFeatureCompatibilityVersion", nullptr,
        "groups/STORE/clusters/none:unpinFeatureCompatibilityVersion"},
    {"pinGroupClusterCollStatPinnedNamespaces", "PUT", "groups/STORE/clusters/storefront/collStats/pinned",
        R"({"namespaces":["shop.orders"]})", "groups/STORE/clusters/none/collStats/pinned",
        R"({"namespaces":["shop.orders","shop.orders"]})", "namespaces.1"},
    {"updateGroupClusterCollStatPinnedNamespaces", "PATCH",
        "groups/STORE/clusters/storefront/collStats/pinned", R"({"namespaces":["shop.carts"]})",
        "groups/STORE/clusters/none/collStats/pinned", R"({"namespaces":["shop"]})", "namespaces.0"},
    {"unpinGroupClusterCollStatUnpinNamespaces", "PATCH", "groups/STORE/clusters/storefront/collStats/unpin",
        R"({"namespaces":["shop.carts"]})", "groups/STORE/clusters/none/collStats/unpin",
        R"({"namespaces":"app.orders"})", "namespaces"},
    {"createGroupLiveMigration", "POST", "groups/STORE/liveMigrations", migration, "groups/ID/liveMigrations",
        wrongMigration, "migrationHosts"},
    {"validateGroupLiveMigrations", "POST", "groups/STORE/liveMigrations/validate", migration,
        "groups/ID/liveMigrations/validate",
        R"({"migrationHosts":["a"],"destination":{"clusterName":"sessions","groupId":"STORE",)"
        R"("hostnameSchemaType":"PUBLIC"},"source":{"clusterName":"erp","groupId":"STORE",)"
        R"("managedAuthentication":true,"ssl":true,"password":"p"}})",
        "source.password"},
    {"createOrgLiveMigrationLinkToken", "POST", "orgs/NORTHWIND/liveMigrations/linkTokens",
        R"({"accessListIps":["198.51.100.7"]})", "orgs/ID/liveMigrations/linkTokens",
        R"({"accessListIps":[7]})", "accessListIps.0"},
    {"deleteOrgLiveMigrationLinkTokens", "DELETE", "orgs/NORTHWIND/liveMigrations/linkTokens", nullptr,
        "orgs/ID/liveMigrations/linkTokens"},
    {"createGroupPrivateNetworkSettingEndpointId", "POST",
        "groups/PAYMENTS/privateNetworkSettings/endpointIds",
        R"({"endpointId":"vpce-0123456789abcdef0","comment":"lab"})",
        "groups/ID/privateNetworkSettings/endpointIds", R"({"endpointId":"vpce-1","provider":"AWS"})",
        "endpointId"},
    {"deleteGroupPrivateNetworkSettingEndpointId", "DELETE",
        "groups/PAYMENTS/privateNetworkSettings/endpointIds/"
        "<groups/PAYMENTS/privateNetworkSettings/endpointIds#endpointId>",
        nullptr, "groups/PAYMENTS/privateNetworkSettings/endpointIds/vpce-00000000000000000"},
    {"toggleGroupPrivateEndpointRegionalMode", "PATCH", "groups/STAGING/privateEndpoint/regionalMode",
        R"({"enabled":true})", "groups/ID/privateEndpoint/regionalMode", "{}", "enabled"},
    {"disableGroupPrivateIpModePeering", "PATCH", "groups/WAREHOUSE/privateIpMode", R"({"enabled":false})",
        "groups/ID/privateIpMode", R"({"enabled":true})", "enabled"},
    {"addGroupUsers", "POST", "groups/STORE/users",
        R"({"username":"new.person@example.com","roles":["GROUP_READ_ONLY"]})", "groups/ID/users",
        R"({"username":"new.person@example.com","roles":[]})", "roles"},
    {"removeGroupUser", "DELETE", "groups/STORE/users/<groups/STORE/users#id>", nullptr,
        "groups/STORE/users/ID"},
    {"updateGroupServiceAccount", "PATCH",
        "groups/STORE/serviceAccounts/<groups/STORE/serviceAccounts#clientId>", R"({"name":"renamed"})",
        "groups/STORE/serviceAccounts/mdb_sa_id_ID", R"({"name":"a<b"})", "name"},
    {"deleteFederationSettingConnectedOrgConfigRoleMapping", "DELETE",
        "federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings/"
        "<federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings#id>",
        nullptr,
        "federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings/"
        "ID"},
};
} // namespace

std::span<const SampleRequest> sampleWrites()
{
    return writes;
}

} // namespace Telamon
