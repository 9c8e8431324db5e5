// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/authenticatorfactory.h"
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/profilestore.h"
#include "tests/support/canary.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// A service that repeats what it was told, in every way and on every occasion: no secret is in a log entry, a
// problem, a file or a message of the program.
class TestLogCanary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingRepeatsASecret_data();
    void nothingRepeatsASecret();
    void aTokenThatWasReplacedIsNotRepeated();
    void noFileHoldsASecret();
    void cleanupTestCase();
};

namespace {

// With characters that the encodings change; the token only with those that a token may have.
const QByteArray secret = R"(cAnAry/5ecret+"q"\%41&=~end)";
const QByteArray token = R"(t0ken/cAnAry+%42&=~end)";

QByteArray printed; // by qDebug, qWarning and Qt itself

void keepMessage(QtMsgType, const QMessageLogContext&, const QString& message)
{
    printed += message.toUtf8() + '\n';
}

// Every spelling that an honest mistake makes; a text that means to hide cannot be found.
QByteArrayList spellings()
{
    QByteArrayList all;
    for (const QByteArray& hidden : {secret, token}) {
        const auto encodings = encodingsOf(hidden);
        for (const auto& [name, bytes] : encodings) {
            if (name != "reversed" && name != "UTF-16" && !name.startsWith("base64"))
                all.append(bytes);
        }
        for (const char* before : {"", "i", "id"})
            all.append(QByteArray(before + hidden + ":x").toBase64());
        all.append(QByteArray("mdb_sa_id_1:" + hidden.toPercentEncoding()).toBase64());
        all.append(QString::fromUtf8(hidden).toHtmlEscaped().toUtf8());
        all.append(hidden.toLower());
        all.append(QByteArray(hidden).replace('&', "%26").replace('"', "%22").replace('\\', "%5c"));
    }
    return all;
}

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QByteArray echo(const RecordedRequest& request)
{
    QByteArray all = request.header("Authorization");
    for (const QByteArray& spelling : spellings())
        all += " | " + spelling;
    const QByteArray text = quoted(all);
    return R"({"error":)" + text + R"(,"errorCode":)" + text + R"(,"detail":)" + text + R"(,"reason":)" + text
        + R"(,"error_description":)" + text + R"(,"parameters":[)" + text + R"(],"access_token":)" + text
        + R"(,"badRequestDetail":{"fields":[{"field":)" + text + R"(,"description":)" + text + "}]}}";
}

ScriptedAnswer::Headers echoHeaders(const RecordedRequest& request)
{
    ScriptedAnswer::Headers headers {{"X-Error-Code", secret},
        {"Location", "https://" + secret.toHex() + ".evil/"},
        {"WWW-Authenticate", "Bearer realm=" + quoted(token)},
        {"X-Request", request.header("Authorization")}};
    for (const QByteArray& spelling : spellings())
        headers.append({"X-Echo", spelling});
    return headers;
}

ScriptedAnswer tokenAnswer()
{
    return ScriptedAnswer::ok(
        R"({"token_type":"Bearer","expires_in":60,"access_token":)" + quoted(token) + "}",
        {{"X-Token", token}});
}

QByteArray textsOf(const RequestLog& log)
{
    QByteArray all;
    for (const LogEntry& entry : log.entries()) {
        all += entry.method + ' ' + entry.target + '\n' + entry.problem.toUtf8() + '\n' + entry.requestBody
            + '\n' + entry.responseBody + '\n';
        for (const auto& [name, value] : entry.requestHeaders + entry.responseHeaders)
            all += name + ": " + value + '\n';
    }
    return all;
}

HttpClient::Settings settings(const ScriptedServer& server)
{
    HttpClient::Settings made = TestClient::settings(server.url());
    made.transport.limits.silence = std::chrono::milliseconds(100);
    return made;
}

} // namespace

void TestLogCanary::initTestCase()
{
    qInstallMessageHandler(keepMessage);
}

void TestLogCanary::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
    QCOMPARE(findCanary(printed, {secret, token}), QByteArray());
}

void TestLogCanary::nothingRepeatsASecret_data()
{
    QTest::addColumn<CredentialKind>("kind");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<bool>("isTokenGiven");
    const QList<std::pair<const char*, CredentialKind>> kinds {
        {"service account", CredentialKind::ServiceAccount}, {"API key", CredentialKind::ApiKey},
        {"access token", CredentialKind::AccessToken}};
    for (const auto& [name, kind] : kinds) {
        for (const char* ending : {"200", "307", "400", "401", "407", "500", "page", "page 200", "silence",
                 "truncated", "no HTTP"}) {
            for (const bool isTokenGiven : {true, false}) {
                if (isTokenGiven || kind != CredentialKind::AccessToken)
                    QTest::addRow("%s, %s%s", name, ending, isTokenGiven ? "" : " already at the sign-in")
                        << kind << QString::fromLatin1(ending) << isTokenGiven;
            }
        }
    }
}

