// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judgements.h"
#include "models/recordwords.h"
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

void loadNetwork(const PageQuery& query, RecordLoad& load)
{
    load.add(projectRead(query, u"listGroupPrivateNetworkSettingEndpointIds"_s, "endpoints"));
    load.add(projectRead(query, u"listGroupContainerAll"_s, "containers"));
    load.add(projectRead(query, u"verifyGroupPrivateIpMode"_s, "privateIpMode"));
    load.add(projectRead(query, u"getGroupPrivateEndpointRegionalMode"_s, "regionalMode"));
}

Read networkDetail(const PageQuery& query, const RecordModel& network, int row)
{
    const QString kind = network.value(row, "kind").toString();
    const QString id = network.text(row, "id");
    if (kind == "Private endpoint"_L1) {
        Read read = projectRead(query, u"getGroupPrivateNetworkSettingEndpointId"_s, {});
        read.arguments.parameters.insert(u"endpointId"_s, id);
        return read;
    }
    if (kind == "Network container"_L1) {
        Read read = projectRead(query, u"getGroupContainer"_s, {});
        read.arguments.parameters.insert(u"containerId"_s, id);
        return read;
    }
    return {};
}

void loadArchives(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupClusterOnlineArchives"_s, "archives"));
}

Read archiveDetail(const PageQuery& query, const RecordModel& archives, int row)
{
    Read read = clusterRead(query, u"getGroupClusterOnlineArchive"_s, {});
    read.arguments.parameters.insert(u"archiveId"_s, archives.text(row, "id"));
    return read;
}

// A row for each namespace: the answer holds texts.
QByteArray namespaceRecords(const QByteArray& body)
{
    const QJsonArray names = QJsonDocument::fromJson(body).object().value("pinnedNamespaces"_L1).toArray();
    QJsonArray records;
    for (const QJsonValue& name : names) {
        const QString whole = name.toString();
        records.append(QJsonObject {{u"namespace"_s, whole}, {u"database"_s, whole.section(u'.', 0, 0)},
            {u"collection"_s, whole.section(u'.', 1)}});
    }
    return QJsonDocument(records).toJson(QJsonDocument::Compact);
}

void loadPinnedNamespaces(const PageQuery& query, RecordLoad& load)
{
    Read read = clusterRead(query, u"listGroupClusterCollStatPinnedNamespaces"_s, "pinned");
    read.reshape = namespaceRecords;
    load.add(read);
}

std::vector<PageAction> networkActions()
{
    const std::vector<ActionValue> project {{"groupId", "@projectId"}};
    return {{.operationId = "createGroupPrivateNetworkSettingEndpointId",
                .label = QT_TRANSLATE_NOOP("Page", "New private endpoint…"),
                .iconName = "add",
                .needsRow = false,
                .fixed = project,
                .key = PageAction::Key::New},
        {.operationId = "deleteGroupPrivateNetworkSettingEndpointId",
            .label = QT_TRANSLATE_NOOP("Page", "Delete private endpoint…"),
            .iconName = "delete",
            .fixed = {{"groupId", "@projectId"}, {"endpointId", "id"}},
            .conditions = {{"kind", "Private endpoint",
                               QT_TRANSLATE_NOOP("Page", "Choose a private endpoint.")},
                {"provider", "AWS",
                    QT_TRANSLATE_NOOP("Page", "The service takes only the IDs of endpoints at AWS here.")}},
            .key = PageAction::Key::Delete},
        {.operationId = "toggleGroupPrivateEndpointRegionalMode",
            .label = QT_TRANSLATE_NOOP("Page", "Regional mode…"),
            .iconName = "settings",
            .needsRow = false,
            .fixed = project},
        {.operationId = "disableGroupPrivateIpModePeering",
            .label = QT_TRANSLATE_NOOP("Page", "Disable peering-only mode (deprecated)…"),
            .iconName = "settings",
            .needsRow = false,
            .fixed = project,
            .start = {{"/body/enabled", "=false"}},
            .isMenuOnly = true}};
}

