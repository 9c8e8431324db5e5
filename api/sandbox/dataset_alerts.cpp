// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: alerts of all eight kinds, open, tracking, closed and acknowledged.
#include "api/sandbox/dataset.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
enum class Kind { AppService, Cluster, Host, FlexMetric, HostMetric, ReplicaSet, StreamProcessor, Project };

struct Planned {
    Kind kind;
    const char* event;
    const char* metric = nullptr;
    const char* units = nullptr;
    double low = 0;
    double high = 0;
};

constexpr Planned plans[] = {
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "NORMALIZED_SYSTEM_CPU_USER", "RAW", 88, 100},
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "CONNECTIONS", "RAW", 2900, 5800},
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "DISK_PARTITION_SPACE_USED_DATA", "RAW", 90, 99},
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "CACHE_BYTES_READ_INTO", "MB", 120, 900},
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "OPLOG_SLAVE_LAG_MASTER_TIME", "sec", 60, 900},
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "QUERY_TARGETING_SCANNED_OBJECTS_PER_RETURNED", "RAW",
        1000, 52000},
    {Kind::HostMetric, "OUTSIDE_METRIC_THRESHOLD", "AVG_READ_EXECUTION_TIME", "msec", 80, 700},
    {Kind::ReplicaSet, "NO_PRIMARY"},
    {Kind::ReplicaSet, "TOO_MANY_ELECTIONS"},
    {Kind::ReplicaSet, "REPLICATION_OPLOG_WINDOW_RUNNING_OUT"},
    {Kind::Host, "HOST_DOWN"},
    {Kind::Host, "HOST_HAS_INDEX_SUGGESTIONS"},
    {Kind::Host, "HOST_NOT_ENOUGH_DISK_SPACE"},
    {Kind::Host, "HOST_MONGOT_CRASHING_OOM"},
    {Kind::Cluster, "CLUSTER_MONGOS_IS_MISSING"},
    {Kind::FlexMetric, "OUTSIDE_FLEX_METRIC_THRESHOLD", "FLEX_CONNECTIONS_PERCENT", "RAW", 80, 99},
    {Kind::FlexMetric, "OUTSIDE_FLEX_METRIC_THRESHOLD", "FLEX_DATA_SIZE_TOTAL", "GB", 4.1, 5},
    {Kind::AppService, "TRIGGER_FAILURE"},
    {Kind::AppService, "DEPLOYMENT_FAILURE"},
    {Kind::StreamProcessor, "STREAM_PROCESSOR_STATE_IS_FAILED"},
    {Kind::Project, "USERS_WITHOUT_MULTI_FACTOR_AUTH"},
    {Kind::Project, "CPS_SNAPSHOT_FAILED"},
    {Kind::Project, "AWS_ENCRYPTION_KEY_NEEDS_ROTATION"},
    {Kind::Project, "FTS_INDEX_BUILD_FAILED"},
    {Kind::Project, "MAINTENANCE_IN_ADVANCED"},
    {Kind::Project, "DAILY_BILL_OVER_THRESHOLD"},
    {Kind::Project, "ONLINE_ARCHIVE_INSUFFICIENT_INDEXES_CHECK"},
};

bool suits(const Planned& plan, const Cluster& cluster)
{
    switch (plan.kind) {
    case Kind::FlexMetric:
        return cluster.isFlex() && !cluster.isNew();
    case Kind::Cluster:
        return cluster.isSharded() && !cluster.isNew();
    case Kind::Host:
    case Kind::HostMetric:
    case Kind::ReplicaSet:
        return !cluster.isFlex() && !cluster.isTenant() && !cluster.has(Trait::Paused) && !cluster.isNew();
    default:
        return true;
    }
}

const Planned& suitingPlan(const Cluster& cluster, Random& random)
{
    const Planned* plan = &random.pick(plans);
    // Some suit every cluster; a flex cluster is mostly told apart by its own metrics.
    const bool wantsMetric = cluster.isFlex() && random.chance(60) && !cluster.isNew();
    while (!suits(*plan, cluster) || (wantsMetric && plan->kind != Kind::FlexMetric))
        plan = &random.pick(plans);
    return *plan;
}

