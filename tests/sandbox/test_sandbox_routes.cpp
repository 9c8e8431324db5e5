// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation: what it answers, and how it says that something is not there.
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Server;

class TestSandboxRoutes : public QObject {
    Q_OBJECT

    std::unique_ptr<Server> m_server;
    std::unique_ptr<RawClient> m_client;

    QByteArray idOf(const QByteArray& target, const QString& name, QLatin1StringView key = "id"_L1)
    {
        const QJsonArray results = m_client->results(target);
        for (const QJsonValue& result : results) {
            if (result["name"_L1] == name)
                return result[key].toString().toLatin1();
        }
        return {};
    }
    QByteArray group(const QString& name)
    {
        return "/api/atlas/v2/groups/" + idOf("/api/atlas/v2/groups", name);
    }
    QByteArray replaced(QByteArray target)
    {
        target.replace("STORE", group(u"storefront-prod"_s));
        target.replace("STAGING", group(u"storefront-staging"_s));
        target.replace("CHECKOUT", group(u"checkout-prod"_s));
        target.replace("SECRET", group(u"treasury-vault"_s));
        target.replace("API", "/api/atlas/v2");
        return target;
    }
    QByteArray first(const QByteArray& list, QLatin1StringView key = "id"_L1)
    {
        const QJsonDocument document = QJsonDocument::fromJson(m_client->get(list).body);
        const QJsonArray rows = document.isArray() ? document.array() : document["results"_L1].toArray();
        return rows.at(0)[key].toString().toLatin1();
    }

private Q_SLOTS:
    void init()
    {
        Sandbox::Options options;
        options.workDuration = 40;
        m_server = std::make_unique<Server>(builtInCatalog(), options);
        QVERIFY(m_server->start());
        m_client = std::make_unique<RawClient>(*m_server);
    }

