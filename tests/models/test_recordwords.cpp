// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judgedmodel.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/tables/tables.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

constexpr qint64 SaidAt = 1'793'528'400'000; // 2026-11-01, in the morning

void loadForWords(
    RecordModel& model, const QByteArray& source, const QByteArray& answer, const KnownValues& known = {})
{
    model.setNow(SaidAt);
    QSignalSpy finished(&model, &RecordModel::loadFinished);
    model.beginLoad();
    model.addAnswer(source, answer, known);
    model.finishLoad(true);
    QTRY_COMPARE(finished.count(), 1);
}

QByteArray results(const QByteArray& records)
{
    return "{\"results\":[" + records + "]}";
}

} // namespace

class TestRecordWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsTheDaysOfSecrets()
    {
        JudgedModel accounts(serviceAccountTable(), judgeServiceAccount, serviceAccountWords, nullptr);
        loadForWords(accounts, "serviceAccounts",
            results("{\"clientId\":\"a\",\"secrets\":[{\"expiresAt\":\"2026-10-01T09:00:00Z\"},"
                    "{\"expiresAt\":\"2026-11-13T12:00:00Z\",\"lastUsedAt\":\"2026-10-31T00:00:00Z\"}]},"
                    "{\"clientId\":\"b\",\"secrets\":[{\"expiresAt\":\"2026-10-01T09:00:00Z\"}]},"
                    "{\"clientId\":\"c\",\"secrets\":[{\"expiresAt\":\"2027-10-01T09:00:00Z\"}]},"
                    "{\"clientId\":\"d\",\"secrets\":[]}"));
        QCOMPARE(accounts.text(0, "expires"), u"in 12 d"_s);
        QCOMPARE(accounts.attention(0), RecordModel::Warning);
        QCOMPARE(accounts.text(0, "lastUsed"), u"1 d ago"_s);
        QCOMPARE(accounts.text(1, "expires"), u"expired 31 d ago"_s);
        QCOMPARE(accounts.text(1, "lastUsed"), u"never"_s);
        QCOMPARE(accounts.attention(1), RecordModel::Critical);
        QCOMPARE(accounts.attention(2), RecordModel::NoAttention);
        QCOMPARE(accounts.text(3, "expires"), u"no secret"_s);
    }

    void namesTheStateThatARestoreBringsBack()
    {
        JudgedModel jobs(restoreJobTable(), judgeRestoreJob, nullptr, nullptr);
        loadForWords(jobs, "restoreJobs",
            results("{\"id\":\"a\",\"deliveryType\":\"automated\",\"timestamp\":\"2026-10-01T09:00:00Z\"},"
                    "{\"id\":\"b\",\"deliveryType\":\"pointInTime\",\"timestamp\":\"2026-10-01T09:00:00Z\","
                    "\"pointInTimeUTCSeconds\":1793440800},{\"id\":\"c\",\"deliveryType\":\"download\"}"));
        QCOMPARE(restoreJobTitle(jobs, 0), u"Automated of "_s + jobs.text(0, "snapshotTaken"));
        QVERIFY(jobs.text(0, "created").isEmpty()); // when it was asked for is not told
        QCOMPARE(jobs.value(1, "moment").toDateTime().toSecsSinceEpoch(), 1793440800);
        QCOMPARE(restoreJobTitle(jobs, 1), u"Point in time of "_s + jobs.text(1, "moment"));
        QCOMPARE(restoreJobTitle(jobs, 2), u"Download"_s);
    }

    void saysHowLong()
    {
        JudgedModel schedules(snapshotScheduleTable(), nullptr, snapshotScheduleWords, nullptr);
        loadForWords(
            schedules, "schedule", "{\"snapshotIntervalHours\":6,\"weeklySnapshotRetentionWeeks\":1}");
        QCOMPARE(schedules.text(0, "interval"), u"6 hours"_s);
        QCOMPARE(schedules.text(0, "weekly"), u"1 week"_s);
        QCOMPARE(schedules.text(0, "monthly"), QString());
        QCOMPARE(schedules.value(0, "interval"), QVariant(qint64(6)));
        JudgedModel archives(archiveTable(), judgeArchive, archiveWords, nullptr);
        loadForWords(archives, "archives", results("{\"_id\":\"a\",\"criteria\":{\"expireAfterDays\":112}}"));
        QCOMPARE(archives.text(0, "after"), u"112 days"_s);
        JudgedModel migrations(migrationTable(), judgeMigration, migrationWords, nullptr);
        loadForWords(migrations, "migrations", "{\"_id\":\"m\",\"lagTimeSeconds\":5400}");
        QCOMPARE(migrations.text(0, "lag"), u"90 min"_s);
    }
};

TELAMON_TEST(TestRecordWords)
#include "test_recordwords.moc"
