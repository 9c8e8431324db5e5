// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/authenticatorfactory.h"
#include "tests/api/auth/signedcall.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

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

const WireRequest readRequest {
    "GET", "/api/atlas/v2/orgs?itemsPerPage=1", "application/vnd.atlas.2023-01-01+json", {}, {}};
const QString clientId = u"mdb_sa_id_0123456789abcdef01234567"_s;

QString replayScript()
{
    const QString shared =
        qEnvironmentVariable("TELAMON_SHARED", qEnvironmentVariable("TELAMON_SOURCE_DIR") + u"/../shared"_s);
    return shared + u"/tools/replay.py"_s;
}

class Replay {
public:
    explicit Replay(const QString& login)
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        url = QUrl(u"http://127.0.0.1:%1"_s.arg(free.serverPort()));
        free.close();
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(u"python3"_s,
            {replayScript(), u"--port"_s, QString::number(url.port()), u"--auth"_s, login, u"--client"_s,
                clientId + u":secret"_s, u"--digest"_s, u"pub:priv"_s});
    }
    ~Replay()
    {
        process.kill();
        process.waitForFinished();
    }

    bool isReady()
    {
        return QTest::qWaitFor([this] { return process.canReadLine(); }, 15000) && QTest::qWaitFor([this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(url.port()));
            return socket.waitForConnected(100);
        });
    }

    QProcess process;
    QUrl url;
};

} // namespace

void TestReplaySignIn::initTestCase()
{
    if (!QFileInfo::exists(replayScript()))
        QSKIP("There is no replay server beside the source: set TELAMON_SHARED to the shared folder.");
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("There is no python3 to run the replay server with.");
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
    row("API key", u"digest"_s, CredentialKind::ApiKey, u"pub"_s, "priv", true);
    row("wrong API key", u"digest"_s, CredentialKind::ApiKey, u"pub"_s, "wrong", false);
    row("service account", u"bearer"_s, CredentialKind::ServiceAccount, clientId, "secret", true);
    row("wrong client secret", u"bearer"_s, CredentialKind::ServiceAccount, clientId, "wrong", false);
    row("unknown access token", u"bearer"_s, CredentialKind::AccessToken, {}, "unknown", false);
}

void TestReplaySignIn::signsIn()
{
    QFETCH(QString, login);
    QFETCH(CredentialKind, kind);
    QFETCH(QString, publicId);
    QFETCH(QByteArray, secret);
    QFETCH(bool, isRight);
    Replay replay(login);
    QVERIFY(replay.isReady());
    Transport transport({.baseUrl = replay.url});
    const auto authenticator = makeAuthenticator(kind, publicId, secret, transport);
    for (int i = 0; i < 3; ++i) {
        const SignedCall call(*authenticator, transport, readRequest);
        QVERIFY(finished(&call));
        QCOMPARE(call.status() == 200, isRight);
        if (!isRight)
            QCOMPARE(call.problem()->kind, Problem::Kind::Credentials);
    }
}

void TestReplaySignIn::signOutEndsTheToken()
{
    Replay replay(u"bearer"_s);
    QVERIFY(replay.isReady());
    Transport transport({.baseUrl = replay.url});
    const auto authenticator =
        makeAuthenticator(CredentialKind::ServiceAccount, clientId, "secret", transport);
    const SignedCall call(*authenticator, transport, readRequest);
    QVERIFY(finished(&call));
    const QByteArray token = authenticator->secrets().last();
    const auto pasted = makeAuthenticator(CredentialKind::AccessToken, {}, token, transport);
    const SignedCall before(*pasted, transport, readRequest);
    QVERIFY(finished(&before));
    QCOMPARE(before.status(), 200);
    bool isDone = false;
    authenticator->signOut(this, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    const SignedCall after(*pasted, transport, readRequest);
    QVERIFY(finished(&after));
    QCOMPARE(after.status(), 401);
}

QTEST_GUILESS_MAIN(TestReplaySignIn)
#include "test_replaysignin.moc"
