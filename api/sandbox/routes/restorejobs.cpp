// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& jobsOf(Store& store, const Place& place)
{
    return store.room(u"restoreJobs"_s, place, makeRestoreJobs);
}

std::vector<Row>& flexJobsOf(Store& store, const Place& place)
{
    return store.room(u"flexRestoreJobs"_s, place, makeFlexRestoreJobs);
}

// Where a job restores to: a flex cluster of a project, the own one where none is named.
Answer refusedTarget(const Call& call, const QString& projectId, const QString& clusterName)
{
    Project* project = call.store().project(projectId);
    if (!project)
        return groupNotFound(projectId);
    if (!project->isWritable)
        return unauthorizedAnswer();
    const Cluster* cluster = call.store().cluster(*project, clusterName);
    if (!cluster)
        return clusterNotFound(clusterName, projectId);
    if (!cluster->isFlex())
        return errorAnswer(400, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API",
            u"Cannot use non-flex cluster %1 in the flex API."_s.arg(clusterName), {clusterName});
    return {};
}

Answer createFlexJob(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const QJsonObject body = call.body();
    const QString snapshotId = body.value(u"snapshotId"_s).toString();
    const Row* snapshot = findRow(found.place.cluster->snapshots, snapshotId);
    if (!snapshot)
        return resourceNotFound(u"Snapshot with id "_s + snapshotId);
    if (snapshot->value.value(u"status"_s) != "COMPLETED"_L1)
        return errorAnswer(
            409, "SNAPSHOT_NOT_COMPLETED", u"Snapshot %1 is not completed."_s.arg(snapshotId), {snapshotId});
    const QString projectId = body.value(u"targetProjectId"_s).toString(found.place.project->id);
    const QString target = body.value(u"targetDeploymentItemName"_s).toString();
    Answer refusal = refusedTarget(call, projectId, target);
    if (refusal.isError())
        return refusal;
    Store& store = call.store();
    const QString id = store.newId();
    Row job = Row::of(id,
        {{u"id"_s, id}, {u"deliveryType"_s, u"RESTORE"_s}, {u"status"_s, u"PENDING"_s},
            {u"instanceName"_s, found.place.cluster->name}, {u"projectId"_s, found.place.project->id},
            {u"snapshotId"_s, snapshotId}, {u"expirationDate"_s, isoTime(store.now() + 6 * hour)},
            {u"snapshotFinishedDate"_s, snapshot->value.value(u"finishTime"_s)},
            {u"restoreScheduledDate"_s, isoTime(store.now())}, {u"targetDeploymentItemName"_s, target},
            {u"targetProjectId"_s, projectId}});
    const qint64 end = store.after(3);
    job.steps = {{store.after(1), {{u"status"_s, u"QUEUED"_s}}, false},
        {store.after(2), {{u"status"_s, u"RUNNING"_s}}, false},
        {end, {{u"status"_s, u"COMPLETED"_s}, {u"restoreFinishedDate"_s, isoTime(end)}}, false}};
    Answer answer = rowAnswer(job);
    found.rows->insert(found.rows->begin(), job);
    return answer;
}

constexpr Resource jobs {dedicatedClusterOf, jobsOf, "restoreJobId", "Restore job with id"};
constexpr Resource flexJobs {flexClusterOf, flexJobsOf, "restoreJobId", "Restore job with id"};
} // namespace

std::span<const Entry> restoreJobRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs",
            "listGroupClusterBackupRestoreJobs", "2023-01-01", listRows, &jobs},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs/{restoreJobId}",
            "getGroupClusterBackupRestoreJob", "2023-01-01", oneRow, &jobs},
        {"GET", "/groups/{groupId}/flexClusters/{name}/backup/restoreJobs",
            "listGroupFlexClusterBackupRestoreJobs", "2024-11-13", listRows, &flexJobs},
        {"POST", "/groups/{groupId}/flexClusters/{name}/backup/restoreJobs",
            "createGroupFlexClusterBackupRestoreJob", "2024-11-13", createFlexJob, &flexJobs},
        {"GET", "/groups/{groupId}/flexClusters/{name}/backup/restoreJobs/{restoreJobId}",
            "getGroupFlexClusterBackupRestoreJob", "2024-11-13", oneRow, &flexJobs},
    };
    return entries;
}

} // namespace Telamon::Sandbox
