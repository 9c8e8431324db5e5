// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/connectioncheck.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testauthority.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Telamon;
using namespace Qt::StringLiterals;
using Verdict = ConnectionCheck::Verdict;

namespace {

QByteArray listOf(int count, int total)
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i)
        rows += "{}";
    return R"({"results":[)" + rows.join(',') + R"(],"totalCount":)" + QByteArray::number(total) + '}';
}

QByteArray errorBody(int status, const QByteArray& code, const QByteArray& detail = {})
{
    return R"({"error":)" + QByteArray::number(status) + R"(,"errorCode":")" + code + R"(","detail":")"
        + detail + R"("})";
}

} // namespace

class TestConnectionCheck : public QObject {
    Q_OBJECT
    RequestLog m_log {maskedJson};

    static Limits limits()
    {
        using std::chrono::milliseconds;
        return {
            .connect = milliseconds(1500), .silence = milliseconds(1500), .readAttempt = milliseconds(3000)};
    }
    static Profile profileOf(const QUrl& url)
    {
        Profile profile;
        profile.id = u"one"_s;
        profile.baseUrl = url;
        profile.kind = CredentialKind::AccessToken;
        return profile;
    }
    struct Outcome {
        Verdict verdict;
        QString sentence;
        int organizations;
        int projects;
    };
    std::optional<Outcome> check(const Profile& profile, const QByteArray& secret = "canary-secret")
    {
        ConnectionCheck check(profile, secret, builtInCatalog(), m_log, nullptr, limits());
        QSignalSpy finished(&check, &ConnectionCheck::finished);
        if (!finished.wait(8000))
            return std::nullopt;
        return Outcome {check.verdict(), check.sentence(), check.organizationCount(), check.projectCount()};
    }

private Q_SLOTS:
    void tellsAnswersApart_data()
    {
        QTest::addColumn<int>("orgStatus");
        QTest::addColumn<QByteArray>("orgBody");
        QTest::addColumn<int>("groupStatus");
        QTest::addColumn<QByteArray>("groupBody");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("said");
        const QByteArray none = listOf(0, 0);
        const auto row = [](const char* name, int orgStatus, const QByteArray& orgBody, int groupStatus,
                             const QByteArray& groupBody, Verdict verdict, const QString& said) {
            QTest::newRow(name) << orgStatus << orgBody << groupStatus << groupBody << int(verdict) << said;
        };
        row("fine", 200, listOf(2, 2), 200, listOf(41, 41), Verdict::Fine, u"41"_s);
        row("more than a page", 200, listOf(1, 1), 200, listOf(500, 1234), Verdict::Fine, u"1234"_s);
        row("an estimate of nothing", 200, listOf(1, 0), 200, listOf(3, 0), Verdict::Fine, u"3"_s);
        row("a project key", 403, errorBody(403, "USER_UNAUTHORIZED"), 200, listOf(1, 1), Verdict::Fine,
            u"1"_s);
        row("an organisation without projects", 200, listOf(1, 1), 403, errorBody(403, "USER_UNAUTHORIZED"),
            Verdict::Fine, u"1"_s);
        row("sees nothing", 200, none, 200, none, Verdict::NoAccess, u"role"_s);
        row("may see nothing", 403, errorBody(403, "USER_UNAUTHORIZED"), 403,
            errorBody(403, "USER_UNAUTHORIZED", "Why."), Verdict::NoAccess, u"Why."_s);
        row("not on the access list", 403,
            errorBody(403, "IP_ADDRESS_NOT_ON_ACCESS_LIST", "IP address 192.0.2.7 is not allowed."), 200,
            none, Verdict::NotOnAccessList, u"192.0.2.7"_s);
        row("the access list of the second call", 200, none, 403,
            errorBody(403, "IP_ADDRESS_NOT_ON_ACCESS_LIST"), Verdict::NotOnAccessList, u"access list"_s);
        row("wrong credentials", 401, errorBody(401, "UNEXPECTED_ERROR"), 200, none,
            Verdict::WrongCredentials, u"access token"_s);
        row("too many requests", 429, errorBody(429, "RATE_LIMITED"), 200, none, Verdict::Unwell,
            u"minute"_s);
        row("internal error", 500, errorBody(500, "UNEXPECTED_ERROR"), 200, none, Verdict::Unwell, u"500"_s);
        row("maintenance in HTML", 503, "<html>down</html>", 200, none, Verdict::Unwell, u"503"_s);
        row("another web server", 404, "<html>no</html>", 200, none, Verdict::Network, u"404"_s);
    }
    void tellsAnswersApart()
    {
        QFETCH(int, orgStatus);
        QFETCH(QByteArray, orgBody);
        QFETCH(int, groupStatus);
        QFETCH(QByteArray, groupBody);
        QFETCH(int, verdict);
        QFETCH(QString, said);
        ScriptedServer server;
        server.setHandler([&](const RecordedRequest& request) {
            return request.target().startsWith("/api/atlas/v2/orgs")
                ? ScriptedAnswer::of(orgStatus, orgBody)
                : ScriptedAnswer::of(groupStatus, groupBody);
        });
        const auto outcome = check(profileOf(server.url()));
        QVERIFY(outcome.has_value());
        QVERIFY2(int(outcome->verdict) == verdict, qPrintable(outcome->sentence));
        QVERIFY2(outcome->sentence.contains(said), qPrintable(outcome->sentence));
        QVERIFY(!outcome->sentence.contains("canary"_L1));
        QVERIFY2(server.requestCount() <= 2, "a check asks each question once");
        QVERIFY(server.requests().first().target().contains("includeCount=true"));
    }

