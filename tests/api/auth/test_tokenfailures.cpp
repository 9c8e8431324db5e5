// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/bearerauthenticator.h"
#include "api/auth/serviceaccountauthenticator.h"
#include "tests/api/auth/signedcall.h"
#include "tests/api/auth/tokenservice.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Telamon;
using namespace std::chrono_literals;

class TestTokenFailures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void failureReachesEveryWaitingCall_data();
    void failureReachesEveryWaitingCall();
    void nextCallTriesAgain();
    void busyServiceIsAskedOnceMore_data();
    void busyServiceIsAskedOnceMore();
    void nobodyListeningIsTold();
    void redirectTakesNoSecretElsewhere_data();
    void redirectTakesNoSecretElsewhere();
    void pastedTokenIsSentOnceAndNeverRenewed();
    void pastedTokenWithALineBreakIsNotSent_data();
    void pastedTokenWithALineBreakIsNotSent();
    void signOutRevokesWhatWasFetched();
    void signOutRevokesNothingThatWasNotFetched();
    void signOutEndsWithinItsLimit();
    void signOutEndsTheWaiting();
};

namespace {

struct FailingTokenFixture {
    SignedCall* call() { return new SignedCall(authenticator, transport, readRequest, &owner); }

    ScriptedServer server;
    TokenService service {server};
    Transport transport {{.baseUrl = server.url()}};
    SignInPolicy policy {.retryPause = 1ms, .retryAfterCap = 1s, .signOutLimit = 50ms};
    ServiceAccountAuthenticator authenticator {"mdb_sa_id_1", "secret", transport, policy};
    QObject owner;
};

} // namespace

void TestTokenFailures::failureReachesEveryWaitingCall_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Problem::Kind>("kind");
    const QByteArray token =
        R"({"access_token":"tok\r\nX-Injected: 1","expires_in":60,"token_type":"Bearer"})";
    QTest::newRow("401") << 401 << QByteArray(R"({"error":"invalid_client"})") << Problem::Kind::Credentials;
    QTest::newRow("401 in HTML") << 401 << QByteArray("<html>") << Problem::Kind::Credentials;
    QTest::newRow("400 invalid_client")
        << 400 << QByteArray(R"({"error":"invalid_client"})") << Problem::Kind::Credentials;
    QTest::newRow("400 of another kind")
        << 400 << QByteArray(R"({"error":"invalid_request"})") << Problem::Kind::Service;
    QTest::newRow("403") << 403 << QByteArray("{}") << Problem::Kind::Service;
    QTest::newRow("500") << 500 << QByteArray("<html>") << Problem::Kind::Service;
    QTest::newRow("302") << 302 << QByteArray() << Problem::Kind::Redirect;
    QTest::newRow("no token") << 200 << QByteArray("{}") << Problem::Kind::Malformed;
    QTest::newRow("64 MiB") << 200
                            << QByteArray(R"({"token_type":"Bearer","access_token":"t","x":")"
                                   + QByteArray(64 << 20, 'x') + "\"}")
                            << Problem::Kind::TooLarge;
    QTest::newRow("1 MiB") << 200
                           << QByteArray(R"({"token_type":"Bearer","access_token":"t","x":")"
                                  + QByteArray(1 << 20, 'x') + "\"}")
                           << Problem::Kind::Malformed;
    QTest::newRow("line break in the token") << 200 << token << Problem::Kind::Malformed;
}

void TestTokenFailures::failureReachesEveryWaitingCall()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Problem::Kind, kind);
    FailingTokenFixture f;
    f.service.instead = {ScriptedAnswer::of(status, body)};
    QList<SignedCall*> calls;
    for (int i = 0; i < 5; ++i)
        calls.append(f.call());
    for (const SignedCall* call : std::as_const(calls)) {
        QVERIFY(finished(call));
        QVERIFY(call->problem());
        QCOMPARE(call->problem()->kind, kind);
        QVERIFY(call->problem()->provablyNotRun);
        QCOMPARE(call->attemptCount(), 0);
    }
    QCOMPARE(f.server.requestCount(), 1);
}

void TestTokenFailures::nextCallTriesAgain()
{
    FailingTokenFixture f;
    f.service.instead = {ScriptedAnswer::of(401)};
    QVERIFY(finished(f.call()));
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(call->status(), 200);
    QCOMPARE(f.service.tokenRequests, 2);
}

void TestTokenFailures::busyServiceIsAskedOnceMore_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("tokenRequests");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("503") << 503 << QByteArray() << 1 << 2 << true;
    QTest::newRow("429") << 429 << QByteArray() << 1 << 2 << true;
    QTest::newRow("429 at once") << 429 << QByteArray("0") << 1 << 2 << true;
    QTest::newRow("a date gone by") << 503 << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << 1 << 2 << true;
    QTest::newRow("ten years") << 503 << QByteArray("315360000") << 1 << 1 << false;
    QTest::newRow("beyond all numbers") << 503 << QByteArray(30, '9') << 1 << 1 << false;
    QTest::newRow("negative") << 503 << QByteArray("-5") << 1 << 2 << true;
    QTest::newRow("wait too long") << 429 << QByteArray("2") << 1 << 1 << false;
    QTest::newRow("a date too far") << 503 << QByteArray("Sat, 06 Nov 2094 08:49:37 GMT") << 1 << 1 << false;
    QTest::newRow("busy twice") << 503 << QByteArray() << 2 << 2 << false;
    QTest::newRow("500 is not busy") << 500 << QByteArray() << 1 << 1 << false;
}

