// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

namespace Telamon {

// The tables of the console, as data. A new resource is a new function here and a file beside the others.

// Sources: "organizations" (listOrgs).
TableLayout organizationTable();

// Sources: "projects" (listGroups). Known values: orgName.
TableLayout projectTable();

// Sources: "listGroupClusters" (2024-08-05), "listGroupFlexClusters", "listClusterDetails", named as the
// operations, since "known from" shows them; and "unreadable" for a project that could not be
// read: {groupId, groupName, orgName, problem}. Known values: groupName, orgId, orgName.
TableLayout clusterTable();

// Sources: "alerts" (listGroupAlerts, all eight kinds). Known values: groupId, groupName, orgName.
TableLayout alertTable();

// Sources: "searchIndexes" (listGroupClusterSearchIndexes, text and vector). Known values: groupId,
// clusterName.
TableLayout searchIndexTable();

// Sources: "snapshots" (listGroupClusterBackupSnapshots), "shardedSnapshots"
// (listGroupClusterBackupSnapshotShardedClusters), "flexSnapshots" (listGroupFlexClusterBackupSnapshots).
// Known values: groupId, clusterName.
TableLayout snapshotTable();

// What one record contains. Sources: "hosts", the statusDetail of a search index.
TableLayout searchIndexHostTable();

// Sources: "members" of one sharded snapshot.
TableLayout snapshotMemberTable();

// Sources: "events" (listGroupEvents, listOrgEvents). Known values: groupName.
TableLayout eventTable();

// Sources: "users" (listGroupUsers, listOrgUsers; invited ones too).
TableLayout userTable();

// Sources: "serviceAccounts" (listGroupServiceAccounts, listOrgServiceAccounts).
TableLayout serviceAccountTable();

// Sources: "secrets" of one service account; what they are is not in it.
TableLayout serviceAccountSecretTable();

// Sources: "endpoints" (listGroupPrivateNetworkSettingEndpointIds), "containers" (listGroupContainerAll),
// "privateIpMode" (verifyGroupPrivateIpMode), "regionalMode" (getGroupPrivateEndpointRegionalMode). Known
// values: groupId.
TableLayout networkTable();

// Sources: "awsRoles", "azurePrincipals", "gcpAccounts" of one listGroupCloudProviderAccess answer. Known
// values: groupId.
TableLayout cloudAccessTable();

// Sources: "usages", the featureUsages of a cloud provider's role.
TableLayout featureUsageTable();

// Sources: "policy" (getGroupBackupCompliancePolicy). Known values: groupId.
TableLayout compliancePolicyTable();

// Sources: "items", the scheduledPolicyItems of a compliance policy.
TableLayout policyItemTable();

// Sources: "availableProjects" (listOrgLiveMigrationAvailableProjects, its deployments), "migrations"
// (getGroupLiveMigration). Known values: groupId, orgId.
TableLayout migrationTable();

// Sources: "keys" (listOrgApiKeys), "accessList" (one whole listOrgApiKeyAccessListEntries answer is one
// record). Known values: orgId, and of an access list apiUserId.
TableLayout apiKeyTable();

// Sources: "entries" of the access list of one key.
TableLayout accessListEntryTable();

// Sources: "settings" (getOrgFederationSettings), "orgConfigs" (listFederationSettingConnectedOrgConfigs),
// "roleMappings" (listFederationSettingConnectedOrgConfigRoleMappings). Known values: name (of an
// organization), federationSettingsId,
// orgId.
TableLayout federationTable();

// Sources: "assignments", the roleAssignments of a role mapping.
TableLayout roleAssignmentTable();

// Sources: "archives" (listGroupClusterOnlineArchives).
TableLayout archiveTable();

// Sources: "fields", the partitionFields of an online archive.
TableLayout partitionFieldTable();

// Sources: "pinned": {namespace, database, collection} of each of the texts that
// listGroupClusterCollStatPinnedNamespaces lists. Known values: groupId, clusterName.
TableLayout pinnedNamespaceTable();

// Sources: "accessLogs" (getGroupDbAccessHistoryCluster, getGroupDbAccessHistoryProcess).
TableLayout accessLogTable();

// Sources: "restoreJobs" (listGroupClusterBackupRestoreJobs), "flexRestoreJobs"
// (listGroupFlexClusterBackupRestoreJobs). Known values: groupId, clusterName.
TableLayout restoreJobTable();

// Sources: "schedule" (getGroupClusterSnapshotSchedule). Known values: groupId, clusterName.
TableLayout snapshotScheduleTable();

// Sources: "cluster" (getGroupCluster), "flexCluster" (getGroupFlexCluster). Known values: groupId,
// clusterName; availability, openAlerts and dataSize as the clusters' table shows them, health as it
// marks them (attentionWord()).
TableLayout clusterFactsTable();

// Sources: "changes": of the journal, as JournalModel writes them down.
TableLayout changeTable();

// Sources: "runs" (getGroupPipelineRun, one at a time: nothing lists them).
TableLayout pipelineRunTable();

} // namespace Telamon
