// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/ratemeter.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What a call ends with, and that it can end at any moment.
class TestCallEnds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReadOnlyClientSendsNoWrite_data();
    void aReadOnlyClientSendsNoWrite();
    void theEnvelopeIsTakenOff_data();
    void theEnvelopeIsTakenOff();
    void abortEndsIt_data();
    void abortEndsIt();
    void theOwnerMayGoInAnySignal_data();
    void theOwnerMayGoInAnySignal();
    void theClientMayGoFirst();
    void theMeterRemembers();
};

void TestCallEnds::aReadOnlyClientSendsNoWrite_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get"})
        QTest::addRow("%s", method) << QByteArray(method);
}

void TestCallEnds::aReadOnlyClientSendsNoWrite()
{
    QFETCH(QByteArray, method);
    ScriptedServer server;
    HttpClient::Settings settings = TestClient::settings(server.url());
    settings.isReadOnly = true;
    TestClient test(settings);
    const Operation operation = TestClient::operation(method);
    const ApiCall* call = test.run(operation);
    QVERIFY(call != nullptr);
    QCOMPARE(call->problem().value_or(Problem {}).kind, Problem::Kind::ReadOnly);
    const Operation read = TestClient::operation("GET");
    QVERIFY(!test.run(read)->problem());
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(test.authenticator->authorizedCount, 1);
}

void TestCallEnds::theEnvelopeIsTakenOff_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<int>("kind");
    QTest::addRow("one") << QByteArray("{\"status\":200,\"content\":{\"a\":1}}") << 200
                         << QByteArray("{\"a\":1}") << -1;
    QTest::addRow("list") << QByteArray("{\"status\":200,\"results\":[1]}") << 200
                          << QByteArray("{\"status\":200,\"results\":[1]}") << -1;
    QTest::addRow("error inside") << QByteArray("{\"status\":404,\"content\":{\"errorCode\":\"X\"}}") << 404
                                  << QByteArray("{\"errorCode\":\"X\"}") << int(Problem::Kind::Service);
    QTest::addRow("no envelope") << QByteArray("[]") << 200 << QByteArray("[]")
                                 << int(Problem::Kind::Malformed);
}

void TestCallEnds::theEnvelopeIsTakenOff()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, inside);
    QFETCH(int, kind);
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::ok(body));
    TestClient test(server.url());
    const Operation operation = TestClient::pagedOperation();
    const ApiCall* call = test.run(operation, {.parameters = {{u"envelope"_s, true}}});
    QVERIFY(call != nullptr);
    QCOMPARE(call->answer().status, status);
    QCOMPARE(call->answer().body, inside);
    QCOMPARE(call->problem() ? int(call->problem()->kind) : -1, kind);
    // Not asked for, it is the service's own field.
    QCOMPARE(test.run(operation)->answer().body, body);
}

void TestCallEnds::abortEndsIt_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<bool>("inPause");
    QTest::addRow("silent") << ScriptedAnswer::silence() << false;
    QTest::addRow("in the pause") << ScriptedAnswer::of(503, {}, {{"Retry-After", "2"}}) << true;
}

void TestCallEnds::abortEndsIt()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(bool, inPause);
    ScriptedServer server;
    server.alwaysAnswer(answer);
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    ApiCall* call = test.client.call(operation, {}, &test.owner);
    QSignalSpy waiting(call, &ApiCall::waiting);
    QSignalSpy finished(call, &ApiCall::finished);
    if (inPause)
        QVERIFY(waiting.wait());
    else
        QTRY_COMPARE(server.requestCount(), 1);
    call->abort();
    call->abort();
    QVERIFY(finished.wait());
    QCOMPARE(call->problem().value_or(Problem {}).kind, Problem::Kind::Cancelled);
    QVERIFY(!call->problem()->provablyNotRun);
    QTRY_COMPARE(server.openConnectionCount(), inPause ? 1 : 0);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(server.requestCount(), 1);
}

void TestCallEnds::theOwnerMayGoInAnySignal_data()
{
    QTest::addColumn<QString>("when");
    for (const char* when : {"waiting", "progressed", "finished", "meter", "received", "log", "at once"})
        QTest::addRow("%s", when) << QString::fromLatin1(when);
}

void TestCallEnds::theOwnerMayGoInAnySignal()
{
    QFETCH(QString, when);
    ScriptedServer server;
    if (when == "waiting"_L1)
        server.queue(ScriptedAnswer::of(503));
    server.alwaysAnswer(ScriptedAnswer::ok("{\"a\":1}", {{"RateLimit-Limit", "10"}}));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    auto* owner = new QObject;
    const QPointer<ApiCall> call(test.client.call(operation, {}, owner));
    const auto die = [&owner] { delete std::exchange(owner, nullptr); };
    const auto dieWhen = [&](QLatin1StringView name) { return when == name; };
    if (dieWhen("waiting"_L1))
        connect(call.data(), &ApiCall::waiting, this, die);
    else if (dieWhen("progressed"_L1))
        connect(call.data(), &ApiCall::progressed, this, die);
    else if (dieWhen("finished"_L1))
        connect(call.data(), &ApiCall::finished, this, die);
    else if (dieWhen("meter"_L1))
        connect(&test.client.rateMeter(), &RateMeter::changed, this, die);
    else if (dieWhen("received"_L1))
        connect(&server, &ScriptedServer::requestReceived, this, die);
    else if (dieWhen("log"_L1))
        connect(&test.log, &RequestLog::entryChanged, this, die);
    else
        die();
    QTRY_VERIFY(owner == nullptr);
    QTRY_VERIFY(call.isNull());
    QVERIFY(!test.run(operation)->problem()); // nothing of it is left behind
}

void TestCallEnds::theClientMayGoFirst()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::silence());
    QObject owner;
    auto test = std::make_unique<TestClient>(server.url());
    const Operation operation = TestClient::operation("POST");
    ApiCall* call = test->client.call(operation, {}, &owner);
    QSignalSpy finished(call, &ApiCall::finished);
    QTRY_COMPARE(server.requestCount(), 1);
    test.reset();
    QVERIFY(finished.wait());
    QCOMPARE(call->problem().value_or(Problem {}).kind, Problem::Kind::Cancelled);
    QVERIFY(!call->problem()->provablyNotRun);
}

void TestCallEnds::theMeterRemembers()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::ok("{}",
        {{"ratelimit-limit", "100"}, {"RATELIMIT-REMAINING", "9"}, {"Deprecation", "true"},
            {"Sunset", "Sat, 01 Mar 2025 00:00:00 GMT"}}));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    QSignalSpy changed(&test.client.rateMeter(), &RateMeter::changed);
    QVERIFY(test.run(operation) != nullptr);
    QCOMPARE(changed.size(), 1);
    const RateMeter& meter = test.client.rateMeter();
    QCOMPARE(meter.budgets().value(u"GET /api/things"_s).remaining, 9);
    QVERIFY(meter.isLow(operation));
    QCOMPARE(meter.endsOfLife().value(operation.id).sunset, "Sat, 01 Mar 2025 00:00:00 GMT");
}

TELAMON_TEST(TestCallEnds)
#include "test_callends.moc"
