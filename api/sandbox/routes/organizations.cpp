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

Answer organizationNotFound(const QString& id)
{
    return errorAnswer(404, "ORG_NOT_FOUND", u"No organization with ID %1 exists."_s.arg(id), {id});
}

Answer getOrg(const Call& call)
{
    const QString id = call.path(u"orgId"_s);
    const Organization* organization = call.store().organization(id);
    if (!organization)
        return organizationNotFound(id);
    QJsonObject value = organization->row.value;
    value[u"links"_s] = call.store().dataset().links(u"orgs/"_s + id, {u"groups"_s, u"teams"_s, u"users"_s});
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
    const QString id = call.path(u"orgId"_s);
    if (!call.store().organization(id))
        return organizationNotFound(id);
    const QString name = call.query(u"name");
    QList<QByteArray> rows;
    for (const Project& project : call.store().projects()) {
        if (project.organizationId == id && project.name.startsWith(name, Qt::CaseInsensitive))
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

std::vector<Route> organizationRoutes()
{
    const QList<Version> v1 = only("2023-01-01");
    return {
        {"GET", "/api/atlas/v2/orgs", u"listOrgs"_s, v1, 300, listOrgs, {}, nullptr},
        {"GET", "/api/atlas/v2/orgs/{orgId}", u"getOrg"_s, v1, 500, getOrg, {}, nullptr},
        {"GET", "/api/atlas/v2/orgs/{orgId}/groups", u"getOrgGroups"_s, v1, 1200, getOrgGroups, {}, nullptr},
        {"GET", "/api/atlas/v2/groups", u"listGroups"_s, v1, 1200, listGroups, {}, nullptr},
        {"GET", "/api/atlas/v2/groups/{groupId}", u"getGroup"_s, v1, 1200, getGroup, {}, nullptr},
    };
}

} // namespace Telamon::Sandbox
