// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: dedicated and free clusters, in the shapes of 2024-08-05 and 2023-02-01.
#include "api/sandbox/dataset.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
constexpr qint64 gibibyte = 1024LL * 1024 * 1024;

int diskSize(const QString& tier) // GB
{
    const int size = tier.mid(1).toInt();
    return size <= 10 ? 10 : size <= 20 ? 20 : size <= 30 ? 60 : size <= 40 ? 160 : size <= 50 ? 320 : 750;
}

QString fullVersion(const QString& major)
{
    return major == "8.0"_L1 ? u"8.0.15"_s : major == "7.0"_L1 ? u"7.0.25"_s : u"6.0.26"_s;
}

std::vector<Region> parsedRegions(const char* text)
{
    std::vector<Region> regions;
    const QStringList entries = QString::fromLatin1(text).split(u' ');
    for (const QString& entry : entries) {
        const QStringList parts = entry.split(u':');
        regions.push_back({parts.at(0), parts.at(1), parts.at(2).toInt()});
    }
    return regions;
}

QJsonObject hardware(const Cluster& cluster, const Region& region, int nodes, bool isOldVersion)
{
    const QString tier = QString::fromLatin1(cluster.plan->tier);
    const bool isNvme = cluster.has(Trait::Nvme);
    const int disk = isNvme ? diskSize(tier) * 2 : diskSize(tier);
    QJsonObject specs {
        {u"instanceSize"_s, QString(isNvme ? tier + u"_NVME"_s : tier)}, {u"nodeCount"_s, nodes}};
    if (!isOldVersion)
        specs[u"diskSizeGB"_s] = disk;
    if (region.provider != "GCP"_L1)
        specs[u"diskIOPS"_s] = isNvme ? 135125 : std::max(3000, disk * 3);
    if (region.provider == "AWS"_L1)
        specs[u"ebsVolumeType"_s] = tier == "M80"_L1 ? u"PROVISIONED"_s : u"STANDARD"_s;
    if (region.provider == "AZURE"_L1 && !isOldVersion)
        specs[u"diskThroughput"_s] = 125;
    return specs;
}

QJsonObject regionConfig(const Cluster& cluster, const Region& region, int priority, bool isOldVersion)
{
    const QJsonObject electable = hardware(cluster, region, region.nodes, isOldVersion);
    const QJsonObject none = hardware(cluster, region, 0, isOldVersion);
    const bool isScaled = cluster.has(Trait::PointInTime);
    QJsonObject compute {{u"enabled"_s, isScaled}, {u"scaleDownEnabled"_s, isScaled}};
    if (isScaled) {
        compute[u"minInstanceSize"_s] = u"M30"_s;
        compute[u"maxInstanceSize"_s] = u"M200"_s;
    }
    QJsonObject config {{u"electableSpecs"_s, electable}, {u"analyticsSpecs"_s, none},
        {u"readOnlySpecs"_s, none}, {u"priority"_s, priority}, {u"providerName"_s, region.provider},
        {u"regionName"_s, region.name},
        {u"autoScaling"_s,
            QJsonObject {{u"compute"_s, compute},
                {u"diskGB"_s, QJsonObject {{u"enabled"_s, !cluster.has(Trait::Nvme)}}}}}};
    if (!isOldVersion) {
        config[u"effectiveElectableSpecs"_s] = electable;
        config[u"effectiveAnalyticsSpecs"_s] = none;
        config[u"effectiveReadOnlySpecs"_s] = none;
    }
    return config;
}

QJsonArray tenantConfigs(const Cluster& cluster)
{
    const QJsonObject specs {
        {u"instanceSize"_s, u"M0"_s}, {u"effectiveInstanceSize"_s, u"M0"_s}, {u"diskSizeGB"_s, 0.5}};
    return {QJsonObject {{u"electableSpecs"_s, specs}, {u"priority"_s, 7},
        {u"backingProviderName"_s, cluster.regions.front().provider}, {u"providerName"_s, u"TENANT"_s},
        {u"regionName"_s, cluster.regions.front().name}}};
}

QJsonArray regionConfigs(const Cluster& cluster, int shard, bool isOldVersion)
{
    if (cluster.isTenant())
        return tenantConfigs(cluster);
    if (cluster.has(Trait::Geo)) // each zone lives in a region of its own
        return {regionConfig(
            cluster, cluster.regions.at(std::size_t(shard) % cluster.regions.size()), 7, isOldVersion)};
    QJsonArray configs;
    int priority = 7;
    for (const Region& region : cluster.regions)
        configs.append(regionConfig(cluster, region, priority--, isOldVersion));
    return configs;
}

