// SPDX-License-Identifier: GPL-3.0-or-later
// Private endpoints: those of federated data, the services behind those of clusters, and the regional mode.
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& endpointsOf(Store& store, const Place& place)
{
    store.clusters(*place.project);
    return store.room(u"endpointIds"_s, place, makeEndpointIds);
}

std::vector<Row>& servicesOf(Store& store, const Place& place)
{
    store.clusters(*place.project);
    return store.room(u"endpointServices"_s, place, makeEndpointServices);
}

std::vector<Row> makeRegionalMode(const Dataset&, const Scope& scope)
{
    return {Row::of(scope.project->id, {{u"enabled"_s, scope.project->name == "payments-prod"_L1}})};
}

std::vector<Row>& regionalModeOf(Store& store, const Place& place)
{
    return store.room(u"regionalMode"_s, place, makeRegionalMode);
}

// Answers the whole list with 201. A second time it replaces what was noted about the endpoint.
Answer createEndpoint(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    QJsonObject value = call.body();
    const QString id = value.value(u"endpointId"_s).toString();
    const bool isAzure = value.value(u"provider"_s) == "AZURE"_L1;
    static const QRegularExpression awsId(u"\\Avpce-[0-9a-f]{17}\\z"_s);
    if (!isAzure && !awsId.match(id).hasMatch())
        return invalidAnswer({{u"endpointId"_s, u"The text is not the id of an endpoint at AWS."_s}});
    value[u"provider"_s] = isAzure ? u"AZURE"_s : u"AWS"_s;
    value[u"type"_s] = u"DATA_LAKE"_s;
    value[u"status"_s] = isAzure ? u"PENDING"_s : u"OK"_s; // Azure asks its owner first
    Row row = Row::of(id, value);
    if (isAzure)
        row.steps = {{call.store().after(1), {{u"status"_s, u"OK"_s}}, false}};
    if (Row* known = findRow(*found.rows, id))
        *known = row;
    else
        found.rows->push_back(row);
    Answer answer = call.page(texts(*found.rows));
    answer.status = 201;
    return answer;
}

Answer listServices(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    QByteArrayList rows;
    for (const Row& service : *found.rows) {
        if (service.value.value(u"cloudProvider"_s) == call.path(u"cloudProvider"_s))
            rows.append(service.json);
    }
    return {200, '[' + rows.join(',') + ']', {}};
}

// A replica set over several regions cannot live with more than one endpoint a region.
Answer toggleRegionalMode(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    const bool isOn = call.body().value(u"enabled"_s).toBool();
    const std::vector<Cluster>& clusters = call.store().clusters(*found.place.project);
    const auto hindrance = std::find_if(clusters.begin(), clusters.end(),
        [](const Cluster& cluster) { return cluster.regions.size() > 1 && !cluster.isSharded(); });
    if (isOn && hindrance != clusters.end())
        return errorAnswer(409, "REGIONALIZED_PRIVATE_ENDPOINT_NEEDS_SHARDED_CLUSTERS",
            u"Cluster %1 lies in several regions and is not sharded."_s.arg(hindrance->name),
            {hindrance->name});
    found.row->set({{u"enabled"_s, isOn}});
    return rowAnswer(*found.row);
}

constexpr Resource endpoints {projectOf, endpointsOf, "endpointId", "Private endpoint with id"};
constexpr Resource services {projectOf, servicesOf};
constexpr Resource regionalMode {projectOf, regionalModeOf};
} // namespace

std::span<const Entry> endpointRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/privateNetworkSettings/endpointIds",
            "listGroupPrivateNetworkSettingEndpointIds", "2023-01-01", listRows, &endpoints},
        {"POST", "/groups/{groupId}/privateNetworkSettings/endpointIds",
            "createGroupPrivateNetworkSettingEndpointId", "2023-01-01", createEndpoint, &endpoints},
        {"GET", "/groups/{groupId}/privateNetworkSettings/endpointIds/{endpointId}",
            "getGroupPrivateNetworkSettingEndpointId", "2023-01-01", oneRow, &endpoints},
        {"DELETE", "/groups/{groupId}/privateNetworkSettings/endpointIds/{endpointId}",
            "deleteGroupPrivateNetworkSettingEndpointId", "2023-01-01", deleteRow, &endpoints},
        {"GET", "/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService",
            "listGroupPrivateEndpointEndpointService", "2023-01-01", listServices, &services},
        {"GET", "/groups/{groupId}/privateEndpoint/regionalMode", "getGroupPrivateEndpointRegionalMode",
            "2023-01-01", oneRow, &regionalMode},
        {"PATCH", "/groups/{groupId}/privateEndpoint/regionalMode", "toggleGroupPrivateEndpointRegionalMode",
            "2023-01-01", toggleRegionalMode, &regionalMode},
    };
    return entries;
}

} // namespace Telamon::Sandbox
