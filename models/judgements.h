// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Telamon {

// An alert or event that tells of data or service at stake.
bool isSevereEvent(const QString& type);

// An alert of this status and type: what the alerts' own table marks, and the cluster that it is about.
RecordModel::Attention judgeAlert(const QString& status, const QString& type, bool isAcknowledged);
// A cluster by its availability.
RecordModel::Attention judgeAvailability(const QString& availability);
// As the tables of clusters hand it on, and filters ask for it: "critical".
QString attentionWord(RecordModel::Attention attention);

// What a JudgedModel says of its records, one function a resource: which need a person, and how much.
RecordModel::Attention judgeEvent(const RecordModel& events, int record); // failures and strain
RecordModel::Attention judgeUser(const RecordModel& users, int record); // invitations, run out or about to
RecordModel::Attention judgeServiceAccount(
    const RecordModel& accounts, int record); // the last secret's expiry
RecordModel::Attention judgeNetwork(const RecordModel& network, int record);
RecordModel::Attention judgeCloudAccess(const RecordModel& roles, int record); // unused, failed
RecordModel::Attention judgeCompliancePolicy(const RecordModel& policies, int record);
RecordModel::Attention judgeMigration(const RecordModel& migrations, int record);
RecordModel::Attention judgeApiKey(
    const RecordModel& keys, int record); // open to everyone, stale, never used
RecordModel::Attention judgeAccessListEntry(
    const RecordModel& entries, int record); // the same of one address
RecordModel::Attention judgeFederation(const RecordModel& federation, int record);
RecordModel::Attention judgeArchive(const RecordModel& archives, int record);
RecordModel::Attention judgeAccessLog(const RecordModel& lines, int record);
RecordModel::Attention judgeRestoreJob(const RecordModel& jobs, int record);
RecordModel::Attention judgeCluster(
    const RecordModel& clusters, int record); // its health, a compatibility version that is pinned

} // namespace Telamon
