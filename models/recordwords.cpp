// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordwords.h"

#include "api/records/plaintext.h"
#include "models/addresscount.h"
#include "models/celltext.h"
#include "models/enumwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

struct Unit {
    const char* one;
    const char* many;
};

constexpr Unit minutes {
    QT_TRANSLATE_NOOP("RecordWords", "1 minute"), QT_TRANSLATE_NOOP("RecordWords", "%1 minutes")};
constexpr Unit hours {
    QT_TRANSLATE_NOOP("RecordWords", "1 hour"), QT_TRANSLATE_NOOP("RecordWords", "%1 hours")};
constexpr Unit days {QT_TRANSLATE_NOOP("RecordWords", "1 day"), QT_TRANSLATE_NOOP("RecordWords", "%1 days")};
constexpr Unit weeks {
    QT_TRANSLATE_NOOP("RecordWords", "1 week"), QT_TRANSLATE_NOOP("RecordWords", "%1 weeks")};
constexpr Unit months {
    QT_TRANSLATE_NOOP("RecordWords", "1 month"), QT_TRANSLATE_NOOP("RecordWords", "%1 months")};
constexpr Unit years {
    QT_TRANSLATE_NOOP("RecordWords", "1 year"), QT_TRANSLATE_NOOP("RecordWords", "%1 years")};

QString recordWord(const char* text)
{
    return QCoreApplication::translate("RecordWords", text);
}

QString counted(const QVariant& number, const Unit& unit)
{
    if (!number.isValid())
        return {};
    const qint64 count = number.toLongLong();
    return count == 1 ? recordWord(unit.one) : recordWord(unit.many).arg(QLocale().toString(count));
}

QString durationText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (seconds < 2 * minute)
        return recordWord("%1 s").arg(seconds);
    return seconds < 2 * hour ? recordWord("%1 min").arg(seconds / minute)
                              : recordWord("%1 h").arg(seconds / hour);
}

QString withCount(const QString& block)
{
    if (isEveryAddress(block))
        return recordWord("%1 (every address)").arg(block);
    const QString count = addressCountText(block);
    if (count.isEmpty())
        return {};
    return count == "1"_L1 ? recordWord("%1 (1 address)").arg(block)
                           : recordWord("%1 (%2 addresses)").arg(block, count);
}

std::optional<qint64> momentOf(const QVariant& time)
{
    const QDateTime moment = time.toDateTime();
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt;
}

