// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"
#include "models/inventory.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void loadOrganizationProjects(const PageQuery& query, RecordLoad& load)
{
    load.add(organizationRead(query, u"getOrgGroups"_s, "projects"));
}

void loadClusters(const PageQuery& query, RecordLoad& load)
{
    const QStringList projects = projectsOf(query);
    for (const QString& projectId : projects) {
        load.add(projectRead(query, u"listGroupClusters"_s, "listGroupClusters", projectId));
        load.add(projectRead(query, u"listGroupFlexClusters"_s, "listGroupFlexClusters", projectId));
    }
}

std::optional<Place> clusterTarget(const RecordModel& clusters, int row)
{
    const QString name = clusters.text(row, "name");
    if (name.isEmpty())
        return {};
    const bool isFlex = clusters.text(row, "instanceSize") == "FLEX"_L1;
    return Place {isFlex ? Place::Kind::FlexCluster : Place::Kind::Cluster, clusters.text(row, "orgId"),
        clusters.text(row, "groupId"), name};
}

std::optional<Place> projectTarget(const RecordModel& projects, int row)
{
    return Place {Place::Kind::Project, projects.text(row, "orgId"), projects.text(row, "id"), {}};
}

std::vector<SeriesDescription> versionCharts()
{
    return {{.kind = SeriesDescription::Kind::Categories,
        .title = QT_TRANSLATE_NOOP("Page", "Versions"),
        .seriesKey = "versions",
        .isInOrder = true}};
}

} // namespace

std::vector<PageDescription> fleetEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "fleet",
        .title = QT_TRANSLATE_NOOP("Page", "Fleet"),
        .iconName = "fleet",
        .places = {Kind::Fleet},
        .newModel = newModel<ClusterModel>,
        .shared = [](Inventory& inventory) -> RecordModel& { return inventory.clusters(); },
        .emptyText = QT_TRANSLATE_NOOP("Page",
            "This profile sees no cluster. Its key or service account needs a role in a project that has "
            "one."),
        .target = clusterTarget,
        .charts = versionCharts(),
        .isChartShownAtFirst = false});
    pages.push_back({.id = "projects",
        .title = QT_TRANSLATE_NOOP("Page", "Projects"),
        .iconName = "project",
        .places = {Kind::Fleet},
        .newModel = newPlain<projectTable>,
        .shared = [](Inventory& inventory) -> RecordModel& { return inventory.projects(); },
        .emptyText = QT_TRANSLATE_NOOP("Page", "This profile sees no project."),
        .target = projectTarget});
    pages.push_back({.id = "organizationProjects",
        .title = QT_TRANSLATE_NOOP("Page", "Projects"),
        .iconName = "project",
        .places = {Kind::Organization},
        .newModel = newPlain<projectTable>,
        .load = loadOrganizationProjects,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This organisation has no project that this profile sees."),
        .target = projectTarget});
    pages.push_back({.id = "clusters",
        .title = QT_TRANSLATE_NOOP("Page", "Clusters"),
        .iconName = "cluster",
        .places = {Kind::Organization, Kind::Project},
        .newModel = newModel<ClusterModel>,
        .load = loadClusters,
        .emptyText = QT_TRANSLATE_NOOP("Page", "There is no cluster here."),
        .target = clusterTarget,
        .charts = versionCharts(),
        .isChartShownAtFirst = false});
    return pages;
}

} // namespace Telamon
