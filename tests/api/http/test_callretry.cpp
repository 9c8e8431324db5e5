// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// How often a call tries, and how long it waits in between.
class TestCallRetry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAreRetriedAndWritesAreNot_data();
    void readsAreRetriedAndWritesAreNot();
    void aWriteIsResentAfter429Visibly();
    void aRefusedConnectionIsTriedAgain_data();
    void aRefusedConnectionIsTriedAgain();
    void retryAfterIsObeyed_data();
    void retryAfterIsObeyed();
    void aLongRetryAfterIsTold();
    void theBudgetEndsRetrying();
    void oneSignatureMoreAfterA401_data();
    void oneSignatureMoreAfterA401();
};

void TestCallRetry::readsAreRetriedAndWritesAreNot_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<int>("requests");
    const auto add = [](const QByteArray& name, const ScriptedAnswer& answer, int reads, int writes) {
        QTest::addRow("GET %s", name.constData()) << QByteArray("GET") << answer << reads;
        for (const char* method : {"POST", "PATCH", "PUT", "DELETE"})
            QTest::addRow("%s %s", method, name.constData()) << QByteArray(method) << answer << writes;
    };
    add("closed", ScriptedAnswer::close(), 3, 1);
    add("reset", ScriptedAnswer::reset(), 3, 1);
    add("truncated", ScriptedAnswer::truncated("{\"a\":", 10), 3, 1);
    for (int status : {500, 502, 503, 504})
        add(QByteArray::number(status), ScriptedAnswer::of(status, "{}"), 3, 1);
    add("429", ScriptedAnswer::of(429, "{}"), 3, 3);
    for (int status : {400, 403, 404, 409, 501})
        add(QByteArray::number(status), ScriptedAnswer::of(status, "{}"), 1, 1);
    add("302", ScriptedAnswer::redirect(302, "https://example.com/"), 1, 1);
}

void TestCallRetry::readsAreRetriedAndWritesAreNot()
{
    QFETCH(QByteArray, method);
    QFETCH(ScriptedAnswer, answer);
    QFETCH(int, requests);
    ScriptedServer server;
    server.alwaysAnswer(answer);
    TestClient test(server.url());
    const Operation operation = TestClient::operation(method);
    const ApiCall* call = test.run(operation);
    QVERIFY(call != nullptr);
    QVERIFY(call->problem());
    QCOMPARE(server.requestCount(), requests);
    QCOMPARE(call->attemptCount(), requests);
    QCOMPARE(qsizetype(test.log.entries().size()), requests);
}

void TestCallRetry::aWriteIsResentAfter429Visibly()
{
    ScriptedServer server;
    server.queue(ScriptedAnswer::of(429, "{\"errorCode\":\"RATE_LIMITED\"}"));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("POST");
    ApiCall* call = test.client.call(operation, {}, &test.owner);
    QSignalSpy waiting(call, &ApiCall::waiting);
    QSignalSpy finished(call, &ApiCall::finished);
    QVERIFY(finished.wait());
    QVERIFY(!call->problem());
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(server.requestCount(), 2);
}

void TestCallRetry::aRefusedConnectionIsTriedAgain_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"GET", "POST", "DELETE"})
        QTest::addRow("%s", method) << QByteArray(method);
}

void TestCallRetry::aRefusedConnectionIsTriedAgain()
{
    QFETCH(QByteArray, method);
    ScriptedServer server;
    const QUrl url = server.url();
    server.close();
    TestClient test(url);
    const Operation operation = TestClient::operation(method);
    const ApiCall* call = test.run(operation);
    QVERIFY(call != nullptr);
    QCOMPARE(call->problem().value_or(Problem {}).kind, Problem::Kind::Refused);
    QVERIFY(call->problem()->provablyNotRun);
    QCOMPARE(call->attemptCount(), 3);
}

void TestCallRetry::retryAfterIsObeyed_data()
{
    QTest::addColumn<bool>("asDate");
    QTest::addRow("seconds") << false;
    QTest::addRow("date") << true;
}

void TestCallRetry::retryAfterIsObeyed()
{
    QFETCH(bool, asDate);
    const QByteArray date =
        QLocale::c()
            .toString(QDateTime::currentDateTimeUtc().addSecs(2), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
            .toLatin1();
    ScriptedServer server;
    server.queue(ScriptedAnswer::of(429, "{}", {{"retry-after", asDate ? date : QByteArray("1")}}));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    ApiCall* call = test.client.call(operation, {}, &test.owner);
    QSignalSpy waiting(call, &ApiCall::waiting);
    QSignalSpy finished(call, &ApiCall::finished);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(finished.wait());
    QVERIFY(!call->problem());
    QCOMPARE(waiting.size(), 1);
    QVERIFY2(clock.elapsed() >= 900, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(waiting.first().last().value<std::chrono::milliseconds>() >= std::chrono::milliseconds(900));
}

void TestCallRetry::aLongRetryAfterIsTold()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::of(429, "{}", {{"Retry-After", "4000"}}));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    const ApiCall* call = test.run(operation);
    QVERIFY(call != nullptr && call->problem());
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(call->problem()->retryAfter.value_or(std::chrono::seconds(0)).count(), 4000);
}

void TestCallRetry::theBudgetEndsRetrying()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::of(503));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    int finished = 0;
    constexpr int calls = 40;
    for (int i = 0; i < calls; ++i)
        connect(test.client.call(operation, {}, &test.owner), &ApiCall::finished, this,
            [&finished] { ++finished; });
    QTRY_COMPARE(finished, calls);
    // 40 calls of three attempts would be 120.
    QCOMPARE(server.requestCount(), calls + int(RetryBudget::fullTokens));
}

void TestCallRetry::oneSignatureMoreAfterA401_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("forgiven");
    QTest::addColumn<int>("refused");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("isGood");
    for (const char* method : {"GET", "POST"}) {
        QTest::addRow("%s expired", method) << QByteArray(method) << 1 << 1 << 2 << true;
        QTest::addRow("%s always expired", method) << QByteArray(method) << 99 << 99 << 2 << false;
        QTest::addRow("%s wrong", method) << QByteArray(method) << 0 << 99 << 1 << false;
    }
}

void TestCallRetry::oneSignatureMoreAfterA401()
{
    QFETCH(QByteArray, method);
    QFETCH(int, forgiven);
    QFETCH(int, refused);
    QFETCH(int, requests);
    QFETCH(bool, isGood);
    ScriptedServer server;
    server.queue(
        ScriptedAnswer::of(401, "{\"detail\":\"no\"}", {{"WWW-Authenticate", "Basic realm=\"x\""}}), refused);
    TestClient test(server.url(), forgiven);
    const Operation operation = TestClient::operation(method);
    const ApiCall* call = test.run(operation, {.parameters = {}, .body = {}});
    QVERIFY(call != nullptr);
    QCOMPARE(server.requestCount(), requests);
    QCOMPARE(!call->problem(), isGood);
    if (!isGood) {
        QCOMPARE(call->problem()->kind, Problem::Kind::Credentials);
        QCOMPARE(call->problem()->detail, u"no"_s);
    }
}

TELAMON_TEST(TestCallRetry)
#include "test_callretry.moc"
