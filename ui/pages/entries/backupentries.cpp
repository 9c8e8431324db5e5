// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backupmodel.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/links.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Which of the two lists has the snapshots depends on the cluster's type; where that is not known, both are
// read.
void loadSnapshots(const PageQuery& query, RecordLoad& load)
{
    const QString type = clusterValue(query, "type");
    const bool isSharded = type.contains("SHARDED"_L1);
    if (!isSharded)
        load.add(clusterRead(query, u"listGroupClusterBackupSnapshots"_s, "snapshots"));
    if (isSharded || type.isEmpty())
        load.add(clusterRead(query, u"listGroupClusterBackupSnapshotShardedClusters"_s, "shardedSnapshots"));
}

void loadFlexSnapshots(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupFlexClusterBackupSnapshots"_s, "flexSnapshots", u"name"_s));
}

void loadRestoreJobs(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupClusterBackupRestoreJobs"_s, "restoreJobs"));
}

void loadFlexRestoreJobs(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupFlexClusterBackupRestoreJobs"_s, "flexRestoreJobs", u"name"_s));
}

void loadSchedule(const PageQuery& query, RecordLoad& load)
{
    Read read = clusterRead(query, u"getGroupClusterSnapshotSchedule"_s, "schedule");
    read.isMissingEmpty = true;
    load.add(read);
}

void loadPolicy(const PageQuery& query, RecordLoad& load)
{
    Read read = projectRead(query, u"getGroupBackupCompliancePolicy"_s, "policy");
    read.isMissingEmpty = true;
    load.add(read);
}

Read flexSnapshotDetail(const PageQuery& query, const RecordModel& snapshots, int row)
{
    Read read = clusterRead(query, u"getGroupFlexClusterBackupSnapshot"_s, {}, u"name"_s);
    read.arguments.parameters.insert(u"snapshotId"_s, snapshots.text(row, "id"));
    return read;
}

Read flexRestoreJobDetail(const PageQuery& query, const RecordModel& jobs, int row)
{
    Read read = clusterRead(query, u"getGroupFlexClusterBackupRestoreJob"_s, {}, u"name"_s);
    read.arguments.parameters.insert(u"restoreJobId"_s, jobs.text(row, "id"));
    return read;
}

// The more often, the higher in a strip; in a chart each has its own look.
std::vector<QByteArray> frequencies()
{
    return {"hourly", "daily", "weekly", "monthly", "yearly", "ondemand"};
}

// `frequencyKey`: a lane for each; none: all are in one. `sizeKey`: none, where no size is told.
SeriesDescription snapshotStrip(const QByteArray& frequencyKey, const QByteArray& sizeKey)
{
    return {.kind = SeriesDescription::Kind::Lanes,
        .title = QT_TRANSLATE_NOOP("Page", "Snapshots"),
        .timeKey = "created",
        .seriesKey = frequencyKey,
        .valueKey = sizeKey,
        .bad = "failed",
        .marks = {.order = frequencies(),
            .stateKey = "status",
            .endKey = "expires",
            .soonDays = 3,
            .underWay = {"queued", "pending", "inProgress", "running"},
            .usualName = QT_TRANSLATE_NOOP("Page", "Kept"),
            .soonName = QT_TRANSLATE_NOOP("Page", "Expires within 3 days"),
            .underWayName = QT_TRANSLATE_NOOP("Page", "In progress"),
            .badName = QT_TRANSLATE_NOOP("Page", "Failed")}};
}

PageAction editSchedule()
{
    return {.operationId = "updateGroupClusterSnapshotSchedule",
        .label = QT_TRANSLATE_NOOP("Page", "Edit snapshot schedule (deprecated)…"),
        .iconName = "edit",
        .fixed = {{"groupId", "@projectId"}, {"clusterName", "@clusterName"}},
        .key = PageAction::Key::Edit};
}

PageAction editScheduleFromMenu()
{
    PageAction action = editSchedule(); // of the old kind of backup, which hardly a cluster has
    action.needsRow = false; // a snapshot is none of the schedule's
    action.isMenuOnly = true;
    return action;
}

PageAction restoreFlex(const char* snapshotId, std::vector<PageAction::RowCondition> conditions = {})
{
    return {.operationId = "createGroupFlexClusterBackupRestoreJob",
        .label = QT_TRANSLATE_NOOP("Page", "Restore…"),
        .iconName = "restore",
        .fixed = {{"groupId", "@projectId"}, {"name", "@clusterName"}},
        .start = {{"/body/snapshotId", snapshotId}, {"/body/targetProjectId", "@projectId"},
            {"/body/targetDeploymentItemName", "@clusterName"}},
        .conditions = std::move(conditions),
        .key = PageAction::Key::New};
}

