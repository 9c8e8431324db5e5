// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& federationOf(Store& store, const Place& place)
{
    return store.room(u"federation"_s, place, makeFederation);
}

std::vector<Row>& mappingsOf(Store& store, const Place& place)
{
    Scope scope = place;
    scope.projects = store.projects();
    return store.room(u"roleMappings"_s, scope, makeRoleMappings);
}

Answer settingsNotFound(const QString& id)
{
    return errorAnswer(
        404, "FEDERATION_SETTINGS_NOT_FOUND", u"Federation settings %1 do not exist."_s.arg(id), {id});
}

// The organisation named, where the settings named are its own.
Place connectedOrganizationOf(const Call& call)
{
    Place place = organizationOf(call);
    if (!place.isFound())
        return place;
    const QString id = call.path(u"federationSettingsId"_s);
    if (!findRow(federationOf(call.store(), place), id))
        place.refusal = settingsNotFound(id);
    return place;
}

QJsonObject connection(Store& store, const Place& place)
{
    const QJsonObject settings = federationOf(store, place).front().value;
    QJsonArray mappings;
    for (const Row& mapping : mappingsOf(store, place))
        mappings.append(mapping.value);
    const bool isUsed = !settings.value(u"identityProviderId"_s).isNull();
    return {{u"orgId"_s, place.organization->id},
        {u"identityProviderId"_s, settings.value(u"identityProviderId"_s)},
        {u"dataAccessIdentityProviderIds"_s, QJsonArray()},
        {u"domainAllowList"_s, isUsed ? QJsonArray {u"corp.example.com"_s} : QJsonArray()},
        {u"domainRestrictionEnabled"_s, isUsed}, {u"instantUserProvisioningDisabled"_s, false},
        {u"postAuthRoleGrants"_s, isUsed ? QJsonArray {u"ORG_MEMBER"_s} : QJsonArray()},
        {u"roleMappings"_s, mappings}, {u"userConflicts"_s, QJsonValue()}};
}

Answer listConnections(const Call& call)
{
    const QString id = call.path(u"federationSettingsId"_s);
    for (Organization& organization : call.store().organizations()) {
        Place place;
        place.organization = &organization;
        if (findRow(federationOf(call.store(), place), id))
            return call.page({jsonAnswer(connection(call.store(), place)).json});
    }
    return settingsNotFound(id);
}

constexpr Resource federation {organizationOf, federationOf};
constexpr Resource mappings {connectedOrganizationOf, mappingsOf, "id", "Role mapping with id"};
} // namespace

std::span<const Entry> federationRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/orgs/{orgId}/federationSettings", "getOrgFederationSettings", "2023-01-01", oneRow,
            &federation},
        {"GET", "/federationSettings/{federationSettingsId}/connectedOrgConfigs",
            "listFederationSettingConnectedOrgConfigs", "2023-01-01", listConnections},
        {"GET", "/federationSettings/{federationSettingsId}/connectedOrgConfigs/{orgId}/roleMappings",
            "listFederationSettingConnectedOrgConfigRoleMappings", "2023-01-01", listRows, &mappings},
        {"GET", "/federationSettings/{federationSettingsId}/connectedOrgConfigs/{orgId}/roleMappings/{id}",
            "getFederationSettingConnectedOrgConfigRoleMapping", "2023-01-01", oneRow, &mappings},
        {"DELETE", "/federationSettings/{federationSettingsId}/connectedOrgConfigs/{orgId}/roleMappings/{id}",
            "deleteFederationSettingConnectedOrgConfigRoleMapping", "2023-01-01", deleteRow, &mappings},
    };
    return entries;
}

} // namespace Telamon::Sandbox
