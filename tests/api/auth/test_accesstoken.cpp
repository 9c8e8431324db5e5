// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/accesstoken.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;

class TestAccessToken : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsOnlyWhatCanBeAToken_data();
    void sendsOnlyWhatCanBeAToken();
    void readsTokenAnswers_data();
    void readsTokenAnswers();
};

void TestAccessToken::sendsOnlyWhatCanBeAToken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isToken");
    QTest::newRow("opaque") << QByteArray("abc-._~+/DEF0189=") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("line break adds a header") << QByteArray("a\r\nX-Injected: 1") << false;
    QTest::newRow("line break at the end") << QByteArray("abc\n") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("DEL") << QByteArray("a\x7f") << false;
    QTest::newRow("not ASCII") << QByteArray("\xC3\xA4") << false;
    QTest::newRow("as long as may be") << QByteArray(16 * 1024, 'a') << true;
    QTest::newRow("too long") << QByteArray(16 * 1024 + 1, 'a') << false;
}

void TestAccessToken::sendsOnlyWhatCanBeAToken()
{
    QFETCH(QByteArray, text);
    QTEST(isAccessToken(text), "isToken");
}

void TestAccessToken::readsTokenAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token"); // empty: refused
    QTest::addColumn<int>("lifetime");
    const auto row = [](const char* name, const char* body, const char* token, int lifetime) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(token) << lifetime;
    };
    row("usual", R"({"access_token":"tok","expires_in":3600,"token_type":"Bearer"})", "tok", 3600);
    row("case and more fields", R"({"token_type":"bEARER","access_token":"tok","expires_in":60,"scope":"x"})",
        "tok", 60);
    row("fraction", R"({"token_type":"Bearer","access_token":"tok","expires_in":59.9})", "tok", 59);
    row("no lifetime", R"({"token_type":"Bearer","access_token":"tok"})", "tok", 3600);
    row("absurd lifetime", R"({"token_type":"Bearer","access_token":"tok","expires_in":1e300})", "tok",
        86400);
    row("ended", R"({"token_type":"Bearer","access_token":"tok","expires_in":0})", "", 0);
    row("negative", R"({"token_type":"Bearer","access_token":"tok","expires_in":-5})", "", 0);
    row("other type", R"({"token_type":"mac","access_token":"tok","expires_in":60})", "", 0);
    row("no type", R"({"access_token":"tok","expires_in":60})", "", 0);
    row("no token", R"({"token_type":"Bearer","expires_in":60})", "", 0);
    row("token is a number", R"({"token_type":"Bearer","access_token":7,"expires_in":60})", "", 0);
    row("line break", R"({"token_type":"Bearer","access_token":"tok\r\nX-Injected: 1","expires_in":60})", "",
        0);
    row("HTML", "<html><body>Maintenance tok</body></html>", "", 0);
    row("array", "[]", "", 0);
    row("empty", "", "", 0);
}

void TestAccessToken::readsTokenAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    QFETCH(int, lifetime);
    const auto fetched = parseTokenAnswer(body);
    QCOMPARE(fetched.hasValue(), !token.isEmpty());
    if (fetched) {
        QCOMPARE(fetched.value().token.copy(), token);
        QCOMPARE(fetched.value().lifetime.count(), lifetime);
    } else {
        QCOMPARE(fetched.error().kind, Problem::Kind::Malformed);
        QVERIFY(!fetched.error().sentence().contains(QLatin1String("tok ")));
        QVERIFY(!fetched.error().sentence().contains(QLatin1String("Injected")));
    }
}

TELAMON_TEST(TestAccessToken)
#include "test_accesstoken.moc"
