// SPDX-License-Identifier: GPL-3.0-or-later
// A write changes what the next read shows, and work that it begins comes to its end.
#include "api/catalog/catalog.h"
#include "api/catalog/validation.h"
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Server;

class TestSandboxWork : public QObject {
    Q_OBJECT

    std::unique_ptr<Server> m_server;
    std::unique_ptr<RawClient> m_client;

    QByteArray idOf(const QByteArray& list, const QString& name)
    {
        const QJsonArray rows = m_client->results("/api/atlas/v2/" + list);
        for (const QJsonValue& row : rows) {
            if (row["name"_L1] == name)
                return row["id"_L1].toString().toLatin1();
        }
        return {};
    }
    QByteArray project(const QString& name) { return "/api/atlas/v2/groups/" + idOf("groups", name); }
    QByteArray organization() { return "/api/atlas/v2/orgs/" + idOf("orgs", u"Northwind Retail"_s); }
    QJsonValue valueOf(const QByteArray& target, QLatin1StringView name)
    {
        return m_client->get(target).json().value(name);
    }
    static QByteArray field(const RawReply& reply, QLatin1StringView name)
    {
        return reply.json().value(name).toString().toLatin1();
    }
    QByteArray migrationBody(const QByteArray& group, const QByteArray& sourceProject)
    {
        QByteArray body = "{'destination':{'clusterName':'sessions','groupId':'GROUP',"
                          "'hostnameSchemaType':'PUBLIC'},'migrationHosts':['migrate.internal.example'],"
                          "'source':{'clusterName':'erp','groupId':'SOURCE','managedAuthentication':true,"
                          "'ssl':true}}";
        body.replace('\'', '"').replace("GROUP", group.mid(group.lastIndexOf('/') + 1));
        return body.replace("SOURCE", sourceProject);
    }
    void compareWithCatalog(const char* operationId, const QByteArray& target)
    {
        const Operation* operation = builtInCatalog().find(QString::fromLatin1(operationId));
        QVERIFY(operation && operation->answerSchema());
        QCOMPARE(validate(*operation->answerSchema(), m_client->get(target).json()), Violations());
    }
    QByteArray sourceProject()
    {
        const QByteArray body = m_client->get(organization() + "/liveMigrations/availableProjects").body;
        return QJsonDocument::fromJson(body)[0]["projectId"_L1].toString().toLatin1();
    }

private Q_SLOTS:
    void init()
    {
        Sandbox::Options options;
        options.workDuration = 30;
        m_server = std::make_unique<Server>(builtInCatalog(), options);
        QVERIFY(m_server->start());
        m_client = std::make_unique<RawClient>(*m_server);
    }