    void saysAsWhom_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("publicId");
        QTest::newRow("service account") << int(CredentialKind::ServiceAccount) << u"mdb_sa_id_0123"_s;
        QTest::newRow("API key") << int(CredentialKind::ApiKey) << u"abcdefgh"_s;
    }
    void saysAsWhom()
    {
        QFETCH(int, kind);
        QFETCH(QString, publicId);
        ScriptedServer server;
        server.setHandler([](const RecordedRequest& request) {
            if (request.target() == "/api/oauth/token")
                return ScriptedAnswer::ok(
                    R"({"access_token":"fetched","expires_in":3600,"token_type":"Bearer"})");
            if (request.target() == "/api/oauth/revoke")
                return ScriptedAnswer::ok();
            if (!request.hasHeader("Authorization"))
                return ScriptedAnswer::of(401, "{}",
                    {{"WWW-Authenticate", R"(Digest realm="r", nonce="n", algorithm=MD5, qop="auth")"}});
            return ScriptedAnswer::ok(listOf(1, 1));
        });
        Profile profile = profileOf(server.url());
        profile.kind = CredentialKind(kind);
        profile.publicId = publicId;
        const auto outcome = check(profile);
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::Fine, qPrintable(outcome->sentence));
        QVERIFY2(outcome->sentence.contains(publicId), qPrintable(outcome->sentence));
    }

    void wrongCredentialsOfEachKind_data() { saysAsWhom_data(); }
    void wrongCredentialsOfEachKind()
    {
        QFETCH(int, kind);
        QFETCH(QString, publicId);
        ScriptedServer server;
        server.alwaysAnswer(ScriptedAnswer::of(401, errorBody(401, "UNEXPECTED_ERROR"),
            {{"WWW-Authenticate", R"(Digest realm="r", nonce="n", algorithm=MD5, qop="auth")"}}));
        Profile profile = profileOf(server.url());
        profile.kind = CredentialKind(kind);
        profile.publicId = publicId;
        const auto outcome = check(profile);
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::WrongCredentials, qPrintable(outcome->sentence));
        QVERIFY(server.requestCount() <= 3);
    }

    void tellsTheWayApart()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const int port = closed.serverPort();
        closed.close();
        auto outcome = check(profileOf(QUrl(u"http://127.0.0.1:%1"_s.arg(port))));
        QVERIFY(outcome && outcome->verdict == Verdict::Refused);
        QVERIFY(outcome->sentence.contains(QString::number(port)));

        outcome = check(profileOf(QUrl(u"https://telamon-test.invalid"_s)));
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::HostNotFound, qPrintable(outcome->sentence));

        Profile behindProxy = profileOf(QUrl(u"https://telamon-test.invalid"_s));
        behindProxy.proxy = {ProxyChoice::Kind::Http, u"127.0.0.1"_s, quint16(port)};
        outcome = check(behindProxy);
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::ProxyRefused, qPrintable(outcome->sentence));

        ScriptedServer asking; // a proxy that wants a login
        asking.alwaysAnswer(ScriptedAnswer::of(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
        behindProxy.proxy.port = asking.serverPort();
        outcome = check(behindProxy);
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::ProxyRefused, qPrintable(outcome->sentence));

        ScriptedServer silent;
        silent.alwaysAnswer(ScriptedAnswer::silence());
        outcome = check(profileOf(silent.url()));
        QVERIFY(outcome && outcome->verdict == Verdict::Network && !outcome->sentence.isEmpty());
    }

    void tellsWhyTlsWasRefused()
    {
        const TestAuthority authority;
        if (!authority.isValid())
            QSKIP(qPrintable(authority.failure()));
        ScriptedServer server(authority.serverConfiguration());
        server.alwaysAnswer(ScriptedAnswer::ok(listOf(1, 1)));
        Profile profile = profileOf(server.url());
        auto outcome = check(profile);
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::TlsRefused, qPrintable(outcome->sentence));
        QVERIFY2(outcome->sentence.contains("certificate"_L1), qPrintable(outcome->sentence));
        QCOMPARE(server.requestCount(), 0);
        profile.caFile = authority.authorityPath();
        outcome = check(profile);
        QVERIFY(outcome.has_value());
        QVERIFY2(outcome->verdict == Verdict::Fine, qPrintable(outcome->sentence));
    }

    void saysWhatIsUnusableBeforeAsking_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("caFile");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("no URL") << QString() << QString() << QByteArray("s");
        QTest::newRow("plain http") << u"http://example.org"_s << QString() << QByteArray("s");
        QTest::newRow("no CA file") << u"http://127.0.0.1:1"_s << u"/nowhere/ca.pem"_s << QByteArray("s");
        QTest::newRow("no secret") << u"http://127.0.0.1:1"_s << QString() << QByteArray();
        QTest::newRow("a secret with a line break")
            << u"http://127.0.0.1:1"_s << QString() << QByteArray("a\r\nb: c");
    }
    void saysWhatIsUnusableBeforeAsking()
    {
        QFETCH(QString, url);
        QFETCH(QString, caFile);
        QFETCH(QByteArray, secret);
        Profile profile = profileOf(QUrl(url));
        profile.caFile = caFile;
        const auto outcome = check(profile, secret);
        QVERIFY(outcome.has_value());
        QCOMPARE(int(outcome->verdict), int(Verdict::Unusable));
        QVERIFY(!outcome->sentence.isEmpty());
    }

    void endsWithItsOwner()
    {
        ScriptedServer server;
        server.alwaysAnswer(ScriptedAnswer::silence());
        auto owner = std::make_unique<QObject>();
        auto* running = new ConnectionCheck(
            profileOf(server.url()), "canary-secret", builtInCatalog(), m_log, owner.get(), limits());
        QSignalSpy finished(running, &ConnectionCheck::finished);
        QTRY_COMPARE(server.requestCount(), 1);
        owner.reset();
        QTRY_COMPARE(server.openConnectionCount(), 0);
        QVERIFY(finished.isEmpty());
    }
};

TELAMON_TEST(TestConnectionCheck)
#include "test_connectioncheck.moc"
