// SPDX-License-Identifier: GPL-3.0-or-later
// Data lake pipelines, of which only one run can be asked for. A run bears the id of the snapshot that it
// took in, so that one can be found: nothing lists them any more.
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
QJsonObject runOf(const Call& call, const Place& place, const Cluster& cluster, const Row& snapshot)
{
    const Dataset& dataset = call.store().dataset();
    const QString pipeline = call.path(u"pipelineName"_s);
    Random random = dataset.random(u"pipeline/"_s + place.project->id + pipeline);
    const QString pipelineId = random.id(cluster.createdAt);
    const qint64 created = qint64(snapshot.id.left(8).toUInt(nullptr, 16)) * 1000 + hour;
    const bool isFailed = snapshot.value.value(u"status"_s) == "failed"_L1;
    const bool isRunning = snapshot.value.value(u"status"_s) != "completed"_L1 && !isFailed;
    const QString frequency = snapshot.value.value(u"frequencyType"_s).toString();
    QJsonObject run {{u"_id"_s, snapshot.id}, {u"groupId"_s, place.project->id},
        {u"pipelineId"_s, pipelineId}, {u"snapshotId"_s, snapshot.id},
        {u"backupFrequencyType"_s, frequency == "ondemand"_L1 ? u"ON_DEMAND"_s : frequency.toUpper()},
        {u"createdDate"_s, isoTime(created)}, {u"lastUpdatedDate"_s, isoTime(created + hour)},
        {u"datasetName"_s, QString(u"v1$atlas$snapshot$"_s + cluster.name + u'$' + snapshot.id)},
        {u"datasetRetentionPolicy"_s,
            QJsonObject {{u"units"_s, u"WEEKS"_s}, {u"value"_s, 6},
                {u"lastModifiedDate"_s, isoTime(created - 200 * day)}}},
        {u"phase"_s,
            isFailed        ? u"EXPORT"_s
                : isRunning ? u"SNAPSHOT"_s
                            : u"INGESTION"_s},
        {u"state"_s,
            isFailed        ? u"FAILED"_s
                : isRunning ? u"IN_PROGRESS"_s
                            : u"DONE"_s}};
    if (!isFailed && !isRunning) {
        run[u"scheduledDeletionDate"_s] = isoTime(created + 42 * day);
        run[u"stats"_s] = QJsonObject {{u"bytesExported"_s, snapshot.value.value(u"storageSizeBytes"_s)},
            {u"numDocs"_s, snapshot.value.value(u"storageSizeBytes"_s).toInteger() / 1200}};
    }
    return run;
}

Answer getRun(const Call& call)
{
    const Place place = projectOf(call);
    if (!place.isFound())
        return place.refusal;
    const QString id = call.path(u"pipelineRunId"_s);
    for (const Cluster& known : call.store().clusters(*place.project)) {
        Cluster* cluster = call.store().cluster(*place.project, known.name);
        if (cluster->isFlex())
            continue;
        for (std::vector<Row>* rows : {&cluster->snapshots, &cluster->shardedSnapshots}) {
            if (const Row* snapshot = findRow(*rows, id))
                return jsonAnswer(runOf(call, place, *cluster, *snapshot));
        }
    }
    return resourceNotFound(u"Data lake pipeline run with id "_s + id);
}
} // namespace

std::span<const Entry> pipelineRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/pipelines/{pipelineName}/runs/{pipelineRunId}", "getGroupPipelineRun",
            "2023-01-01~", getRun},
    };
    return entries;
}

} // namespace Telamon::Sandbox
