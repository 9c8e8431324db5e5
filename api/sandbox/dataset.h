// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/plans.h"
#include "api/sandbox/random.h"
#include "api/sandbox/server.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace Telamon::Sandbox {

// What happens to a row by itself, once its time has come.
struct Step {
    qint64 at = 0; // msecs since the epoch, by the service's clock
    QJsonObject changes; // fields that get these values
    bool isRemoval = false; // the row goes
};

// One resource as it is answered; the text is made once, lists only join it.
struct Row {
    QString id;
    QJsonObject value;
    QByteArray json;
    std::vector<Step> steps = {}; // in the order of their times

    static Row of(const QString& id, const QJsonObject& value);
    void set(const QJsonObject& changed); // another value of the same resource
};

struct Region {
    QString provider;
    QString name;
    int nodes = 3;
};

struct Cluster {
    QString id;
    QString name;
    const PlannedCluster* plan = nullptr;
    std::vector<Region> regions;
    QString version; // "8.0.15"
    QString domain; // of its hosts
    qint64 createdAt = 0;
    qint64 dataSize = 0; // bytes
    qint64 pinnedAt = 0; // when its feature compatibility version was pinned; 0: it is not
    Row description; // the newest version
    Row oldDescription; // 2023-02-01; made when first asked for
    QJsonObject summary; // in GET /clusters, without alertCount

    bool isFlex() const;
    bool isTenant() const;
    bool isSharded() const;
    bool isNew() const; // it is being made
    bool isMultiCloud() const;
    bool has(Trait trait) const { return plan->traits.testFlag(trait); }
    QString replicaSet(int shard) const;
    QStringList hosts() const; // of the first shard

    // Made when first asked for.
    bool hasDetails = false;
    std::vector<Row> searchIndexes;
    std::vector<Row> snapshots; // replica set or flex
    std::vector<Row> shardedSnapshots;
    std::vector<Row> archives;
};

struct Project {
    QString id;
    QString name;
    QString organizationId;
    QString organizationName;
    bool isReadable = true;
    bool isWritable = true; // the signed-in one may write here
    int planIndex = 0;
    Row row;
    bool hasClusters = false;
    std::vector<Cluster> clusters;
    QByteArray summary; // in GET /clusters; made when first asked for
    bool hasAlerts = false;
    std::vector<Row> alerts; // the newest first
};

struct Organization {
    QString id;
    QString name;
    bool isWritable = true;
    Row row; // in lists; one alone has more links
};

// Where rows live: a project, a cluster of one, or an organisation.
struct Scope {
    Project* project = nullptr;
    Cluster* cluster = nullptr;
    Organization* organization = nullptr;
    std::span<const Project> projects = {}; // all of them, for what needs to know them

    QString id() const; // of the innermost
};

// Makes the company from the seed. Every part is the same whenever it is made; ids of organisations, projects
// and clusters do not depend on the clock.
class Dataset {
public:
    Dataset(const Options& options, const QString& baseUrl);

    std::vector<Organization> organizations() const;
    std::vector<Project> projects(const std::vector<Organization>& organizations) const;
    std::vector<Cluster> clusters(const Project& project) const;
    std::vector<Row> alerts(const Project& project) const;
    void describeAsOld(const Project& project, Cluster& cluster) const; // fills in oldDescription
    void makeDetails(const Project& project, Cluster& cluster) const;

    qint64 now() const { return m_now; }
    // The service account that is signed in: one of the company's own.
    void setOwnClientId(const QString& clientId) { m_ownClientId = clientId; }
    const QString& ownClientId() const { return m_ownClientId; }
    Random random(const QString& purpose) const { return Random(m_seed, purpose); }
    QJsonArray links(const QString& path, const QStringList& children = {}) const;

private:
    Cluster makeCluster(const Project& project, const PlannedCluster& plan) const;
    Row describe(const Project& project, const Cluster& cluster, bool isOldVersion) const;
    Row describeFlex(const Project& project, const Cluster& cluster) const;
    std::vector<Row> makeFlexSnapshots(const Project& project, const Cluster& cluster) const;
    std::vector<Row> makeSearchIndexes(const Project& project, const Cluster& cluster) const;
    std::vector<Row> makeSnapshots(const Project& project, const Cluster& cluster) const;
    std::vector<Row> makeArchives(const Project& project, const Cluster& cluster) const;

    quint32 m_seed;
    int m_scale;
    qint64 m_now;
    QString m_baseUrl;
    QString m_ownClientId;
};

// The state of an index on each host, in the middle of a change too.
QJsonArray searchStatusDetail(const Cluster& cluster, const QString& status, const QJsonObject& definition,
    qint64 version, const QString& changed);

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
QString isoTime(qint64 msecs); // "2026-08-10T03:05:16Z"

} // namespace Telamon::Sandbox