// One entry for each shard since 2024-08-05; one for each zone, with numShards, before.
QJsonArray replicationSpecs(const Cluster& cluster, Random random, bool isOldVersion)
{
    const bool isGeo = cluster.has(Trait::Geo);
    const int entries = isOldVersion && !isGeo ? 1 : cluster.plan->shards;
    const QString zoneId = random.id(cluster.createdAt);
    QJsonArray specs;
    for (int shard = 0; shard < entries; ++shard) {
        QJsonObject spec {{u"id"_s, random.id(cluster.createdAt)},
            {u"zoneId"_s, isGeo ? random.id(cluster.createdAt) : zoneId},
            {u"zoneName"_s, isGeo ? u"Zone %1"_s.arg(shard + 1) : u"Zone 1"_s},
            {u"regionConfigs"_s, regionConfigs(cluster, shard, isOldVersion)}};
        if (isOldVersion)
            spec[u"numShards"_s] = isGeo ? 1 : cluster.plan->shards;
        specs.append(spec);
    }
    return specs;
}

QString availability(const Cluster& cluster)
{
    return cluster.has(Trait::Unavailable) ? u"unavailable"_s
        : cluster.has(Trait::Warning)      ? u"warning"_s
                                           : u"available"_s;
}

// Whether one is available that is only being made nobody can say.
QJsonObject summaryOf(const Cluster& cluster)
{
    QJsonObject summary {{u"authEnabled"_s, true}, {u"backupEnabled"_s, cluster.has(Trait::Backup)},
        {u"clusterId"_s, cluster.id}, {u"dataSizeBytes"_s, cluster.dataSize}, {u"name"_s, cluster.name},
        {u"nodeCount"_s, cluster.hosts().size() * cluster.plan->shards}, {u"sslEnabled"_s, true},
        {u"type"_s, cluster.isSharded() ? u"SHARDED_CLUSTER"_s : u"REPLICA_SET"_s},
        {u"versions"_s, QJsonArray {cluster.version}}};
    if (!cluster.isNew())
        summary[u"availability"_s] = availability(cluster);
    return summary;
}

QJsonObject connectionStrings(const Cluster& cluster)
{
    if (cluster.isNew())
        return {};
    const QString srv = u"mongodb+srv://"_s + cluster.name.toLower() + u'.' + cluster.domain;
    if (cluster.isTenant())
        return {{u"standardSrv"_s, srv}};
    QStringList hosts;
    const QStringList names = cluster.hosts();
    for (const QString& host : names)
        hosts.append(host + (cluster.isSharded() ? u":27016"_s : u":27017"_s));
    QString standard = u"mongodb://"_s + hosts.join(u',') + u"/?ssl=true&authSource=admin"_s;
    if (!cluster.isSharded())
        standard += u"&replicaSet="_s + cluster.replicaSet(0);
    return {{u"standard"_s, standard}, {u"standardSrv"_s, srv}};
}
} // namespace

Cluster Dataset::makeCluster(const Project& project, const PlannedCluster& plan) const
{
    Cluster cluster;
    cluster.plan = &plan;
    cluster.name = QString::fromLatin1(plan.name);
    cluster.regions = parsedRegions(plan.regions);
    Random random = this->random(u"cluster/"_s + project.id + u'/' + cluster.name);
    cluster.createdAt = qint64(project.id.left(8).toUInt(nullptr, 16)) * 1000 + random.below(300) * day
        + random.below(int(day));
    cluster.id = random.id(cluster.createdAt);
    if (cluster.isNew()) // the id must not follow the clock, this does
        cluster.createdAt = m_now - random.between(3, 12) * 60'000LL;
    cluster.domain = random.letters(6) + u".mongodb.net"_s;
    cluster.version = fullVersion(QString::fromLatin1(plan.version));
    const bool isSmall = cluster.isTenant() || cluster.isFlex();
    const double full = 0.15 + 0.7 * random.real();
    cluster.dataSize = isSmall
        ? qint64(double(gibibyte) * 0.4 * full)
        : qint64(double(diskSize(QString::fromLatin1(plan.tier)) * gibibyte * plan.shards) * full);
    if (cluster.isNew())
        cluster.dataSize = 0;
    if (cluster.isFlex()) {
        cluster.description = describeFlex(project, cluster);
        return cluster;
    }
    if (cluster.has(Trait::Pinned))
        cluster.pinnedAt = m_now - 9 * day;
    cluster.description = describe(project, cluster, false);
    cluster.summary = summaryOf(cluster);
    return cluster;
}