PageAction restoreFlexSnapshot()
{
    return restoreFlex("id",
        {{"status", "COMPLETED|completed",
            QT_TRANSLATE_NOOP("Page", "Only a completed snapshot can be restored.")}});
}

} // namespace

std::vector<PageDescription> backupEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "snapshots",
        .title = QT_TRANSLATE_NOOP("Page", "Backups"),
        .iconName = "backup",
        .places = {Kind::Cluster},
        .newModel = newModel<BackupModel>,
        .load = loadSnapshots,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster has no snapshot. Its backup may be off."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Members"), snapshotMemberTable, "members"}},
        .titleKey = "created",
        .sortKey = "created",
        .actions = {editScheduleFromMenu()},
        .links = {scheduleLink()},
        .charts = {snapshotStrip("frequency", "size"),
            {.kind = SeriesDescription::Kind::SumOverTime,
                .title = QT_TRANSLATE_NOOP("Page", "Storage per day"),
                .timeKey = "created",
                .seriesKey = "frequency",
                .valueKey = "size",
                .kinds = frequencies()}}});
    pages.push_back({.id = "snapshotSchedule",
        .title = QT_TRANSLATE_NOOP("Page", "Legacy schedule"),
        .iconName = "schedule",
        .places = {Kind::Cluster},
        .newModel = newJudged<snapshotScheduleTable, nullptr, snapshotScheduleWords>,
        .load = loadSchedule,
        .emptyText = QT_TRANSLATE_NOOP(
            "Page", "The old schedule does not apply: this cluster has cloud backups, or its backup is off."),
        .isSingle = true,
        .actions = {editSchedule()}});
    pages.push_back({.id = "restoreJobs",
        .title = QT_TRANSLATE_NOOP("Page", "Restore jobs"),
        .iconName = "restore",
        .places = {Kind::Cluster},
        .newModel = newJudged<restoreJobTable, judgeRestoreJob, restoreJobWords>,
        .load = loadRestoreJobs,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nothing of this cluster was restored or downloaded lately."),
        .titleOf = restoreJobTitle,
        .sortKey = "snapshotTaken",
        .links = {downloadLink()}});
    pages.push_back({.id = "flexSnapshots",
        .title = QT_TRANSLATE_NOOP("Page", "Backups"),
        .iconName = "backup",
        .places = {Kind::FlexCluster},
        .newModel = newModel<BackupModel>,
        .load = loadFlexSnapshots,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This flex cluster has no snapshot yet."),
        .detail = flexSnapshotDetail,
        .titleKey = "created",
        .sortKey = "created",
        .actions = {restoreFlexSnapshot()},
        .charts = {snapshotStrip({}, {})}});
    pages.push_back({.id = "flexRestoreJobs",
        .title = QT_TRANSLATE_NOOP("Page", "Restore jobs"),
        .iconName = "restore",
        .places = {Kind::FlexCluster},
        .newModel = newJudged<restoreJobTable, judgeRestoreJob, restoreJobWords>,
        .load = loadFlexRestoreJobs,
        .emptyText =
            QT_TRANSLATE_NOOP("Page", "Nothing of this flex cluster was restored or downloaded lately."),
        .detail = flexRestoreJobDetail,
        .titleOf = restoreJobTitle,
        .sortKey = "created",
        .actions = {restoreFlex("snapshotId")},
        .links = {downloadLink()}});
    pages.push_back({.id = "backupPolicy",
        .title = QT_TRANSLATE_NOOP("Page", "Backup policy"),
        .iconName = "policy",
        .places = {Kind::Project},
        .newModel = newJudged<compliancePolicyTable, judgeCompliancePolicy, compliancePolicyWords>,
        .load = loadPolicy,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This project has no backup compliance policy."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Scheduled items"), policyItemTable, "items", nullptr,
            policyItemWords}},
        .isSingle = true,
        .actions = {{.operationId = "disableGroupBackupCompliancePolicy",
            .label = QT_TRANSLATE_NOOP("Page", "Disable policy…"),
            .iconName = "settings",
            .fixed = {{"groupId", "@projectId"}},
            // Where the service does not say it, it judges.
            .conditions = {{"deletable", "true|",
                QT_TRANSLATE_NOOP("Page",
                    "The service says that this policy cannot be lifted now. Once its support has agreed, "
                    "read the page again.")}},
            .note = QT_TRANSLATE_NOOP("Page", "The service's support has to agree before, in a ticket.")}}});
    return pages;
}

} // namespace Telamon
