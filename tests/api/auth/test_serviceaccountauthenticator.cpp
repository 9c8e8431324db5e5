// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/serviceaccountauthenticator.h"
#include "tests/api/auth/signedcall.h"
#include "tests/api/auth/tokenservice.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;
using namespace std::chrono_literals;

class TestServiceAccountAuthenticator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForATokenAsTheServiceWantsIt();
    void encodesIdAndSecret_data();
    void encodesIdAndSecret();
    void twentyCallsOnAnExpiredTokenMakeOneTokenRequest();
    void renewsBeforeTheEnd_data();
    void renewsBeforeTheEnd();
    void refusedTokenIsFetchedAnewOnce();
    void callsRefusedTogetherMakeOneTokenRequest();
    void olderTokenGivesWayToTheNewer();
    void tokenRefusedAgainIsNotALoop();
    void goneCallerIsNotCalledButTheOthersAre();
};

namespace {

struct ServiceAccountFixture {
    ServiceAccountFixture()
    {
        policy.now = [this] { return now; };
        authenticator =
            std::make_unique<ServiceAccountAuthenticator>("mdb_sa_id_1", "secret", transport, policy);
    }

    SignedCall* call() { return new SignedCall(*authenticator, transport, readRequest, &owner); }

    ScriptedServer server;
    TokenService service {server};
    Transport transport {{.baseUrl = server.url()}};
    SignInPolicy::Clock::time_point now {1h};
    SignInPolicy policy {.retryPause = 1ms};
    std::unique_ptr<ServiceAccountAuthenticator> authenticator;
    QObject owner;
};

} // namespace

void TestServiceAccountAuthenticator::asksForATokenAsTheServiceWantsIt()
{
    ServiceAccountFixture f;
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(call->status(), 200);
    const RecordedRequest& request = f.service.lastTokenRequest;
    QCOMPARE(request.line(), "POST /api/oauth/token HTTP/1.1");
    QCOMPARE(request.header("Authorization"), f.service.basic);
    QCOMPARE(request.header("Accept"), "application/json");
    QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
    QCOMPARE(request.body, "grant_type=client_credentials");
    QCOMPARE(f.server.lastRequest().header("Authorization"), "Bearer token-1");
}

void TestServiceAccountAuthenticator::encodesIdAndSecret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("nothing to encode")
        << QByteArray("mdb_sa_sk_Az09-_.*") << QByteArray("mdb_sa_sk_Az09-_.*");
    QTest::newRow("colon") << QByteArray("a:b") << QByteArray("a%3Ab");
    QTest::newRow("plus and space") << QByteArray("a+b c") << QByteArray("a%2Bb+c");
    QTest::newRow("percent and tilde") << QByteArray("100%~") << QByteArray("100%25%7E");
    QTest::newRow("line break") << QByteArray("a\r\nb") << QByteArray("a%0D%0Ab");
    QTest::newRow("not ASCII") << QByteArray("\xC3\xA4") << QByteArray("%C3%A4");
}

void TestServiceAccountAuthenticator::encodesIdAndSecret()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, encoded);
    const QByteArray header = ServiceAccountAuthenticator::basicHeader("i:d", secret);
    QVERIFY(header.startsWith("Basic "));
    QCOMPARE(QByteArray::fromBase64(header.mid(6)), QByteArray("i%3Ad:" + encoded));
}

void TestServiceAccountAuthenticator::twentyCallsOnAnExpiredTokenMakeOneTokenRequest()
{
    ServiceAccountFixture f;
    QVERIFY(finished(f.call()));
    f.now += 1h;
    QList<SignedCall*> calls;
    for (int i = 0; i < 20; ++i)
        calls.append(f.call());
    for (const SignedCall* call : std::as_const(calls)) {
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
        QCOMPARE(call->attemptCount(), 1);
    }
    QCOMPARE(f.service.tokenRequests, 2);
    QCOMPARE(f.server.requestCount(), 23);
}

