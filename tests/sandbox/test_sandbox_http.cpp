// SPDX-License-Identifier: GPL-3.0-or-later
// What is the same for all operations: HTTP itself, the host, versions, limits, envelopes.
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Options;
using Sandbox::Server;

class TestSandboxHttp : public QObject {
    Q_OBJECT

    QByteArray token(const Server& server) { return "Bearer " + server.credentials().accessToken.toLatin1(); }

private Q_SLOTS:
    void listensOnLoopbackAtOnce()
    {
        Server server(builtInCatalog());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(server.start());
        RawClient client(server);
        QCOMPARE(client.get("/api/atlas/v2/orgs").status, 200);
        qInfo("start to first answer: %lld ms", timer.elapsed());
        QCOMPARE(server.baseUrl().host(), u"127.0.0.1"_s);
    }

    void anotherHostIsRefused_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("own") << QByteArray("127.0.0.1:PORT") << 200;
        QTest::newRow("localhost") << QByteArray("LocalHost:PORT") << 200;
        QTest::newRow("a site") << QByteArray("attacker.example:PORT") << 421;
        QTest::newRow("another port") << QByteArray("127.0.0.1:1") << 421;
        QTest::newRow("no port") << QByteArray("127.0.0.1") << 421;
        QTest::newRow("two") << QByteArray("127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT") << 400;
    }
    void anotherHostIsRefused()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        host.replace("PORT", QByteArray::number(server.baseUrl().port()));
        client.send("GET /api/atlas/v2/orgs HTTP/1.1\r\nHost: " + host
            + "\r\nAccept: application/json\r\nAuthorization: " + token(server) + "\r\n\r\n");
        QCOMPARE(client.read().status, status);
    }

    void noHostIsRefused()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        client.send("GET /api/atlas/v2/orgs HTTP/1.1\r\nAuthorization: " + token(server) + "\r\n\r\n");
        QCOMPARE(client.read().status, 400);
    }

    void unreadableRequestsEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("no target") << QByteArray("GET HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("absolute target") << QByteArray("GET http://a/ HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("folded") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n") << 400;
        QTest::newRow("two lengths") << QByteArray(
            "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")
                                     << 400;
        QTest::newRow("length and chunks")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")
            << 400;
        QTest::newRow("huge body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n")
                                   << 413;
        QTest::newRow("huge head") << QByteArray("GET / HTTP/1.1\r\nA: ") + QByteArray(70'000, 'a') << 431;
    }
    void unreadableRequestsEndTheConnection()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        client.send(bytes);
        QCOMPARE(client.read().status, status);
        QVERIFY(client.waitForEnd());
    }

    void pipelinedRequestsAreAnsweredInTurn()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawHeaders headers {{"Authorization", token(server)}, {"Accept", "application/json"}};
        client.send(client.request("GET", "/api/atlas/v2/orgs", headers)
            + client.request("GET", "/api/atlas/v2/nothing", headers)
            + client.request("HEAD", "/api/atlas/v2/groups", headers)
            + client.request("GET", "/api/atlas/v2/clusters", headers));
        QCOMPARE(client.read().status, 200);
        QCOMPARE(client.read().status, 404);
        const RawReply head = client.read("HEAD");
        QCOMPARE(head.status, 200);
        QVERIFY(head.header("Content-Length").toInt() > 100);
        QCOMPARE(client.read().status, 200);
        QCOMPARE(server.requestCount(), 4);
        QCOMPARE(server.requestCount("HEAD"), 1);
    }

    void chunkedBodiesAreRead()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const auto credentials = server.credentials();
        client.send(
            client.request("POST", "/api/oauth/token",
                {{"Content-Type", "application/x-www-form-urlencoded"}, {"Transfer-Encoding", "chunked"},
                    {"Authorization",
                        "Basic "
                            + (credentials.clientId + u':' + credentials.clientSecret)
                                  .toLatin1()
                                  .toBase64()}})
            + "b\r\ngrant_type=\r\n12\r\nclient_credentials\r\n0\r\n\r\n");
        QCOMPARE(client.read().status, 200);
    }

    void closeIsObeyed()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply reply = client.ask("GET", "/api/atlas/v2/orgs",
            {{"Authorization", token(server)}, {"Accept", "application/json"}, {"Connection", "close"}});
        QCOMPARE(reply.header("Connection"), "close");
        QVERIFY(client.waitForEnd());
    }

    void wrongMethodIs405()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply reply = client.ask("DELETE", "/api/atlas/v2/orgs", {{"Authorization", token(server)}});
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.header("Allow"), "GET");
    }

    void versionsAreChosenByAccept_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        const QByteArray fresh = "application/vnd.atlas.2024-08-05+json;charset=utf-8";
        QTest::newRow("json") << QByteArray("application/json") << 200 << fresh;
        QTest::newRow("newest") << QByteArray("application/vnd.atlas.2024-08-05+json") << 200 << fresh;
        QTest::newRow("old") << QByteArray("application/vnd.atlas.2023-02-01+json") << 200
                             << QByteArray("application/vnd.atlas.2023-02-01+json;charset=utf-8");
        QTest::newRow("unknown date")
            << QByteArray("application/vnd.atlas.2020-01-01+json") << 406 << QByteArray("application/json");
        QTest::newRow("another form")
            << QByteArray("application/vnd.atlas.2024-08-05+csv") << 406 << QByteArray("application/json");
        QTest::newRow("anything") << QByteArray("*/*") << 406 << QByteArray("application/json");
        QTest::newRow("none") << QByteArray() << 406 << QByteArray("application/json");
    }
    void versionsAreChosenByAccept()
    {
        QFETCH(QByteArray, accept);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray group =
            client.results("/api/atlas/v2/groups").at(0).toObject().value("id"_L1).toString().toLatin1();
        RawHeaders headers {{"Authorization", token(server)}};
        if (!accept.isEmpty())
            headers.append({"Accept", accept});
        const RawReply reply = client.ask("GET", "/api/atlas/v2/groups/" + group + "/clusters", headers);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Content-Type"), type);
        QCOMPARE(reply.errorCode(), status == 406 ? QByteArray("INVALID_VERSION_DATE") : QByteArray());
        QCOMPARE(reply.header("Sunset").isEmpty(), !accept.contains("2023"));
        QCOMPARE(reply.header("Deprecation").isEmpty(), !accept.contains("2023"));
    }

    void limitsAreCountedDownAndRefilled()
    {
        Options options;
        options.rateLimit = 2;
        options.rateWindow = 200;
        Server server(builtInCatalog(), options);
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply first = client.get("/api/atlas/v2/orgs");
        QCOMPARE(first.header("RateLimit-Limit"), "2");
        QCOMPARE(first.header("RateLimit-Remaining"), "1");
        QCOMPARE(client.get("/api/atlas/v2/orgs").header("RateLimit-Remaining"), "0");
        const RawReply refused = client.get("/api/atlas/v2/orgs");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.errorCode(), "RATE_LIMITED");
        QCOMPARE(refused.header("Retry-After"), "1");
        QCOMPARE(client.get("/api/atlas/v2/groups").status, 200); // a set of its own
        bool isRefilled = false; // asked no more often than needed: each question counts
        QTRY_VERIFY(isRefilled = isRefilled || client.get("/api/atlas/v2/orgs").status == 200);
    }

    void envelopeHoldsTheStatus()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QJsonObject good = client.get("/api/atlas/v2/orgs?envelope=true").json();
        QCOMPARE(good.value("status"_L1).toInt(), 200);
        QCOMPARE(good.value("content"_L1)["totalCount"_L1].toInt(), 3);
        const RawReply missing = client.get("/api/atlas/v2/groups/0123456789abcdef01234567?envelope=true");
        QCOMPARE(missing.status, 200);
        QCOMPARE(missing.json().value("status"_L1).toInt(), 404);
        QVERIFY(client.get("/api/atlas/v2/orgs?pretty=true").body.contains("\n    \"links\": ["));
    }
};

TELAMON_TEST(TestSandboxHttp)
#include "test_sandbox_http.moc"
