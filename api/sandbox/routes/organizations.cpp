// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Answer listOrgs(const Call& call)
{
    const QString name = call.query(u"name");
    QList<QByteArray> rows;
    for (const Organization& organization : call.store().organizations()) {
        if (organization.name.startsWith(name, Qt::CaseInsensitive))
            rows.append(organization.row.json);
    }
    return call.page(rows);
}

Answer getOrg(const Call& call)
{
    const Place place = organizationOf(call);
    if (!place.isFound())
        return place.refusal;
    QJsonObject value = place.organization->row.value;
    value[u"links"_s] = call.store().dataset().links(
        u"orgs/"_s + place.organization->id, {u"groups"_s, u"teams"_s, u"users"_s});
    return jsonAnswer(value);
}

Answer listGroups(const Call& call)
{
    QList<QByteArray> rows;
    for (const Project& project : call.store().projects())
        rows.append(project.row.json);
    return call.page(rows);
}

Answer getOrgGroups(const Call& call)
{
    const Place place = organizationOf(call);
    if (!place.isFound())
        return place.refusal;
    const QString name = call.query(u"name");
    QList<QByteArray> rows;
    for (const Project& project : call.store().projects()) {
        if (project.organizationId == place.organization->id
            && project.name.startsWith(name, Qt::CaseInsensitive))
            rows.append(project.row.json);
    }
    return call.page(rows);
}

Answer getGroup(const Call& call)
{
    const Place place = projectOf(call);
    if (!place.isFound())
        return place.refusal;
    QJsonObject value = place.project->row.value;
    value[u"links"_s] = call.store().dataset().links(u"groups/"_s + place.project->id,
        {u"containers"_s, u"clusters"_s, u"databaseUsers"_s, u"peers"_s, u"processes"_s});
    return jsonAnswer(value);
}
} // namespace

std::span<const Entry> organizationRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/orgs", "listOrgs", "2023-01-01", listOrgs, nullptr, 300},
        {"GET", "/orgs/{orgId}", "getOrg", "2023-01-01", getOrg, nullptr, 500},
        {"GET", "/orgs/{orgId}/groups", "getOrgGroups", "2023-01-01", getOrgGroups},
        {"GET", "/groups", "listGroups", "2023-01-01", listGroups},
        {"GET", "/groups/{groupId}", "getGroup", "2023-01-01", getGroup},
    };
    return entries;
}

} // namespace Telamon::Sandbox
