// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/digestauthenticator.h"
#include "tests/api/auth/digestservice.h"
#include "tests/api/auth/signedcall.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;
using namespace std::chrono_literals;

class TestDigestAuthenticator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongKeyMakesTwoRequests();
    void wrongKeyAgainMakesOneRequest();
    void fiftyCallsMeetOneRefusal();
    void twelveCallsSideBySideShareOneChallenge();
    void noBodyTravelsBeforeTheChallenge();
    void answersTheStrongestChallenge_data();
    void answersTheStrongestChallenge();
    void resendsOnceWhenTheNonceIsStale();
    void callsRefusedTogetherUseTheNextNonceTogether();
    void followsTheNextNonce();
    void usedNonceWithoutStaleIsWrongCredentials();
    void readsGoOnWhereNobodyAsks();
    void writesNothingWhereNobodyAsks();
    void challengeThatCannotBeAnsweredIsTold();
    void refusesAPublicKeyWithControlCharacters();
};

namespace {

const WireRequest encodedRequest {
    "GET", "/api/atlas/v2/groups/a%2Fb?x=%22y%22&z=1", "application/json", {}, {}};
const WireRequest writeRequest {
    "POST", "/api/atlas/v2/groups", "application/json", "application/json", R"({"name":"body"})"};

struct DigestFixture {
    explicit DigestFixture(const QByteArray& privateKey = "priv")
        : authenticator("pub", privateKey, transport, policy)
    {
    }

    SignedCall* call(const WireRequest& request)
    {
        return new SignedCall(authenticator, transport, request, &owner);
    }

    ScriptedServer server;
    DigestService service {server};
    Transport transport {{.baseUrl = server.url()}};
    SignInPolicy policy {.retryPause = 1ms};
    DigestAuthenticator authenticator;
    QObject owner;
};

} // namespace

