// SPDX-License-Identifier: GPL-3.0-or-later
// Network containers, and the mode that allows peering connections only.
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& containersOf(Store& store, const Place& place)
{
    store.clusters(*place.project);
    return store.room(u"containers"_s, place, makeContainers);
}

std::vector<Row> makePeeringOnly(const Dataset&, const Scope& scope)
{
    const bool isOn = scope.project->name == "warehouse-ops"_L1 || scope.project->name == "analytics"_L1;
    return {Row::of(scope.project->id, {{u"enabled"_s, isOn}})};
}

std::vector<Row>& peeringOnlyOf(Store& store, const Place& place)
{
    return store.room(u"privateIpMode"_s, place, makePeeringOnly);
}

Answer listGroupContainers(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    QList<QByteArray> rows;
    for (const Row& container : *found.rows) {
        if (container.value.value(u"providerName"_s) == call.query(u"providerName"))
            rows.append(container.json);
    }
    return call.page(rows);
}

// Can be left, but not entered any more.
Answer disableGroupPrivateIpModePeering(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    if (call.body().value(u"enabled"_s).toBool())
        return invalidAnswer({{u"enabled"_s, u"The mode can only be disabled."_s}});
    found.row->set({{u"enabled"_s, false}});
    return rowAnswer(*found.row);
}

constexpr Resource containers {
    projectOf, containersOf, "containerId", "Container with id", "CLOUD_PROVIDER_CONTAINER_NOT_FOUND"};
constexpr Resource peeringOnly {projectOf, peeringOnlyOf};
} // namespace

std::span<const Entry> containerRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/containers", "listGroupContainers", "2023-01-01", listGroupContainers,
            &containers},
        {"GET", "/groups/{groupId}/containers/all", "listGroupContainerAll", "2023-01-01", listRows,
            &containers},
        {"GET", "/groups/{groupId}/containers/{containerId}", "getGroupContainer", "2023-01-01", oneRow,
            &containers},
        {"GET", "/groups/{groupId}/privateIpMode", "verifyGroupPrivateIpMode", "2023-01-01", oneRow,
            &peeringOnly},
        {"PATCH", "/groups/{groupId}/privateIpMode", "disableGroupPrivateIpModePeering", "2023-01-01",
            disableGroupPrivateIpModePeering, &peeringOnly},
    };
    return entries;
}

} // namespace Telamon::Sandbox
