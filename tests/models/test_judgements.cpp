// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addresscount.h"
#include "models/judgedmodel.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/tables/tables.h"
#include "tests/models/judgedrecords.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestJudgements : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsAddresses_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("count");
        QTest::newRow("/21") << u"10.8.0.0/21"_s << u"2,048"_s;
        QTest::newRow("/32") << u"10.8.0.1/32"_s << u"1"_s;
        QTest::newRow("one") << u"10.8.0.1"_s << u"1"_s;
        QTest::newRow("all") << u"0.0.0.0/0"_s << u"4,294,967,296"_s;
        QTest::newRow("IPv6") << u"2001:db8::/48"_s << u"2^80"_s;
        QTest::newRow("small IPv6") << u"2001:db8::/120"_s << u"256"_s;
        QTest::newRow("too long a prefix") << u"10.0.0.0/33"_s << QString();
        QTest::newRow("no prefix") << u"10.0.0.0/"_s << QString();
        QTest::newRow("no address") << u"vpc-1/8"_s << QString();
    }
    void countsAddresses()
    {
        QFETCH(const QString, block);
        QFETCH(const QString, count);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(addressCountText(block).remove(u','), QString(count).remove(u','));
    }

    void knowsTheBlockOfEveryone()
    {
        QVERIFY(isEveryAddress(u"0.0.0.0/0"_s));
        QVERIFY(isEveryAddress(u"::/0"_s));
        QVERIFY(!isEveryAddress(u"0.0.0.0/1"_s));
        QVERIFY(!isEveryAddress(u"any/0"_s));
    }

    void saysOpenBlocksFirst()
    {
        QCOMPARE(
            openBlocksText(u"10.0.0.0/8, 0.0.0.0/0, 203.0.113.1"_s), u"open to all (0.0.0.0/0), 2 others"_s);
        QCOMPARE(openBlocksText(u"10.0.0.0/8, ::/0"_s), u"open to all (::/0), 1 other"_s);
        QCOMPARE(openBlocksText(u"::/0, 0.0.0.0/0"_s), u"open to all (::/0, 0.0.0.0/0)"_s);
        QCOMPARE(openBlocksText(u"10.0.0.0/8, 203.0.113.1"_s), QString());
        QCOMPARE(openBlocksText(u"0.0.0.0/0"_s), QString()); // it is said of one by itself
    }

    void marksAKeyByItsAccessList_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<int>("attention");
        QTest::addColumn<QString>("lastUsed");
        const QByteArray fine =
            "{\"cidrBlock\":\"10.2.0.0/16\",\"count\":3,\"lastUsed\":\"2026-10-31T00:00:00Z\"}";
        const QByteArray open =
            "{\"cidrBlock\":\"0.0.0.0/0\",\"count\":9,\"lastUsed\":\"2026-10-30T00:00:00Z\"}";
        const QByteArray unused = "{\"cidrBlock\":\"10.0.0.0/8\",\"count\":0}";
        const QByteArray stale = "{\"cidrBlock\":\"10.1.0.0/16\",\"lastUsed\":\"2026-01-01T00:00:00Z\"}";
        QTest::newRow("fine") << fine << int(RecordModel::NoAttention) << u"1 d ago"_s;
        QTest::newRow("one open to all") << fine + ',' + open << int(RecordModel::Critical) << u"1 d ago"_s;
        QTest::newRow("never used") << unused << int(RecordModel::Notice) << u"never"_s;
        QTest::newRow("used long ago") << stale << int(RecordModel::Warning) << u"10 mo ago"_s;
        QTest::newRow("none") << QByteArray() << int(RecordModel::Notice) << u"never"_s;
    }
    void marksAKeyByItsAccessList()
    {
        QFETCH(const QByteArray, entries);
        QFETCH(const int, attention);
        QFETCH(const QString, lastUsed);
        JudgedModel keys(apiKeyTable(), judgeApiKey, apiKeyWords, nullptr);
        const QAbstractItemModelTester tester(&keys, QAbstractItemModelTester::FailureReportingMode::QtTest);
        loadJudged(keys, "keys", results("{\"id\":\"k\",\"desc\":\"deploy\"}"));
        QCOMPARE(keys.attention(0), RecordModel::NoAttention); // nothing is known of its access list
        loadJudged(keys, "accessList", results(entries), {{"apiUserId", u"k"_s}});
        QCOMPARE(keys.rowCount(), 1);
        QCOMPARE(int(keys.attention(0)), attention);
        QCOMPARE(keys.text(0, "lastUsed"), lastUsed);
        QCOMPARE(keys.text(0, "key"), u"deploy"_s);
    }

    void marksAccessListEntries()
    {
        JudgedModel entries(accessListEntryTable(), judgeAccessListEntry, accessListEntryWords, nullptr);
        loadJudged(entries, "entries",
            results("{\"cidrBlock\":\"0.0.0.0/0\",\"lastUsed\":\"2026-10-31T00:00:00Z\"},"
                    "{\"cidrBlock\":\"10.0.0.0/8\",\"count\":0},"
                    "{\"cidrBlock\":\"10.1.0.0/16\",\"lastUsed\":\"2026-01-01T00:00:00Z\"}"));
        QCOMPARE(entries.attention(0), RecordModel::Critical);
        QVERIFY(entries.text(0, "address").contains("every address"_L1));
        QCOMPARE(entries.attention(1), RecordModel::Notice);
        QCOMPARE(entries.text(1, "lastUsed"), u"never"_s);
        QCOMPARE(entries.attention(2), RecordModel::Warning);
    }

    void tellsHowARestoreWent_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("attention");
        const auto add = [](const char* name, const char* source, const char* job, const char* status,
                             RecordModel::Attention attention) {
            QTest::newRow(name) << QString::fromLatin1(source) << QByteArray(job)
                                << QString::fromLatin1(status) << int(attention);
        };
        const char* usual = "restoreJobs";
        add("running", usual, "\"failed\":false,\"cancelled\":false", "In progress", RecordModel::Notice);
        add("done", usual, "\"failed\":false,\"finishedAt\":\"2026-10-31T00:00:00Z\"", "Completed",
            RecordModel::NoAttention);
        add("failed", usual, "\"failed\":true,\"finishedAt\":\"2026-10-31T00:00:00Z\"", "Failed",
            RecordModel::Critical);
        add("cancelled", usual, "\"cancelled\":true", "Canceled", RecordModel::Warning);
        add("expired", usual, "\"expired\":true,\"finishedAt\":\"2026-10-31T00:00:00Z\"", "Expired",
            RecordModel::NoAttention);
        add("flex", "flexRestoreJobs", "\"status\":\"RUNNING\"", "Running", RecordModel::Notice);
    }
    void tellsHowARestoreWent()
    {
        QFETCH(const QString, source);
        QFETCH(const QByteArray, job);
        QFETCH(const QString, status);
        QFETCH(const int, attention);
        JudgedModel jobs(restoreJobTable(), judgeRestoreJob, nullptr, nullptr);
        loadJudged(jobs, source.toLatin1(), results("{\"id\":\"j\"," + job + '}'));
        QCOMPARE(jobs.text(0, "status"), status);
        QCOMPARE(int(jobs.attention(0)), attention);
        QCOMPARE(jobs.setFilter(u"status:"_s + QString(status).section(u' ', 0, 0)), QString());
        QCOMPARE(jobs.rowCount(), 1); // a status that no field holds is found too
    }

    void marksEventsThatAlertsMark_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("attention");
        const QList<QPair<const char*, RecordModel::Attention>> cases {{"NO_PRIMARY", RecordModel::Critical},
            {"HOST_DOWN", RecordModel::Critical}, {"HOST_MONGOT_CRASHING_OOM", RecordModel::Critical},
            {"CPS_RESTORE_FAILED", RecordModel::Critical}, {"TOO_MANY_ELECTIONS", RecordModel::Warning},
            {"OUTSIDE_METRIC_THRESHOLD", RecordModel::Warning}, {"CPS_SNAPSHOT_BEHIND", RecordModel::Warning},
            {"CLUSTER_CREATED", RecordModel::NoAttention}};
        for (const auto& [type, attention] : cases)
            QTest::newRow(type) << QString::fromLatin1(type) << int(attention);
    }
    void marksEventsThatAlertsMark()
    {
        QFETCH(const QString, type);
        QFETCH(const int, attention);
        JudgedModel events(eventTable(), judgeEvent, nullptr, nullptr);
        loadJudged(events, "events", results("{\"id\":\"e\",\"eventTypeName\":\"" + type.toLatin1() + "\"}"));
        QCOMPARE(int(events.attention(0)), attention);
    }

    void marksFederationsThatAreOff()
    {
        JudgedModel federation(federationTable(), judgeFederation, nullptr, nullptr);
        loadJudged(federation, "settings",
            "{\"id\":\"f\",\"identityProviderStatus\":\"INACTIVE\",\"federatedDomains\":[\"a.example\"]}");
        loadJudged(federation, "orgConfigs", results("{\"orgId\":\"o\"}"), {{"name", u"Helios"_s}});
        QCOMPARE(federation.attention(0), RecordModel::Notice);
        QCOMPARE(federation.text(0, "name"), u"a.example"_s);
        QCOMPARE(federation.text(1, "name"), u"Helios"_s);
        QCOMPARE(federation.attention(1), RecordModel::NoAttention);
    }

    void marksUnusedRoles()
    {
        JudgedModel roles(cloudAccessTable(), judgeCloudAccess, cloudAccessWords, nullptr);
        const QByteArray answer =
            "{\"awsIamRoles\":[{\"roleId\":\"r\",\"featureUsages\":[]},"
            "{\"roleId\":\"s\",\"iamAssumedRoleArn\":\"arn:s\",\"authorizedDate\":\"2026-10-01T00:00:00Z\","
            "\"featureUsages\":[{\"featureType\":\"ENCRYPTION_AT_REST\"}]}],"
            "\"azureServicePrincipals\":[{\"_id\":\"p\"}],"
            "\"gcpServiceAccounts\":[{\"roleId\":\"g\",\"status\":\"FAILED\"}]}";
        for (const char* source : {"awsRoles", "azurePrincipals", "gcpAccounts"})
            loadJudged(roles, source, answer);
        QCOMPARE(roles.rowCount(), 4);
        QCOMPARE(roles.text(0, "usages"), u"unused"_s);
        QCOMPARE(roles.attention(0), RecordModel::Notice);
        QCOMPARE(roles.text(0, "name"), u"not authorized yet: r"_s);
        QCOMPARE(roles.text(0, "status"), u"Not authorized"_s);
        QCOMPARE(roles.text(1, "usages"), u"Encryption at rest"_s);
        QCOMPARE(roles.text(1, "name"), u"arn:s"_s);
        QCOMPARE(roles.attention(1), RecordModel::NoAttention);
        QCOMPARE(roles.text(2, "kind"), u"Azure service principal"_s);
        QCOMPARE(roles.text(2, "name"), u"not authorized yet: p"_s);
        QCOMPARE(roles.text(3, "name"), u"not authorized yet: g"_s);
        QCOMPARE(roles.attention(3), RecordModel::Critical);
    }

    void showsTheNetworkInOneTable()
    {
        JudgedModel network(networkTable(), judgeNetwork, networkWords, nullptr);
        loadJudged(network, "endpoints", results("{\"endpointId\":\"vpce-1\",\"status\":\"FAILED\"}"));
        loadJudged(network, "containers",
            results("{\"id\":\"c\",\"providerName\":\"AWS\",\"atlasCidrBlock\":\"10.8.0.0/"
                    "21\",\"provisioned\":true}"));
        loadJudged(network, "privateIpMode", "{\"enabled\":false}");
        loadJudged(network, "regionalMode", "{\"enabled\":true}");
        QCOMPARE(network.rowCount(), 4);
        QCOMPARE(network.attention(0), RecordModel::Critical);
        QVERIFY2(network.text(1, "cidr").contains("addresses"_L1), qPrintable(network.text(1, "cidr")));
        QCOMPARE(network.value(2, "isOn"), QVariant(false));
        QCOMPARE(network.value(3, "isOn"), QVariant(true));
        QVERIFY(network.text(2, "id") != network.text(3, "id"));
        QCOMPARE(network.text(1, "status"), u"Provisioned"_s);
        QCOMPARE(network.text(2, "status"), u"Off"_s);
        QCOMPARE(network.attention(2), RecordModel::NoAttention);
        network.sort(network.columnOf("order"), Qt::AscendingOrder);
        QCOMPARE(network.text(0, "kind"), u"Private endpoint"_s);
    }

    void marksInvitations()
    {
        JudgedModel users(userTable(), judgeUser, nullptr, nullptr);
        loadJudged(users, "users",
            results("{\"id\":\"1\",\"orgMembershipStatus\":\"ACTIVE\",\"firstName\":\"Ada\",\"lastName\":"
                    "\"Ray\",\"roles\":[\"GROUP_OWNER\",\"GROUP_READ_ONLY\"]},"
                    "{\"id\":\"2\",\"orgMembershipStatus\":\"PENDING\",\"invitationExpiresAt\":\"2026-11-"
                    "09T12:00:00Z\"},"
                    "{\"id\":\"3\",\"orgMembershipStatus\":\"PENDING\",\"invitationExpiresAt\":\"2026-10-"
                    "09T09:00:00Z\"},"
                    "{\"id\":\"4\",\"orgMembershipStatus\":\"INVITATION_EXPIRED\"},"
                    "{\"id\":\"5\",\"orgMembershipStatus\":\"ACTIVE\",\"roles\":{\"orgRoles\":[\"ORG_OWNER\"]"
                    "}}"));
        const QList<RecordModel::Attention> wanted {RecordModel::NoAttention, RecordModel::Notice,
            RecordModel::Warning, RecordModel::Warning, RecordModel::NoAttention};
        for (int row = 0; row < wanted.size(); ++row)
            QCOMPARE(users.attention(row), wanted.at(row));
        QCOMPARE(users.text(0, "roles"), u"Project Owner, Project Read Only"_s);
        QCOMPARE(users.text(0, "name"), u"Ada Ray"_s);
        QCOMPARE(users.text(4, "roles"), u"Organization Owner"_s);
        QCOMPARE(
            users.index(4, users.columnOf("roles")).data(RecordModel::CopyRole).toString(), u"ORG_OWNER"_s);
        for (const QString& filter : {u"roles:ORG_OWNER"_s, u"\"organization owner\""_s}) {
            QCOMPARE(users.setFilter(filter), QString());
            QCOMPARE(users.rowCount(), 1);
            users.setFilter({});
        }
        QCOMPARE(users.text(1, "invitationExpires"), u"in 8 d"_s);
    }

    void listsWhatCanBeMigrated()
    {
        JudgedModel migrations(migrationTable(), judgeMigration, nullptr, nullptr);
        loadJudged(migrations, "availableProjects",
            "[{\"name\":\"old\",\"projectId\":\"p\",\"migrationHosts\":[\"m1\"],"
            "\"deployments\":[{\"name\":\"erp\",\"clusterId\":\"c\"}]},{\"name\":\"empty\",\"deployments\":[]"
            "}]");
        loadJudged(migrations, "migrations", "{\"_id\":\"m\",\"status\":\"FAILED\"}");
        QCOMPARE(migrations.rowCount(), 2);
        QCOMPARE(migrations.text(0, "sourceProject"), u"old"_s);
        QCOMPARE(migrations.text(0, "sourceGroupId"), u"p"_s);
        QCOMPARE(migrations.text(0, "hosts"), u"m1"_s);
        QCOMPARE(migrations.attention(1), RecordModel::Critical);
    }
};

TELAMON_TEST(TestJudgements)
#include "test_judgements.moc"
