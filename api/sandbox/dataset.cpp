// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/dataset.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
// 2021-03-01: when the company began. Ids must not depend on the clock.
constexpr qint64 founded = 1'614'556'800'000;

QJsonObject tag(const QString& key, const QString& value)
{
    return {{u"key"_s, key}, {u"value"_s, value}};
}
} // namespace

QString isoTime(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

Row Row::of(const QString& id, const QJsonObject& value)
{
    return {id, value, QJsonDocument(value).toJson(QJsonDocument::Compact), {}};
}

void Row::set(const QJsonObject& changed)
{
    value = changed;
    json = QJsonDocument(value).toJson(QJsonDocument::Compact);
}

QString Scope::id() const
{
    return cluster ? cluster->id : project ? project->id : organization ? organization->id : QString();
}

bool Cluster::isFlex() const
{
    return QLatin1StringView(plan->tier) == "FLEX"_L1;
}

bool Cluster::isTenant() const
{
    return QLatin1StringView(plan->tier) == "M0"_L1;
}

bool Cluster::isSharded() const
{
    return plan->shards > 1;
}

bool Cluster::isNew() const
{
    return QLatin1StringView(plan->state) == "CREATING"_L1;
}

bool Cluster::isMultiCloud() const
{
    return std::any_of(regions.begin(), regions.end(),
        [this](const Region& region) { return region.provider != regions.front().provider; });
}

QString Cluster::replicaSet(int shard) const
{
    return u"atlas-%1-shard-%2"_s.arg(id.right(6)).arg(shard);
}

QStringList Cluster::hosts() const
{
    int count = 0;
    for (const Region& region : regions)
        count += region.nodes;
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(u"%1-shard-00-0%2.%3"_s.arg(name.toLower()).arg(i).arg(domain));
    return names;
}

Dataset::Dataset(const Options& options, const QString& baseUrl)
    : m_seed(options.seed),
      m_scale(std::max(1, options.scale)),
      m_now(options.now != 0 ? options.now : QDateTime::currentMSecsSinceEpoch()),
      m_baseUrl(baseUrl)
{
}

QJsonArray Dataset::links(const QString& path, const QStringList& children) const
{
    const QString self = m_baseUrl + u"/api/atlas/v2/"_s + path;
    QJsonArray links {QJsonObject {{u"href"_s, self}, {u"rel"_s, u"self"_s}}};
    for (const QString& child : children) {
        links.append(QJsonObject {{u"href"_s, QString(self + u'/' + child)},
            {u"rel"_s, QString(m_baseUrl + u'/' + child.section(u'/', -1))}});
    }
    return links;
}

std::vector<Organization> Dataset::organizations() const
{
    std::vector<Organization> made;
    for (const char* name : plannedOrganizations()) {
        Organization organization;
        organization.name = QString::fromLatin1(name);
        organization.isWritable = made.size() != 1; // read only in the bank
        Random random = this->random(u"organization/"_s + organization.name);
        organization.id = random.id(founded + random.below(200) * day);
        organization.row = Row::of(organization.id,
            {{u"id"_s, organization.id}, {u"isDeleted"_s, false}, {u"name"_s, organization.name},
                {u"skipDefaultAlertsSettings"_s, false}, {u"links"_s, links(u"orgs/"_s + organization.id)}});
        made.push_back(organization);
    }
    return made;
}

std::vector<Project> Dataset::projects(const std::vector<Organization>& organizations) const
{
    std::vector<Project> made;
    for (int copy = 0; copy < m_scale; ++copy) {
        for (std::size_t i = 0; i < plannedProjects().size(); ++i) {
            const PlannedProject& plan = plannedProjects()[i];
            const Organization& organization = organizations.at(std::size_t(plan.organization));
            Project project;
            project.planIndex = int(i);
            project.name = QString::fromLatin1(plan.name);
            if (copy > 0)
                project.name += u"-%1"_s.arg(copy + 1, 2, 10, QChar(u'0'));
            project.organizationId = organization.id;
            project.organizationName = organization.name;
            project.isReadable = plan.access != Access::None;
            project.isWritable = plan.access == Access::Full;
            Random random = this->random(u"project/"_s + project.name);
            const qint64 created =
                founded + 200 * day + qint64(random.below(1200)) * day + random.below(int(day));
            project.id = random.id(created);
            const auto isOwn = [&](const PlannedCluster& cluster) { return cluster.project == int(i); };
            const auto count = std::count_if(plannedClusters().begin(), plannedClusters().end(), isOwn);
            const QJsonArray tags {tag(u"environment"_s, QString::fromLatin1(plan.environment)),
                tag(u"cost-centre"_s, u"CC-%1"_s.arg(random.between(1000, 1999)))};
            project.row = Row::of(project.id,
                {{u"id"_s, project.id}, {u"name"_s, project.name}, {u"orgId"_s, project.organizationId},
                    {u"clusterCount"_s, qint64(count)}, {u"created"_s, isoTime(created)},
                    {u"tags"_s, random.chance(75) ? tags : QJsonArray()},
                    {u"withDefaultAlertsSettings"_s, true}, {u"links"_s, links(u"groups/"_s + project.id)}});
            made.push_back(project);
        }
    }
    return made;
}

std::vector<Cluster> Dataset::clusters(const Project& project) const
{
    std::vector<Cluster> made;
    for (const PlannedCluster& plan : plannedClusters()) {
        if (plan.project == project.planIndex)
            made.push_back(makeCluster(project, plan));
    }
    return made;
}

void Dataset::describeAsOld(const Project& project, Cluster& cluster) const
{
    if (cluster.oldDescription.json.isEmpty())
        cluster.oldDescription = describe(project, cluster, true);
}

void Dataset::makeDetails(const Project& project, Cluster& cluster) const
{
    if (cluster.hasDetails)
        return;
    cluster.hasDetails = true;
    if (cluster.isFlex()) {
        cluster.snapshots = makeFlexSnapshots(project, cluster);
        return;
    }
    cluster.searchIndexes = makeSearchIndexes(project, cluster);
    (cluster.isSharded() ? cluster.shardedSnapshots : cluster.snapshots) = makeSnapshots(project, cluster);
    cluster.archives = makeArchives(project, cluster);
}

} // namespace Telamon::Sandbox
