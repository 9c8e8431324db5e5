// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& rolesOf(Store& store, const Place& place)
{
    store.clusters(*place.project); // whose providers decide
    return store.room(u"cloudRoles"_s, place, makeCloudRoles);
}

Answer listGroupCloudProviderAccess(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    QJsonObject lists {{u"awsIamRoles"_s, QJsonArray()}, {u"azureServicePrincipals"_s, QJsonArray()},
        {u"gcpServiceAccounts"_s, QJsonArray()}};
    for (const Row& role : *found.rows) {
        const QString provider = role.value.value(u"providerName"_s).toString();
        const QString name = provider == "AWS"_L1 ? u"awsIamRoles"_s
            : provider == "AZURE"_L1              ? u"azureServicePrincipals"_s
                                                  : u"gcpServiceAccounts"_s;
        QJsonArray list = lists.value(name).toArray();
        list.append(role.value);
        lists[name] = list;
    }
    return jsonAnswer(lists);
}

constexpr Resource roles {projectOf, rolesOf, "roleId", "Cloud provider access role with id",
    "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"};
} // namespace

std::span<const Entry> cloudAccessRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/cloudProviderAccess", "listGroupCloudProviderAccess", "2023-01-01",
            listGroupCloudProviderAccess, &roles},
        {"GET", "/groups/{groupId}/cloudProviderAccess/{roleId}", "getGroupCloudProviderAccess", "2023-01-01",
            oneRow, &roles},
    };
    return entries;
}

} // namespace Telamon::Sandbox
