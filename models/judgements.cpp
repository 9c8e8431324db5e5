// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judgements.h"

#include "models/addresscount.h"

#include <QCoreApplication>
#include <QDateTime>

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

QString withCount(const QString& block)
{
    if (isEveryAddress(block))
        return QCoreApplication::translate("Judgements", "%1  (every address)").arg(block);
    const QString count = addressCountText(block);
    if (count.isEmpty())
        return {};
    return count == "1"_L1
        ? QCoreApplication::translate("Judgements", "%1  (1 address)").arg(block)
        : QCoreApplication::translate("Judgements", "%1  (%2 addresses)").arg(block, count);
}

} // namespace

Attention judgeEvent(const RecordModel& events, int record)
{
    const QString severity = text(events, record, "severity");
    if (severity == "CRITICAL"_L1)
        return RecordModel::Critical;
    const QString type = text(events, record, "eventType");
    const bool isFailure =
        type.contains("FAIL"_L1) || type.startsWith("HOST_DOWN"_L1) || severity == "ERROR"_L1;
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
    return byWord(text(network, record, "status"), {u"FAILED"_s}, {}, {u"OK"_s});
}

Attention judgeCloudAccess(const RecordModel& roles, int record)
{
    if (text(roles, record, "status") == "FAILED"_L1)
        return RecordModel::Critical;
    const bool isUnused = roles.recordValue(record, "usageCount").toLongLong() == 0;
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

Attention judgeApiKey(const RecordModel& keys, int record)
{
    const QString address = text(keys, record, "address");
    if (address.isEmpty())
        return RecordModel::NoAttention; // the key itself
    if (isEveryAddress(address))
        return RecordModel::Critical;
    const auto since = untilTime(keys, keys.recordValue(record, "lastUsed"));
    if (!since)
        return RecordModel::Notice;
    return *since < -stale ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeFederation(const RecordModel& federation, int record)
{
    return federation.recordValue(record, "conflicts").toLongLong() > 0 ? RecordModel::Warning
                                                                        : RecordModel::NoAttention;
}

Attention judgeArchive(const RecordModel& archives, int record)
{
    return byWord(text(archives, record, "state"), {}, {u"ORPHANED"_s}, {u"ACTIVE"_s});
}

Attention judgeAccessLog(const RecordModel& lines, int record)
{
    const QVariant result = lines.recordValue(record, "result");
    return result.isValid() && !result.toBool() ? RecordModel::Warning : RecordModel::NoAttention;
}

Attention judgeRestoreJob(const RecordModel& jobs, int record)
{
    if (jobs.recordValue(record, "failed").toBool())
        return RecordModel::Critical;
    return byWord(text(jobs, record, "status"), {u"FAILED"_s}, {}, {u"COMPLETED"_s});
}

Attention judgeCluster(const RecordModel& clusters, int record)
{
    const auto left = untilTime(clusters, clusters.recordValue(record, "pinnedUntil"));
    if (left)
        return *left < 7 * day ? RecordModel::Warning : RecordModel::Notice;
    return byWord(text(clusters, record, "state"), {}, {}, {u"IDLE"_s});
}

QString serviceAccountWords(const RecordModel& accounts, int row, const QByteArray& key)
{
    if (key != "expires")
        return {};
    const auto left = untilTime(accounts, accounts.value(row, key));
    if (!left)
        return QCoreApplication::translate("Judgements", "no secret");
    if (*left < 0)
        return QCoreApplication::translate("Judgements", "expired %1 days ago").arg(-*left / day);
    return QCoreApplication::translate("Judgements", "%1 days left").arg(*left / day);
}

QString networkWords(const RecordModel& network, int row, const QByteArray& key)
{
    return key == "cidr" ? withCount(network.value(row, key).toString()) : QString();
}

QString cloudAccessWords(const RecordModel& roles, int row, const QByteArray& key)
{
    const bool isUnused = key == "usages" && roles.value(row, "usageCount").toLongLong() == 0;
    return isUnused ? QCoreApplication::translate("Judgements", "unused") : QString();
}

QString apiKeyWords(const RecordModel& keys, int row, const QByteArray& key)
{
    const QString address = keys.value(row, "address").toString();
    if (address.isEmpty())
        return {};
    if (key == "address")
        return withCount(address);
    const bool isNever = key == "lastUsed" && !keys.value(row, key).isValid();
    return isNever ? QCoreApplication::translate("Judgements", "never used") : QString();
}

} // namespace Telamon
