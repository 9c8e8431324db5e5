// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/entries/links.h"

#include "models/enumwords.h"
#include "models/filterwords.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString linkText(const char* text)
{
    return QCoreApplication::translate("PageLink", text);
}

QString textOf(const RecordModel& model, int row, const QString& field)
{
    const auto sources = model.json(row);
    for (const auto& [source, json] : sources) {
        if (QString text = QJsonDocument::fromJson(json).object().value(field).toString(); !text.isEmpty())
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
        return linkText(QT_TRANSLATE_NOOP("PageLink", "No cluster is named."));
    const QString project = textOf(model, row, u"groupId"_s);
    const auto address = clusterAddress(session, project.isEmpty() ? place.projectId : project, name);
    if (!address)
        return linkText(QT_TRANSLATE_NOOP("PageLink", "This connection does not see the cluster."));
    return QList<LinkTarget> {{.leads = *address}};
}

LinkTargets alertTargets(Session& /*session*/, const Place& place, const RecordModel& /*model*/, int /*row*/)
{
    const QString filter = "cluster:=="_L1 + quotedFilterValue(place.clusterName);
    const Place project {Place::Kind::Project, place.organizationId, place.projectId, {}};
    return QList<LinkTarget> {{.leads = PlaceAddress {project, "alerts", filter}}};
}

LinkTargets actorTargets(Session& /*session*/, const Place& /*place*/, const RecordModel& model, int row)
{
    const QString actor = model.value(row, "actor").toString();
    if (actor.isEmpty())
        return linkText(QT_TRANSLATE_NOOP("PageLink", "Nobody is named who caused it."));
    const QString filter = "actor:=="_L1 + quotedFilterValue(actor);
    return QList<LinkTarget> {{.leads = LinkTarget::Filter {filter}}};
}

LinkTargets scheduleTargets(
    Session& /*session*/, const Place& place, const RecordModel& /*model*/, int /*row*/)
{
    return QList<LinkTarget> {{.leads = PlaceAddress {place, "snapshotSchedule"}}};
}

// Each project once, with the features there that use the role.
LinkTargets usageTargets(Session& session, const Place& /*place*/, const RecordModel& roles, int row)
{
    const Inventory& inventory = session.inventory();
    const QStringList known = inventory.projectIds();
    QStringList projects;
    QHash<QString, QStringList> features;
    bool isUsed = false;
    bool isNamed = false;
    const auto sources = roles.json(row);
    for (const auto& [source, json] : sources) {
        const QJsonArray usages = QJsonDocument::fromJson(json).object().value("featureUsages"_L1).toArray();
        for (const QJsonValue& usage : usages) {
            const QString project = usage["featureId"_L1]["groupId"_L1].toString();
            isUsed = true;
            isNamed = isNamed || !project.isEmpty();
            if (!known.contains(project))
                continue;
            if (!projects.contains(project))
                projects.append(project);
            features[project].append(enumWords(usage["featureType"_L1].toString()));
        }
    }
    if (!isUsed)
        return linkText(QT_TRANSLATE_NOOP("PageLink", "Nothing uses it."));
    if (!isNamed)
        return linkText(QT_TRANSLATE_NOOP("PageLink", "What uses it names no project."));
    if (projects.isEmpty())
        return linkText(QT_TRANSLATE_NOOP("PageLink", "This connection does not see the project."));
    const bool isOne = projects.size() == 1;
    QList<LinkTarget> targets;
    for (const QString& project : std::as_const(projects)) {
        const Place there {Place::Kind::Project, inventory.organizationOf(project), project, {}};
        const QString label = linkText(QT_TRANSLATE_NOOP("PageLink", "%1: %2"))
                                  .arg(inventory.projectName(project), features.value(project).join(u", "_s));
        targets.append({.leads = PlaceAddress {there, "clusters"}, .label = isOne ? QString() : label});
    }
    return targets;
}

LinkTargets roleNameTargets(Session& /*session*/, const Place& /*place*/, const RecordModel& roles, int row)
{
    struct Name {
        QString field;
        const char* label;
    };
    static const QList<Name> names {{u"iamAssumedRoleArn"_s, QT_TRANSLATE_NOOP("PageLink", "Copy ARN")},
        {u"servicePrincipalId"_s, QT_TRANSLATE_NOOP("PageLink", "Copy service principal ID")},
        {u"gcpServiceAccountForAtlas"_s, QT_TRANSLATE_NOOP("PageLink", "Copy service account")}};
    for (const Name& name : names) {
        if (const QString text = textOf(roles, row, name.field); !text.isEmpty())
            return QList<LinkTarget> {{.leads = LinkTarget::Copy {text}, .label = linkText(name.label)}};
    }
    return linkText(QT_TRANSLATE_NOOP("PageLink", "It has no name at the provider before it is authorized."));
}

} // namespace

PageLink clusterLink()
{
    return {.id = "goToCluster",
        .label = QT_TRANSLATE_NOOP("Page", "Go to the cluster"),
        .iconName = "cluster",
        .targets = clusterTargets,
        .places = {Place::Kind::Fleet, Place::Kind::Organization, Place::Kind::Project}};
}

PageLink alertsLink()
{
    return {.id = "goToAlerts",
        .label = QT_TRANSLATE_NOOP("Page", "Open alerts"),
        .iconName = "alert",
        .targets = alertTargets,
        .needsRow = false};
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

PageLink usageLink()
{
    return {.id = "goToUsage",
        .label = QT_TRANSLATE_NOOP("Page", "Go to the project that uses it"),
        .iconName = "project",
        .targets = usageTargets};
}

PageLink roleNameLink()
{
    return {.id = "copyRoleName",
        .label = QT_TRANSLATE_NOOP("Page", "Copy ARN or ID"),
        .iconName = "copy",
        .targets = roleNameTargets};
}

} // namespace Telamon
