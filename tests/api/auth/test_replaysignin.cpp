// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/authenticatorfactory.h"
#include "tests/api/auth/signedcall.h"
#include "tests/support/replayserver.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

// Signs in to the replay server of the shared folder beside the source, where there is one.
class TestReplaySignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void signsIn_data();
    void signsIn();
    void signOutEndsTheToken();
};

namespace {

const WireRequest recordedRequest {
    "GET", "/api/atlas/v2/orgs?itemsPerPage=1", "application/vnd.atlas.2023-01-01+json", {}, {}};

} // namespace

void TestReplaySignIn::initTestCase()
{
    if (const QByteArray missing = ReplayServer::whatIsMissing(); !missing.isEmpty())
        QSKIP(missing.constData());
}

void TestReplaySignIn::signsIn_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<CredentialKind>("kind");
    QTest::addColumn<QString>("publicId");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isRight");
    const auto row = [](const char* name, const QString& login, CredentialKind kind, const QString& publicId,
                         const char* secret, bool isRight) {
        QTest::newRow(name) << login << kind << publicId << QByteArray(secret) << isRight;
    };
    row("API key", u"digest"_s, CredentialKind::ApiKey, ReplayServer::publicKey(), "priv", true);
    row("wrong API key", u"digest"_s, CredentialKind::ApiKey, ReplayServer::publicKey(), "wrong", false);
    row("service account", u"bearer"_s, CredentialKind::ServiceAccount, ReplayServer::clientId(), "secret",
        true);
    row("wrong client secret", u"bearer"_s, CredentialKind::ServiceAccount, ReplayServer::clientId(), "wrong",
        false);
    row("unknown access token", u"bearer"_s, CredentialKind::AccessToken, {}, "unknown", false);
}

void TestReplaySignIn::signsIn()
{
    QFETCH(QString, login);
    QFETCH(CredentialKind, kind);
    QFETCH(QString, publicId);
    QFETCH(QByteArray, secret);
    QFETCH(bool, isRight);
    ReplayServer replay(login);
    QVERIFY(replay.isReady());
    Transport transport({.baseUrl = replay.url()});
    const auto authenticator = makeAuthenticator(kind, publicId, secret, transport);
    for (int i = 0; i < 3; ++i) {
        const SignedCall call(*authenticator, transport, recordedRequest);
        QVERIFY(finished(&call));
        QCOMPARE(call.status() == 200, isRight);
        if (!isRight)
            QCOMPARE(call.problem()->kind, Problem::Kind::Credentials);
    }
}

void TestReplaySignIn::signOutEndsTheToken()
{
    ReplayServer replay(u"bearer"_s);
    QVERIFY(replay.isReady());
    Transport transport({.baseUrl = replay.url()});
    const auto authenticator =
        makeAuthenticator(CredentialKind::ServiceAccount, ReplayServer::clientId(), "secret", transport);
    const SignedCall call(*authenticator, transport, recordedRequest);
    QVERIFY(finished(&call));
    const QByteArray token = authenticator->secrets().last();
    const auto pasted = makeAuthenticator(CredentialKind::AccessToken, {}, token, transport);
    const SignedCall before(*pasted, transport, recordedRequest);
    QVERIFY(finished(&before));
    QCOMPARE(before.status(), 200);
    bool isDone = false;
    authenticator->signOut(this, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    const SignedCall after(*pasted, transport, recordedRequest);
    QVERIFY(finished(&after));
    QCOMPARE(after.status(), 401);
}

TELAMON_TEST(TestReplaySignIn)
#include "test_replaysignin.moc"
