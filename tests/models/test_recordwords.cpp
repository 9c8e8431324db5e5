// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/celltext.h"
#include "models/eventmodel.h"
#include "models/judgedmodel.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/tables/tables.h"
#include "tests/models/judgedrecords.h"
#include "tests/support/testprogram.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestRecordWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agesAreToldInOneUnit_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("age");
        QTest::newRow("another clock") << qint64(3) << u"just now"_s;
        QTest::newRow("soon") << qint64(30) << u"in a moment"_s;
        QTest::newRow("just now") << qint64(-59) << u"just now"_s;
        QTest::newRow("minutes") << qint64(-60) << u"1 min ago"_s;
        QTest::newRow("hours") << qint64(2 * 3600) << u"in 2 h"_s;
        QTest::newRow("days") << qint64(-59 * 86'400) << u"59 d ago"_s;
        QTest::newRow("months") << qint64(-92 * 86'400) << u"3 mo ago"_s;
        QTest::newRow("years") << qint64(800 * 86'400) << u"in 2 y"_s;
    }
    void agesAreToldInOneUnit()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, age);
        QCOMPARE(ageText(judgedAt + seconds * 1000, judgedAt), age);
    }

    void countsTheDaysOfSecrets()
    {
        JudgedModel accounts(serviceAccountTable(), judgeServiceAccount, serviceAccountWords, nullptr);
        loadJudged(accounts, "serviceAccounts",
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
        JudgedModel jobs(restoreJobTable(), judgeRestoreJob, restoreJobWords, nullptr);
        loadJudged(jobs, "restoreJobs",
            results("{\"id\":\"a\",\"deliveryType\":\"automated\",\"timestamp\":\"2026-10-01T09:00:00Z\","
                    "\"targetClusterName\":\"carts\",\"expiresAt\":\"2026-11-01T20:00:00Z\"},"
                    "{\"id\":\"b\",\"deliveryType\":\"pointInTime\",\"timestamp\":\"2026-10-01T09:00:00Z\","
                    "\"pointInTimeUTCSeconds\":1793440800},{\"id\":\"c\",\"deliveryType\":\"download\","
                    "\"expiresAt\":\"2026-11-02T20:00:00Z\"}"));
        QCOMPARE(
            restoreJobTitle(jobs, 0), u"Restore to carts of snapshot "_s + jobs.text(0, "snapshotTaken"));
        QCOMPARE(jobs.text(0, "expires"), QString()); // there is no link
        QCOMPARE(jobs.text(0, "target"), u"carts"_s);
        QVERIFY(jobs.text(2, "expires").startsWith("in "_L1));
        QCOMPARE(jobs.text(2, "target"), QString());
        QVERIFY(jobs.text(0, "created").isEmpty()); // when it was asked for is not told
        QCOMPARE(jobs.value(1, "moment").toDateTime().toSecsSinceEpoch(), 1793440800);
        QCOMPARE(restoreJobTitle(jobs, 1), u"Point in time as of "_s + jobs.text(1, "moment"));
        QCOMPARE(restoreJobTitle(jobs, 2), u"Download"_s);
    }

    void everyProviderIsAuthorizedInOneWord()
    {
        JudgedModel roles(cloudAccessTable(), judgeCloudAccess, cloudAccessWords, nullptr);
        const QByteArray answer(
            "{\"awsIamRoles\":[{\"roleId\":\"a\",\"authorizedDate\":\"2026-10-01T09:00:00Z\"},"
            "{\"roleId\":\"b\"}],\"azureServicePrincipals\":[{\"_id\":\"c\",\"servicePrincipalId\":\"p\"},"
            "{\"_id\":\"d\"}],\"gcpServiceAccounts\":[{\"roleId\":\"e\",\"status\":\"COMPLETE\"},"
            "{\"roleId\":\"f\",\"status\":\"IN_PROGRESS\"},{\"roleId\":\"g\",\"status\":\"FAILED\"}]}");
        for (const char* source : {"awsRoles", "azurePrincipals", "gcpAccounts"})
            loadJudged(roles, source, answer);
        QMap<QString, QString> words;
        for (int row = 0; row < roles.rowCount(); ++row)
            words.insert(roles.value(row, "id").toString(), roles.text(row, "status"));
        const QString yes = u"Authorized"_s;
        const QString no = u"Not authorized"_s;
        QCOMPARE(words.values(), QStringList({yes, no, yes, no, yes, no, u"Failed"_s}));
    }

    void eventsNameKeysAndClusters()
    {
        EventModel events;
        events.setClusterNames({{u"68088c30baaf0c3c81bd396a"_s, u"carts"_s}});
        loadJudged(events, "events",
            results("{\"id\":\"a\",\"publicKey\":\"nr8opvt5\",\"resourceId\":\"68088c30baaf0c3c81bd396a\"},"
                    "{\"id\":\"b\",\"username\":\"jo@example.com\",\"publicKey\":\"nr8opvt5\","
                    "\"resourceId\":\"68088c30baaf0c3c81bd396b\"},"
                    "{\"id\":\"c\",\"targetPublicKey\":\"abcdefgh\"}"));
        QCOMPARE(events.text(0, "actor"), u"API key nr8opvt5"_s);
        QCOMPARE(events.text(0, "target"), u"carts"_s);
        QCOMPARE(events.text(1, "actor"), u"jo@example.com"_s);
        QCOMPARE(events.text(1, "target"), u"68088c30baaf0c3c81bd396b"_s); // no cluster that is known
        QCOMPARE(events.text(2, "target"), u"API key abcdefgh"_s);
    }

    void thePolicyNamesItsPerson()
    {
        JudgedModel policies(compliancePolicyTable(), judgeCompliancePolicy, compliancePolicyWords, nullptr);
        loadJudged(policies, "policy",
            "{\"authorizedUserFirstName\":\"Ines\",\"authorizedUserLastName\":\"Calder\"}");
        QCOMPARE(policies.text(0, "authorized"), u"Ines Calder"_s);
        JudgedModel federation(federationTable(), judgeFederation, nullptr, nullptr);
        loadJudged(federation, "settings", "{\"id\":\"6641d3c2f1b2a94c7e5d8f01\",\"federatedDomains\":[]}");
        QCOMPARE(federation.text(0, "name"), u"Identity federation"_s);
    }

    void theIntervalOfAPolicyIsReadByItsFrequency_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char* frequency, int interval, const char* unit, int value,
                             const QString& said, const QString& kept) {
            QTest::addRow("%s %d", frequency, interval) << QByteArray("{\"id\":\"a\",\"frequencyType\":\""
                + QByteArray(frequency) + "\",\"frequencyInterval\":" + QByteArray::number(interval)
                + ",\"retentionUnit\":\"" + unit + "\",\"retentionValue\":" + QByteArray::number(value) + "}")
                                                        << said << kept;
        };
        const QLocale here;
        row("hourly", 6, "days", 2, u"every 6 hours"_s, u"2 days"_s);
        row("daily", 1, "days", 1, u"every day"_s, u"1 day"_s);
        row("weekly", 6, "weeks", 8, here.dayName(6), u"8 weeks"_s);
        row("monthly", 40, "months", 12, u"last day of the month"_s, u"12 months"_s);
        row("monthly", 3, "months", 12, u"day 3"_s, u"12 months"_s);
        row("yearly", 11, "years", 3, here.standaloneMonthName(11), u"3 years"_s);
        row("weekly", 9, "ages", 3, u"9"_s, u"3"_s); // as the service has it
    }
    void theIntervalOfAPolicyIsReadByItsFrequency()
    {
        QFETCH(const QByteArray, item);
        JudgedModel items(policyItemTable(), nullptr, policyItemWords, nullptr);
        loadJudged(items, "items", "{\"scheduledPolicyItems\":[" + item + "]}");
        QTEST(items.text(0, "interval"), "interval");
        QTEST(items.text(0, "keep"), "kept");
    }

    void saysHowLong()
    {
        JudgedModel schedules(snapshotScheduleTable(), nullptr, snapshotScheduleWords, nullptr);
        loadJudged(schedules, "schedule", "{\"snapshotIntervalHours\":6,\"weeklySnapshotRetentionWeeks\":1}");
        QCOMPARE(schedules.text(0, "interval"), u"6 hours"_s);
        QCOMPARE(schedules.text(0, "weekly"), u"1 week"_s);
        QCOMPARE(schedules.text(0, "monthly"), QString());
        QCOMPARE(schedules.value(0, "interval"), QVariant(qint64(6)));
        JudgedModel archives(archiveTable(), judgeArchive, archiveWords, nullptr);
        loadJudged(archives, "archives", results("{\"_id\":\"a\",\"criteria\":{\"expireAfterDays\":112}}"));
        QCOMPARE(archives.text(0, "after"), u"112 days"_s);
        JudgedModel migrations(migrationTable(), judgeMigration, migrationWords, nullptr);
        loadJudged(migrations, "migrations", "{\"_id\":\"m\",\"lagTimeSeconds\":5400}");
        QCOMPARE(migrations.text(0, "lag"), u"90 min"_s);
    }
};

TELAMON_TEST(TestRecordWords)
#include "test_recordwords.moc"