void TestTokenFailures::busyServiceIsAskedOnceMore()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, failures);
    QFETCH(bool, isGood);
    FailingTokenFixture f;
    ScriptedAnswer::Headers headers;
    if (!retryAfter.isEmpty())
        headers.append({"Retry-After", retryAfter});
    for (int i = 0; i < failures; ++i)
        f.service.instead.append(ScriptedAnswer::of(status, "{}", headers));
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(!call->problem(), isGood);
    if (!isGood)
        QCOMPARE(call->problem()->status, status);
    QTEST(f.service.tokenRequests, "tokenRequests");
}

void TestTokenFailures::nobodyListeningIsTold()
{
    FailingTokenFixture f;
    f.server.close();
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QVERIFY(call->problem());
    QCOMPARE(call->problem()->kind, Problem::Kind::Refused);
}

void TestTokenFailures::redirectTakesNoSecretElsewhere_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestTokenFailures::redirectTakesNoSecretElsewhere()
{
    QFETCH(int, status);
    FailingTokenFixture f;
    ScriptedServer elsewhere;
    elsewhere.alwaysAnswer(TokenService::tokenAnswer("token-of-another", 3600));
    f.service.instead = {ScriptedAnswer::redirect(status, elsewhere.origin() + "/api/oauth/token")};
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(call->problem()->kind, Problem::Kind::Redirect);
    const SignedCall* next = f.call(); // the service is reached again
    QVERIFY(finished(next));
    QCOMPARE(next->status(), 200);
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void TestTokenFailures::pastedTokenIsSentOnceAndNeverRenewed()
{
    FailingTokenFixture f;
    BearerAuthenticator authenticator("pasted");
    const SignedCall call(authenticator, f.transport, readRequest);
    QVERIFY(finished(&call));
    QCOMPARE(call.problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(f.server.requestCount(), 1);
    QCOMPARE(f.server.lastRequest().header("Authorization"), "Bearer pasted");
    QCOMPARE(authenticator.secrets(), QList<QByteArray> {"pasted"});
}

void TestTokenFailures::pastedTokenWithALineBreakIsNotSent_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("line break") << QByteArray("pasted\r\nX-Injected: 1");
    QTest::newRow("line break at the end") << QByteArray("pasted\n");
    QTest::newRow("space") << QByteArray("Bearer pasted");
    QTest::newRow("empty") << QByteArray();
}

void TestTokenFailures::pastedTokenWithALineBreakIsNotSent()
{
    QFETCH(QByteArray, token);
    FailingTokenFixture f;
    BearerAuthenticator authenticator(token);
    const SignedCall call(authenticator, f.transport, readRequest);
    QVERIFY(finished(&call));
    QVERIFY(call.problem());
    QCOMPARE(call.problem()->kind, Problem::Kind::Credentials);
    QVERIFY(!call.problem()->sentence().contains(QLatin1String("pasted")));
    QCOMPARE(f.server.requestCount(), 0);
}

void TestTokenFailures::signOutRevokesWhatWasFetched()
{
    FailingTokenFixture f;
    QVERIFY(finished(f.call()));
    bool isDone = false;
    f.authenticator.signOut(&f.owner, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(f.service.revoked, QByteArrayList {"token=token-1"});
    QCOMPARE(f.server.lastRequest().line(), "POST /api/oauth/revoke HTTP/1.1");
    QCOMPARE(f.server.lastRequest().header("Authorization"), f.service.basic);
    QCOMPARE(f.authenticator.secrets(), (QList<QByteArray> {"secret", "token-1"})); // still to be masked
}

void TestTokenFailures::signOutRevokesNothingThatWasNotFetched()
{
    FailingTokenFixture f;
    BearerAuthenticator pasted("pasted");
    for (Authenticator* authenticator :
        {static_cast<Authenticator*>(&pasted), static_cast<Authenticator*>(&f.authenticator)}) {
        bool isDone = false;
        authenticator->signOut(&f.owner, [&isDone] { isDone = true; });
        QVERIFY(isDone);
    }
    // What a sign-out had sent would be there before this answer.
    QVERIFY(finished(f.call()));
    QCOMPARE(f.service.revocations, 0);
}

void TestTokenFailures::signOutEndsWithinItsLimit()
{
    FailingTokenFixture f;
    QVERIFY(finished(f.call()));
    f.server.alwaysAnswer(ScriptedAnswer::silence());
    QElapsedTimer timer;
    timer.start();
    bool isDone = false;
    f.authenticator.signOut(&f.owner, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(SignInPolicy().signOutLimit, 2000ms);
}

void TestTokenFailures::signOutEndsTheWaiting()
{
    FailingTokenFixture f;
    f.server.alwaysAnswer(ScriptedAnswer::silence());
    const SignedCall* call = f.call();
    QTRY_COMPARE(f.server.requestCount(), 1);
    bool isDone = false;
    f.authenticator.signOut(&f.owner, [&isDone] { isDone = true; });
    QVERIFY(isDone);
    QVERIFY(call->isFinished());
    QCOMPARE(call->problem()->kind, Problem::Kind::Cancelled);
}

TELAMON_TEST(TestTokenFailures)
#include "test_tokenfailures.moc"
