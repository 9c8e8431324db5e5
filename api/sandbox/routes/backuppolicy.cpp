// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshot schedules of clusters, and backup compliance policies of projects.
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& scheduleOf(Store& store, const Place& place)
{
    return store.room(u"snapshotSchedule"_s, place, makeSnapshotSchedule);
}

std::vector<Row>& policyOf(Store& store, const Place& place)
{
    return store.room(u"compliancePolicy"_s, place, makeCompliancePolicy);
}

Answer updateSchedule(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    const QJsonObject body = call.body();
    if (body.value(u"clusterId"_s) != found.place.cluster->id)
        return invalidAnswer({{u"clusterId"_s, u"The id is not that of the cluster."_s}});
    found.row->set(merged(found.row->value, body));
    return rowAnswer(*found.row);
}

// Only what support has released can be taken away.
Answer disablePolicy(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    if (!found.row->value.value(u"deletable"_s).toBool())
        return errorAnswer(400, "BACKUP_COMPLIANCE_POLICY_NOT_DELETABLE",
            u"The policy can be disabled only after a support ticket has released it."_s,
            {found.place.project->id});
    found.row->set(merged(found.row->value, {{u"state"_s, u"DISABLING"_s}}));
    found.row->steps = {{call.store().after(1), {}, true}};
    return noContent();
}

constexpr Resource schedule {dedicatedClusterOf, scheduleOf, nullptr, "Snapshot schedule"};
constexpr Resource policy {projectOf, policyOf, nullptr, "Backup compliance policy"};
} // namespace

std::span<const Entry> backupPolicyRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/clusters/{clusterName}/snapshotSchedule",
            "getGroupClusterSnapshotSchedule", "2023-01-01", oneRow, &schedule},
        {"PATCH", "/groups/{groupId}/clusters/{clusterName}/snapshotSchedule",
            "updateGroupClusterSnapshotSchedule", "2023-01-01", updateSchedule, &schedule},
        {"GET", "/groups/{groupId}/backupCompliancePolicy", "getGroupBackupCompliancePolicy",
            "2023-01-01 2023-10-01", oneRow, &policy},
        {"DELETE", "/groups/{groupId}/backupCompliancePolicy", "disableGroupBackupCompliancePolicy",
            "2024-11-13", disablePolicy, &policy},
    };
    return entries;
}

} // namespace Telamon::Sandbox
