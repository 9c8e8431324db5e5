// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/entries/links.h"

#include "models/filterwords.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("PageLink", text);
}

QString textOf(const RecordModel& model, int row, const QString& field)
{
    const auto sources = model.json(row);
    for (const auto& [source, json] : sources) {
        if (const QString text = QJsonDocument::fromJson(json).object().value(field).toString();
            !text.isEmpty())
            return text;
    }
    return {};
}

// Only of a cluster that this connection sees.
std::optional<PlaceAddress> clusterAddress(Session& session, const QString& projectId, const QString& name)
{
    const RecordModel& clusters = session.inventory().clusters();
    for (int record = 0; record < clusters.totalCount(); ++record) {
        if (clusters.recordText(record, "groupId") != projectId
            || clusters.recordText(record, "name") != name)
            continue;
        const bool isFlex = clusters.recordText(record, "instanceSize") == "FLEX"_L1;
        return PlaceAddress {{isFlex ? Place::Kind::FlexCluster : Place::Kind::Cluster,
                                 session.inventory().organizationOf(projectId), projectId, name},
            isFlex ? QByteArray("flexCluster") : QByteArray("cluster")};
    }
    return {};
}

LinkTargets clusterTargets(Session& session, const Place& place, const RecordModel& model, int row)
{
    const QString own = textOf(model, row, u"clusterName"_s);
    const QString name = own.isEmpty() ? textOf(model, row, u"instanceName"_s) : own;
    if (name.isEmpty())
        return translated(QT_TRANSLATE_NOOP("PageLink", "No cluster is named."));
    const QString project = textOf(model, row, u"groupId"_s);
    const auto address = clusterAddress(session, project.isEmpty() ? place.projectId : project, name);
    if (!address)
        return translated(QT_TRANSLATE_NOOP("PageLink", "This connection does not see the cluster."));
    return QList<LinkTarget> {{.leads = *address}};
}

LinkTargets actorTargets(Session& /*session*/, const Place& /*place*/, const RecordModel& model, int row)
{
    const QString actor = model.value(row, "actor").toString();
    if (actor.isEmpty())
        return translated(QT_TRANSLATE_NOOP("PageLink", "Nobody is named who caused it."));
    const QString filter = "actor:=="_L1 + quotedFilterValue(actor);
    return QList<LinkTarget> {{.leads = LinkTarget::Filter {filter}}};
}

LinkTargets scheduleTargets(
    Session& /*session*/, const Place& place, const RecordModel& /*model*/, int /*row*/)
{
    return QList<LinkTarget> {{.leads = PlaceAddress {place, "snapshotSchedule"}}};
}

} // namespace

PageLink clusterLink()
{
    return {.id = "goToCluster",
        .label = QT_TRANSLATE_NOOP("Page", "Go to the cluster"),
        .iconName = "cluster",
        .targets = clusterTargets};
}

PageLink actorLink()
{
    return {.id = "filterByActor",
        .label = QT_TRANSLATE_NOOP("Page", "Only events of the same user"),
        .iconName = "person",
        .targets = actorTargets};
}

PageLink scheduleLink()
{
    return {.id = "goToSchedule",
        .label = QT_TRANSLATE_NOOP("Page", "Go to the schedule"),
        .iconName = "schedule",
        .targets = scheduleTargets,
        .needsRow = false};
}

} // namespace Telamon
