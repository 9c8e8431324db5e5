// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& accountsOf(Store& store, const Place& place)
{
    return store.room(u"serviceAccounts"_s, place, makeServiceAccounts);
}

Answer updateGroupServiceAccount(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    QJsonObject change = call.body();
    const QJsonArray roles = change.value(u"roles"_s).toArray();
    for (qsizetype i = 0; i < roles.size(); ++i) {
        if (!roles.at(i).toString().startsWith("GROUP_"_L1))
            return invalidAnswer({{u"roles.%1"_s.arg(i), u"The role is not one of a project."_s}});
    }
    // Null leaves a field as it is.
    for (const QString& field : {u"name"_s, u"description"_s}) {
        if (change.value(field).isNull())
            change.remove(field);
    }
    found.row->set(merged(found.row->value, change));
    return rowAnswer(*found.row);
}

constexpr Resource accounts {
    projectOf, accountsOf, "clientId", "Service account with id", "SERVICE_ACCOUNT_NOT_FOUND"};
constexpr Resource organizationAccounts {organizationOf, accountsOf};
} // namespace

std::span<const Entry> serviceAccountRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/serviceAccounts", "listGroupServiceAccounts", "2024-08-05", listRows,
            &accounts},
        {"GET", "/groups/{groupId}/serviceAccounts/{clientId}", "getGroupServiceAccount", "2024-08-05",
            oneRow, &accounts},
        {"PATCH", "/groups/{groupId}/serviceAccounts/{clientId}", "updateGroupServiceAccount", "2024-08-05",
            updateGroupServiceAccount, &accounts},
        {"GET", "/orgs/{orgId}/serviceAccounts", "listOrgServiceAccounts", "2024-08-05", listRows,
            &organizationAccounts},
    };
    return entries;
}

} // namespace Telamon::Sandbox