void TestServiceAccountAuthenticator::renewsBeforeTheEnd_data()
{
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("tokenRequests");
    QTest::newRow("an hour, in use") << 3600 << 3539 << 1;
    QTest::newRow("an hour, a minute left") << 3600 << 3540 << 2;
    QTest::newRow("ten seconds, in use") << 10 << 8 << 1;
    QTest::newRow("ten seconds, one left") << 10 << 9 << 2;
}

void TestServiceAccountAuthenticator::renewsBeforeTheEnd()
{
    QFETCH(int, lifetime);
    QFETCH(int, age);
    ServiceAccountFixture f;
    f.service.lifetime = lifetime;
    QVERIFY(finished(f.call()));
    f.now += std::chrono::seconds(age);
    QVERIFY(finished(f.call()));
    QTEST(f.service.tokenRequests, "tokenRequests");
}

void TestServiceAccountAuthenticator::refusedTokenIsFetchedAnewOnce()
{
    ServiceAccountFixture f;
    QVERIFY(finished(f.call()));
    f.service.tokens.clear();
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(call->status(), 200);
    QCOMPARE(call->attemptCount(), 2);
    QCOMPARE(f.service.tokenRequests, 2);
}

void TestServiceAccountAuthenticator::callsRefusedTogetherMakeOneTokenRequest()
{
    ServiceAccountFixture f;
    QVERIFY(finished(f.call()));
    f.service.tokens.clear();
    QList<SignedCall*> calls;
    for (int i = 0; i < 6; ++i)
        calls.append(f.call());
    for (const SignedCall* call : std::as_const(calls)) {
        QVERIFY(finished(call));
        QCOMPARE(call->status(), 200);
    }
    QCOMPARE(f.service.tokenRequests, 2);
}

void TestServiceAccountAuthenticator::olderTokenGivesWayToTheNewer()
{
    ServiceAccountFixture f;
    QVERIFY(finished(f.call()));
    const WireAnswer refusal {.status = 401, .headers = {}, .body = {}};
    QVERIFY(f.authenticator->learnFromRefusal({"Bearer token-0"}, refusal));
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(f.server.lastRequest().header("Authorization"), "Bearer token-1");
    QCOMPARE(f.service.tokenRequests, 1);
}

void TestServiceAccountAuthenticator::tokenRefusedAgainIsNotALoop()
{
    ServiceAccountFixture f;
    f.service.good = ScriptedAnswer::of(401);
    const SignedCall* call = f.call();
    QVERIFY(finished(call));
    QCOMPARE(call->problem()->kind, Problem::Kind::Credentials);
    QCOMPARE(call->attemptCount(), 2);
    QCOMPARE(f.service.tokenRequests, 2);
    QCOMPARE(f.server.requestCount(), 4);
}

void TestServiceAccountAuthenticator::goneCallerIsNotCalledButTheOthersAre()
{
    ServiceAccountFixture f;
    auto gone = std::make_unique<QObject>();
    QObject here;
    QByteArrayList called;
    f.authenticator->authorize(readRequest, gone.get(), [&](const Authorization&) { called.append("gone"); });
    f.authenticator->authorize(readRequest, &here, [&](const Authorization&) {
        called.append("first");
        delete f.owner.children().constFirst();
    });
    auto* goesMeanwhile = new QObject(&f.owner);
    f.authenticator->authorize(
        readRequest, goesMeanwhile, [&](const Authorization&) { called.append("meanwhile"); });
    f.authenticator->authorize(readRequest, &here, [&](const Authorization&) { called.append("last"); });
    gone.reset();
    QTRY_COMPARE(called, (QByteArrayList {"first", "last"}));
    QCOMPARE(f.service.tokenRequests, 1);
}

TELAMON_TEST(TestServiceAccountAuthenticator)
#include "test_serviceaccountauthenticator.moc"