    void indexesAreBuiltAndDeleted()
    {
        const QByteArray all = project(u"storefront-prod"_s) + "/clusters/storefront/search/indexes";
        const QByteArray body = "{\"name\":\"fresh\",\"database\":\"shop\",\"collectionName\":\"orders\","
                                "\"definition\":{\"mappings\":{\"dynamic\":true}}}";
        const RawReply made = m_client->write("POST", all, "2024-05-30", body);
        QCOMPARE(made.status, 201);
        QCOMPARE(field(made, "status"_L1), "PENDING");
        QCOMPARE(m_client->write("POST", all, "2024-05-30", body).status, 409); // the name is taken
        const QByteArray one = all + '/' + field(made, "indexID"_L1);
        QTRY_COMPARE(valueOf(one, "status"_L1).toString(), u"READY"_s);
        QVERIFY(valueOf(one, "queryable"_L1).toBool());
        QVERIFY(!valueOf(one, "statusDetail"_L1).toArray().isEmpty());
        const QByteArray named = all + "/shop/orders/fresh";
        const RawReply changed = m_client->patch(named, "2024-05-30",
            "{\"definition\":{\"analyzer\":\"lucene.simple\",\"mappings\":{\"dynamic\":true}}}");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json()["latestDefinitionVersion"_L1]["version"_L1].toInt(), 1);
        QTRY_COMPARE(valueOf(named, "status"_L1).toString(), u"READY"_s);
        QByteArray older = one;
        older.replace("/search/", "/fts/");
        QCOMPARE(valueOf(older, "analyzer"_L1).toString(), u"lucene.simple"_s);
        QCOMPARE(valueOf(older, "status"_L1).toString(), u"STEADY"_s);
        QCOMPARE(m_client->write("DELETE", older, "2023-01-01").status, 204);
        QTRY_COMPARE(m_client->get(named).status, 404);
    }

    void archivesPauseResumeAndChange()
    {
        const QByteArray all = project(u"checkout-prod"_s) + "/clusters/promotions/onlineArchives";
        const QByteArray one = all + '/' + m_client->results(all).at(0)["_id"_L1].toString().toLatin1();
        QCOMPARE(field(m_client->patch(one, "2023-01-01", "{\"paused\":true}"), "state"_L1), "PAUSING");
        QTRY_COMPARE(valueOf(one, "state"_L1).toString(), u"PAUSED"_s);
        QCOMPARE(m_client->patch(one, "2023-01-01", "{\"paused\":false}").status, 200);
        QTRY_COMPARE(valueOf(one, "state"_L1).toString(), u"ACTIVE"_s);
        const QByteArray schedule = "{\"schedule\":{\"type\":\"DAILY\",\"startHour\":1,\"endHour\":3},"
                                    "\"dataExpirationRule\":{\"expireAfterDays\":90}}";
        QCOMPARE(m_client->patch(one, "2023-01-01", schedule).status, 200);
        QCOMPARE(valueOf(one, "schedule"_L1)["endHour"_L1].toInt(), 3);
        QCOMPARE(valueOf(one, "dataExpirationRule"_L1)["expireAfterDays"_L1].toInt(), 90);
    }

    void flexRestoresRunToTheirEnd()
    {
        const QByteArray flex = project(u"storefront-staging"_s) + "/flexClusters/preview-apps/backup/";
        const QByteArray snapshot =
            m_client->results(flex + "snapshots").at(0)["id"_L1].toString().toLatin1();
        const RawReply made = m_client->write("POST", flex + "restoreJobs", "2024-11-13",
            "{\"snapshotId\":\"" + snapshot + "\",\"targetDeploymentItemName\":\"preview-apps\"}");
        QCOMPARE(made.status, 200);
        QCOMPARE(field(made, "status"_L1), "PENDING");
        const QByteArray one = flex + "restoreJobs/" + field(made, "id"_L1);
        QTRY_COMPARE(valueOf(one, "status"_L1).toString(), u"COMPLETED"_s);
        QVERIFY(valueOf(one, "restoreFinishedDate"_L1).isString());
        QCOMPARE(m_client->results(flex + "restoreJobs").at(0)["id"_L1].toString().toLatin1(),
            field(made, "id"_L1));
    }

    void migrationsReachTheirCutover()
    {
        const QByteArray group = project(u"storefront-prod"_s);
        const QByteArray body = migrationBody(group, sourceProject());
        const RawReply made = m_client->write("POST", group + "/liveMigrations", "2024-05-30", body);
        QVERIFY2(made.status == 201, made.body.constData());
        const QByteArray one = group + "/liveMigrations/" + field(made, "_id"_L1);
        QCOMPARE(m_client->write("PUT", one + "/cutover", "2023-01-01").status, 400); // too early
        QTRY_VERIFY(valueOf(one, "readyForCutover"_L1).toBool());
        QCOMPARE(valueOf(one, "lagTimeSeconds"_L1).toInt(), 1);
        QCOMPARE(m_client->write("PUT", one + "/cutover", "2023-01-01").status, 202);
        QTRY_COMPARE(valueOf(one, "status"_L1).toString(), u"COMPLETE"_s);
        compareWithCatalog("getGroupLiveMigration", one);
    }

    void migrationsFromNowhereFail()
    {
        const QByteArray group = project(u"storefront-prod"_s);
        const QByteArray body = migrationBody(group, "0123456789abcdef01234567");
        const RawReply made = m_client->write("POST", group + "/liveMigrations", "2024-05-30", body);
        const RawReply checked =
            m_client->write("POST", group + "/liveMigrations/validate", "2024-05-30", body);
        QTRY_COMPARE(
            valueOf(group + "/liveMigrations/" + field(made, "_id"_L1), "status"_L1).toString(), u"FAILED"_s);
        const QByteArray validation = group + "/liveMigrations/validate/" + field(checked, "_id"_L1);
        QTRY_COMPARE(valueOf(validation, "status"_L1).toString(), u"FAILED"_s);
        QVERIFY(valueOf(validation, "errorMessage"_L1).isString());
        compareWithCatalog("getGroupLiveMigrationValidateStatus", validation);
    }

    void linksAreMadeAndTakenBack()
    {
        const QByteArray tokens = organization() + "/liveMigrations/linkTokens";
        QVERIFY(!sourceProject().isEmpty());
        QCOMPARE(m_client->write("DELETE", tokens, "2023-01-01").status, 204);
        QVERIFY(sourceProject().isEmpty());
        QCOMPARE(m_client->write("DELETE", tokens, "2023-01-01").status, 404);
        const RawReply first = m_client->write("POST", tokens, "2023-01-01", "{}");
        QCOMPARE(first.status, 201);
        QVERIFY(field(first, "linkToken"_L1)
            != field(m_client->write("POST", tokens, "2023-01-01", "{}"), "linkToken"_L1));
        QVERIFY(!sourceProject().isEmpty());
    }

    void aPinCanOnlyBeExtended()
    {
        const auto until = [](int days) -> QByteArray {
            return "{\"expirationDate\":\""
                + QDateTime::currentDateTimeUtc().addDays(days).toString(Qt::ISODate).toLatin1() + "\"}";
        };
        const QByteArray cluster = project(u"storefront-prod"_s) + "/clusters/cms-content";
        const QByteArray pin = cluster + ":pinFeatureCompatibilityVersion";
        constexpr auto name = "featureCompatibilityVersionExpirationDate"_L1;
        QVERIFY(valueOf(cluster, name).isUndefined());
        QCOMPARE(m_client->write("POST", pin, "2024-05-30", until(30)).status, 400); // more than four weeks
        QCOMPARE(m_client->write("POST", pin, "2024-05-30", until(10)).status, 204);
        const QString first = valueOf(cluster, name).toString();
        QCOMPARE(m_client->write("POST", pin, "2024-05-30", until(5)).status, 400);
        QCOMPARE(valueOf(cluster, name).toString(), first);
        QCOMPARE(m_client->write("POST", pin, "2024-05-30", until(20)).status, 204);
        QVERIFY(valueOf(cluster, name).toString() > first);
        const QByteArray unpin = cluster + ":unpinFeatureCompatibilityVersion";
        QCOMPARE(m_client->write("POST", unpin, "2024-05-30").status, 204);
        QVERIFY(valueOf(cluster, name).isUndefined());
        QCOMPARE(m_client->write("POST", unpin, "2024-05-30").status, 409);
    }

    void namespacesAreReplacedAddedAndRemoved()
    {
        const QByteArray base = project(u"storefront-prod"_s) + "/clusters/sessions/collStats/";
        const auto change = [&](const char* method, const char* end, const char* body) {
            return m_client->write(method, base + end, "2023-11-15", body).status;
        };
        const auto names = [&] { return valueOf(base + "pinned", "pinnedNamespaces"_L1).toArray(); };
        QVERIFY(names().isEmpty());
        QCOMPARE(change("PUT", "pinned", "{\"namespaces\":[\"a.b\",\"a.c\"]}"), 201);
        QCOMPARE(change("PATCH", "pinned", "{\"namespaces\":[\"a.d\",\"a.b\"]}"), 200);
        QCOMPARE(names(), (QJsonArray {u"a.b"_s, u"a.c"_s, u"a.d"_s}));
        QCOMPARE(change("PATCH", "unpin", "{\"namespaces\":[\"a.b\"]}"), 200);
        QCOMPARE(names(), (QJsonArray {u"a.c"_s, u"a.d"_s}));
        QCOMPARE(change("PUT", "pinned", "{\"namespaces\":[\"z.z\"]}"), 200);
        QCOMPARE(names(), (QJsonArray {u"z.z"_s}));
    }

    void peopleComeAndGo()
    {
        const QByteArray users = project(u"storefront-prod"_s) + "/users";
        const QByteArray body = "{\"username\":\"new.person@example.com\",\"roles\":[\"GROUP_READ_ONLY\"]}";
        const RawReply made = m_client->write("POST", users, "2025-02-19", body);
        QCOMPARE(made.status, 201);
        QCOMPARE(field(made, "orgMembershipStatus"_L1), "PENDING");
        QVERIFY(made.json().value("invitationExpiresAt"_L1).isString());
        QCOMPARE(m_client->write("POST", users, "2025-02-19", body).status, 409);
        const QByteArray wanted = users + "?username=new.person%40example.com";
        QCOMPARE(m_client->results(wanted).size(), 1);
        const QByteArray one = users + '/' + field(made, "id"_L1);
        QCOMPARE(m_client->write("DELETE", one, "2025-02-19").status, 204);
        QVERIFY(m_client->results(wanted).isEmpty());
        QCOMPARE(m_client->get(one).status, 404);
        QCOMPARE(m_client->results(organization() + "/users?username=new.person%40example.com").size(), 1);
    }

    void policiesAndEndpointsGo()
    {
        const QByteArray policy = project(u"warehouse-ops"_s) + "/backupCompliancePolicy";
        QCOMPARE(m_client->write("DELETE", policy, "2024-11-13").status, 204);
        QTRY_COMPARE(m_client->get(policy).status, 404);
        const QByteArray all = project(u"payments-prod"_s) + "/privateNetworkSettings/endpointIds";
        const RawReply made = m_client->write(
            "POST", all, "2023-01-01", "{\"endpointId\":\"vpce-0123456789abcdef0\",\"comment\":\"lab\"}");
        QCOMPARE(made.status, 201);
        const QByteArray one = all + "/vpce-0123456789abcdef0";
        QCOMPARE(valueOf(one, "comment"_L1).toString(), u"lab"_s);
        QCOMPARE(m_client->write("DELETE", one, "2023-01-01").status, 204);
        QCOMPARE(m_client->get(one).status, 404);
    }

    void switchesKeepTheirState()
    {
        const QByteArray mode = project(u"warehouse-ops"_s) + "/privateIpMode";
        QVERIFY(valueOf(mode, "enabled"_L1).toBool());
        QCOMPARE(m_client->patch(mode, "2023-01-01", "{\"enabled\":false}").status, 200);
        QVERIFY(!valueOf(mode, "enabled"_L1).toBool());
        const QByteArray regional = project(u"storefront-staging"_s) + "/privateEndpoint/regionalMode";
        QCOMPARE(m_client->patch(regional, "2023-01-01", "{\"enabled\":true}").status, 200);
        QVERIFY(valueOf(regional, "enabled"_L1).toBool());
        const QByteArray hindered = project(u"storefront-prod"_s) + "/privateEndpoint/regionalMode";
        QCOMPARE(m_client->patch(hindered, "2023-01-01", "{\"enabled\":true}").status, 409);
    }
};

TELAMON_TEST(TestSandboxWork)
#include "test_sandbox_work.moc"
