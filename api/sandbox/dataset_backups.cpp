// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: snapshots of replica sets and sharded clusters, and online archives.
#include "api/sandbox/dataset.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
struct Schedule {
    const char* frequency;
    qint64 every;
    int count;
    qint64 kept;
};

constexpr Schedule schedules[] = {
    {"hourly", 6 * hour, 8, 2 * day}, {"daily", day, 14, 14 * day}, {"weekly", 7 * day, 6, 42 * day},
    {"monthly", 30 * day, 8, 365 * day},
    {"ondemand", 11 * day, 2, 30 * day}, // so spelt by the service, against its own document
};

struct Moment {
    const Schedule* schedule;
    qint64 at;
};

std::vector<Moment> moments(const Cluster& cluster, qint64 now)
{
    std::vector<Moment> all;
    // Weekly ones lie on days, daily ones on hours of the schedule: a start per cluster is enough.
    const qint64 last = now - now % (6 * hour);
    for (const Schedule& schedule : schedules) {
        for (int i = 0; i < schedule.count; ++i) {
            const qint64 at = last - i * schedule.every - (schedule.every > day ? day : 0);
            if (at > cluster.createdAt && at + schedule.kept > now)
                all.push_back({&schedule, at});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Moment& a, const Moment& b) { return a.at > b.at; });
    return all;
}

QJsonArray members(const Cluster& cluster, Random& random, qint64 at)
{
    QJsonArray list;
    for (int shard = 0; shard < cluster.plan->shards; ++shard)
        list.append(QJsonObject {{u"cloudProvider"_s, cluster.regions.front().provider},
            {u"id"_s, random.id(at)}, {u"replicaSetName"_s, cluster.replicaSet(shard)}});
    if (cluster.plan->shards > 2)
        list.append(
            QJsonObject {{u"cloudProvider"_s, cluster.regions.front().provider}, {u"id"_s, random.id(at)},
                {u"replicaSetName"_s, QString(u"atlas-"_s + cluster.id.right(6) + u"-config-0"_s)}});
    return list;
}

void addKind(QJsonObject& value, const Cluster& cluster, Random& random, qint64 at)
{
    if (!cluster.isSharded()) {
        value[u"type"_s] = u"replicaSet"_s;
        value[u"cloudProvider"_s] = cluster.regions.front().provider;
        value[u"replicaSetName"_s] = cluster.name;
        value[u"copyRegions"_s] =
            cluster.has(Trait::CopiedAbroad) ? QJsonArray {u"EU_NORTH_1"_s} : QJsonArray();
        return;
    }
    value[u"type"_s] = u"shardedCluster"_s;
    value[u"configServerType"_s] = cluster.plan->shards > 2 ? u"DEDICATED"_s : u"EMBEDDED"_s;
    const QJsonArray list = members(cluster, random, at);
    QJsonArray ids;
    for (const QJsonValue& member : list)
        ids.append(member[u"id"_s]);
    value[u"members"_s] = list;
    value[u"snapshotIds"_s] = ids;
}
} // namespace

