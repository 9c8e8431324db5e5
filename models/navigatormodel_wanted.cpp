// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/plaintext.h"
#include "models/clusteralerts.h"
#include "models/inventory.h"
#include "models/navigatormodel_p.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void addLine(QString& note, const QString& line)
{
    note += note.isEmpty() ? line : QString(u'\n' + line);
}

} // namespace

// The tree as the inventory has it now: two passes over flat tables, grouped by id.
NavigatorModel::Wanted NavigatorModel::wanted() const
{
    Wanted fleet {.place = {}, .name = tr("Fleet"), .note = {}, .children = {}};
    if (!m_inventory)
        return {.place = {}, .name = {}, .note = {}, .children = {fleet}};

    QHash<QString, std::vector<Wanted>> clustersByProject;
    QHash<QString, int> unreadableByProject; // its record
    const RecordModel& clusters = m_inventory->clusters();
    for (int record = 0; record < clusters.totalCount(); ++record) {
        const QString projectId = clusters.recordText(record, "groupId");
        const QString name = clusters.recordText(record, "name");
        if (name.isEmpty()) {
            unreadableByProject.insert(projectId, record);
            continue;
        }
        const bool isFlex = clusters.recordText(record, "instanceSize") == "FLEX"_L1;
        clustersByProject[projectId].push_back(
            {.place = {isFlex ? Place::Kind::FlexCluster : Place::Kind::Cluster,
                 clusters.recordText(record, "orgId"), projectId, name},
                .name = name,
                .note = visibleText(clusters.recordText(record, "state")),
                .attention = clusters.recordAttention(record),
                .alerts = clusters.recordValue(record, "openAlerts").toInt()});
    }

    QHash<QString, std::vector<Wanted>> projectsByOrganization;
    const RecordModel& projects = m_inventory->projects();
    for (int record = 0; record < projects.totalCount(); ++record) {
        const QString id = projects.recordText(record, "id");
        const QString organizationId = projects.recordText(record, "orgId");
        Wanted project {.place = {Place::Kind::Project, organizationId, id, {}},
            .name = projects.recordText(record, "name"),
            .children = clustersByProject.take(id)};
        if (const auto unreadable = unreadableByProject.constFind(id);
            unreadable != unreadableByProject.cend()) {
            project.isUnreadable = true;
            project.note = clusters.recordText(*unreadable, "problem");
            project.attention = clusters.recordAttention(*unreadable);
        }
        project.worstAlert = m_inventory->alerts().worstOf(id, clusters.now());
        project.attention = std::max(project.attention, int(project.worstAlert));
        projectsByOrganization[organizationId].push_back(std::move(project));
    }

    Wanted root {.place = {}, .name = {}, .note = {}, .children = {}};
    root.children.push_back(fleet);
    const RecordModel& organizations = m_inventory->organizations();
    for (int record = 0; record < organizations.totalCount(); ++record) {
        const QString id = organizations.recordText(record, "id");
        root.children.push_back({.place = {Place::Kind::Organization, id, {}, {}},
            .name = organizations.recordText(record, "name"),
            .children = projectsByOrganization.take(id)});
    }
    // Projects of organisations that this credential may not list.
    for (auto it = projectsByOrganization.begin(); it != projectsByOrganization.end(); ++it)
        root.children.push_back({.place = {Place::Kind::Organization, it.key(), {}, {}},
            .name = m_inventory->organizationName(it.key()),
            .children = std::move(it.value())});
    return root;
}

// A closed branch tells in its tool tip why it is marked.
void NavigatorModel::addAlerts(Wanted& wanted)
{
    for (Wanted& child : wanted.children) {
        addAlerts(child);
        wanted.alerts += child.alerts;
        wanted.worstAlert = std::max(wanted.worstAlert, child.worstAlert);
    }
    if (wanted.worstAlert != RecordModel::NoAttention)
        addLine(wanted.note, ClusterAlerts::words(wanted.worstAlert));
    if (wanted.alerts > 0)
        addLine(wanted.note,
            (wanted.place.clusterName.isEmpty() ? tr("Open alerts on clusters: %1") : tr("Open alerts: %1"))
                .arg(wanted.alerts));
}

} // namespace Telamon