void TestLogCanary::nothingRepeatsASecret()
{
    QFETCH(CredentialKind, kind);
    QFETCH(QString, ending);
    QFETCH(bool, isTokenGiven);
    ScriptedServer server;
    const auto spoilt = [ending](const RecordedRequest& request) {
        const QByteArray page = "<html><title>x</title><p>" + echo(request) + "</p></html>";
        if (const int status = ending.toInt())
            return ScriptedAnswer::of(status, echo(request), echoHeaders(request));
        if (ending == "page"_L1)
            return ScriptedAnswer::of(502, page, echoHeaders(request));
        if (ending == "page 200"_L1)
            return ScriptedAnswer::of(200, page, echoHeaders(request));
        if (ending == "truncated"_L1)
            return ScriptedAnswer::truncated(echo(request), 10);
        if (ending == "no HTTP"_L1)
            return ScriptedAnswer::raw(request.head);
        return ending == "close"_L1 ? ScriptedAnswer::close()
            : ending == "reset"_L1  ? ScriptedAnswer::reset()
                                    : ScriptedAnswer::silence();
    };
    server.setHandler([&](const RecordedRequest& request) {
        const bool isSignIn = request.target() == "/api/oauth/token" || !request.hasHeader("Authorization");
        if (!isSignIn || !isTokenGiven)
            return spoilt(request);
        return request.method() == "POST"
            ? tokenAnswer()
            : ScriptedAnswer::of(
                401, {}, {{"WWW-Authenticate", R"(Digest realm="r", nonce="n", qop="auth")"}});
    });
    const QByteArray given = kind == CredentialKind::AccessToken ? token : secret;
    RequestLog log {JsonMasker()};
    QByteArray problems;
    {
        HttpClient client(settings(server), authenticatorFactory(kind, u"mdb_sa_id_1"_s, given), log);
        QObject owner;
        for (const char* method : {"GET", "POST"}) {
            Operation operation = TestClient::operation(method);
            operation.parameters = {TestClient::parameter(u"q"_s)};
            ApiCall* call = client.call(
                operation, {.parameters = {{u"q"_s, QString::fromUtf8(given)}}, .body = {}}, &owner);
            QSignalSpy finished(call, &ApiCall::finished);
            QVERIFY(finished.wait(10000));
            if (call->problem())
                problems += Telamon::textsOf(*call->problem()) + '\n';
        }
        bool isSignedOut = false;
        client.authenticator().signOut(&owner, [&isSignedOut] { isSignedOut = true; });
        QTRY_VERIFY(isSignedOut);
    }
    QVERIFY(!log.entries().empty());
    // A token that was given out where a token is not kept was never used, and is nobody's secret.
    const QList<QByteArray> hidden = kind == CredentialKind::ServiceAccount
        ? QList<QByteArray> {secret, token}
        : QList<QByteArray> {given};
    const bool isTokenKnown = kind != CredentialKind::ServiceAccount || isTokenGiven;
    QCOMPARE(findCanary(textsOf(log), hidden), QByteArray());
    QCOMPARE(findCanary(problems, isTokenKnown ? hidden : QList<QByteArray> {secret}), QByteArray());
}

void TestLogCanary::aTokenThatWasReplacedIsNotRepeated()
{
    // Two calls are refused with one token; the second answer comes when the token has been replaced.
    ScriptedServer server;
    int tokens = 0;
    int refused = 0;
    server.setHandler([&](const RecordedRequest& request) {
        const QByteArray oldToken = token + '1';
        if (request.target() == "/api/oauth/token")
            return ScriptedAnswer::ok(R"({"token_type":"Bearer","expires_in":60,"access_token":")" + token
                + QByteArray::number(++tokens) + "\"}");
        if (request.header("Authorization") != "Bearer " + oldToken)
            return ScriptedAnswer::ok();
        return ScriptedAnswer::of(401, R"({"detail":")" + oldToken + "\"}", {{"X-Echo", oldToken}})
            .after(std::chrono::milliseconds(++refused == 1 ? 0 : 200));
    });
    RequestLog log {JsonMasker()};
    HttpClient client(
        settings(server), authenticatorFactory(CredentialKind::ServiceAccount, u"id"_s, secret), log);
    QObject owner;
    const Operation operation = TestClient::operation("GET");
    int done = 0;
    for (int i = 0; i < 2; ++i)
        connect(client.call(operation, {}, &owner), &ApiCall::finished, &owner, [&done] { ++done; });
    QTRY_COMPARE(done, 2);
    QCOMPARE(tokens, 2);
    QCOMPARE(findCanary(textsOf(log), {token}), QByteArray());
}

void TestLogCanary::noFileHoldsASecret()
{
    const QTemporaryDir folder;
    ProfileStore store(folder.filePath(u"profiles.json"_s));
    Profile profile;
    profile.id = u"1"_s;
    profile.name = u"careless"_s;
    profile.baseUrl = QUrl(u"https://cloud.mongodb.com"_s);
    profile.baseUrl.setUserName(u"someone"_s);
    profile.baseUrl.setPassword(QString::fromUtf8(secret));
    profile.baseUrl.setQuery(u"token="_s + QString::fromLatin1(token.toPercentEncoding()));
    QCOMPARE(store.save(profile), QString());
    QCOMPARE(store.noteUsed(profile.id), QString());
    QByteArray all;
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
    }
    QVERIFY(all.contains("careless") && all.contains("https://cloud.mongodb.com"));
    QCOMPARE(findCanary(all, {secret, token}), QByteArray());
}

TELAMON_TEST(TestLogCanary)
#include "test_logcanary.moc"
