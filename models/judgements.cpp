// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judgements.h"

#include "models/addresscount.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Attention = RecordModel::Attention;

constexpr qint64 day = 86'400'000;
constexpr qint64 soon = 30 * day;
constexpr qint64 stale = 90 * day;

QString text(const RecordModel& model, int record, const char* key)
{
    return model.recordValue(record, key).toString();
}

// Milliseconds from now; negative in the past. Nothing where the time is not known.
std::optional<qint64> untilTime(const RecordModel& model, const QVariant& time)
{
    const QDateTime moment = time.toDateTime();
    if (!moment.isValid())
        return {};
    return moment.toMSecsSinceEpoch() - model.now();
}

Attention byWord(
    const QString& word, const QStringList& critical, const QStringList& warning, const QStringList& fine)
{
    if (critical.contains(word))
        return RecordModel::Critical;
    if (warning.contains(word))
        return RecordModel::Warning;
    return word.isEmpty() || fine.contains(word) ? RecordModel::NoAttention : RecordModel::Notice;
}

} // namespace

bool isSevereEvent(const QString& type)
{
    static const QStringList severe {u"HOST_DOWN"_s, u"NO_PRIMARY"_s, u"CLUSTER_MONGOS_IS_MISSING"_s,
        u"HOST_NOT_ENOUGH_DISK_SPACE"_s, u"REPLICATION_OPLOG_WINDOW_RUNNING_OUT"_s,
        u"HOST_MONGOT_CRASHING_OOM"_s};
    return severe.contains(type) || type.endsWith("_ENCRYPTION_KEY_INVALID"_L1)
        || (type.startsWith("CPS_"_L1) && type.endsWith("_FAILED"_L1));
}

Attention judgeAlert(const QString& status, const QString& type, bool isAcknowledged)
{
    if (status == "TRACKING"_L1)
        return RecordModel::Notice;
    if (status != "OPEN"_L1)
        return RecordModel::NoAttention;
    if (isAcknowledged)
        return RecordModel::Notice;
    return isSevereEvent(type) ? RecordModel::Critical : RecordModel::Warning;
}

Attention judgeAvailability(const QString& availability)
{
    return byWord(availability, {u"dead"_s, u"unavailable"_s}, {u"warning"_s}, {availability});
}

QString attentionWord(Attention attention)
{
    static const QStringList words {u"none"_s, u"notice"_s, u"warning"_s, u"critical"_s};
    return words.at(attention);
}

Attention judgeEvent(const RecordModel& events, int record)
{
    static const QStringList strained {u"TOO_MANY_ELECTIONS"_s, u"OUTSIDE_METRIC_THRESHOLD"_s,
        u"OUTSIDE_STREAM_PROCESSOR_METRIC_THRESHOLD"_s, u"CPS_SNAPSHOT_BEHIND"_s};
    const QString severity = text(events, record, "severity");
    const QString type = text(events, record, "eventType");
    if (severity == "CRITICAL"_L1 || isSevereEvent(type))
        return RecordModel::Critical;
    const bool isFailure = type.contains("FAIL"_L1) || type.startsWith("HOST_DOWN"_L1)
        || strained.contains(type) || severity == "ERROR"_L1;
    return isFailure ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeUser(const RecordModel& users, int record)
{
    const QString membership = text(users, record, "membership");
    const auto left = untilTime(users, users.recordValue(record, "invitationExpires"));
    if (membership == "PENDING"_L1)
        return left && *left < 0 ? RecordModel::Warning : RecordModel::Notice;
    return byWord(membership, {}, {u"INVITATION_EXPIRED"_s, u"INVITATION_REJECTED"_s}, {u"ACTIVE"_s});
}

Attention judgeServiceAccount(const RecordModel& accounts, int record)
{
    const auto left = untilTime(accounts, accounts.recordValue(record, "expires"));
    if (!left)
        return RecordModel::Notice; // no secret: nobody can use it
    if (*left < 0)
        return RecordModel::Critical;
    return *left < soon ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeNetwork(const RecordModel& network, int record)
{
    return byWord(text(network, record, "status"), {u"FAILED"_s}, {},
        {u"OK"_s, u"PROVISIONED"_s, u"NOT_PROVISIONED"_s, u"ON"_s, u"OFF"_s});
}

Attention judgeCloudAccess(const RecordModel& roles, int record)
{
    if (text(roles, record, "status") == "FAILED"_L1)
        return RecordModel::Critical;
    const bool isUnused = roles.recordValue(record, "usageCount").toLongLong() == 0
        || text(roles, record, "status") == "NOT_AUTHORIZED"_L1;
    return isUnused ? RecordModel::Notice : RecordModel::NoAttention;
}

Attention judgeCompliancePolicy(const RecordModel& policies, int record)
{
    return byWord(text(policies, record, "state"), {}, {}, {u"ACTIVE"_s});
}

Attention judgeMigration(const RecordModel& migrations, int record)
{
    return byWord(text(migrations, record, "status"), {u"FAILED"_s}, {u"EXPIRED"_s}, {u"COMPLETE"_s});
}

// As bad as the worst of its access list.
Attention judgeApiKey(const RecordModel& keys, int record)
{
    const QStringList addresses = text(keys, record, "address").split(u", "_s, Qt::SkipEmptyParts);
    if (std::any_of(addresses.cbegin(), addresses.cend(), isEveryAddress))
        return RecordModel::Critical;
    if (!keys.recordValue(record, "entries").isValid())
        return RecordModel::NoAttention; // the access list has not been read
    const auto since = untilTime(keys, keys.recordValue(record, "lastUsed"));
    if (!since)
        return RecordModel::Notice;
    return *since < -stale ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeAccessListEntry(const RecordModel& entries, int record)
{
    if (isEveryAddress(text(entries, record, "address")))
        return RecordModel::Critical;
    const auto since = untilTime(entries, entries.recordValue(record, "lastUsed"));
    if (!since)
        return RecordModel::Notice;
    return *since < -stale ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeFederation(const RecordModel& federation, int record)
{
    if (federation.recordValue(record, "conflicts").toLongLong() > 0)
        return RecordModel::Warning;
    return text(federation, record, "status") == "INACTIVE"_L1 ? RecordModel::Notice
                                                               : RecordModel::NoAttention;
}

Attention judgeArchive(const RecordModel& archives, int record)
{
    return byWord(text(archives, record, "state"), {}, {u"ORPHANED"_s}, {u"ACTIVE"_s});
}

Attention judgeAccessLog(const RecordModel& lines, int record)
{
    return text(lines, record, "result") == "FAILED"_L1 ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeRestoreJob(const RecordModel& jobs, int record)
{
    return byWord(
        text(jobs, record, "status"), {u"FAILED"_s}, {u"CANCELLED"_s}, {u"COMPLETED"_s, u"EXPIRED"_s});
}

Attention judgeCluster(const RecordModel& clusters, int record)
{
    const Attention health = byWord(text(clusters, record, "health"), {attentionWord(RecordModel::Critical)},
        {attentionWord(RecordModel::Warning)}, {attentionWord(RecordModel::NoAttention)});
    const auto left = untilTime(clusters, clusters.recordValue(record, "pinnedUntil"));
    if (left)
        return std::max(health, *left < 7 * day ? RecordModel::Warning : RecordModel::Notice);
    return std::max(health, byWord(text(clusters, record, "state"), {}, {}, {u"IDLE"_s}));
}

} // namespace Telamon
