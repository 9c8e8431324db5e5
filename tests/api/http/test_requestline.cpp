// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Hostile values arrive encoded in the raw request line, or not at all.
class TestRequestLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesArriveEncodedOrNotAtAll_data();
    void valuesArriveEncodedOrNotAtAll();
    void unknownAndMissingNamesAreRefused();
};

void TestRequestLine::valuesArriveEncodedOrNotAtAll_data()
{
    QTest::addColumn<QJsonValue>("id"); // of the path
    QTest::addColumn<QJsonValue>("filter"); // of the query
    QTest::addColumn<QByteArray>("target"); // empty: refused
    const QJsonValue none(QJsonValue::Undefined);
    const auto path = [&none](const char* name, const QString& id, const QByteArray& target) {
        QTest::addRow("path: %s", name) << QJsonValue(id) << none << target;
    };
    path("plain", u"abc"_s, "/api/abc/things");
    path("slash", u"a/b"_s, "/api/a%2Fb/things");
    path("space", u"a b"_s, "/api/a%20b/things");
    path("encoded dots", u"%2E%2E"_s, "/api/%252E%252E/things");
    path("query", u"a?b#c"_s, "/api/a%3Fb%23c/things");
    path("unicode", u"ä☃"_s, "/api/%C3%A4%E2%98%83/things");
    path("three dots", u"..."_s, "/api/.../things");
    path("colon and at", u"a:b@c"_s, "/api/a%3Ab%40c/things");
    path("dot", u"."_s, {});
    path("two dots", u".."_s, {});
    path("empty", u""_s, {});
    path("CR LF", u"a\r\nX-Evil: 1"_s, {});
    path("NUL", QString(QChar(0)), {});
    path("C1 control", QString(QChar(0x85)), {});
    path("half a character", QString(QChar(0xd800)), {});
    QTest::addRow("path: array") << QJsonValue(QJsonArray {u"a"_s}) << none << QByteArray();
    QTest::addRow("path: null") << QJsonValue() << none << QByteArray();
    const auto query = [](const char* name, const QJsonValue& value, const QByteArray& items) {
        QTest::addRow("query: %s", name)
            << QJsonValue(u"i"_s) << value << (items.isNull() ? items : "/api/i/things" + items);
    };
    query("separators", u"+&=%#/?"_s, "?filter=%2B%26%3D%25%23%2F%3F");
    query("array", QJsonArray {u"a"_s, u"b&c"_s}, "?filter=a&filter=b%26c");
    query("empty", u""_s, "?filter=");
    query("number", 5, "?filter=5");
    query("large number", qint64(9007199254740993), "?filter=9007199254740993");
    query("boolean", false, "?filter=false");
    query("null", QJsonValue(), "");
    query("control", u"a\nb"_s, {});
    query("object", QJsonObject {{u"a"_s, 1}}, {});
}

void TestRequestLine::valuesArriveEncodedOrNotAtAll()
{
    QFETCH(QJsonValue, id);
    QFETCH(QJsonValue, filter);
    QFETCH(QByteArray, target);
    ScriptedServer server;
    TestClient test(server.url());
    Operation operation = TestClient::operation("DELETE", u"/api/{id}/things"_s);
    operation.parameters = {
        TestClient::parameter(u"id"_s, Parameter::In::Path), TestClient::parameter(u"filter"_s)};
    Arguments arguments;
    arguments.parameters.insert(u"id"_s, id);
    if (!filter.isUndefined())
        arguments.parameters.insert(u"filter"_s, filter);
    const ApiCall* call = test.run(operation, arguments);
    QVERIFY(call != nullptr);
    if (target.isEmpty()) {
        QCOMPARE(call->problem().value_or(Problem {}).kind, Problem::Kind::InvalidRequest);
        QCOMPARE(server.connectionCount(), 0);
    } else {
        QVERIFY(!call->problem());
        QCOMPARE(server.lastRequest().line(), "DELETE " + target + " HTTP/1.1");
        QVERIFY(!server.lastRequest().hasHeader("X-Evil"));
    }
}

void TestRequestLine::unknownAndMissingNamesAreRefused()
{
    Operation operation = TestClient::operation("GET", u"/api/{id}"_s);
    operation.parameters = {TestClient::parameter(u"id"_s, Parameter::In::Path)};
    QVERIFY(!buildRequest(operation, {}));
    QVERIFY(!buildRequest(operation, {.parameters = {{u"id"_s, u"a"_s}, {u"other"_s, 1}}}));
    QVERIFY(buildRequest(operation, {.parameters = {{u"id"_s, u"a"_s}}}).hasValue());
    operation.path = u"//example.com/{id}"_s;
    QVERIFY(!buildRequest(operation, {.parameters = {{u"id"_s, u"a"_s}}}));
}

TELAMON_TEST(TestRequestLine)
#include "test_requestline.moc"
