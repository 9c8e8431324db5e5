// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickertable.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PickerTable", text);
}

const QList<PickerEntry>& table()
{
    static const QList<PickerEntry> entries {
        {u"organizations"_s, tr("Organisation")},
        {u"projects"_s, tr("Project")},
        {u"clusters"_s, tr("Cluster")},
        {u"flexClusters"_s, tr("Flex cluster")},
        {u"searchIndexes"_s, {}, {u"listGroupClusterSearchIndexes"_s}, u"indexID"_s,
            {{u"indexName"_s, u"name"_s}, {u"databaseName"_s, u"database"_s},
                {u"collectionName"_s, u"collectionName"_s}},
            {u"name"_s, u"database"_s, u"collectionName"_s}},
        {u"onlineArchives"_s, tr("Online archive"), {u"listGroupClusterOnlineArchives"_s}, u"_id"_s, {},
            {u"dbName"_s, u"collName"_s, u"state"_s}},
        {u"serviceAccounts"_s, tr("Service account"),
            {u"listGroupServiceAccounts"_s, u"listOrgServiceAccounts"_s}, u"clientId"_s, {}, {u"name"_s}},
        {u"projectUsers"_s, tr("Person"), {u"listGroupUsers"_s}, u"id"_s, {{u"username"_s, u"username"_s}},
            {u"username"_s}},
        {u"organizationUsers"_s, tr("Person"), {u"listOrgUsers"_s}, u"id"_s, {{u"username"_s, u"username"_s}},
            {u"username"_s}},
        {u"privateEndpoints"_s, tr("Private endpoint"), {u"listGroupPrivateNetworkSettingEndpointIds"_s},
            u"endpointId"_s, {}, {u"comment"_s}},
        {u"roleMappings"_s, tr("Role mapping"), {u"listFederationSettingConnectedOrgConfigRoleMappings"_s},
            u"id"_s, {}, {u"externalGroupName"_s}},
        {u"federationSettings"_s, tr("Federation"), {u"getOrgFederationSettings"_s}, u"id"_s},
        {u"availableProjects"_s, {}, {u"listOrgLiveMigrationAvailableProjects"_s}, u"projectId"_s, {},
            {u"name"_s}},
        {u"alerts"_s, tr("Alert"), {u"listGroupAlerts"_s}, u"id"_s, {}, {u"eventTypeName"_s, u"status"_s}},
        {u"apiKeys"_s, tr("API key"), {u"listOrgApiKeys"_s}, u"id"_s, {}, {u"publicKey"_s, u"desc"_s}},
        {u"snapshots"_s, tr("Snapshot"), {u"listGroupClusterBackupSnapshots"_s}, u"id"_s, {},
            {u"createdAt"_s, u"status"_s}},
        {u"flexSnapshots"_s, tr("Snapshot"), {u"listGroupFlexClusterBackupSnapshots"_s}, u"id"_s, {},
            {u"finishTime"_s, u"status"_s}},
        {u"containers"_s, tr("Container"), {u"listGroupContainerAll"_s}, u"id"_s, {},
            {u"providerName"_s, u"atlasCidrBlock"_s}},
        {u"cloudRoles"_s, tr("Role"), {u"listGroupCloudProviderAccess"_s}, u"roleId"_s, {},
            {u"iamAssumedRoleArn"_s}},
        {u"liveMigrations"_s, tr("Live migration")},
        {u"databases"_s, {}, {u"listGroupClusterSearchIndexes"_s}, u"database"_s},
        {u"collections"_s, {}, {u"listGroupClusterSearchIndexes"_s}, u"collectionName"_s},
    };
    return entries;
}

} // namespace

const PickerEntry* pickerEntry(const QString& picker)
{
    const auto found = std::find_if(table().cbegin(), table().cend(),
        [&picker](const PickerEntry& each) { return each.picker == picker; });
    return found == table().cend() ? nullptr : &*found;
}

QString pickedTitle(const QString& picker)
{
    const PickerEntry* entry = pickerEntry(picker);
    return entry ? entry->title : QString();
}

} // namespace Telamon
