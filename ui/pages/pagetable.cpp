// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alertmodel.h"
#include "models/backupmodel.h"
#include "models/clustermodel.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/searchindexmodel.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/pagedescription.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

template <typename Model> RecordModel* newModel(QObject* parent)
{
    return new Model(parent);
}

RecordModel* newProjectModel(QObject* parent)
{
    return new RecordModel(projectTable(), parent);
}

Read projectRead(
    const QString& operationId, const QByteArray& source, Inventory& inventory, const QString& projectId)
{
    const QString organizationId = inventory.organizationOf(projectId);
    Read read {.operationId = operationId, .source = source};
    read.arguments.parameters.insert(u"groupId"_s, projectId);
    read.known = {{"groupName", inventory.projectName(projectId)}, {"groupId", projectId},
        {"orgName", inventory.organizationName(organizationId)}, {"orgId", organizationId}};
    return read;
}

void loadOrganizationProjects(const PageQuery& query, RecordLoad& load)
{
    Read read {.operationId = u"getOrgGroups"_s, .source = "projects"};
    read.arguments.parameters.insert(u"orgId"_s, query.place.organizationId);
    read.known = {{"orgName", query.session.inventory().organizationName(query.place.organizationId)}};
    load.add(read);
}

QStringList projectsOf(const PageQuery& query)
{
    return query.place.projectId.isEmpty() ? query.session.inventory().projectIds(query.place.organizationId)
                                           : QStringList {query.place.projectId};
}

void loadClusters(const PageQuery& query, RecordLoad& load)
{
    const QStringList projects = projectsOf(query);
    for (const QString& projectId : projects) {
        Inventory& inventory = query.session.inventory();
        load.add(projectRead(u"listGroupClusters"_s, "listGroupClusters", inventory, projectId));
        load.add(projectRead(u"listGroupFlexClusters"_s, "listGroupFlexClusters", inventory, projectId));
    }
}

void loadAlerts(const PageQuery& query, RecordLoad& load)
{
    const QStringList projects = projectsOf(query);
    for (const QString& projectId : projects) {
        Read read = projectRead(u"listGroupAlerts"_s, "alerts", query.session.inventory(), projectId);
        if (const QString status = query.choices.value("status"); !status.isEmpty())
            read.arguments.parameters.insert(u"status"_s, status);
        load.add(read);
    }
}

Read alertDetail(const PageQuery& query, const RecordModel& alerts, int row)
{
    Read read {.operationId = u"getGroupAlert"_s};
    const QString projectId =
        query.place.projectId.isEmpty() ? alerts.text(row, "groupId") : query.place.projectId;
    read.arguments.parameters = {{u"groupId"_s, projectId}, {u"alertId"_s, alerts.text(row, "id")}};
    return read;
}

Read clusterRead(
    const PageQuery& query, const QString& operationId, const QByteArray& source, const QString& name)
{
    Read read = projectRead(operationId, source, query.session.inventory(), query.place.projectId);
    read.arguments.parameters.insert(name, query.place.clusterName);
    read.known.insert("clusterName", query.place.clusterName);
    return read;
}

void loadSearchIndexes(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupClusterSearchIndexes"_s, "searchIndexes", u"clusterName"_s));
}

// Which of the two lists has the snapshots depends on the cluster's type; where that is not known, both are
// read.
void loadSnapshots(const PageQuery& query, RecordLoad& load)
{
    const RecordModel& clusters = query.session.inventory().clusters();
    QString type;
    for (int record = 0; record < clusters.totalCount() && type.isEmpty(); ++record) {
        if (clusters.recordText(record, "groupId") == query.place.projectId
            && clusters.recordText(record, "name") == query.place.clusterName)
            type = clusters.recordText(record, "type");
    }
    const bool isSharded = type.contains("SHARDED"_L1);
    if (!isSharded)
        load.add(clusterRead(query, u"listGroupClusterBackupSnapshots"_s, "snapshots", u"clusterName"_s));
    if (isSharded || type.isEmpty())
        load.add(clusterRead(
            query, u"listGroupClusterBackupSnapshotShardedClusters"_s, "shardedSnapshots", u"clusterName"_s));
}

