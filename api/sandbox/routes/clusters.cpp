// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
qint64 openAlerts(const std::vector<Row>& alerts, const QString& cluster)
{
    return std::count_if(alerts.begin(), alerts.end(), [&cluster](const Row& alert) {
        return alert.value.value(u"status"_s) == "OPEN"_L1 && alert.value.value(u"clusterName"_s) == cluster;
    });
}

// One row for each project. The service leaves out multi-cloud clusters, and knows no flex clusters here.
const QByteArray& summaryOf(Store& store, Project& project)
{
    if (!project.summary.isEmpty())
        return project.summary;
    QJsonArray clusters;
    const std::vector<Row>& alerts = store.alerts(project);
    for (const Cluster& cluster : store.clusters(project)) {
        if (cluster.isFlex() || cluster.isMultiCloud())
            continue;
        QJsonObject summary = cluster.summary;
        summary[u"alertCount"_s] = openAlerts(alerts, cluster.name);
        clusters.append(summary);
    }
    const QJsonObject row {{u"clusters"_s, clusters}, {u"groupId"_s, project.id},
        {u"groupName"_s, project.name}, {u"orgId"_s, project.organizationId},
        {u"orgName"_s, project.organizationName}, {u"planType"_s, u"Atlas"_s}, {u"tags"_s, QJsonArray()}};
    project.summary = QJsonDocument(row).toJson(QJsonDocument::Compact);
    return project.summary;
}

Answer listClusterDetails(const Call& call)
{
    QList<QByteArray> rows;
    for (Project& project : call.store().projects()) {
        if (project.isReadable)
            rows.append(summaryOf(call.store(), project));
    }
    return call.page(rows);
}

const Row& descriptionOf(const Call& call, const Project& project, Cluster& cluster)
{
    if (!call.isOldVersion())
        return cluster.description;
    call.store().dataset().describeAsOld(project, cluster);
    return cluster.oldDescription;
}

Answer listGroupClusters(const Call& call)
{
    const Place place = projectOf(call);
    if (!place.isFound())
        return place.refusal;
    QList<QByteArray> rows;
    for (Cluster& cluster : call.store().clusters(*place.project)) {
        if (!cluster.isFlex())
            rows.append(descriptionOf(call, *place.project, cluster).json);
    }
    return call.page(rows);
}

Answer getGroupCluster(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    if (!place.isFound())
        return place.refusal;
    return rowAnswer(descriptionOf(call, *place.project, *place.cluster));
}

Answer listGroupFlexClusters(const Call& call)
{
    const Place place = projectOf(call);
    if (!place.isFound())
        return place.refusal;
    QList<QByteArray> rows;
    for (const Cluster& cluster : call.store().clusters(*place.project)) {
        if (cluster.isFlex())
            rows.append(cluster.description.json);
    }
    return call.page(rows);
}

Answer getGroupFlexCluster(const Call& call)
{
    const Place place = flexClusterOf(call);
    return place.isFound() ? rowAnswer(place.cluster->description) : place.refusal;
}
} // namespace

std::span<const Entry> clusterRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/clusters", "listClusterDetails", "2023-01-01", listClusterDetails},
        {"GET", "/groups/{groupId}/clusters", "listGroupClusters", "2023-01-01 2023-02-01 2024-08-05",
            listGroupClusters, nullptr, 10000},
        {"GET", "/groups/{groupId}/clusters/{clusterName}", "getGroupCluster",
            "2023-01-01 2023-02-01 2024-08-05", getGroupCluster, nullptr, 10000},
        {"GET", "/groups/{groupId}/flexClusters", "listGroupFlexClusters", "2024-11-13",
            listGroupFlexClusters},
        {"GET", "/groups/{groupId}/flexClusters/{name}", "getGroupFlexCluster", "2024-11-13",
            getGroupFlexCluster},
    };
    return entries;
}

} // namespace Telamon::Sandbox
