// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Telamon {

// What a cell of a JudgedModel says instead of its value, one function a resource; null leaves it.
// With shown rows.
QString serviceAccountWords(const RecordModel& accounts, int row, const QByteArray& key);
QString networkWords(const RecordModel& network, int row, const QByteArray& key);
QString cloudAccessWords(const RecordModel& roles, int row, const QByteArray& key);
QString apiKeyWords(const RecordModel& keys, int row, const QByteArray& key);
QString accessListEntryWords(const RecordModel& entries, int row, const QByteArray& key);
QString migrationWords(const RecordModel& migrations, int row, const QByteArray& key);
QString archiveWords(const RecordModel& archives, int row, const QByteArray& key);
QString snapshotScheduleWords(const RecordModel& schedules, int row, const QByteArray& key);
QString policyItemWords(const RecordModel& items, int row, const QByteArray& key);
QString compliancePolicyWords(const RecordModel& policies, int row, const QByteArray& key);
QString clusterWords(const RecordModel& clusters, int row, const QByteArray& key);
QString restoreJobWords(const RecordModel& jobs, int row, const QByteArray& key);
QString eventWords(const RecordModel& events, int row, const QByteArray& key);

// What the detail calls a restore job: what it does, and with which state of the data.
QString restoreJobTitle(const RecordModel& jobs, int row);

} // namespace Telamon