bool isDownload(const RecordModel& jobs, int row)
{
    return jobs.value(row, "delivery").toString().compare("download"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

QString serviceAccountWords(const RecordModel& accounts, int row, const QByteArray& key)
{
    const auto time = momentOf(accounts.value(row, key));
    if (key == "lastUsed")
        return time ? QString() : recordWord("never");
    if (key != "expires")
        return {};
    if (!time)
        return recordWord("no secret");
    return *time < accounts.now() ? recordWord("expired %1").arg(ageText(*time, accounts.now())) : QString();
}

QString networkWords(const RecordModel& network, int row, const QByteArray& key)
{
    return key == "cidr" ? withCount(network.value(row, key).toString()) : QString();
}

QString cloudAccessWords(const RecordModel& roles, int row, const QByteArray& key)
{
    if (key == "name") {
        const QString status = roles.value(row, "status").toString();
        const bool isAuthorized = status == "AUTHORIZED"_L1 || status == "COMPLETE"_L1;
        const bool isNamed =
            roles.value(row, key).isValid() && roles.value(row, key) != roles.value(row, "id");
        return isNamed || isAuthorized ? QString()
                                       : recordWord("not authorized yet: %1").arg(roles.text(row, "id"));
    }
    if (key == "status") { // one word for what each provider calls otherwise
        const QString status = roles.value(row, key).toString();
        if (status == "COMPLETE"_L1)
            return enumWords(u"AUTHORIZED"_s);
        return status == "IN_PROGRESS"_L1 || status == "NOT_INITIATED"_L1 ? enumWords(u"NOT_AUTHORIZED"_s)
                                                                          : QString();
    }
    const bool isUnused = key == "usages" && roles.value(row, "usageCount").toLongLong() == 0;
    return isUnused ? recordWord("unused") : QString();
}

QString apiKeyWords(const RecordModel& keys, int row, const QByteArray& key)
{
    if (!keys.value(row, "entries").isValid())
        return {};
    if (key == "address") {
        const QString blocks = keys.value(row, key).toString();
        const QString open = openBlocksText(blocks);
        return open.isEmpty() ? withCount(blocks) : open;
    }
    return key == "lastUsed" && !keys.value(row, key).isValid() ? recordWord("never") : QString();
}

QString accessListEntryWords(const RecordModel& entries, int row, const QByteArray& key)
{
    if (key == "address")
        return withCount(entries.value(row, key).toString());
    return key == "lastUsed" && !entries.value(row, key).isValid() ? recordWord("never") : QString();
}

QString migrationWords(const RecordModel& migrations, int row, const QByteArray& key)
{
    const QVariant lag = key == "lag" ? migrations.value(row, key) : QVariant();
    return lag.isValid() ? durationText(lag.toLongLong()) : QString();
}

QString archiveWords(const RecordModel& archives, int row, const QByteArray& key)
{
    return key == "after" || key == "expires" ? counted(archives.value(row, key), days) : QString();
}

QString snapshotScheduleWords(const RecordModel& schedules, int row, const QByteArray& key)
{
    static const QHash<QByteArray, const Unit*> units {{"interval", &hours}, {"kept", &days},
        {"daily", &days}, {"weekly", &weeks}, {"monthly", &months}, {"pointInTime", &hours},
        {"checkpoint", &minutes}};
    const Unit* unit = units.value(key);
    return unit ? counted(schedules.value(row, key), *unit) : QString();
}

// An interval is a number of hours, or the day of a week or month, or the month of a year: by the frequency.
QString policyItemWords(const RecordModel& items, int row, const QByteArray& key)
{
    static const QHash<QString, const Unit*> units {
        {u"days"_s, &days}, {u"weeks"_s, &weeks}, {u"months"_s, &months}, {u"years"_s, &years}};
    const QVariant number = items.value(row, key);
    if (key == "keep") {
        const Unit* unit = units.value(items.value(row, "unit").toString().toLower());
        return unit ? counted(number, *unit) : QString();
    }
    if (key != "interval" || !number.isValid())
        return {};
    constexpr int lastDay = 40;
    const QString frequency = items.value(row, "frequency").toString().toLower();
    const int at = number.toInt();
    if (frequency == "hourly"_L1)
        return recordWord("every %1").arg(counted(number, hours));
    if (frequency == "daily"_L1)
        return at == 1 ? recordWord("every day") : QString();
    if (frequency == "weekly"_L1)
        return at >= 1 && at <= 7 ? QLocale().dayName(at) : QString();
    if (frequency == "monthly"_L1)
        return at == lastDay ? recordWord("last day of the month") : recordWord("day %1").arg(at);
    return frequency == "yearly"_L1 && at >= 1 && at <= 12 ? QLocale().standaloneMonthName(at) : QString();
}

QString compliancePolicyWords(const RecordModel& policies, int row, const QByteArray& key)
{
    return key == "restoreWindow" ? counted(policies.value(row, key), days) : QString();
}

QString clusterWords(const RecordModel& clusters, int row, const QByteArray& key)
{
    const QVariant size = key == "disk" ? clusters.value(row, key) : QVariant();
    return size.isValid() ? recordWord("%1 GB").arg(QLocale().toString(size.toDouble(), 'g', 6)) : QString();
}

QString restoreJobWords(const RecordModel& jobs, int row, const QByteArray& key)
{
    // The one is only of downloads, the other never.
    const bool isOfOthers =
        (key == "expires" && !isDownload(jobs, row)) || (key == "target" && isDownload(jobs, row));
    return isOfOthers ? u""_s : QString();
}

QString restoreJobTitle(const RecordModel& jobs, int row)
{
    const QString target = jobs.value(row, "target").toString();
    const QString what = isDownload(jobs, row) || target.isEmpty() ? jobs.text(row, "delivery")
                                                                   : recordWord("Restore to %1").arg(target);
    if (const QString moment = jobs.text(row, "moment"); !moment.isEmpty())
        return recordWord("%1 as of %2").arg(what, moment);
    const QString taken = jobs.text(row, "snapshotTaken");
    return taken.isEmpty() ? what : recordWord("%1 of snapshot %2").arg(what, taken);
}

// A public key says nothing of what it is.
QString eventWords(const RecordModel& events, int row, const QByteArray& key)
{
    if (key != "actor" && key != "target")
        return {};
    const QString shown = events.value(row, key).toString();
    const bool isKey =
        !shown.isEmpty() && shown == events.value(row, key == "actor" ? "actorKey" : "targetKey").toString();
    return isKey ? recordWord("API key %1").arg(visibleText(shown)) : QString();
}

} // namespace Telamon