    // Each list holds rows, and each row answers alone under its id with the same fields.
    void listsAndTheirRows_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("one"); // where it differs from list/id
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("fields");
        const QByteArray same;
        QTest::newRow("orgs") << QByteArray("API/orgs") << same << u"id"_s
                              << QStringList {u"name"_s, u"isDeleted"_s};
        QTest::newRow("groups") << QByteArray("API/groups") << same << u"id"_s
                                << QStringList {u"name"_s, u"orgId"_s, u"clusterCount"_s, u"created"_s};
        QTest::newRow("clusters") << QByteArray("STORE/clusters") << same << u"name"_s
                                  << QStringList {u"clusterType"_s, u"replicationSpecs"_s,
                                         u"mongoDBVersion"_s, u"stateName"_s, u"effectiveDatabaseEdition"_s};
        QTest::newRow("flex clusters") << QByteArray("STAGING/flexClusters") << same << u"name"_s
                                       << QStringList {u"providerSettings"_s, u"stateName"_s};
        QTest::newRow("alerts") << QByteArray("CHECKOUT/alerts") << same << u"id"_s
                                << QStringList {u"eventTypeName"_s, u"status"_s, u"created"_s, u"orgId"_s};
        QTest::newRow("search indexes")
            << QByteArray("STORE/clusters/storefront/search/indexes") << same << u"indexID"_s
            << QStringList {u"status"_s, u"latestDefinition"_s, u"statusDetail"_s, u"queryable"_s};
        QTest::newRow("search indexes of a collection")
            << QByteArray("STORE/clusters/storefront/search/indexes/shop/products")
            << QByteArray("STORE/clusters/storefront/search/indexes/") << u"indexID"_s
            << QStringList {u"collectionName"_s};
        QTest::newRow("snapshots") << QByteArray("STORE/clusters/storefront/backup/snapshots") << same
                                   << u"id"_s
                                   << QStringList {
                                          u"storageSizeBytes"_s, u"frequencyType"_s, u"replicaSetName"_s};
        QTest::newRow("sharded snapshots")
            << QByteArray("CHECKOUT/clusters/orders/backup/snapshots/shardedClusters")
            << QByteArray("CHECKOUT/clusters/orders/backup/snapshots/shardedCluster/") << u"id"_s
            << QStringList {u"members"_s, u"snapshotIds"_s, u"configServerType"_s};
        QTest::newRow("flex snapshots")
            << QByteArray("STAGING/flexClusters/preview-apps/backup/snapshots") << same << u"id"_s
            << QStringList {u"scheduledTime"_s, u"expiration"_s, u"status"_s};
        QTest::newRow("online archives")
            << QByteArray("CHECKOUT/clusters/promotions/onlineArchives") << same << u"_id"_s
            << QStringList {u"criteria"_s, u"schedule"_s, u"state"_s};
    }
    void listsAndTheirRows()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, one);
        QFETCH(QString, key);
        QFETCH(QStringList, fields);
        list = replaced(list);
        one = one.isEmpty() ? list + '/' : replaced(one);
        const RawReply reply = m_client->get(list);
        QCOMPARE(reply.status, 200);
        const QByteArray id = first(list, QLatin1StringView(key.toLatin1()));
        QVERIFY(!id.isEmpty());
        const RawReply row = m_client->get(one + id);
        QCOMPARE(row.status, 200);
        QCOMPARE(row.json().value(key).toString().toLatin1(), id);
        for (const QString& field : std::as_const(fields))
            QVERIFY2(row.json().contains(field), qPrintable(field));
    }

    void projectsOfAnOrganization()
    {
        const QByteArray org = idOf("/api/atlas/v2/orgs", u"Helios Bank"_s);
        QCOMPARE(m_client->results("/api/atlas/v2/orgs/" + org + "/groups").size(), 5);
    }

    void whatIsNotThereIsNamed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const QByteArray id = "0123456789abcdef01234567";
        QTest::newRow("path") << QByteArray("API/nothing") << 404 << QByteArray("RESOURCE_NOT_FOUND");
        QTest::newRow("organization") << "API/orgs/" + id << 404 << QByteArray("ORG_NOT_FOUND");
        QTest::newRow("project") << "API/groups/" + id << 404 << QByteArray("GROUP_NOT_FOUND");
        QTest::newRow("its clusters")
            << "API/groups/" + id + "/clusters" << 404 << QByteArray("GROUP_NOT_FOUND");
        QTest::newRow("cluster") << QByteArray("STORE/clusters/none") << 404
                                 << QByteArray("CLUSTER_NOT_FOUND");
        QTest::newRow("flex cluster")
            << QByteArray("STORE/flexClusters/none") << 404 << QByteArray("CLUSTER_NOT_FOUND");
        QTest::newRow("flex as cluster") << QByteArray("STAGING/clusters/preview-apps") << 400
                                         << QByteArray("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
        QTest::newRow("cluster as flex") << QByteArray("STORE/flexClusters/storefront") << 400
                                         << QByteArray("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API");
        QTest::newRow("alert") << "STORE/alerts/" + id << 404 << QByteArray("ALERT_NOT_FOUND");
        QTest::newRow("search index")
            << "STORE/clusters/storefront/search/indexes/" + id << 404 << QByteArray("RESOURCE_NOT_FOUND");
        QTest::newRow("snapshot") << "STORE/clusters/storefront/backup/snapshots/" + id << 404
                                  << QByteArray("RESOURCE_NOT_FOUND");
        QTest::newRow("archive") << "STORE/clusters/storefront/onlineArchives/" + id << 404
                                 << QByteArray("RESOURCE_NOT_FOUND");
        QTest::newRow("forbidden project") << QByteArray("SECRET") << 403 << QByteArray("USER_UNAUTHORIZED");
        QTest::newRow("its clusters, too")
            << QByteArray("SECRET/clusters") << 403 << QByteArray("USER_UNAUTHORIZED");
        QTest::newRow("decoded slash")
            << QByteArray("API/groups%2F") + id << 404 << QByteArray("RESOURCE_NOT_FOUND");
    }
    void whatIsNotThereIsNamed()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const RawReply reply = m_client->get(replaced(target));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.errorCode(), code);
        QCOMPARE(reply.header("X-Error-Code"), code);
        QCOMPARE(reply.json().value("error"_L1).toInt(), status);
        QVERIFY(reply.json().value("parameters"_L1).isArray());
    }

    void oldVersionHasItsOwnShape()
    {
        const QByteArray target = group(u"checkout-prod"_s) + "/clusters/orders";
        const QJsonObject old = m_client->get(target, "2023-02-01").json();
        const QJsonObject now = m_client->get(target, "2024-08-05").json();
        QCOMPARE(old["replicationSpecs"_L1].toArray().size(), 1);
        QCOMPARE(old["replicationSpecs"_L1][0]["numShards"_L1].toInt(), 3);
        QCOMPARE(now["replicationSpecs"_L1].toArray().size(), 3);
        QVERIFY(!now["replicationSpecs"_L1][0].toObject().contains("numShards"_L1));
    }

    void fleetLeavesOutMultiCloudAndFlex()
    {
        QSet<QString> names;
        const QJsonArray rows = m_client->results("/api/atlas/v2/clusters");
        for (const QJsonValue& row : rows) {
            const QJsonArray clusters = row["clusters"_L1].toArray();
            for (const QJsonValue& cluster : clusters)
                names.insert(cluster["name"_L1].toString());
        }
        QVERIFY(names.contains(u"storefront"_s) && names.contains(u"Cluster0"_s));
        QVERIFY(!names.contains(u"checkout"_s)); // AWS and GCP
        QVERIFY(!names.contains(u"preview-apps"_s)); // flex
        QVERIFY(!names.contains(u"vault"_s)); // of the project that cannot be read
    }

    void alertsAreFilteredByStatus()
    {
        const QByteArray alerts = group(u"checkout-prod"_s) + "/alerts";
        qsizetype sum = 0;
        for (const char* status : {"OPEN", "TRACKING", "CLOSED"}) {
            const QJsonArray found = m_client->results(alerts + "?status=" + status);
            for (const QJsonValue& alert : found)
                QCOMPARE(alert["status"_L1].toString(), QString::fromLatin1(status));
            sum += found.size();
        }
        QVERIFY(sum > 5 && sum <= m_client->results(alerts).size());
    }

    void acknowledgingChangesTheAlert()
    {
        const QByteArray alerts = group(u"checkout-prod"_s) + "/alerts";
        const QByteArray one = alerts + '/' + first(alerts + "?status=OPEN");
        const QByteArray body =
            R"({"acknowledgedUntil":"2030-01-01T00:00:00Z","acknowledgementComment":"seen"})";
        QCOMPARE(m_client->patch(one, "2024-05-30", body).status, 200);
        QCOMPARE(m_client->get(one).json().value("acknowledgementComment"_L1).toString(), u"seen"_s);
        QCOMPARE(m_client->patch(one, "2024-05-30", R"({"unacknowledgeAlert":true})").status, 200);
        QVERIFY(!m_client->get(one).json().contains("acknowledgedUntil"_L1));
    }

    void wrongBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("field");
        const QByteArray invalid = "VALIDATION_ERROR";
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("MALFORMED_JSON") << QString();
        QTest::newRow("type") << QByteArray(R"({"acknowledgementComment":1})") << invalid
                              << u"acknowledgementComment"_s;
        QTest::newRow("length")
            << QByteArray(R"({"acknowledgementComment":"%"})").replace('%', QByteArray(201, 'x')) << invalid
            << u"acknowledgementComment"_s;
        QTest::newRow("two that exclude each other")
            << QByteArray(R"({"acknowledgedUntil":"2090-01-01T00:00:00Z","unacknowledgeAlert":true})")
            << invalid << QString();
        QTest::newRow("time") << QByteArray(R"({"acknowledgedUntil":"tomorrow"})") << invalid
                              << u"acknowledgedUntil"_s;
    }
    void wrongBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        QFETCH(QString, field);
        const QByteArray alerts = group(u"checkout-prod"_s) + "/alerts";
        const RawReply reply = m_client->patch(alerts + '/' + first(alerts), "2024-05-30", body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.errorCode(), code);
        QCOMPARE(reply.json()["badRequestDetail"_L1]["fields"_L1][0]["field"_L1].toString(), field);
    }

    void archivesArePausedOnlyWhereActive()
    {
        const QByteArray archives = group(u"checkout-prod"_s) + "/clusters/promotions/onlineArchives";
        const QJsonArray rows = m_client->results(archives);
        QCOMPARE(rows.size(), 4);
        const auto one = [&](qsizetype i) -> QByteArray {
            return archives + '/' + rows.at(i)["_id"_L1].toString().toLatin1();
        };
        const RawReply paused = m_client->patch(one(0), "2023-01-01", R"({"paused":true})");
        QCOMPARE(paused.status, 200);
        QCOMPARE(paused.json().value("state"_L1).toString(), u"PAUSING"_s);
        QTRY_COMPARE(m_client->get(one(0)).json().value("state"_L1).toString(), u"PAUSED"_s);
        const RawReply refused = m_client->patch(one(3), "2023-01-01", R"({"paused":true})"); // pending
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.errorCode(), "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE");
    }

    void bodiesNeedTheirMediaType()
    {
        const QByteArray alerts = group(u"checkout-prod"_s) + "/alerts";
        const QByteArray one = alerts + '/' + first(alerts);
        const RawReply reply = m_client->ask("PATCH", one,
            {{"Authorization", "Bearer " + m_server->credentials().accessToken.toLatin1()},
                {"Accept", "application/json"}, {"Content-Type", "text/plain"}},
            "{}");
        QCOMPARE(reply.status, 415);
    }
};

TELAMON_TEST(TestSandboxRoutes)
#include "test_sandbox_routes.moc"