void addPlace(QJsonObject& value, const Planned& plan, const Cluster& cluster, Random& random)
{
    const QStringList hosts = cluster.hosts();
    const QString& host = hosts.at(random.below(int(hosts.size())));
    const QString shard = cluster.replicaSet(random.below(cluster.plan->shards));
    switch (plan.kind) {
    case Kind::Host:
    case Kind::HostMetric:
        value[u"clusterName"_s] = cluster.name;
        value[u"hostnameAndPort"_s] = QString(host + u":27017"_s);
        value[u"replicaSetName"_s] = shard;
        value[u"userAlias"_s] = host; // not documented, but answered
        break;
    case Kind::ReplicaSet:
        value[u"clusterName"_s] = cluster.name;
        value[u"clusterId"_s] = cluster.id; // not documented, but answered
        value[u"replicaSetName"_s] = shard;
        value[u"parentClusterId"_s] = cluster.id;
        if (cluster.has(Trait::Unavailable))
            value[u"nonRunningHostIds"_s] = QJsonArray {random.hex(32), random.hex(32)};
        break;
    case Kind::Cluster:
    case Kind::FlexMetric:
        value[u"clusterName"_s] = cluster.name;
        break;
    case Kind::StreamProcessor:
        value[u"instanceName"_s] = u"ingest"_s;
        value[u"processorName"_s] = u"orders-to-lake"_s;
        value[u"processorState"_s] = u"FAILED"_s;
        value[u"processorErrorMsg"_s] = u"(Location1319) Kafka broker refused the connection"_s;
        break;
    case Kind::AppService:
    case Kind::Project:
        break;
    }
    if (plan.metric) {
        const double number = plan.low + (plan.high - plan.low) * random.real();
        value[u"metricName"_s] = QString::fromLatin1(plan.metric);
        value[u"currentValue"_s] =
            QJsonObject {{u"number"_s, number}, {u"units"_s, QString::fromLatin1(plan.units)}};
    }
}

void addCourse(QJsonObject& value, qint64 created, qint64 now, const QString& status, Random& random)
{
    const qint64 notified = std::min(created + random.between(1, 40) * 60'000LL, now);
    value[u"status"_s] = status;
    value[u"created"_s] = isoTime(created);
    value[u"updated"_s] = isoTime(notified);
    if (status != "TRACKING"_L1)
        value[u"lastNotified"_s] = isoTime(notified);
    if (status == "CLOSED"_L1) {
        const qint64 resolved = std::min(created + random.between(5, 600) * 60'000LL, now);
        value[u"resolved"_s] = isoTime(resolved);
        value[u"updated"_s] = isoTime(std::max(resolved, notified));
    }
    if (status == "OPEN"_L1 && random.chance(20)) {
        value[u"acknowledgedUntil"_s] = isoTime(now + random.between(1, 72) * hour);
        value[u"acknowledgementComment"_s] = u"Known, capacity is being added."_s;
        value[u"acknowledgingUsername"_s] = u"oncall@example.com"_s;
    }
}
} // namespace

std::vector<Row> Dataset::alerts(const Project& project) const
{
    Random random = this->random(u"alerts/"_s + project.id);
    const bool needsAttention = std::any_of(project.clusters.begin(), project.clusters.end(),
        [](const Cluster& c) { return c.has(Trait::Warning) || c.has(Trait::Unavailable); });
    std::vector<std::pair<qint64, Row>> made;
    const int count = needsAttention ? random.between(24, 40) : random.between(3, 24);
    for (int i = 0; i < count; ++i) {
        const Cluster& cluster = project.clusters.at(std::size_t(random.below(int(project.clusters.size()))));
        const Planned& plan = suitingPlan(cluster, random);
        const bool isBad = cluster.has(Trait::Warning) || cluster.has(Trait::Unavailable);
        const int dice = random.below(100);
        const QString status = dice < (isBad ? 60 : 12) ? u"OPEN"_s
            : dice < (isBad ? 75 : 20)                  ? u"TRACKING"_s
            : dice < 97                                 ? u"CLOSED"_s
                                                        : u"CANCELLED"_s;
        const bool isOver = status == "CLOSED"_L1 || status == "CANCELLED"_L1;
        const qint64 age = isOver ? random.between(60, 45 * 24 * 60) : random.between(3, 30 * 60);
        const qint64 created = m_now - age * 60'000;
        const QString id = random.id(created);
        QJsonObject value {{u"id"_s, id}, {u"groupId"_s, project.id}, {u"orgId"_s, project.organizationId},
            {u"alertConfigId"_s, random.id(created - 400 * day)},
            {u"eventTypeName"_s, QString::fromLatin1(plan.event)},
            {u"links"_s, links(u"groups/%1/alerts/%2"_s.arg(project.id, id))}};
        addPlace(value, plan, cluster, random);
        addCourse(value, created, m_now, status, random);
        made.emplace_back(created, Row::of(id, value));
    }
    std::stable_sort(
        made.begin(), made.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Row> rows;
    rows.reserve(made.size());
    for (auto& [created, row] : made)
        rows.push_back(std::move(row));
    return rows;
}

} // namespace Telamon::Sandbox
