// SPDX-License-Identifier: GPL-3.0-or-later
// Who may come in, by all three kinds of credentials.
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Options;
using Sandbox::Server;

namespace {

constexpr const char* target = "/api/atlas/v2/orgs";

QByteArray hashed(const QByteArray& text, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(text, algorithm).toHex();
}

QByteArray nonceOf(const RawReply& reply)
{
    return reply.header("WWW-Authenticate").split('"').value(5);
}

// Computed here by the book (RFC 7616), not by the server's code.
QByteArray digest(const Server& server, const QByteArray& nonce, const QByteArray& count,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Md5, const QByteArray& uri = target)
{
    const auto credentials = server.credentials();
    const QByteArray user = credentials.publicKey.toLatin1();
    const QByteArray a1 = hashed(user + ":MMS Public API:" + credentials.privateKey.toLatin1(), algorithm);
    const QByteArray a2 = hashed("GET:" + uri, algorithm);
    const QByteArray response = hashed(a1 + ':' + nonce + ':' + count + ":c0ffee:auth:" + a2, algorithm);
    const auto quoted = [](const QByteArray& text) -> QByteArray { return '"' + text + '"'; };
    return "Digest username=" + quoted(user) + ", realm=" + quoted("MMS Public API")
        + ", nonce=" + quoted(nonce) + ", uri=" + quoted(uri)
        + ", algorithm=" + (algorithm == QCryptographicHash::Md5 ? "MD5" : "SHA-256")
        + ", qop=auth, nc=" + count + ", cnonce=" + quoted("c0ffee") + ", response=" + quoted(response);
}

RawReply ask(RawClient& client, const QByteArray& authorization)
{
    return client.ask("GET", target, {{"Authorization", authorization}, {"Accept", "application/json"}});
}

RawReply askToken(RawClient& client, const QByteArray& authorization, const QByteArray& form,
    const QByteArray& path = "/api/oauth/token")
{
    RawHeaders headers {{"Content-Type", "application/x-www-form-urlencoded"}};
    if (!authorization.isEmpty())
        headers.append({"Authorization", authorization});
    return client.ask("POST", path, headers, form);
}

QByteArray basic(const Server& server, const QByteArray& ending = {})
{
    const auto credentials = server.credentials();
    return "Basic "
        + (credentials.clientId + u':' + credentials.clientSecret).toLatin1().append(ending).toBase64();
}

} // namespace

class TestSandboxSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missingCredentialsAreChallenged()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply reply = client.ask("GET", target, {{"Accept", "application/json"}});
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.errorCode(), "UNEXPECTED_ERROR");
        QCOMPARE(reply.json().value("reason"_L1).toString(), u"Unauthorized"_s);
        QVERIFY(!reply.json().contains("parameters"_L1));
        const QByteArray challenge = reply.header("WWW-Authenticate");
        QVERIFY(challenge.startsWith("Digest realm=\"MMS Public API\", domain=\"\", nonce=\""));
        QVERIFY(challenge.endsWith("algorithm=MD5, qop=\"auth\", stale=false"));
    }

    void credentialsDifferAtEachStart()
    {
        Server one(builtInCatalog());
        Server other(builtInCatalog());
        QVERIFY(one.credentials().privateKey != other.credentials().privateKey);
        QVERIFY(one.credentials().clientSecret != other.credentials().clientSecret);
        QVERIFY(one.credentials().accessToken != other.credentials().accessToken);
    }

    void serviceAccountGetsATokenThatCanBeRevoked()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply issued = askToken(client, basic(server), "grant_type=client_credentials");
        QCOMPARE(issued.status, 200);
        QCOMPARE(issued.json().value("expires_in"_L1).toInt(), 3600);
        QCOMPARE(issued.json().value("token_type"_L1).toString(), u"Bearer"_s);
        const QByteArray token = issued.json().value("access_token"_L1).toString().toLatin1();
        QCOMPARE(ask(client, "Bearer " + token).status, 200);
        QCOMPARE(ask(client, "Bearer " + token + 'x').status, 401);
        QCOMPARE(askToken(client, basic(server), "token=" + token, "/api/oauth/revoke").status, 200);
        QCOMPARE(ask(client, "Bearer " + token).status, 401);
    }

    void clientMaySignInByForm()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const auto credentials = server.credentials();
        const QByteArray form = "grant_type=client_credentials&client_id=" + credentials.clientId.toLatin1()
            + "&client_secret=" + credentials.clientSecret.toLatin1();
        QCOMPARE(askToken(client, {}, form).status, 200);
    }

    void wrongTokenRequestsAreRefused()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply wrong = askToken(client, basic(server, "x"), "grant_type=client_credentials");
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.json().value("error"_L1).toString(), u"invalid_client"_s);
        QCOMPARE(askToken(client, basic(server), "grant_type=password").status, 400);
        QCOMPARE(client.ask("GET", "/api/oauth/token", {{"Authorization", basic(server)}}).status, 405);
    }

    void tokensEnd()
    {
        Options options;
        options.tokenLifetime = 0;
        Server server(builtInCatalog(), options);
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply issued = askToken(client, basic(server), "grant_type=client_credentials");
        QCOMPARE(issued.json().value("expires_in"_L1).toInt(), 0);
        const QByteArray token = issued.json().value("access_token"_L1).toString().toLatin1();
        QCOMPARE(ask(client, "Bearer " + token).status, 401);
    }

    void digestSignsIn_data()
    {
        QTest::addColumn<int>("offer");
        QTest::addColumn<int>("algorithm");
        QTest::addColumn<int>("status");
        const int md5 = QCryptographicHash::Md5;
        const int sha = QCryptographicHash::Sha256;
        QTest::newRow("MD5") << int(Options::Digest::Md5) << md5 << 200;
        QTest::newRow("SHA-256 where only MD5") << int(Options::Digest::Md5) << sha << 401;
        QTest::newRow("SHA-256") << int(Options::Digest::Sha256) << sha << 200;
        QTest::newRow("MD5 where only SHA-256") << int(Options::Digest::Sha256) << md5 << 401;
        QTest::newRow("both, MD5") << int(Options::Digest::Sha256AndMd5) << md5 << 200;
        QTest::newRow("both, SHA-256") << int(Options::Digest::Sha256AndMd5) << sha << 200;
    }
    void digestSignsIn()
    {
        QFETCH(int, offer);
        QFETCH(int, algorithm);
        QFETCH(int, status);
        Options options;
        options.digest = Options::Digest(offer);
        Server server(builtInCatalog(), options);
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray nonce = nonceOf(client.ask("GET", target, {}));
        const auto kind = QCryptographicHash::Algorithm(algorithm);
        QCOMPARE(ask(client, digest(server, nonce, "00000001", kind)).status, status);
    }

    void nonceCountsAreUsedOnce()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray nonce = nonceOf(client.ask("GET", target, {}));
        QCOMPARE(ask(client, digest(server, nonce, "00000001")).status, 200);
        QCOMPARE(ask(client, digest(server, nonce, "00000003")).status, 200);
        QCOMPARE(ask(client, digest(server, nonce, "00000002")).status, 200); // arrived late
        QCOMPARE(ask(client, digest(server, nonce, "00000002")).status, 401);
    }

    void digestIsOfThisRequest()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray nonce = nonceOf(client.ask("GET", target, {}));
        const QByteArray other =
            digest(server, nonce, "00000001", QCryptographicHash::Md5, "/api/atlas/v2/groups");
        QCOMPARE(ask(client, other).status, 401);
        QByteArray wrong = digest(server, nonce, "00000002");
        wrong.chop(2);
        QCOMPARE(ask(client, wrong + "?\"").status, 401);
    }

    void oldNoncesAreStale()
    {
        Options options;
        options.nonceLifetime = -1;
        Server server(builtInCatalog(), options);
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray nonce = nonceOf(client.ask("GET", target, {}));
        const RawReply old = ask(client, digest(server, nonce, "00000001"));
        QCOMPARE(old.status, 401);
        QVERIFY(old.header("WWW-Authenticate").endsWith("stale=true"));
        QVERIFY(nonceOf(old) != nonce);
        QByteArray wrong = digest(server, nonce, "00000001");
        wrong.replace("response=\"", "response=\"0");
        QVERIFY(ask(client, wrong).header("WWW-Authenticate").endsWith("stale=false"));
    }
};

TELAMON_TEST(TestSandboxSignIn)
#include "test_sandbox_signin.moc"
