// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/transport.h"
#include "tests/support/fullbacklog.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testauthority.h"
#include "tests/support/testprogram.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using std::chrono::milliseconds;

// How one attempt ends, and that nothing leaves the machine that must not.
class TestLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachEndHasItsReason_data();
    void eachEndHasItsReason();
    void aConnectionThatIsNotTakenTimesOut();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void cookiesAreNotReturned();
    void badHeadersAndTargetsNeverLeave_data();
    void badHeadersAndTargetsNeverLeave();
    void anUnknownAuthorityIsRefused();
    void aProxyThatWantsALoginIsNotA401();
    void theProgramsProxyIsNotForThisMachine();

private:
    static std::unique_ptr<Attempt> sent(
        Transport& transport, const WireRequest& request, const HeaderList& headers = {})
    {
        std::unique_ptr<Attempt> attempt(transport.send(request, headers, nullptr));
        QSignalSpy finished(attempt.get(), &Attempt::finished);
        return finished.wait(8000) ? std::move(attempt) : nullptr;
    }
};

void TestLimits::eachEndHasItsReason_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<int>("kind"); // -1: a good answer
    const auto row = [](const char* name, const ScriptedAnswer& answer, std::optional<Problem::Kind> kind) {
        QTest::addRow("%s", name) << answer << (kind ? int(*kind) : -1);
    };
    row("good", ScriptedAnswer::ok("{}"), {});
    row("error status", ScriptedAnswer::of(500, "{}"), {});
    row("401", ScriptedAnswer::of(401, "{}", {{"WWW-Authenticate", "Digest realm=\"x\", nonce=\"1\""}}), {});
    row("silence", ScriptedAnswer::silence(), Problem::Kind::Silence);
    row("silence in the body",
        ScriptedAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", ScriptedAnswer::End::Hang),
        Problem::Kind::Silence);
    row("drip", ScriptedAnswer::drip(QByteArray(2000, 'x'), 20, milliseconds(20)),
        Problem::Kind::AttemptTimeout);
    row("oversize, said", ScriptedAnswer::ok(QByteArray(5000, 'x')), Problem::Kind::TooLarge);
    row("oversize, unsaid", ScriptedAnswer::raw("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(5000, 'x')),
        Problem::Kind::TooLarge);
    row("truncated", ScriptedAnswer::truncated("{\"a\"", 10), Problem::Kind::Closed);
    row("truncated error", ScriptedAnswer::truncated("{\"a\"", 10, 500), Problem::Kind::Closed);
    row("closed", ScriptedAnswer::close(), Problem::Kind::Closed);
    row("reset", ScriptedAnswer::reset(), Problem::Kind::Closed);
    row("407", ScriptedAnswer::of(407, "{}"), Problem::Kind::Proxy);
}

void TestLimits::eachEndHasItsReason()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(int, kind);
    ScriptedServer server;
    server.alwaysAnswer(answer);
    Transport transport({.baseUrl = server.url(),
        .limits = {.silence = milliseconds(300),
            .readAttempt = milliseconds(900),
            .writeAttempt = milliseconds(900),
            .body = 2000}});
    for (const char* method : {"GET", "POST"}) {
        const auto attempt = sent(transport, {.method = method, .target = "/x"});
        QVERIFY(attempt != nullptr);
        QCOMPARE(attempt->problem() ? int(attempt->problem()->kind) : -1, kind);
        QVERIFY(attempt->wasSent());
        QVERIFY(!attempt->problem() || !attempt->problem()->provablyNotRun);
        QVERIFY(attempt->answer().body.size() <= 2000);
        if (answer.bytes.startsWith("HTTP"))
            QCOMPARE(attempt->answer().status, answer.bytes.mid(9, 3).toInt());
    }
}

void TestLimits::aConnectionThatIsNotTakenTimesOut()
{
    FullBacklog server;
    Transport transport({.baseUrl = server.url(), .limits = {.connect = milliseconds(300)}});
    const auto attempt = sent(transport, {.method = "POST", .target = "/x", .body = "{}"});
    QVERIFY(attempt != nullptr);
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::ConnectTimeout);
    QVERIFY(!attempt->wasSent());
    QVERIFY(attempt->problem()->provablyNotRun);
}

void TestLimits::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (int status : {300, 301, 302, 303, 304, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestLimits::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    ScriptedServer other;
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::redirect(status, other.origin() + "/steal?token=abc"));
    Transport transport({.baseUrl = server.url()});
    for (const char* method : {"GET", "POST"}) {
        const auto attempt =
            sent(transport, {.method = method, .target = "/x"}, {{"Authorization", "Bearer t"}});
        QVERIFY(attempt != nullptr);
        QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::Redirect);
        QCOMPARE(attempt->problem()->detail, QString::fromUtf8(other.origin()));
    }
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(server.lastRequest().header("Authorization"), "Bearer t");
    QCOMPARE(other.connectionCount(), 0);
}

