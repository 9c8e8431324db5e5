// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"
#include "models/inventory.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void loadOrganizationProjects(const PageQuery& query, RecordLoad& load)
{
    load.add(organizationRead(query, u"getOrgGroups"_s, "projects"));
}

// Of all clusters' details those of some projects.
QByteArray detailsOf(const QStringList& projects, const QByteArray& body)
{
    QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (!answer.contains("results"_L1))
        return body; // the table tells what is wrong with it
    const QJsonArray groups = answer.value("results"_L1).toArray();
    QJsonArray wanted;
    for (const QJsonValue& group : groups) {
        if (projects.contains(group["groupId"_L1].toString()))
            wanted.append(group);
    }
    answer[u"results"_s] = wanted;
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

// The details hold what no list of one project does: availability, alerts, size of the data.
void loadClusters(const PageQuery& query, RecordLoad& load)
{
    if (auto* clusters = qobject_cast<ClusterModel*>(load.model()))
        clusters->setAlerts(query.session.inventory().alerts());
    const QStringList projects = projectsOf(query);
    load.add({.operationId = u"listClusterDetails"_s,
        .source = "listClusterDetails",
        .reshape = [projects](const QByteArray& body) { return detailsOf(projects, body); }});
    for (const QString& projectId : projects) {
        load.add(projectRead(query, u"listGroupClusters"_s, "listGroupClusters", projectId));
        load.add(projectRead(query, u"listGroupFlexClusters"_s, "listGroupFlexClusters", projectId));
    }
}

std::optional<Place> clusterTarget(const RecordModel& clusters, int row)
{
    const QString name = clusters.value(row, "name").toString();
    if (name.isEmpty())
        return {};
    const bool isFlex = clusters.value(row, "instanceSize").toString() == "FLEX"_L1;
    return Place {isFlex ? Place::Kind::FlexCluster : Place::Kind::Cluster, clusters.text(row, "orgId"),
        clusters.text(row, "groupId"), name};
}

std::optional<Place> projectTarget(const RecordModel& projects, int row)
{
    return Place {Place::Kind::Project, projects.text(row, "orgId"), projects.text(row, "id"), {}};
}

// A project that cannot be read is a row, but no cluster.
SeriesDescription clustersBy(const char* title, const QByteArray& key)
{
    return {
        .kind = SeriesDescription::Kind::Categories, .title = title, .seriesKey = key, .only = "-problem:"};
}

// By version, and beside it what clusters are grouped by. A place of one organization has no use for the
// first group.
std::vector<SeriesDescription> clusterCharts(bool isOfAll)
{
    std::vector<SeriesDescription> charts {
        clustersBy(QT_TRANSLATE_NOOP("Page", "Clusters by version"), "versions")};
    charts.front().isInOrder = true;
    if (isOfAll)
        charts.push_back(clustersBy(QT_TRANSLATE_NOOP("Page", "Organization"), "orgName"));
    charts.push_back(clustersBy(QT_TRANSLATE_NOOP("Page", "Project"), "groupName"));
    charts.push_back(clustersBy(QT_TRANSLATE_NOOP("Page", "Availability"), "availability"));
    charts.push_back(clustersBy(QT_TRANSLATE_NOOP("Page", "State"), "state"));
    return charts;
}

std::vector<HealthPart> clusterHealth()
{
    return {{QT_TRANSLATE_NOOP("Page", "critical"), "attention:critical", RecordModel::Critical},
        {QT_TRANSLATE_NOOP("Page", "warning"), "attention:warning -problem:", RecordModel::Warning},
        {QT_TRANSLATE_NOOP("Page", "notice"), "attention:notice", RecordModel::Notice},
        {QT_TRANSLATE_NOOP("Page", "fine"), "attention:none availability:"},
        // Nothing is wrong with it as far as is known, and that is not far.
        {QT_TRANSLATE_NOOP("Page", "unknown"), "attention:none -availability:", RecordModel::NoAttention,
            HealthPart::Kind::Unknown},
        // A project's row, of whose clusters nothing is known: the parts are as many as the rows.
        {QT_TRANSLATE_NOOP("Page", "not readable"), "problem:", RecordModel::NoAttention,
            HealthPart::Kind::Unreadable}};
}

} // namespace

std::vector<PageDescription> fleetEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "fleet",
        .title = QT_TRANSLATE_NOOP("Page", "Clusters"),
        .iconName = "cluster",
        .places = {Kind::Fleet},
        .newModel = newModel<ClusterModel>,
        .shared = [](Inventory& inventory) -> RecordModel& { return inventory.clusters(); },
        .emptyText = QT_TRANSLATE_NOOP("Page",
            "This connection sees no cluster. Its key or service account needs a role in a project that has "
            "one."),
        .target = clusterTarget,
        .charts = clusterCharts(true),
        .isChartShownAtFirst = false,
        .health = clusterHealth()});
    pages.push_back({.id = "projects",
        .title = QT_TRANSLATE_NOOP("Page", "Projects"),
        .iconName = "project",
        .places = {Kind::Fleet},
        .newModel = newPlain<projectTable>,
        .shared = [](Inventory& inventory) -> RecordModel& { return inventory.projects(); },
        .emptyText = QT_TRANSLATE_NOOP("Page", "This connection sees no project."),
        .target = projectTarget});
    pages.push_back({.id = "organizationProjects",
        .title = QT_TRANSLATE_NOOP("Page", "Projects"),
        .iconName = "project",
        .places = {Kind::Organization},
        .newModel = newPlain<projectTable>,
        .load = loadOrganizationProjects,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This organization has no project that this connection sees."),
        .target = projectTarget});
    pages.push_back({.id = "clusters",
        .title = QT_TRANSLATE_NOOP("Page", "Clusters"),
        .iconName = "cluster",
        .places = {Kind::Organization, Kind::Project},
        .newModel = newModel<ClusterModel>,
        .load = loadClusters,
        .emptyText = QT_TRANSLATE_NOOP("Page", "There is no cluster here."),
        .target = clusterTarget,
        .charts = clusterCharts(false),
        .isChartShownAtFirst = false});
    return pages;
}

} // namespace Telamon
