// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickertable.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

const QList<PickerEntry>& table()
{
    static const QStringList database {u"/parameters/databaseName"_s, u"/body/database"_s};
    static const QStringList collection {u"/parameters/collectionName"_s};
    static const QMap<QString, QStringList> ofSourceProject {{u"projectId"_s, {u"/body/source/groupId"_s}}};
    static const QList<PickerEntry> entries {
        {u"organizations"_s},
        {u"projects"_s},
        {u"clusters"_s},
        {u"flexClusters"_s},
        {u"clusterIds"_s, {u"listGroupClusters"_s}, u"id"_s, {}, {u"name"_s}},
        {u"searchIndexes"_s, {u"listGroupClusterSearchIndexes"_s}, u"indexID"_s,
            {{u"indexName"_s, u"name"_s}}, {u"name"_s}, {u"database"_s, u"collectionName"_s}, {},
            {{u"database"_s, database}, {u"collectionName"_s, collection}}},
        {u"databases"_s, {u"listGroupClusterSearchIndexes"_s}, u"database"_s},
        {u"collections"_s, {u"listGroupClusterSearchIndexes"_s}, u"collectionName"_s, {}, {}, {}, {},
            {{u"database"_s, database}}},
        {u"pinnedNamespaces"_s, {u"listGroupClusterCollStatPinnedNamespaces"_s}, {}, {}, {}, {},
            {u"pinnedNamespaces"_s}},
        {u"onlineArchives"_s, {u"listGroupClusterOnlineArchives"_s}, u"_id"_s, {},
            {u"dbName"_s, u"collName"_s}, {u"state"_s}},
        {u"serviceAccounts"_s, {u"listGroupServiceAccounts"_s, u"listOrgServiceAccounts"_s}, u"clientId"_s,
            {}, {u"name"_s}},
        {u"projectUsers"_s, {u"listGroupUsers"_s}, u"id"_s, {{u"username"_s, u"username"_s}},
            {u"username"_s}},
        {u"organizationUsers"_s, {u"listOrgUsers"_s}, u"id"_s, {{u"username"_s, u"username"_s}},
            {u"username"_s}},
        {u"privateEndpoints"_s, {u"listGroupPrivateNetworkSettingEndpointIds"_s}, u"endpointId"_s, {}, {},
            {u"comment"_s}},
        {u"roleMappings"_s, {u"listFederationSettingConnectedOrgConfigRoleMappings"_s}, u"id"_s, {},
            {u"externalGroupName"_s}},
        {u"federationSettings"_s, {u"getOrgFederationSettings"_s}, u"id"_s},
        {u"availableProjects"_s, {u"listOrgLiveMigrationAvailableProjects"_s}, u"projectId"_s, {},
            {u"name"_s}, {}, {}, {}, {}, true},
        {u"availableClusters"_s, {u"listOrgLiveMigrationAvailableProjects"_s}, u"name"_s, {}, {}, {},
            {u"deployments"_s}, ofSourceProject, {}, true},
        {u"migrationHosts"_s, {u"listOrgLiveMigrationAvailableProjects"_s}, {}, {}, {}, {},
            {u"migrationHosts"_s}, ofSourceProject, {}, true},
        {u"alerts"_s, {u"listGroupAlerts"_s}, u"id"_s, {}, {}, {u"eventTypeName"_s, u"status"_s}},
        {u"apiKeys"_s, {u"listOrgApiKeys"_s}, u"id"_s, {}, {u"publicKey"_s}, {u"desc"_s}},
        {u"accessListEntries"_s, {u"listOrgApiKeyAccessListEntries"_s}, u"ipAddress"_s},
        {u"snapshots"_s, {u"listGroupClusterBackupSnapshotShardedClusters"_s}, u"id"_s, {}, {},
            {u"createdAt"_s, u"status"_s}},
        {u"flexSnapshots"_s, {u"listGroupFlexClusterBackupSnapshots"_s}, u"id"_s, {}, {}, {u"startTime"_s},
            {}, {}, {{u"status"_s, u"COMPLETED"_s}}},
        {u"flexRestoreJobs"_s, {u"listGroupFlexClusterBackupRestoreJobs"_s}, u"id"_s, {}, {},
            {u"restoreScheduledDate"_s, u"status"_s}},
        {u"containers"_s, {u"listGroupContainerAll"_s}, u"id"_s, {}, {},
            {u"providerName"_s, u"atlasCidrBlock"_s}},
        {u"cloudRoles"_s, {u"listGroupCloudProviderAccess"_s}, u"roleId"_s, {}, {}, {u"iamAssumedRoleArn"_s},
            {u"awsIamRoles"_s, u"gcpServiceAccounts"_s}},
        {u"events"_s, {u"listGroupEvents"_s}, u"id"_s, {}, {}, {u"eventTypeName"_s, u"created"_s}},
        {u"eventTypes"_s, {u"listEventTypes"_s}, u"eventType"_s, {}, {}, {u"description"_s}},
        {u"liveMigrations"_s},
    };
    return entries;
}

} // namespace

bool labelsAreNames(const QString& picker)
{
    if (picker == "organizations"_L1 || picker == "projects"_L1)
        return true; // the console itself calls them by their names
    const PickerEntry* entry = pickerEntry(picker);
    return entry != nullptr && !entry->nameMembers.isEmpty();
}

const PickerEntry* pickerEntry(const QString& picker)
{
    const auto found = std::find_if(table().cbegin(), table().cend(),
        [&picker](const PickerEntry& each) { return each.picker == picker; });
    return found == table().cend() ? nullptr : &*found;
}

} // namespace Telamon
