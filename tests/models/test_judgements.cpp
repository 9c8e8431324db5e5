// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addresscount.h"
#include "models/judgedmodel.h"
#include "models/judgements.h"
#include "models/tables/tables.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

constexpr qint64 now = 1'793'528'400'000; // 2026-11-01, in the morning

void load(
    RecordModel& model, const QByteArray& source, const QByteArray& answer, const KnownValues& known = {})
{
    model.setNow(now);
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

    void marksAccessListEntries()
    {
        JudgedModel keys(apiKeyTable(), judgeApiKey, apiKeyWords, nullptr);
        const QAbstractItemModelTester tester(&keys, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(keys, "keys", results("{\"id\":\"k\",\"desc\":\"deploy\"}"));
        load(keys, "entries",
            results("{\"cidrBlock\":\"0.0.0.0/0\",\"count\":9,\"lastUsed\":\"2026-10-31T00:00:00Z\"},"
                    "{\"cidrBlock\":\"10.0.0.0/8\",\"count\":0},"
                    "{\"cidrBlock\":\"10.1.0.0/16\",\"count\":3,\"lastUsed\":\"2026-01-01T00:00:00Z\"},"
                    "{\"cidrBlock\":\"10.2.0.0/16\",\"count\":3,\"lastUsed\":\"2026-10-31T00:00:00Z\"}"),
            {{"apiUserId", u"k"_s}, {"key", u"deploy"_s}});
        QCOMPARE(keys.rowCount(), 5);
        QCOMPARE(keys.attention(0), RecordModel::NoAttention); // the key itself
        QCOMPARE(keys.attention(1), RecordModel::Critical);
        QVERIFY(keys.text(1, "address").contains("every address"_L1));
        QCOMPARE(keys.attention(2), RecordModel::Notice);
        QCOMPARE(keys.text(2, "lastUsed"), u"never used"_s);
        QCOMPARE(keys.attention(3), RecordModel::Warning); // not used for a long time
        QCOMPARE(keys.attention(4), RecordModel::NoAttention);
        QCOMPARE(keys.text(4, "key"), u"deploy"_s);
    }

    void countsTheDaysOfSecrets()
    {
        JudgedModel accounts(serviceAccountTable(), judgeServiceAccount, serviceAccountWords, nullptr);
        load(accounts, "serviceAccounts",
            results("{\"clientId\":\"a\",\"secrets\":[{\"expiresAt\":\"2026-10-01T09:00:00Z\"},"
                    "{\"expiresAt\":\"2026-11-13T12:00:00Z\"}]},"
                    "{\"clientId\":\"b\",\"secrets\":[{\"expiresAt\":\"2026-10-01T09:00:00Z\"}]},"
                    "{\"clientId\":\"c\",\"secrets\":[{\"expiresAt\":\"2027-10-01T09:00:00Z\"}]},"
                    "{\"clientId\":\"d\",\"secrets\":[]}"));
        QCOMPARE(accounts.text(0, "expires"), u"12 days left"_s);
        QCOMPARE(accounts.attention(0), RecordModel::Warning);
        QCOMPARE(accounts.text(1, "expires"), u"expired 31 days ago"_s);
        QCOMPARE(accounts.attention(1), RecordModel::Critical);
        QCOMPARE(accounts.attention(2), RecordModel::NoAttention);
        QCOMPARE(accounts.text(3, "expires"), u"no secret"_s);
    }

    void marksUnusedRoles()
    {
        JudgedModel roles(cloudAccessTable(), judgeCloudAccess, cloudAccessWords, nullptr);
        const QByteArray answer =
            "{\"awsIamRoles\":[{\"roleId\":\"r\",\"featureUsages\":[]},"
            "{\"roleId\":\"s\",\"featureUsages\":[{\"featureType\":\"ENCRYPTION_AT_REST\"}]}],"
            "\"azureServicePrincipals\":[{\"_id\":\"p\"}],"
            "\"gcpServiceAccounts\":[{\"roleId\":\"g\",\"status\":\"FAILED\"}]}";
        for (const char* source : {"awsRoles", "azurePrincipals", "gcpAccounts"})
            load(roles, source, answer);
        QCOMPARE(roles.rowCount(), 4);
        QCOMPARE(roles.text(0, "usages"), u"unused"_s);
        QCOMPARE(roles.attention(0), RecordModel::Notice);
        QCOMPARE(roles.text(1, "usages"), u"ENCRYPTION_AT_REST"_s);
        QCOMPARE(roles.attention(1), RecordModel::NoAttention);
        QCOMPARE(roles.text(2, "kind"), u"Azure service principal"_s);
        QCOMPARE(roles.attention(3), RecordModel::Critical);
    }

    void showsTheNetworkInOneTable()
    {
        JudgedModel network(networkTable(), judgeNetwork, networkWords, nullptr);
        load(network, "endpoints", results("{\"endpointId\":\"vpce-1\",\"status\":\"FAILED\"}"));
        load(network, "containers",
            results("{\"id\":\"c\",\"providerName\":\"AWS\",\"atlasCidrBlock\":\"10.8.0.0/"
                    "21\",\"provisioned\":true}"));
        load(network, "privateIpMode", "{\"enabled\":false}");
        load(network, "regionalMode", "{\"enabled\":true}");
        QCOMPARE(network.rowCount(), 4);
        QCOMPARE(network.attention(0), RecordModel::Critical);
        QVERIFY2(network.text(1, "cidr").contains("addresses"_L1), qPrintable(network.text(1, "cidr")));
        QCOMPARE(network.value(2, "isOn"), QVariant(false));
        QCOMPARE(network.value(3, "isOn"), QVariant(true));
        QVERIFY(network.text(2, "id") != network.text(3, "id"));
    }

    void marksInvitations()
    {
        JudgedModel users(userTable(), judgeUser, nullptr, nullptr);
        load(users, "users",
            results("{\"id\":\"1\",\"orgMembershipStatus\":\"ACTIVE\",\"roles\":[\"GROUP_OWNER\"]},"
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
        QCOMPARE(users.text(0, "roles"), u"GROUP_OWNER"_s);
        QCOMPARE(users.text(4, "roles"), u"ORG_OWNER"_s);
        QCOMPARE(users.text(1, "invitationExpires"), u"in 8 d"_s);
    }

    void listsWhatCanBeMigrated()
    {
        JudgedModel migrations(migrationTable(), judgeMigration, nullptr, nullptr);
        load(migrations, "availableProjects",
            "[{\"name\":\"old\",\"projectId\":\"p\",\"migrationHosts\":[\"m1\"],"
            "\"deployments\":[{\"name\":\"erp\",\"clusterId\":\"c\"}]},{\"name\":\"empty\",\"deployments\":[]"
            "}]");
        load(migrations, "migrations", "{\"_id\":\"m\",\"status\":\"FAILED\"}");
        QCOMPARE(migrations.rowCount(), 2);
        QCOMPARE(migrations.text(0, "sourceProject"), u"old"_s);
        QCOMPARE(migrations.text(0, "sourceGroupId"), u"p"_s);
        QCOMPARE(migrations.text(0, "hosts"), u"m1"_s);
        QCOMPARE(migrations.attention(1), RecordModel::Critical);
    }
};

QTEST_GUILESS_MAIN(TestJudgements)
#include "test_judgements.moc"