void loadFlexSnapshots(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupFlexClusterBackupSnapshots"_s, "flexSnapshots", u"name"_s));
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

PageChoice alertStatus()
{
    return {"status", QT_TRANSLATE_NOOP("Page", "Status"),
        {{"OPEN", QT_TRANSLATE_NOOP("Page", "Open")}, {"TRACKING", QT_TRANSLATE_NOOP("Page", "Tracking")},
            {"CLOSED", QT_TRANSLATE_NOOP("Page", "Closed")}, {"", QT_TRANSLATE_NOOP("Page", "Any status")}}};
}

std::vector<PageDescription> entries()
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
        .target = clusterTarget});
    pages.push_back({.id = "projects",
        .title = QT_TRANSLATE_NOOP("Page", "Projects"),
        .iconName = "project",
        .places = {Kind::Fleet},
        .newModel = newProjectModel,
        .shared = [](Inventory& inventory) -> RecordModel& { return inventory.projects(); },
        .emptyText = QT_TRANSLATE_NOOP("Page", "This profile sees no project."),
        .target = projectTarget});
    pages.push_back({.id = "organizationProjects",
        .title = QT_TRANSLATE_NOOP("Page", "Projects"),
        .iconName = "project",
        .places = {Kind::Organization},
        .newModel = newProjectModel,
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
        .target = clusterTarget});
    pages.push_back({.id = "alerts",
        .title = QT_TRANSLATE_NOOP("Page", "Alerts"),
        .iconName = "alert",
        .places = {Kind::Fleet, Kind::Organization, Kind::Project},
        .newModel = newModel<AlertModel>,
        .load = loadAlerts,
        .emptyText =
            QT_TRANSLATE_NOOP("Page", "No alert has this status. Choose another status to see more."),
        .choices = {alertStatus()},
        .detail = alertDetail,
        .titleKey = "eventType",
        .sortKey = "created"});
    pages.push_back({.id = "searchIndexes",
        .title = QT_TRANSLATE_NOOP("Page", "Search indexes"),
        .iconName = "searchindex",
        .places = {Kind::Cluster},
        .newModel = newModel<SearchIndexModel>,
        .load = loadSearchIndexes,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster has no search index."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Hosts"), searchIndexHostTable, "hosts"}},
        .detailJson = {{QT_TRANSLATE_NOOP("Page", "Definition"), "/latestDefinition"}}});
    pages.push_back({.id = "snapshots",
        .title = QT_TRANSLATE_NOOP("Page", "Backups"),
        .iconName = "backup",
        .places = {Kind::Cluster},
        .newModel = newModel<BackupModel>,
        .load = loadSnapshots,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster has no snapshot. Its backup may be off."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Members"), snapshotMemberTable, "members"}},
        .titleKey = "created",
        .sortKey = "created"});
    pages.push_back({.id = "flexSnapshots",
        .title = QT_TRANSLATE_NOOP("Page", "Backups"),
        .iconName = "backup",
        .places = {Kind::FlexCluster},
        .newModel = newModel<BackupModel>,
        .load = loadFlexSnapshots,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This flex cluster has no snapshot yet."),
        .titleKey = "created",
        .sortKey = "created"});
    return pages;
}

} // namespace

const std::vector<PageDescription>& pageTable()
{
    static const std::vector<PageDescription> pages = entries();
    return pages;
}

QList<const PageDescription*> pagesOf(Place::Kind kind)
{
    QList<const PageDescription*> found;
    for (const PageDescription& page : pageTable()) {
        if (page.places.contains(kind))
            found.append(&page);
    }
    return found;
}

} // namespace Telamon
