// SPDX-License-Identifier: GPL-3.0-or-later
// Each way to misbehave, and that it hits what it is meant for and nothing else.
#include "api/sandbox/faults.h"
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Fault;
using Sandbox::Server;
using Kind = Fault::Kind;

namespace {
constexpr const char* target = "/api/atlas/v2/orgs";

Fault fault(Kind kind)
{
    Fault made;
    made.kind = kind;
    return made;
}
} // namespace

class TestSandboxFaults : public QObject {
    Q_OBJECT
    std::unique_ptr<Server> m_server;
    std::unique_ptr<RawClient> m_client;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>(builtInCatalog());
        QVERIFY(m_server->start());
        m_client = std::make_unique<RawClient>(*m_server);
    }

    void answersAreReplaced_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("401") << int(Kind::Unauthorized) << 401 << QByteArray("application/json");
        QTest::newRow("429") << int(Kind::TooManyRequests) << 429 << QByteArray("application/json");
        QTest::newRow("500") << int(Kind::ServerError) << 500 << QByteArray("application/json");
        QTest::newRow("503") << int(Kind::UnavailableHtml) << 503 << QByteArray("text/html");
        QTest::newRow("status") << int(Kind::Status) << 409 << QByteArray("application/json");
    }
    void answersAreReplaced()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        Fault once = fault(Kind(kind));
        once.status = 409;
        once.headers = {{"Retry-After", "7"}};
        m_server->faults().add(once);
        const RawReply reply = m_client->get(target);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Content-Type"), type);
        if (Kind(kind) != Kind::Unauthorized)
            QCOMPARE(reply.header("Retry-After"), "7");
        QCOMPARE(m_client->get(target).status, 200); // used up
        QCOMPARE(m_server->faults().pendingCount(), 0);
    }

    void latencyHoldsTheAnswerBack()
    {
        Fault late = fault(Kind::Latency);
        late.milliseconds = 120;
        m_server->faults().add(late);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->get(target).status, 200);
        QVERIFY(timer.elapsed() >= 115);
    }

    void closeAnswersNothing()
    {
        m_server->faults().add(fault(Kind::Close));
        QCOMPARE(m_client->get(target).status, 0);
        QVERIFY(m_client->waitForEnd());
        QCOMPARE(m_client->error(), QAbstractSocket::RemoteHostClosedError);
    }

    void resetIsNoOrderlyEnd()
    {
        m_server->faults().add(fault(Kind::Reset));
        QCOMPARE(m_client->get(target).status, 0);
        QVERIFY(m_client->waitForEnd());
        QCOMPARE(m_server->requestCount(), 1);
    }

    void truncationEndsInTheBody()
    {
        m_server->faults().add(fault(Kind::Truncate));
        const RawReply reply = m_client->get(target);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.isWhole);
        QVERIFY(!reply.body.isEmpty());
        QVERIFY(m_client->waitForEnd());
    }

    void drippingComesWholeAndSlow()
    {
        const QByteArray wanted = m_client->get(target).body;
        Fault slow = fault(Kind::Drip);
        slow.milliseconds = 2;
        slow.chunk = 40;
        m_server->faults().add(slow);
        QElapsedTimer timer;
        timer.start();
        const RawReply reply = m_client->get(target);
        QCOMPARE(reply.body, wanted);
        QVERIFY(timer.elapsed() >= 2 * (wanted.size() / 40) - 5);
        QCOMPARE(m_client->get(target).status, 200); // the connection lives on
    }

    void oversizeIsAsLargeAsAsked()
    {
        Fault large = fault(Kind::Oversize);
        large.size = 3'000'000;
        m_server->faults().add(large);
        const RawReply reply = m_client->get(target);
        QCOMPARE(reply.body.size(), 3'000'000);
        QVERIFY(reply.isWhole);
    }

    void wrongContentIsNotJson()
    {
        m_server->faults().add(fault(Kind::WrongContent));
        const RawReply reply = m_client->get(target);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.header("Content-Type").contains("json"));
        QVERIFY(reply.json().isEmpty());
    }

    void onlyWhatMatchesIsHit()
    {
        Fault narrow = fault(Kind::ServerError);
        narrow.method = "GET";
        narrow.path = u"/groups\\?pageNum=2$"_s;
        narrow.times = 2;
        m_server->faults().add(narrow);
        QCOMPARE(m_client->get(target).status, 200);
        QCOMPARE(m_client->get("/api/atlas/v2/groups?pageNum=1").status, 200);
        QCOMPARE(m_client->ask("GET", "/api/atlas/v2/groups?pageNum=2", {}).status, 401); // not signed in
        QCOMPARE(m_client->get("/api/atlas/v2/groups?pageNum=2").status, 500);
        QCOMPARE(m_client->get("/api/atlas/v2/groups?pageNum=2").status, 500);
        QCOMPARE(m_client->get("/api/atlas/v2/groups?pageNum=2").status, 200);
    }

    void tokenRequestsCanFail()
    {
        Fault down = fault(Kind::UnavailableHtml);
        down.path = u"/oauth/token$"_s;
        m_server->faults().add(down);
        QCOMPARE(m_client->ask("POST", "/api/oauth/token", {}, "a=b").status, 503);
        QCOMPARE(m_client->ask("POST", "/api/oauth/token", {}, "a=b").status, 400);
    }

    void faultsCanComeBeforeSignInAndBeCleared()
    {
        Fault always = fault(Kind::ServerError);
        always.beforeSignIn = true;
        always.times = -1;
        m_server->faults().add(always);
        QCOMPARE(m_client->ask("GET", target, {}).status, 500);
        QCOMPARE(m_client->ask("GET", target, {}).status, 500);
        m_server->faults().clear();
        QCOMPARE(m_client->ask("GET", target, {}).status, 401);
    }

    void whatArrivedIsKept()
    {
        m_client->get("/api/atlas/v2/groups?pageNum=1&x=%2Fa");
        const auto seen = m_server->faults().seen();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.at(0).method, "GET");
        QCOMPARE(seen.at(0).target, "/api/atlas/v2/groups?pageNum=1&x=%2Fa");
        m_server->faults().forgetSeen();
        QCOMPARE(m_server->requestCount(), 0);
    }

    void writesWhoseAnswerIsLostWereCarriedOut()
    {
        const QByteArray groups = "/api/atlas/v2/groups";
        const QByteArray group =
            groups + '/' + m_client->results(groups).at(2)["id"_L1].toString().toLatin1() + "/alerts";
        const QByteArray one = group + '/' + m_client->results(group).at(0)["id"_L1].toString().toLatin1();
        m_server->faults().add(fault(Kind::Close));
        QCOMPARE(m_client->patch(one, "2024-05-30", R"({"acknowledgementComment":"lost"})").status, 0);
        RawClient other(*m_server);
        QCOMPARE(other.get(one).json().value("acknowledgementComment"_L1).toString(), u"lost"_s);
    }
};

TELAMON_TEST(TestSandboxFaults)
#include "test_sandbox_faults.moc"