void TestLimits::cookiesAreNotReturned()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::ok("{}", {{"Set-Cookie", "session=1; Path=/"}}));
    Transport transport({.baseUrl = server.url()});
    for (int i = 0; i < 2; ++i)
        QVERIFY(sent(transport, {.method = "GET", .target = "/x"}) != nullptr);
    QCOMPARE(server.requestCount(), 2);
    QVERIFY(!server.lastRequest().hasHeader("Cookie"));
    QVERIFY(server.lastRequest().header("User-Agent").startsWith("Telamon/"));
}

void TestLimits::badHeadersAndTargetsNeverLeave_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("method");
    const auto row = [](const char* name, const QByteArray& target, const QByteArray& value = "t",
                         const QByteArray& method = "POST") {
        QTest::addRow("%s", name) << target << value << method;
    };
    row("CR LF in a value", "/x", "t\r\nX-Evil: 1");
    row("LF in a value", "/x", "t\nX-Evil: 1");
    row("NUL in a value", "/x", QByteArray("t\0u", 3));
    row("control in a value", "/x", "t\x01");
    row("no slash", "x");
    row("empty", "");
    row("two slashes", "//example.com/x");
    row("space", "/a b");
    row("CR LF in the target", "/a HTTP/1.1\r\nX-Evil: 1");
    row("fragment", "/a#b");
    row("backslash", "/\\example.com");
    row("encoded dots", "/a/%2E%2E/b");
    row("user and host", "@example.com/");
    row("method", "/x", "t", "GET /evil HTTP/1.1\r\nX:");
}

void TestLimits::badHeadersAndTargetsNeverLeave()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, method);
    ScriptedServer server;
    Transport transport({.baseUrl = server.url()});
    const auto attempt = sent(transport, {.method = method, .target = target}, {{"Authorization", value}});
    QVERIFY(attempt != nullptr);
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::InvalidRequest);
    QVERIFY(!attempt->wasSent());
    QVERIFY(sent(transport, {.method = "GET", .target = "/after"}) != nullptr);
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(server.lastRequest().target(), "/after");
}

void TestLimits::anUnknownAuthorityIsRefused()
{
    const TestAuthority authority;
    if (!authority.isValid())
        QSKIP(qPrintable(authority.failure()));
    ScriptedServer server(authority.serverConfiguration());
    Transport stranger({.baseUrl = server.url()});
    const auto refused = sent(stranger, {.method = "POST", .target = "/x", .body = "{}"});
    QVERIFY(refused != nullptr);
    QCOMPARE(refused->problem().value_or(Problem {}).kind, Problem::Kind::Tls);
    QVERIFY(!refused->problem()->detail.isEmpty());
    QVERIFY(!refused->wasSent());
    QCOMPARE(server.requestCount(), 0);
    Transport friendly({.baseUrl = server.url(), .extraAuthorities = authority.authorities()});
    const auto answered = sent(friendly, {.method = "POST", .target = "/x", .body = "{}"});
    QVERIFY(answered != nullptr && !answered->problem());
}

void TestLimits::aProxyThatWantsALoginIsNotA401()
{
    ScriptedServer proxy;
    proxy.alwaysAnswer(ScriptedAnswer::of(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    const QNetworkProxy setting(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort());
    Transport transport({.baseUrl = QUrl(u"https://service.invalid"_s), .proxy = setting});
    const auto attempt = sent(transport, {.method = "POST", .target = "/x"}, {{"Authorization", "Bearer t"}});
    QVERIFY(attempt != nullptr);
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::Proxy);
    QVERIFY(!attempt->wasSent());
    QVERIFY(proxy.requestCount() > 0);
    for (const RecordedRequest& request : proxy.requests())
        QVERIFY(!request.hasHeader("Authorization"));
    // This machine is reached without it.
    ScriptedServer server;
    Transport local({.baseUrl = server.url(), .proxy = setting});
    proxy.forgetRequests();
    QVERIFY(!sent(local, {.method = "GET", .target = "/x"})->problem());
    QCOMPARE(proxy.requestCount(), 0);
    // Plain http goes nowhere else.
    Transport plain({.baseUrl = QUrl(u"http://service.invalid"_s), .proxy = setting});
    QCOMPARE(sent(plain, {.method = "GET", .target = "/x"})->problem().value_or(Problem {}).kind,
        Problem::Kind::InvalidRequest);
    QCOMPARE(proxy.requestCount(), 0);
}

void TestLimits::theProgramsProxyIsNotForThisMachine()
{
    ScriptedServer proxy;
    ScriptedServer server;
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
    const auto noneAgain = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
    Transport transport({.baseUrl = server.url()});
    for (const char* method : {"GET", "POST"}) {
        const auto attempt = sent(transport, {.method = method, .target = "/x"});
        QVERIFY(attempt != nullptr && !attempt->problem());
    }
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(proxy.requestCount(), 0);
}

TELAMON_TEST(TestLimits)
#include "test_limits.moc"
