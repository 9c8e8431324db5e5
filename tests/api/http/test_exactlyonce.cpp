// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/transport.h"
#include "tests/support/http2front.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testauthority.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// A request is put on the wire once, whatever becomes of its connection.
class TestExactlyOnce : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWriteWithoutAnswerIsOnTheWireOnce_data();
    void aWriteWithoutAnswerIsOnTheWireOnce();
    void aReadWithoutAnswerIsOnTheWireOnce();
    void aKeptConnectionThatClosesIsNotAResend();
    void sentBeforeARefusalIsSent();

private:
    TestAuthority m_authority;
};

void TestExactlyOnce::aWriteWithoutAnswerIsOnTheWireOnce_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    for (const char* wire : {"plain", "tls", "http2"}) {
        for (const char* method : {"POST", "PATCH", "PUT", "DELETE"}) {
            for (const char* body : {"", "{\"name\":\"copy\"}"}) {
                QTest::addRow("%s %s %s", wire, method, *body ? "with body" : "without body")
                    << QString::fromLatin1(wire) << QByteArray(method) << QByteArray(body);
            }
        }
    }
}

void TestExactlyOnce::aWriteWithoutAnswerIsOnTheWireOnce()
{
    QFETCH(QString, wire);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    if (!m_authority.isValid())
        QSKIP(qPrintable(m_authority.failure()));
    ScriptedServer server(wire == "tls"_L1 ? std::optional(m_authority.serverConfiguration()) : std::nullopt);
    server.alwaysAnswer(ScriptedAnswer::close());
    std::optional<Http2Front> front;
    if (wire == "http2"_L1) {
        front.emplace(m_authority, server.url());
        if (!front->isRunning())
            QSKIP(qPrintable(front->failure()));
    }
    Transport transport(
        {.baseUrl = front ? front->url() : server.url(), .extraAuthorities = m_authority.authorities()});

    // 25 of each row's 8: 200 over each kind of connection.
    constexpr int copies = 25;
    QObject owner;
    for (int i = 0; i < copies; ++i) {
        Attempt* attempt =
            transport.send({.method = method,
                               .target = "/write/" + QByteArray::number(i),
                               .accept = "application/json",
                               .contentType = body.isEmpty() ? QByteArray() : QByteArray("application/json"),
                               .body = body},
                {}, &owner);
        QSignalSpy finished(attempt, &Attempt::finished);
        QVERIFY(finished.wait());
        QVERIFY(attempt->wasSent());
        if (front) // it says so in words of its own
            QVERIFY(attempt->problem() || attempt->answer().status == 502);
        else
            QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::Closed);
    }
    QSet<QByteArray> targets;
    for (const RecordedRequest& request : server.requests()) {
        targets.insert(request.target());
        QCOMPARE(request.method(), method);
        QCOMPARE(request.body, body);
    }
    QCOMPARE(server.requestCount(), copies);
    QCOMPARE(targets.size(), copies);
}

void TestExactlyOnce::aReadWithoutAnswerIsOnTheWireOnce()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::close());
    Transport transport({.baseUrl = server.url()});
    QObject owner;
    Attempt* attempt = transport.send({.method = "GET", .target = "/read"}, {}, &owner);
    QSignalSpy finished(attempt, &Attempt::finished);
    QVERIFY(finished.wait());
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::Closed);
    QCOMPARE(server.requestCount(), 1);
    QVERIFY(server.lastRequest().body.isEmpty());
}

void TestExactlyOnce::aKeptConnectionThatClosesIsNotAResend()
{
    ScriptedServer server;
    server.queue(ScriptedAnswer::ok());
    server.queue(ScriptedAnswer::close());
    Transport transport({.baseUrl = server.url()});
    QObject owner;
    for (const char* target : {"/first", "/second"}) {
        Attempt* attempt = transport.send({.method = "POST", .target = target, .body = "{}"}, {}, &owner);
        QSignalSpy finished(attempt, &Attempt::finished);
        QVERIFY(finished.wait());
    }
    QCOMPARE(server.connectionCount(), 2); // a write never meets a connection that may be closing
    QCOMPARE(server.requestCount(), 2);
}

void TestExactlyOnce::sentBeforeARefusalIsSent()
{
    // The service takes the request, dies, and refuses whoever comes back.
    ScriptedServer server;
    server.setHandler([&server](const RecordedRequest&) {
        server.close();
        return ScriptedAnswer::close();
    });
    Transport transport({.baseUrl = server.url()});
    QObject owner;
    Attempt* attempt = transport.send({.method = "DELETE", .target = "/once"}, {}, &owner);
    QSignalSpy finished(attempt, &Attempt::finished);
    QVERIFY(finished.wait());
    QVERIFY(attempt->wasSent());
    QVERIFY(attempt->problem());
    QVERIFY(!attempt->problem()->provablyNotRun);
}

TELAMON_TEST(TestExactlyOnce)
#include "test_exactlyonce.moc"
