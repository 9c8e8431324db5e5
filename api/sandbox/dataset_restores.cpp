// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: restore jobs of both kinds of clusters, snapshot schedules and backup compliance policies.
#include "api/sandbox/rooms.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
const Row* completed(const std::vector<Row>& snapshots, int nth)
{
    for (const Row& snapshot : snapshots) {
        const bool isDone =
            snapshot.value.value(u"status"_s).toString().compare(u"completed"_s, Qt::CaseInsensitive) == 0;
        if (isDone && nth-- == 0)
            return &snapshot;
    }
    return nullptr;
}

qint64 timeOf(const Row& snapshot, const QString& field)
{
    return QDateTime::fromString(snapshot.value.value(field).toString(), Qt::ISODate).toMSecsSinceEpoch();
}

// The newest that was done by then; null: there is none.
const Row* completedBefore(const std::vector<Row>& snapshots, qint64 at)
{
    const Row* newest = nullptr;
    for (int nth = 0; const Row* each = completed(snapshots, nth); ++nth) {
        const qint64 finished = timeOf(*each, u"finishTime"_s);
        if (finished < at && (!newest || finished > timeOf(*newest, u"finishTime"_s)))
            newest = each;
    }
    return newest;
}

QString downloadUrl(Random& random, const QString& name)
{
    return u"https://restore.example.net/%1/%2.tgz?token=%3"_s.arg(random.hex(16), name, random.hex(40));
}

QJsonArray restoreLinks(const Dataset& dataset, const Scope& scope, const QString& id)
{
    return dataset.links(
        u"groups/%1/clusters/%2/backup/restoreJobs/%3"_s.arg(scope.project->id, scope.cluster->name, id));
}

void addDownload(QJsonObject& job, const Cluster& cluster, Random& random)
{
    QJsonArray urls;
    QJsonArray components;
    for (int shard = 0; shard < cluster.plan->shards; ++shard) {
        const QString url = downloadUrl(random, cluster.replicaSet(shard));
        urls.append(url);
        components.append(
            QJsonObject {{u"downloadUrl"_s, url}, {u"replicaSetName"_s, cluster.replicaSet(shard)}});
    }
    job[u"deliveryUrl"_s] = urls;
    if (cluster.isSharded())
        job[u"components"_s] = components;
}
} // namespace

std::vector<Row> makeRestoreJobs(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    const Cluster& cluster = *scope.cluster;
    const std::vector<Row>& snapshots = cluster.isSharded() ? cluster.shardedSnapshots : cluster.snapshots;
    Random random = dataset.random(u"restoreJobs/"_s + cluster.id);
    static constexpr const char* kinds[] = {"automated", "download", "pointInTime", "automated", "download"};
    for (int i = 0; i < 5; ++i) {
        const Row* snapshot = completed(snapshots, i * 3);
        if (!snapshot)
            break;
        const QString kind = QString::fromLatin1(kinds[i]);
        // After its snapshot; the newest still runs.
        const qint64 sinceSnapshot = random.between(60, 300) * 60'000LL;
        const qint64 sinceBegun = random.between(6, 90) * 60'000LL;
        const qint64 begun = i == 0 ? dataset.now() - sinceBegun / 6
                                    : std::min(timeOf(*snapshot, u"createdAt"_s) + sinceSnapshot,
                                        dataset.now() - 2 * hour - i * hour);
        const bool isOver = kind == "download"_L1 && begun + 4 * hour <= dataset.now();
        const QString id = random.id(begun);
        QJsonObject job {{u"id"_s, id}, {u"deliveryType"_s, kind}, {u"cancelled"_s, i == 3},
            {u"failed"_s, false}, {u"expired"_s, isOver}, {u"deliveryUrl"_s, QJsonArray()},
            {u"snapshotId"_s, snapshot->id}, {u"timestamp"_s, snapshot->value.value(u"createdAt"_s)},
            {u"links"_s, restoreLinks(dataset, scope, id)},
            // Not set, yet there, against the service's own document.
            {u"desiredTimestamp"_s,
                QJsonObject {
                    {u"date"_s, QJsonValue()}, {u"increment"_s, QJsonValue()}, {u"time"_s, QJsonValue()}}}};
        if (kind == "pointInTime"_L1)
            job[u"pointInTimeUTCSeconds"_s] = (begun - hour) / 1000;
        if (kind == "download"_L1) {
            job[u"expiresAt"_s] = isoTime(begun + 4 * hour);
            addDownload(job, cluster, random);
        } else {
            job[u"targetClusterName"_s] = cluster.name;
            job[u"targetGroupId"_s] = scope.project->id;
            job[u"targetDeploymentItemName"_s] = cluster.replicaSet(0).section(u'-', 0, 1);
        }
        if (i != 3 && i != 0)
            job[u"finishedAt"_s] = isoTime(begun + sinceBegun);
        rows.push_back(Row::of(id, job));
    }
    return rows;
}

