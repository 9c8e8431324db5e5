// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/authenticatorfactory.h"
#include "tests/api/auth/signedcall.h"
#include "tests/support/canary.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestSignInCanary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsEveryEncoding_data();
    void findsEveryEncoding();
    void findsNothingInOtherTexts();
    void failedSignInShowsNoSecret_data();
    void failedSignInShowsNoSecret();
    void cleanupTestCase();
};

namespace {

// With every character that some encoding changes.
const QByteArray secret = R"(cAnAry/5ecret+"q"\%41&=~end)";
const QByteArray token = R"(t0ken/cAnAry+"q"\%42&=~end)";

QByteArray printed; // by qDebug, qWarning and Qt itself

void keepMessage(QtMsgType, const QMessageLogContext&, const QString& message)
{
    printed += message.toUtf8() + '\n';
}

QByteArray escaped(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"");
}

// Says back what it was told, as a careless service or a debugging proxy does.
QByteArray echo(const RecordedRequest& request)
{
    return R"({"error":")" + escaped(secret) + R"(","errorCode":")" + escaped(secret) + R"(","detail":")"
        + escaped(token) + R"(","error_description":")" + request.header("Authorization").replace('"', '\'')
        + ' ' + escaped(secret) + R"(","parameters":[")" + escaped(token) + R"("]})";
}

QByteArray tokenAnswer(const QByteArray& text)
{
    return R"({"token_type":"Bearer","expires_in":60,"access_token":")" + text + R"("})";
}

} // namespace

void TestSignInCanary::initTestCase()
{
    qInstallMessageHandler(keepMessage);
}

void TestSignInCanary::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
    QCOMPARE(findCanary(printed, {secret, token}), QByteArray());
}

void TestSignInCanary::findsEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << secret;
    QTest::newRow("base64 of a pair") << QByteArray("id:" + secret).toBase64();
    QTest::newRow("base64, one before") << QByteArray("i" + secret + "more").toBase64();
    QTest::newRow("base64, two before") << QByteArray("ii" + secret).toBase64();
    QTest::newRow("base64url") << secret.toBase64(QByteArray::Base64UrlEncoding);
    QTest::newRow("hex") << secret.toHex().toUpper();
    QTest::newRow("percent") << secret.toPercentEncoding();
    QTest::newRow("reversed") << QByteArray::fromStdString({secret.crbegin(), secret.crend()});
    QTest::newRow("JSON") << escaped(secret);
}

void TestSignInCanary::findsEveryEncoding()
{
    QFETCH(QByteArray, text);
    QVERIFY(!findCanary("before " + text + " after", {"other", secret}).isEmpty());
}

void TestSignInCanary::findsNothingInOtherTexts()
{
    QCOMPARE(findCanary("The credentials were not accepted. cAnAry Y2FuYXJ5", {secret, token}), QByteArray());
}

void TestSignInCanary::failedSignInShowsNoSecret_data()
{
    QTest::addColumn<CredentialKind>("kind");
    QTest::addColumn<ScriptedServer::Handler>("handler");
    using Handler = ScriptedServer::Handler;
    const auto row = [](const char* name, CredentialKind kind, Handler handler) {
        QTest::newRow(name) << kind << std::move(handler);
    };
    const auto always = [](int status) -> Handler {
        return [status](const RecordedRequest& request) { return ScriptedAnswer::of(status, echo(request)); };
    };
    const auto tokenThen = [](const QByteArray& text) -> Handler {
        return [text](const RecordedRequest& request) {
            return request.target() == "/api/oauth/token" ? ScriptedAnswer::ok(tokenAnswer(text))
                                                          : ScriptedAnswer::of(401, echo(request));
        };
    };
    const Handler close = [](const RecordedRequest&) { return ScriptedAnswer::close(); };
    const Handler redirect = [](const RecordedRequest&) {
        return ScriptedAnswer::redirect(302, "http://127.0.0.1:1/?" + secret.toPercentEncoding());
    };
    const Handler digest = [](const RecordedRequest& request) {
        return ScriptedAnswer::of(401, echo(request),
            {{"WWW-Authenticate", "Digest realm=\"" + escaped(secret) + "\", nonce=\"n\", qop=\"auth\""}});
    };
    const auto service = CredentialKind::ServiceAccount;
    row("service account, 401", service, always(401));
    row("service account, 400", service, always(400));
    row("service account, 403", service, always(403));
    row("service account, 500", service, always(500));
    row("service account, not a token answer", service, always(200));
    row("service account, token with a line break", service, tokenThen(escaped(token) + "\\r\\n"));
    row("service account, token refused", service, tokenThen(escaped(token)));
    row("service account, closed", service, close);
    row("service account, redirect", service, redirect);
    row("API key, no challenge", CredentialKind::ApiKey, always(401));
    row("API key, refused", CredentialKind::ApiKey, digest);
    row("API key, 500", CredentialKind::ApiKey, always(500));
    row("API key, closed", CredentialKind::ApiKey, close);
    row("API key, redirect", CredentialKind::ApiKey, redirect);
    row("access token, 401", CredentialKind::AccessToken, always(401));
    row("access token, closed", CredentialKind::AccessToken, close);
}

void TestSignInCanary::failedSignInShowsNoSecret()
{
    QFETCH(CredentialKind, kind);
    QFETCH(ScriptedServer::Handler, handler);
    ScriptedServer server;
    server.setHandler(handler);
    Transport transport({.baseUrl = server.url()});
    const auto authenticator = authenticatorFactory(kind, u"mdb_sa_id_1"_s, secret)(transport);
    QCOMPARE(authenticator->secrets(), QList<QByteArray> {secret});

    const SignedCall call(
        *authenticator, transport, {"GET", "/api/atlas/v2/orgs", "application/json", {}, {}});
    QVERIFY(finished(&call));
    QVERIFY(call.problem());
    QVERIFY(server.requestCount() > 0);
    QCOMPARE(findCanary(textsOf(*call.problem()), {secret, token}), QByteArray());
}

TELAMON_TEST(TestSignInCanary)
#include "test_signincanary.moc"