std::vector<PageAction> archiveActions()
{
    const std::vector<ActionValue> archive {
        {"groupId", "@projectId"}, {"clusterName", "@clusterName"}, {"archiveId", "id"}};
    return {{.operationId = "updateGroupClusterOnlineArchive",
                .label = QT_TRANSLATE_NOOP("Page", "Edit archive…"),
                .iconName = "edit",
                .fixed = archive,
                .key = PageAction::Key::Edit},
        {.operationId = "updateGroupClusterOnlineArchive",
            .label = QT_TRANSLATE_NOOP("Page", "Pause…"),
            .iconName = "paused",
            .fixed = archive,
            .start = {{"/body/paused", "=true"}},
            .conditions = {{"state", "ACTIVE",
                QT_TRANSLATE_NOOP("Page", "Only an active archive can be paused.")}},
            .title = QT_TRANSLATE_NOOP("Page", "Pause an online archive")},
        {.operationId = "updateGroupClusterOnlineArchive",
            .label = QT_TRANSLATE_NOOP("Page", "Resume…"),
            .iconName = "resume",
            .fixed = archive,
            .start = {{"/body/paused", "=false"}},
            .conditions = {{"state", "PAUSED|PAUSING",
                QT_TRANSLATE_NOOP("Page", "Only a paused archive can be resumed.")}},
            .title = QT_TRANSLATE_NOOP("Page", "Resume an online archive")}};
}

std::vector<PageAction> metricsActions()
{
    const std::vector<ActionValue> cluster {{"groupId", "@projectId"}, {"clusterName", "@clusterName"}};
    return {{.operationId = "updateGroupClusterCollStatPinnedNamespaces",
                .label = QT_TRANSLATE_NOOP("Page", "Pin namespaces…"),
                .iconName = "pin",
                .needsRow = false,
                .fixed = cluster,
                .key = PageAction::Key::New},
        {.operationId = "pinGroupClusterCollStatPinnedNamespaces",
            .label = QT_TRANSLATE_NOOP("Page", "Replace all pinned…"),
            .iconName = "edit",
            .needsRow = false,
            .fixed = cluster,
            .key = PageAction::Key::Edit},
        {.operationId = "unpinGroupClusterCollStatUnpinNamespaces",
            .label = QT_TRANSLATE_NOOP("Page", "Unpin…"),
            .iconName = "unpin",
            .fixed = cluster,
            .start = {{"/body/namespaces/-", "name"}},
            .key = PageAction::Key::Delete}};
}

} // namespace

std::vector<PageDescription> dataEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "network",
        .title = QT_TRANSLATE_NOOP("Page", "Network"),
        .iconName = "network",
        .places = {Kind::Project},
        .newModel = newJudged<networkTable, judgeNetwork, networkWords>,
        .load = loadNetwork,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nothing is known of this project's network."),
        .detail = networkDetail,
        .titleKey = "id",
        .sortKey = "order",
        .actions = networkActions()});
    pages.push_back({.id = "archives",
        .title = QT_TRANSLATE_NOOP("Page", "Online archives"),
        .iconName = "archive",
        .places = {Kind::Cluster},
        .newModel = newJudged<archiveTable, judgeArchive, archiveWords>,
        .load = loadArchives,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster archives nothing."),
        .detail = archiveDetail,
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Partition fields"), partitionFieldTable, "fields"}},
        .actions = archiveActions()});
    pages.push_back({.id = "collectionMetrics",
        .title = QT_TRANSLATE_NOOP("Page", "Pinned namespaces"),
        .iconName = "metrics",
        .places = {Kind::Cluster},
        .newModel = newPlain<pinnedNamespaceTable>,
        .load = loadPinnedNamespaces,
        .emptyText = QT_TRANSLATE_NOOP("Page",
            "No namespace is pinned: the service itself chooses the collections that it keeps metrics of. "
            "Press Ins to pin some."),
        .actions = metricsActions()});
    return pages;
}

} // namespace Telamon
