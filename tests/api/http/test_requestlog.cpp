// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/problemreader.h"
#include "api/http/requestlog.h"
#include "api/http/secretmask.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Nothing secret is kept, and not too much of the rest.
class TestRequestLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noFormOfASecretIsKept_data();
    void noFormOfASecretIsKept();
    void theLogIsBounded();
    void errorBodiesAreRead_data();
    void errorBodiesAreRead();
};

void TestRequestLog::noFormOfASecretIsKept_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addRow("plain") << QByteArray("canary-secret");
    QTest::addRow("base64") << QByteArray("canary-secret").toBase64();
    for (const char* name : {"a", "ab", "abc"})
        QTest::addRow("base64 after %s", name)
            << QByteArray(QByteArray(name) + ":canary-secret:x").toBase64();
}

void TestRequestLog::noFormOfASecretIsKept()
{
    QFETCH(QByteArray, form);
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::of(400, "{\"errorCode\":\"E\",\"detail\":\"you sent " + form + "\"}",
        {{"X-Echo", form}, {"Set-Cookie", "session=cookievalue"}}));
    TestClient test(server.url());
    Operation operation = TestClient::operation("POST");
    operation.parameters = {TestClient::parameter(u"q"_s)};
    const QString text = QString::fromLatin1(form);
    const ApiCall* call = test.run(operation, {.parameters = {{u"q"_s, text}}, .body = QJsonValue(text)});
    QVERIFY(call != nullptr && call->problem());
    QVERIFY(server.lastRequest().head.contains("canary-secret")); // it did travel
    QCOMPARE(test.log.entries().size(), 1U);
    const LogEntry& entry = test.log.entries().front();
    QByteArray all = entry.target + entry.problem.toUtf8() + entry.requestBody + entry.responseBody
        + call->problem()->sentence().toUtf8();
    for (const auto& [name, value] : entry.requestHeaders + entry.responseHeaders)
        all += name + ": " + value + '\n';
    // Enough of the secret's own characters to know it by.
    QVERIFY2(!all.contains(form) && !all.contains("canary") && !all.contains("cookievalue"), all.constData());
    QVERIFY(entry.responseBody.contains(SecretMask::replacement()));
    QCOMPARE(entry.status, 400);
    QCOMPARE(entry.operationId, operation.id);
}

void TestRequestLog::theLogIsBounded()
{
    RequestLog log([](const Schema*, const QByteArray& json) { return json; },
        {.entries = 5, .total = 4000, .body = 100});
    QSignalSpy dropped(&log, &RequestLog::entriesDropped);
    const Operation operation = TestClient::operation("POST");
    for (int i = 0; i < 20; ++i) {
        const quint64 id = log.begin(&operation, 1, {.method = "POST", .body = QByteArray(500, 'x')}, {}, {});
        log.end(id, &operation, {.status = 200, .headers = {}, .body = QByteArray(500, 'y')}, {}, {});
    }
    QVERIFY(log.entries().size() <= 5);
    qint64 size = 0;
    for (const LogEntry& entry : log.entries()) {
        QCOMPARE(entry.requestBody.size(), 100);
        QCOMPARE(entry.responseBody.size(), 100);
        QCOMPARE(entry.received, 500);
        size += entry.size();
    }
    QVERIFY(size <= 4000);
    QVERIFY(!dropped.isEmpty());
    QVERIFY(log.entry(1) == nullptr);
    QVERIFY(log.entry(20) != nullptr);
}

void TestRequestLog::errorBodiesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QStringList>("parameters");
    QTest::addColumn<QString>("field");
    const QStringList none;
    QTest::addRow("whole") << QByteArray(
        R"({"error":400,"errorCode":"VALIDATION_ERROR","detail":"d","reason":"Bad Request",
            "parameters":["a",{"b":1},null],"badRequestDetail":{"fields":[{"field":"name","description":"x"}]}})")
                           << u"VALIDATION_ERROR"_s << u"d"_s << QStringList {u"a"_s, u"{\"b\":1}"_s, u""_s}
                           << u"name"_s;
    QTest::addRow("page") << QByteArray(
        "<html><head><title>t</title></head><body><h1>Bad</h1> gate</body></html>")
                          << u"FROM_HEADER"_s << u"Bad gate"_s << none << u""_s;
    QTest::addRow("empty") << QByteArray() << u"FROM_HEADER"_s << u""_s << none << u""_s;
    QTest::addRow("OAuth") << QByteArray(R"({"error":"invalid_client","error_description":"no"})")
                           << u"invalid_client"_s << u"no"_s << none << u""_s;
    QTest::addRow("odd types") << QByteArray(R"({"errorCode":5,"parameters":{},"badRequestDetail":[]})")
                               << u"5"_s << u""_s << none << u""_s;
}

void TestRequestLog::errorBodiesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    QFETCH(QStringList, parameters);
    QFETCH(QString, field);
    const Problem problem =
        readProblem({.status = 400, .headers = {{"x-error-code", "FROM_HEADER"}}, .body = body});
    QCOMPARE(problem.code, code);
    QCOMPARE(problem.detail, detail);
    QCOMPARE(problem.parameters, parameters);
    QCOMPARE(problem.fields.isEmpty() ? QString(u""_s) : problem.fields.first().field, field);
}

TELAMON_TEST(TestRequestLog)
#include "test_requestlog.moc"