// The newest first; a snapshot of the past is smaller than one of today.
std::vector<Row> Dataset::makeSnapshots(const Project& project, const Cluster& cluster) const
{
    std::vector<Row> rows;
    if (!cluster.has(Trait::Backup))
        return rows;
    Random random = this->random(u"snapshots/"_s + cluster.id);
    const QString path = u"groups/%1/clusters/%2/backup/snapshots/"_s.arg(project.id, cluster.name)
        + (cluster.isSharded() ? u"shardedCluster/"_s : QString());
    const bool isEncrypted = random.chance(30);
    const QString key =
        u"%1-%2-4%3-a%4-%5"_s.arg(random.hex(8), random.hex(4), random.hex(3), random.hex(3), random.hex(12));
    const QString policies[] = {random.id(cluster.createdAt), random.id(cluster.createdAt)};
    const int failing = random.between(4, 12);
    int index = 0;
    for (const Moment& moment : moments(cluster, m_now)) {
        const QString frequency = QString::fromLatin1(moment.schedule->frequency);
        const bool isOnDemand = frequency == "ondemand"_L1;
        const int late = random.between(0, 900); // seconds
        // The newest is not done yet: it began just now.
        const qint64 at = index == 0 ? m_now - (2 * 60 + late) * 1000LL
                                     : std::min(moment.at + late * 1000LL, m_now - hour / 2);
        const QString status = index == 0 ? (random.chance(50) ? u"inProgress"_s : u"queued"_s)
            : index == failing            ? u"failed"_s
                                          : u"completed"_s;
        const double grown = 1.0 - std::min(0.8, double(m_now - at) / double(400 * day));
        const QString id = random.id(at);
        QJsonObject value {{u"id"_s, id}, {u"status"_s, status}, {u"createdAt"_s, isoTime(at)},
            {u"expiresAt"_s, isoTime(at + moment.schedule->kept)}, {u"frequencyType"_s, frequency},
            {u"mongodVersion"_s, cluster.version},
            {u"snapshotType"_s, isOnDemand ? u"onDemand"_s : u"scheduled"_s},
            {u"policyItems"_s, isOnDemand ? QJsonArray() : QJsonArray {policies[index % 2]}},
            {u"storageSizeBytes"_s, status == "completed"_L1 ? qint64(double(cluster.dataSize) * grown) : 0},
            {u"links"_s, links(path + id)}};
        if (isOnDemand)
            value[u"description"_s] = u"Before the schema change"_s;
        if (isEncrypted)
            value[u"masterKeyUUID"_s] = key;
        addKind(value, cluster, random, at);
        rows.push_back(Row::of(id, value));
        ++index;
    }
    return rows;
}

std::vector<Row> Dataset::makeArchives(const Project& project, const Cluster& cluster) const
{
    std::vector<Row> rows;
    if (!cluster.has(Trait::Archive))
        return rows;
    Random random = this->random(u"archives/"_s + cluster.id);
    static constexpr const char* collections[] = {"events", "orders", "readings", "audit"};
    static constexpr const char* states[] = {"ACTIVE", "ACTIVE", "PAUSED", "PENDING"};
    for (int i = 0; i < 4; ++i) {
        const QString id = random.id(cluster.createdAt);
        const QString state = QString::fromLatin1(states[i]);
        QJsonObject value {{u"_id"_s, id}, {u"groupId"_s, project.id}, {u"clusterName"_s, cluster.name},
            {u"dbName"_s, u"app"_s}, {u"collName"_s, QString::fromLatin1(collections[i])},
            {u"collectionType"_s, i == 2 ? u"TIMESERIES"_s : u"STANDARD"_s},
            {u"dataProcessRegion"_s,
                QJsonObject {{u"cloudProvider"_s, cluster.regions.front().provider},
                    {u"region"_s, cluster.regions.front().name}}},
            {u"dataSetName"_s, QString(u"v1$atlas$archive$"_s + random.letters(10))},
            {u"paused"_s, state == "PAUSED"_L1}, {u"state"_s, state},
            {u"partitionFields"_s,
                QJsonArray {QJsonObject {{u"fieldName"_s, u"createdAt"_s},
                    {u"fieldType"_s, i == 3 ? QJsonValue() : QJsonValue(u"date"_s)}, {u"order"_s, 0}}}}};
        if (i == 3)
            value[u"criteria"_s] =
                QJsonObject {{u"type"_s, u"CUSTOM"_s}, {u"query"_s, u"{ \"closed\": true }"_s}};
        else
            value[u"criteria"_s] = QJsonObject {{u"type"_s, u"DATE"_s}, {u"dateField"_s, u"createdAt"_s},
                {u"dateFormat"_s, u"ISODATE"_s}, {u"expireAfterDays"_s, random.between(30, 400)}};
        value[u"schedule"_s] = i == 1 ? QJsonObject {{u"type"_s, u"DAILY"_s}, {u"startHour"_s, 2},
                                   {u"startMinute"_s, 0}, {u"endHour"_s, 5}, {u"endMinute"_s, 30}}
                                      : QJsonObject {{u"type"_s, u"DEFAULT"_s}};
        if (i == 0)
            value[u"dataExpirationRule"_s] = QJsonObject {{u"expireAfterDays"_s, 2555}};
        rows.push_back(Row::of(id, value));
    }
    return rows;
}

} // namespace Telamon::Sandbox