// The newest first; three quarters were restored into the cluster itself.
std::vector<Row> makeFlexRestoreJobs(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    const Cluster& cluster = *scope.cluster;
    Random random = dataset.random(u"flexRestoreJobs/"_s + cluster.id);
    for (int i = 0; i < 14 && cluster.has(Trait::Backup); ++i) {
        const qint64 sinceNewest = i == 1 ? 2 * hour : i * 2 * day; // one download can still be fetched
        const qint64 begun = dataset.now() - sinceNewest - random.between(1, 20) * 60'000LL;
        const Row* snapshot = completedBefore(cluster.snapshots, begun);
        const qint64 taken = begun - random.between(1, 20) * hour; // of a snapshot that is gone by now
        const bool isDownload = i % 4 == 1;
        const QString status = i == 0 ? u"RUNNING"_s : i == 6 ? u"FAILED"_s : u"COMPLETED"_s;
        const QString id = random.id(begun);
        QJsonObject job {{u"id"_s, id}, {u"deliveryType"_s, isDownload ? u"DOWNLOAD"_s : u"RESTORE"_s},
            {u"status"_s, status}, {u"instanceName"_s, cluster.name}, {u"projectId"_s, scope.project->id},
            {u"snapshotId"_s, snapshot ? snapshot->id : random.id(taken)},
            {u"expirationDate"_s, isoTime(begun + 6 * hour)},
            {u"snapshotFinishedDate"_s,
                snapshot ? snapshot->value.value(u"finishTime"_s) : QJsonValue(isoTime(taken))},
            {u"restoreScheduledDate"_s, isoTime(begun)}};
        if (isDownload) {
            job[u"snapshotUrl"_s] = downloadUrl(random, cluster.name);
        } else {
            job[u"targetDeploymentItemName"_s] = cluster.name;
            job[u"targetProjectId"_s] = scope.project->id;
        }
        if (status == "COMPLETED"_L1)
            job[u"restoreFinishedDate"_s] = isoTime(begun + random.between(40, 400) * 1000);
        rows.push_back(Row::of(id, job));
    }
    return rows;
}

std::vector<Row> makeSnapshotSchedule(const Dataset& dataset, const Scope& scope)
{
    const Cluster& cluster = *scope.cluster;
    if (!cluster.has(Trait::Backup))
        return {};
    Random random = dataset.random(u"snapshotSchedule/"_s + cluster.id);
    static constexpr int intervals[] = {6, 6, 8, 12, 24};
    return {Row::of(cluster.id,
        {{u"clusterId"_s, cluster.id}, {u"groupId"_s, scope.project->id},
            {u"clusterCheckpointIntervalMin"_s, cluster.isSharded() ? 30 : 15},
            {u"dailySnapshotRetentionDays"_s, 7}, {u"weeklySnapshotRetentionWeeks"_s, 4},
            {u"monthlySnapshotRetentionMonths"_s, random.chance(60) ? 12 : 36},
            {u"pointInTimeWindowHours"_s, cluster.has(Trait::PointInTime) ? 48 : 24},
            {u"snapshotIntervalHours"_s, random.pick(intervals)},
            {u"snapshotRetentionDays"_s, random.between(2, 5)}})};
}

// In production projects of the first organisations; support has released one of them from it.
std::vector<Row> makeCompliancePolicy(const Dataset& dataset, const Scope& scope)
{
    const Project& project = *scope.project;
    static constexpr const char* protectedOnes[] = {"storefront-prod", "payments-prod", "core-ledger"};
    const bool isReleased = project.name == "warehouse-ops"_L1;
    const bool isProtected = std::any_of(std::begin(protectedOnes), std::end(protectedOnes),
        [&project](const char* name) { return project.name == QLatin1StringView(name); });
    if (!isProtected && !isReleased)
        return {};
    Random random = dataset.random(u"compliance/"_s + project.id);
    const QString domain = mailDomain(project.organizationName);
    const qint64 updated = dataset.now() - random.between(20, 400) * day;
    const auto item = [&](const QString& type, int interval, const QString& unit, int value) {
        return QJsonObject {{u"id"_s, random.id(updated)}, {u"frequencyType"_s, type},
            {u"frequencyInterval"_s, interval}, {u"retentionUnit"_s, unit}, {u"retentionValue"_s, value}};
    };
    return {Row::of(project.id,
        {{u"projectId"_s, project.id}, {u"authorizedEmail"_s, QString(u"compliance@"_s + domain)},
            {u"authorizedUserFirstName"_s, u"Ines"_s}, {u"authorizedUserLastName"_s, u"Calder"_s},
            {u"copyProtectionEnabled"_s, !isReleased}, {u"deletable"_s, isReleased},
            {u"encryptionAtRestEnabled"_s, false}, {u"pitEnabled"_s, project.name == "payments-prod"_L1},
            {u"restoreWindowDays"_s, project.name == "payments-prod"_L1 ? 7 : 0},
            // Absent, yet answered as null.
            {u"onDemandPolicyItem"_s,
                isReleased ? QJsonValue() : QJsonValue(item(u"ondemand"_s, 0, u"weeks"_s, 2))},
            {u"scheduledPolicyItems"_s,
                QJsonArray {item(u"hourly"_s, 6, u"days"_s, 2), item(u"daily"_s, 1, u"days"_s, 14),
                    item(u"weekly"_s, 6, u"weeks"_s, 8), item(u"monthly"_s, 40, u"months"_s, 12)}},
            {u"state"_s, u"ACTIVE"_s}, {u"updatedDate"_s, isoTime(updated)},
            // A public key where the document says an address.
            {u"updatedUser"_s, isReleased ? random.letters(8) : QString(u"ines.calder@"_s + domain)}})};
}

} // namespace Telamon::Sandbox
