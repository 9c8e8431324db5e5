// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/links.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void loadUsers(const PageQuery& query, RecordLoad& load)
{
    Read read = projectRead(query, u"listGroupUsers"_s, "users");
    read.arguments.parameters.insert(u"flattenTeams"_s, true);
    read.arguments.parameters.insert(u"includeOrgUsers"_s, true);
    load.add(read);
}

void loadOrganizationUsers(const PageQuery& query, RecordLoad& load)
{
    load.add(organizationRead(query, u"listOrgUsers"_s, "users"));
}

void loadServiceAccounts(const PageQuery& query, RecordLoad& load)
{
    load.add(projectRead(query, u"listGroupServiceAccounts"_s, "serviceAccounts"));
}

void loadOrganizationServiceAccounts(const PageQuery& query, RecordLoad& load)
{
    load.add(organizationRead(query, u"listOrgServiceAccounts"_s, "serviceAccounts"));
}

QJsonArray resultsOf(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object().value("results"_L1).toArray();
}

// The keys, and of each its access list.
void loadApiKeys(const PageQuery& query, RecordLoad& load)
{
    Read keys = organizationRead(query, u"listOrgApiKeys"_s, "keys");
    const Read entries = organizationRead(query, u"listOrgApiKeyAccessListEntries"_s, "accessList");
    keys.onPage = [entries, &load](const QByteArray& body) {
        const QJsonArray found = resultsOf(body);
        for (const QJsonValue& key : found) {
            Read read = entries;
            const QString id = key["id"_L1].toString();
            read.arguments.parameters.insert(u"apiUserId"_s, id);
            read.known.insert("apiUserId", id);
            load.add(read);
        }
    };
    load.add(keys);
}

// The organization's federation leads to the organizations connected to it, each of those to its role
// mappings.
void loadFederation(const PageQuery& query, RecordLoad& load)
{
    Read settings = organizationRead(query, u"getOrgFederationSettings"_s, "settings");
    settings.isMissingEmpty = true;
    const Inventory& inventory = query.session.inventory();
    settings.onPage = [&load, &inventory](const QByteArray& body) {
        const QString id = QJsonDocument::fromJson(body).object().value("id"_L1).toString();
        if (id.isEmpty())
            return;
        Read configs {.operationId = u"listFederationSettingConnectedOrgConfigs"_s, .source = "orgConfigs"};
        configs.arguments.parameters.insert(u"federationSettingsId"_s, id);
        configs.knownOfRecord = [id, &inventory](const QJsonObject& config) {
            return RecordModel::KnownValues {{"federationSettingsId", id},
                {"name", inventory.organizationName(config["orgId"_L1].toString())}};
        };
        configs.onPage = [id, &load](const QByteArray& page) {
            const QJsonArray found = resultsOf(page);
            for (const QJsonValue& config : found) {
                const QString orgId = config["orgId"_L1].toString();
                Read mappings {.operationId = u"listFederationSettingConnectedOrgConfigRoleMappings"_s,
                    .source = "roleMappings"};
                mappings.arguments.parameters = {{u"federationSettingsId"_s, id}, {u"orgId"_s, orgId}};
                mappings.known = {{"federationSettingsId", id}, {"orgId", orgId}};
                mappings.isMissingEmpty = true;
                load.add(mappings);
            }
        };
        load.add(configs);
    };
    load.add(settings);
}

// One answer, three lists.
void loadCloudAccess(const PageQuery& query, RecordLoad& load)
{
    Read read = projectRead(query, u"listGroupCloudProviderAccess"_s, "awsRoles");
    read.moreSources = {"azurePrincipals", "gcpAccounts"};
    load.add(read);
}

Read serviceAccountDetail(const PageQuery& query, const RecordModel& accounts, int row)
{
    Read read = projectRead(query, u"getGroupServiceAccount"_s, {});
    read.arguments.parameters.insert(u"clientId"_s, accounts.text(row, "clientId"));
    return read;
}

std::vector<PageAction> serviceAccountActions()
{
    return {{.operationId = "updateGroupServiceAccount",
        .label = QT_TRANSLATE_NOOP("Page", "Edit service account…"),
        .iconName = "edit",
        .fixed = {{"groupId", "@projectId"}, {"clientId", "clientId"}},
        .key = PageAction::Key::Edit}};
}

