// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/requests.h"

namespace Telamon {

namespace {
constexpr SampleRequest reads[] = {
    {"listOrgs", "GET", "orgs"},
    {"getOrg", "GET", "orgs/NORTHWIND", nullptr, "orgs/ID"},
    {"getOrgGroups", "GET", "orgs/NORTHWIND/groups", nullptr, "orgs/ID/groups"},
    {"listGroups", "GET", "groups"},
    {"getGroup", "GET", "groups/STORE", nullptr, "groups/ID"},
    {"listClusterDetails", "GET", "clusters"},
    {"listGroupClusters", "GET", "groups/STORE/clusters", nullptr, "groups/ID/clusters"},
    {"getGroupCluster", "GET", "groups/CHECKOUT/clusters/promotions", nullptr, "groups/STORE/clusters/none"},
    {"listGroupFlexClusters", "GET", "groups/STAGING/flexClusters", nullptr, "groups/ID/flexClusters"},
    {"getGroupFlexCluster", "GET", "groups/PLAYGROUND/flexClusters/chatbot", nullptr,
        "groups/STAGING/flexClusters/none"},
    {"listGroupAlerts", "GET", "groups/CHECKOUT/alerts?status=OPEN", nullptr, "groups/ID/alerts"},
    {"getGroupAlert", "GET", "groups/CHECKOUT/alerts/<groups/CHECKOUT/alerts#id>", nullptr,
        "groups/CHECKOUT/alerts/ID"},
    {"getGroupDbAccessHistoryCluster", "GET",
        "groups/STORE/dbAccessHistory/clusters/sessions?authResult=true&nLogs=50", nullptr,
        "groups/STORE/dbAccessHistory/clusters/none"},
    {"getGroupDbAccessHistoryProcess", "GET",
        "groups/STORE/dbAccessHistory/processes/"
        "<groups/STORE/dbAccessHistory/clusters/sessions?nLogs=1#hostname>",
        nullptr, "groups/STORE/dbAccessHistory/processes/none.example.net"},
    {"listGroupClusterSearchIndexes", "GET", "groups/STORE/clusters/storefront/search/indexes", nullptr,
        "groups/STORE/clusters/none/search/indexes"},
    {"listGroupClusterSearchIndex", "GET", "groups/STORE/clusters/storefront/search/indexes/shop/products",
        nullptr, "groups/STORE/clusters/none/search/indexes/shop/products"},
    {"getGroupClusterSearchIndex", "GET",
        "groups/STORE/clusters/storefront/search/indexes/"
        "<groups/STORE/clusters/storefront/search/indexes#indexID>",
        nullptr, "groups/STORE/clusters/storefront/search/indexes/ID"},
    {"getGroupClusterSearchIndexByName", "GET",
        "groups/STORE/clusters/storefront/search/indexes/shop/products/embeddings", nullptr,
        "groups/STORE/clusters/storefront/search/indexes/shop/products/none"},
    {"listGroupClusterFtsIndex", "GET", "groups/STORE/clusters/storefront/fts/indexes/shop/products", nullptr,
        "groups/STORE/clusters/none/fts/indexes/shop/products"},
    {"getGroupClusterFtsIndex", "GET",
        "groups/STORE/clusters/storefront/fts/indexes/"
        "<groups/STORE/clusters/storefront/search/indexes#indexID>",
        nullptr, "groups/STORE/clusters/storefront/fts/indexes/ID"},
    {"listGroupClusterBackupSnapshots", "GET", "groups/STORE/clusters/storefront/backup/snapshots", nullptr,
        "groups/STORE/clusters/none/backup/snapshots"},
    {"listGroupClusterBackupSnapshotShardedClusters", "GET",
        "groups/CHECKOUT/clusters/orders/backup/snapshots/shardedClusters", nullptr,
        "groups/CHECKOUT/clusters/none/backup/snapshots/shardedClusters"},
    {"getGroupClusterBackupSnapshotShardedCluster", "GET",
        "groups/CHECKOUT/clusters/orders/backup/snapshots/shardedCluster/"
        "<groups/CHECKOUT/clusters/orders/backup/snapshots/shardedClusters#id>",
        nullptr, "groups/CHECKOUT/clusters/orders/backup/snapshots/shardedCluster/ID"},
    {"listGroupClusterBackupRestoreJobs", "GET", "groups/STORE/clusters/storefront/backup/restoreJobs",
        nullptr, "groups/STORE/clusters/none/backup/restoreJobs"},
    {"listGroupFlexClusterBackupSnapshots", "GET",
        "groups/STAGING/flexClusters/preview-apps/backup/snapshots", nullptr,
        "groups/STAGING/flexClusters/none/backup/snapshots"},
    {"getGroupFlexClusterBackupSnapshot", "GET",
        "groups/STAGING/flexClusters/preview-apps/backup/snapshots/"
        "<groups/STAGING/flexClusters/preview-apps/backup/snapshots#id>",
        nullptr, "groups/STAGING/flexClusters/preview-apps/backup/snapshots/ID"},
    {"listGroupFlexClusterBackupRestoreJobs", "GET",
        "groups/STAGING/flexClusters/preview-apps/backup/restoreJobs", nullptr,
        "groups/STAGING/flexClusters/none/backup/restoreJobs"},
    {"getGroupFlexClusterBackupRestoreJob", "GET",
        "groups/STAGING/flexClusters/preview-apps/backup/restoreJobs/"
        "<groups/STAGING/flexClusters/preview-apps/backup/restoreJobs?pageNum=2&itemsPerPage=1#id>",
        nullptr, "groups/STAGING/flexClusters/preview-apps/backup/restoreJobs/ID"},
    {"getGroupBackupCompliancePolicy", "GET", "groups/WAREHOUSE/backupCompliancePolicy", nullptr,
        "groups/STAGING/backupCompliancePolicy"},
    {"getGroupClusterSnapshotSchedule", "GET", "groups/STORE/clusters/cms-content/snapshotSchedule", nullptr,
        "groups/STORE/clusters/storefront/snapshotSchedule"},
    {"listGroupClusterOnlineArchives", "GET", "groups/CHECKOUT/clusters/promotions/onlineArchives", nullptr,
        "groups/CHECKOUT/clusters/none/onlineArchives"},
    {"getGroupClusterOnlineArchive", "GET",
        "groups/CHECKOUT/clusters/promotions/onlineArchives/"
        "<groups/CHECKOUT/clusters/promotions/onlineArchives#_id>",
        nullptr, "groups/CHECKOUT/clusters/promotions/onlineArchives/ID"},
    {"listGroupClusterCollStatPinnedNamespaces", "GET", "groups/STORE/clusters/storefront/collStats/pinned",
        nullptr, "groups/STORE/clusters/none/collStats/pinned"},
    {"listOrgLiveMigrationAvailableProjects", "GET", "orgs/NORTHWIND/liveMigrations/availableProjects",
        nullptr, "orgs/ID/liveMigrations/availableProjects"},
    {"listGroupCloudProviderAccess", "GET", "groups/CHECKOUT/cloudProviderAccess", nullptr,
        "groups/ID/cloudProviderAccess"},
    {"getGroupCloudProviderAccess", "GET",
        "groups/CHECKOUT/cloudProviderAccess/<groups/CHECKOUT/cloudProviderAccess#roleId>", nullptr,
        "groups/CHECKOUT/cloudProviderAccess/ID"},
    {"listGroupPrivateNetworkSettingEndpointIds", "GET", "groups/PAYMENTS/privateNetworkSettings/endpointIds",
        nullptr, "groups/ID/privateNetworkSettings/endpointIds"},
    {"getGroupPrivateNetworkSettingEndpointId", "GET",
        "groups/PAYMENTS/privateNetworkSettings/endpointIds/"
        "<groups/PAYMENTS/privateNetworkSettings/endpointIds#endpointId>",
        nullptr, "groups/PAYMENTS/privateNetworkSettings/endpointIds/vpce-00000000000000000"},
    {"listGroupPrivateEndpointEndpointService", "GET", "groups/PAYMENTS/privateEndpoint/AWS/endpointService",
        nullptr, "groups/ID/privateEndpoint/AWS/endpointService"},
    {"getGroupPrivateEndpointRegionalMode", "GET", "groups/STORE/privateEndpoint/regionalMode", nullptr,
        "groups/ID/privateEndpoint/regionalMode"},
    {"listGroupContainers", "GET", "groups/WAREHOUSE/containers?providerName=AZURE", nullptr,
        "groups/ID/containers?providerName=AWS"},
    {"listGroupContainerAll", "GET", "groups/CHECKOUT/containers/all", nullptr, "groups/ID/containers/all"},
    {"getGroupContainer", "GET", "groups/CHECKOUT/containers/<groups/CHECKOUT/containers/all#id>", nullptr,
        "groups/CHECKOUT/containers/ID"},
    {"verifyGroupPrivateIpMode", "GET", "groups/WAREHOUSE/privateIpMode", nullptr, "groups/ID/privateIpMode"},
    {"listGroupEvents", "GET", "groups/STORE/events?itemsPerPage=500", nullptr, "groups/ID/events"},
    {"getGroupEvent", "GET", "groups/STORE/events/<groups/STORE/events#id>?includeRaw=true", nullptr,
        "groups/STORE/events/ID"},
    {"listOrgEvents", "GET", "orgs/NORTHWIND/events?includeRaw=true", nullptr, "orgs/ID/events"},
    {"listEventTypes", "GET", "eventTypes"},
    {"getOrgFederationSettings", "GET", "orgs/NORTHWIND/federationSettings", nullptr,
        "orgs/ID/federationSettings"},
    {"listFederationSettingConnectedOrgConfigs", "GET",
        "federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs", nullptr,
        "federationSettings/ID/connectedOrgConfigs"},
    {"listFederationSettingConnectedOrgConfigRoleMappings", "GET",
        "federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings",
        nullptr, "federationSettings/ID/connectedOrgConfigs/NORTHWIND/roleMappings"},
    {"getFederationSettingConnectedOrgConfigRoleMapping", "GET",
        "federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings/"
        "<federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings#id>",
        nullptr,
        "federationSettings/<orgs/NORTHWIND/federationSettings#id>/connectedOrgConfigs/NORTHWIND/"
        "roleMappings/"
        "ID"},
    {"listGroupUsers", "GET", "groups/STORE/users", nullptr, "groups/ID/users"},
    {"getGroupUser", "GET", "groups/STORE/users/<groups/STORE/users#id>", nullptr, "groups/STORE/users/ID"},
    {"listOrgUsers", "GET", "orgs/NORTHWIND/users", nullptr, "orgs/ID/users"},
    {"listGroupServiceAccounts", "GET", "groups/STORE/serviceAccounts", nullptr, "groups/ID/serviceAccounts"},
    {"getGroupServiceAccount", "GET", "groups/STORE/serviceAccounts/<groups/STORE/serviceAccounts#clientId>",
        nullptr, "groups/STORE/serviceAccounts/mdb_sa_id_ID"},
    {"listOrgServiceAccounts", "GET", "orgs/NORTHWIND/serviceAccounts", nullptr, "orgs/ID/serviceAccounts"},
    {"listOrgApiKeys", "GET", "orgs/NORTHWIND/apiKeys", nullptr, "orgs/ID/apiKeys"},
    {"getOrgApiKey", "GET", "orgs/NORTHWIND/apiKeys/<orgs/NORTHWIND/apiKeys#id>", nullptr,
        "orgs/NORTHWIND/apiKeys/ID"},
    {"listOrgApiKeyAccessListEntries", "GET", "orgs/NORTHWIND/apiKeys/<orgs/NORTHWIND/apiKeys#id>/accessList",
        nullptr, "orgs/NORTHWIND/apiKeys/ID/accessList"},
    {"getOrgApiKeyAccessListEntry", "GET",
        "orgs/NORTHWIND/apiKeys/<orgs/NORTHWIND/apiKeys#id>/accessList/"
        "<orgs/NORTHWIND/apiKeys/<orgs/NORTHWIND/apiKeys#id>/accessList#ipAddress>",
        nullptr, "orgs/NORTHWIND/apiKeys/<orgs/NORTHWIND/apiKeys#id>/accessList/192.0.2.1"},
    {"getGroupPipelineRun", "GET",
        "groups/ANALYTICS/pipelines/nightly/runs/"
        "<groups/ANALYTICS/clusters/dashboards/backup/snapshots?pageNum=2&itemsPerPage=1#id>",
        nullptr, "groups/ANALYTICS/pipelines/nightly/runs/ID"},
};
} // namespace

std::span<const SampleRequest> sampleReads()
{
    return reads;
}

} // namespace Telamon