Row Dataset::describe(const Project& project, const Cluster& cluster, bool isOldVersion) const
{
    const PlannedCluster& plan = *cluster.plan;
    const QString major = QString::fromLatin1(plan.version);
    const QJsonArray specs = replicationSpecs(cluster, random(u"specs/"_s + cluster.id), isOldVersion);
    QJsonObject value {{u"id"_s, cluster.id}, {u"name"_s, cluster.name}, {u"groupId"_s, project.id},
        {u"backupEnabled"_s, cluster.has(Trait::Backup)},
        // The service spells this value in lower case, against its own document.
        {u"biConnector"_s, QJsonObject {{u"enabled"_s, false}, {u"readPreference"_s, u"secondary"_s}}},
        {u"clusterType"_s,
            cluster.has(Trait::Geo)   ? u"GEOSHARDED"_s
                : cluster.isSharded() ? u"SHARDED"_s
                                      : u"REPLICASET"_s},
        {u"connectionStrings"_s, connectionStrings(cluster)}, {u"createDate"_s, isoTime(cluster.createdAt)},
        {u"diskWarmingMode"_s, u"FULLY_WARMED"_s}, {u"encryptionAtRestProvider"_s, u"NONE"_s},
        {u"globalClusterSelfManagedSharding"_s, false}, {u"labels"_s, QJsonArray()},
        {u"links"_s,
            links(u"groups/%1/clusters/%2"_s.arg(project.id, cluster.name),
                {u"backup/restoreJobs"_s, u"backup/snapshots"_s})},
        {u"mongoDBMajorVersion"_s, major}, {u"mongoDBVersion"_s, cluster.version},
        {u"paused"_s, cluster.has(Trait::Paused)}, {u"pitEnabled"_s, cluster.has(Trait::PointInTime)},
        {u"replicationSpecs"_s, specs}, {u"rootCertType"_s, u"ISRGROOTX1"_s},
        {u"stateName"_s, QString::fromLatin1(plan.state)}, {u"tags"_s, project.row.value.value(u"tags"_s)},
        {u"terminationProtectionEnabled"_s, cluster.has(Trait::Protected)},
        {u"versionReleaseSystem"_s, u"LTS"_s}};
    if (!cluster.isNew() && !cluster.isTenant())
        value[u"advancedConfiguration"_s] = QJsonObject {{u"customOpensslCipherConfigTls12"_s, QJsonArray()},
            {u"customOpensslCipherConfigTls13"_s, QJsonArray()},
            {u"minimumEnabledTlsProtocol"_s, major == "6.0"_L1 ? u"TLS1_1"_s : u"TLS1_2"_s},
            {u"tlsCipherConfigMode"_s, u"DEFAULT"_s}};
    if (isOldVersion) {
        value[u"diskSizeGB"_s] = diskSize(QString::fromLatin1(plan.tier));
        return Row::of(cluster.id, value);
    }
    if (cluster.isSharded()) {
        value[u"configServerManagementMode"_s] = u"ATLAS_MANAGED"_s;
        value[u"configServerType"_s] = plan.shards > 2 ? u"DEDICATED"_s : u"EMBEDDED"_s;
    }
    value[u"adaptiveCapacity"_s] = QJsonValue::Null;
    value[u"effectiveDatabaseEdition"_s] = u"CORE"_s; // not documented, but answered
    value[u"effectiveReplicationSpecs"_s] = specs;
    value[u"featureCompatibilityVersion"_s] = cluster.pinnedAt > 0 ? u"6.0"_s : major;
    if (cluster.pinnedAt > 0)
        value[u"featureCompatibilityVersionExpirationDate"_s] = isoTime(cluster.pinnedAt + 21 * day);
    value[u"internalClusterRole"_s] = u"NONE"_s;
    value[u"redactClientLogData"_s] = false;
    value[u"retainBackups"_s] = false;
    value[u"useAwsTimeBasedSnapshotCopyForFastInitialSync"_s] = false;
    return Row::of(cluster.id, value);
}

} // namespace Telamon::Sandbox