PageDescription serviceAccounts(const QByteArray& id, Place::Kind place)
{
    return {.id = id,
        .title = QT_TRANSLATE_NOOP("Page", "Service accounts"),
        .iconName = "robot",
        .places = {place},
        .newModel = newJudged<serviceAccountTable, judgeServiceAccount, serviceAccountWords>,
        .load = loadServiceAccounts,
        .emptyText = QT_TRANSLATE_NOOP("Page", "There is no service account here."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Secrets"), serviceAccountSecretTable, "secrets"}},
        .sortKey = "expires",
        .isSoonestFirst = true};
}

} // namespace

std::vector<PageDescription> accessEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "people",
        .title = QT_TRANSLATE_NOOP("Page", "People"),
        .iconName = "person",
        .places = {Kind::Project},
        .newModel = newJudged<userTable, judgeUser>,
        .load = loadUsers,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nobody has a role in this project."),
        .titleKey = "username",
        .sortKey = "username",
        .actions = {{.operationId = "addGroupUsers",
                        .label = QT_TRANSLATE_NOOP("Page", "Add a person…"),
                        .iconName = "add",
                        .needsRow = false,
                        .fixed = {{"groupId", "@projectId"}},
                        .key = PageAction::Key::New},
            {.operationId = "removeGroupUser",
                .label = QT_TRANSLATE_NOOP("Page", "Remove from the project…"),
                .iconName = "delete",
                .fixed = {{"groupId", "@projectId"}, {"userId", "id"}},
                .key = PageAction::Key::Delete}}});
    pages.push_back({.id = "organizationPeople",
        .title = QT_TRANSLATE_NOOP("Page", "People"),
        .iconName = "person",
        .places = {Kind::Organization},
        .newModel = newJudged<userTable, judgeUser>,
        .load = loadOrganizationUsers,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nobody has a role in this organization."),
        .titleKey = "username",
        .sortKey = "username"});
    PageDescription ofProject = serviceAccounts("serviceAccounts", Kind::Project);
    ofProject.detail = serviceAccountDetail;
    ofProject.actions = serviceAccountActions();
    pages.push_back(std::move(ofProject));
    PageDescription ofOrganization = serviceAccounts("organizationServiceAccounts", Kind::Organization);
    ofOrganization.load = loadOrganizationServiceAccounts;
    pages.push_back(std::move(ofOrganization));
    pages.push_back({.id = "apiKeys",
        .title = QT_TRANSLATE_NOOP("Page", "API keys"),
        .iconName = "key",
        .places = {Kind::Organization},
        .newModel = newJudged<apiKeyTable, judgeApiKey, apiKeyWords>,
        .load = loadApiKeys,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This organization has no API key."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Access list"), accessListEntryTable, "entries",
            judgeAccessListEntry, accessListEntryWords, "accessList"}},
        .titleKey = "key",
        .sortKey = "key"});
    pages.push_back({.id = "federation",
        .title = QT_TRANSLATE_NOOP("Page", "Federation"),
        .iconName = "federation",
        .places = {Kind::Organization},
        .newModel = newJudged<federationTable, judgeFederation>,
        .load = loadFederation,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This organization does not take part in a federation."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Roles"), roleAssignmentTable, "assignments"}},
        .sortKey = "order",
        .actions = {{.operationId = "deleteFederationSettingConnectedOrgConfigRoleMapping",
            .label = QT_TRANSLATE_NOOP("Page", "Delete role mapping…"),
            .iconName = "delete",
            .fixed = {{"federationSettingsId", "federationSettingsId"}, {"orgId", "orgId"}, {"id", "id"}},
            .conditions = {{"kind", "Role mapping", QT_TRANSLATE_NOOP("Page", "Choose a role mapping.")}},
            .key = PageAction::Key::Delete}}});
    pages.push_back({.id = "cloudAccess",
        .title = QT_TRANSLATE_NOOP("Page", "Cloud access"),
        .iconName = "cloud",
        .places = {Kind::Project},
        .newModel = newJudged<cloudAccessTable, judgeCloudAccess, cloudAccessWords>,
        .load = loadCloudAccess,
        .emptyText = QT_TRANSLATE_NOOP("Page", "No role of a cloud provider is set up for this project."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Used for"), featureUsageTable, "usages"}},
        .sortKey = "kind",
        .links = {usageLink(), roleNameLink()}});
    return pages;
}

} // namespace Telamon