void TestDigestAuthenticator::wrongKeyMakesTwoRequests()
{
    DigestFixture f("wrong");
    const SignedCall* call = f.call(encodedRequest);
    QVERIFY(finished(call));
    QVERIFY(call->problem());
    QCOMPARE(call->problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(f.server.requestCount(), 2);
}

void TestDigestAuthenticator::wrongKeyAgainMakesOneRequest()
{
    DigestFixture f("wrong");
    const SignedCall* first = f.call(encodedRequest);
    QVERIFY(finished(first));
    f.server.forgetRequests();
    const SignedCall* second = f.call(writeRequest);
    QVERIFY(finished(second));
    QCOMPARE(second->problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(f.server.requestCount(), 1);
    // With the nonce that came with the refusal before.
    QVERIFY(f.server.lastRequest().header("Authorization").contains(quoted(f.service.nonces.at(1))));
}

void TestDigestAuthenticator::fiftyCallsMeetOneRefusal()
{
    DigestFixture f;
    for (int i = 0; i < 50; ++i) {
        const SignedCall* call = f.call(i % 5 == 4 ? writeRequest : encodedRequest);
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
    }
    QCOMPARE(f.service.challengeCount, 1);
    QCOMPARE(f.service.repeatedCounts, 0);
    QCOMPARE(f.server.requestCount(), 51);
}

void TestDigestAuthenticator::twelveCallsSideBySideShareOneChallenge()
{
    DigestFixture f;
    QList<SignedCall*> calls;
    for (int i = 0; i < 12; ++i)
        calls.append(f.call(encodedRequest));
    for (const SignedCall* call : std::as_const(calls)) {
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
    }
    QCOMPARE(f.service.challengeCount, 1);
    QCOMPARE(f.service.repeatedCounts, 0);
    QCOMPARE(f.server.requestCount(), 13);
}

void TestDigestAuthenticator::noBodyTravelsBeforeTheChallenge()
{
    DigestFixture f;
    const SignedCall* call = f.call(writeRequest);
    QVERIFY(finished(call));
    QCOMPARE(call->status(), 200);
    QCOMPARE(f.service.bodiesWithoutLogin, QByteArrayList());
    QCOMPARE(f.server.requests().first().method(), "GET");
    QVERIFY(!f.server.requests().first().hasHeader("Authorization"));
    QCOMPARE(f.server.lastRequest().body, writeRequest.body);
    QCOMPARE(f.server.requestCount(), 2);
}

void TestDigestAuthenticator::answersTheStrongestChallenge_data()
{
    QTest::addColumn<QByteArrayList>("algorithms");
    QTest::addColumn<bool>("inOneHeader");
    QTest::addColumn<QByteArray>("used");
    const auto row = [](const char* name, const QByteArrayList& algorithms, bool inOneHeader,
                         const char* used) {
        QTest::newRow(name) << algorithms << inOneHeader << QByteArray(used);
    };
    row("none named", {""}, false, "");
    row("MD5-sess", {"MD5-sess"}, false, "MD5-sess");
    row("SHA-256 alone", {"SHA-256"}, false, "SHA-256");
    row("SHA-256-sess", {"SHA-256-sess"}, false, "SHA-256-sess");
    row("two headers", {"MD5", "SHA-256"}, false, "SHA-256");
    row("one header", {"MD5", "SHA-256"}, true, "SHA-256");
    row("an unknown one first", {"SHA-512-256", "MD5"}, true, "MD5");
}

void TestDigestAuthenticator::answersTheStrongestChallenge()
{
    QFETCH(QByteArrayList, algorithms);
    QFETCH(bool, inOneHeader);
    QFETCH(QByteArray, used);
    DigestFixture f;
    f.service.algorithms = algorithms;
    f.service.usesOneHeader = inOneHeader;
    for (int i = 0; i < 2; ++i) {
        const SignedCall* call = f.call(encodedRequest);
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
    }
    QCOMPARE(f.service.algorithmsUsed, (QByteArrayList {used, used}));
}

void TestDigestAuthenticator::resendsOnceWhenTheNonceIsStale()
{
    DigestFixture f;
    QVERIFY(finished(f.call(encodedRequest)));
    f.service.forgetNonces();
    const SignedCall* call = f.call(writeRequest);
    QVERIFY(finished(call));
    QCOMPARE(call->status(), 200);
    QCOMPARE(call->attemptCount(), 2);
    QCOMPARE(f.service.challengeCount, 2);
    QCOMPARE(f.server.requestCount(), 4);
}

void TestDigestAuthenticator::callsRefusedTogetherUseTheNextNonceTogether()
{
    DigestFixture f;
    QVERIFY(finished(f.call(encodedRequest)));
    f.service.forgetNonces();
    QList<SignedCall*> calls;
    for (int i = 0; i < 6; ++i)
        calls.append(f.call(encodedRequest));
    for (const SignedCall* call : std::as_const(calls)) {
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
    }
    QSet<QByteArray> used;
    for (const RecordedRequest& request : f.server.requests().mid(8)) // the six that were sent again
        used.insert(parseChallenges(request.header("Authorization")).first().parameters.value("nonce"));
    QCOMPARE(used.size(), 1);
    QCOMPARE(f.service.repeatedCounts, 0);
}

void TestDigestAuthenticator::followsTheNextNonce()
{
    DigestFixture f;
    f.service.usesPerNonce = 1;
    f.service.sendsNextNonce = true;
    for (int i = 0; i < 5; ++i) {
        const SignedCall* call = f.call(encodedRequest);
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
        QCOMPARE(call->attemptCount(), 1);
    }
    QCOMPARE(f.service.challengeCount, 1);
}

void TestDigestAuthenticator::usedNonceWithoutStaleIsWrongCredentials()
{
    DigestFixture f;
    f.service.saysStale = false;
    QVERIFY(finished(f.call(encodedRequest)));
    f.service.forgetNonces();
    const SignedCall* call = f.call(encodedRequest);
    QVERIFY(finished(call));
    QCOMPARE(call->problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(call->attemptCount(), 1);
    const SignedCall* next = f.call(encodedRequest); // knows the nonce that came with it
    QVERIFY(finished(next));
    QCOMPARE(next->status(), 200);
    QCOMPARE(next->attemptCount(), 1);
}

void TestDigestAuthenticator::readsGoOnWhereNobodyAsks()
{
    DigestFixture f;
    f.server.alwaysAnswer(ScriptedAnswer::ok());
    for (int i = 0; i < 3; ++i) {
        const SignedCall* call = f.call(encodedRequest);
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
    }
    QCOMPARE(f.server.requestCount(), 4);
    // The service begins to ask.
    f.service.start();
    const SignedCall* call = f.call(encodedRequest);
    QVERIFY(finished(call));
    QCOMPARE(call->status(), 200);
    QCOMPARE(call->attemptCount(), 2);
}

void TestDigestAuthenticator::writesNothingWhereNobodyAsks()
{
    DigestFixture f;
    f.server.alwaysAnswer(ScriptedAnswer::ok());
    const SignedCall* call = f.call(writeRequest);
    QVERIFY(finished(call));
    QVERIFY(call->problem());
    QCOMPARE(call->problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(f.server.requestCount(), 1);
    QCOMPARE(f.server.lastRequest().method(), "GET");
}

void TestDigestAuthenticator::challengeThatCannotBeAnsweredIsTold()
{
    DigestFixture f;
    f.service.algorithms = {"SHA-512-256"};
    const SignedCall* call = f.call(encodedRequest);
    QVERIFY(finished(call));
    QCOMPARE(call->problem()->kind, Problem::Kind::Credentials);
    QVERIFY(call->problem()->detail.contains(QLatin1String("cannot answer")));
    QCOMPARE(f.server.requestCount(), 1);
}

void TestDigestAuthenticator::refusesAPublicKeyWithControlCharacters()
{
    DigestFixture f;
    DigestAuthenticator authenticator("pub\r\nX-Injected: 1", "priv", f.transport, f.policy);
    const SignedCall call(authenticator, f.transport, encodedRequest);
    QVERIFY(finished(&call));
    QCOMPARE(call.problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(f.server.requestCount(), 0);
}

TELAMON_TEST(TestDigestAuthenticator)
#include "test_digestauthenticator.moc"
