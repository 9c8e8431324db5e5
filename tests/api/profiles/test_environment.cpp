// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/environment.h"
#include "api/profiles/profilerules.h"
#include "tests/support/testprogram.h"

#include <QProcessEnvironment>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

using Pairs = QMap<QString, QString>;
const QString organization = u"a0123456789abcdef0123456"_s;

QProcessEnvironment environmentOf(const Pairs& variables)
{
    QProcessEnvironment environment;
    for (auto each = variables.begin(); each != variables.end(); ++each)
        environment.insert("MONGODB_ATLAS_"_L1 + each.key(), each.value());
    return environment;
}

Pairs account()
{
    return {{u"CLIENT_ID"_s, u"mdb_sa_id_0123"_s}, {u"CLIENT_SECRET"_s, u"mdb_sa_sk_canary"_s}};
}

Pairs apiKey()
{
    return {{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_API_KEY"_s, u"canary-key"_s}};
}

Pairs token()
{
    return {{u"ACCESS_TOKEN"_s, u"canary.token"_s}};
}

Pairs with(Pairs base, const Pairs& more)
{
    base.insert(more);
    return base;
}

} // namespace

class TestEnvironment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesASessionProfile_data()
    {
        QTest::addColumn<Pairs>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("publicId");
        QTest::addColumn<QByteArray>("secret");
        const QString commercial = QLatin1StringView(commercialUrl);
        const QString government = QLatin1StringView(governmentUrl);
        const auto account1 = [](const char* name, const Pairs& more, const QString& url) {
            QTest::newRow(name) << with(account(), more) << url << int(CredentialKind::ServiceAccount)
                                << u"mdb_sa_id_0123"_s << QByteArray("mdb_sa_sk_canary");
        };
        account1("service account", {}, commercial);
        QTest::newRow("API key") << apiKey() << commercial << int(CredentialKind::ApiKey) << u"abcdefgh"_s
                                 << QByteArray("canary-key");
        QTest::newRow("access token") << token() << commercial << int(CredentialKind::AccessToken)
                                      << QString() << QByteArray("canary.token");
        account1("cloud", {{u"SERVICE"_s, u"cloud"_s}}, commercial);
        account1("cloudgov", {{u"SERVICE"_s, u"cloudgov"_s}}, government);
        account1("base URL", {{u"BASE_URL"_s, u"https://one.example.org/"_s}}, u"https://one.example.org"_s);
        account1("ops manager URL", {{u"OPS_MANAGER_URL"_s, u"https://two.example.org:8443"_s}},
            u"https://two.example.org:8443"_s);
        account1("ops manager URL beats base URL",
            {{u"BASE_URL"_s, u"https://one.example.org"_s},
                {u"OPS_MANAGER_URL"_s, u"https://two.example.org"_s}},
            u"https://two.example.org"_s);
        account1("a URL beats the service",
            {{u"SERVICE"_s, u"cloudgov"_s}, {u"BASE_URL"_s, u"https://one.example.org"_s}},
            u"https://one.example.org"_s);
        account1("loopback", {{u"BASE_URL"_s, u"http://127.0.0.1:4030"_s}}, u"http://127.0.0.1:4030"_s);
        account1("white space",
            {{u"CLIENT_ID"_s, u" mdb_sa_id_0123\n"_s}, {u"CLIENT_SECRET"_s, u"mdb_sa_sk_canary\r\n"_s},
                {u"SERVICE"_s, u" cloudgov "_s}},
            government);
        account1("empty is unset",
            {{u"PUBLIC_API_KEY"_s, QString()}, {u"ACCESS_TOKEN"_s, u"  "_s}, {u"BASE_URL"_s, u""_s}},
            commercial);
    }
    void makesASessionProfile()
    {
        QFETCH(Pairs, variables);
        QFETCH(QString, url);
        QFETCH(int, kind);
        QFETCH(QString, publicId);
        QFETCH(QByteArray, secret);
        variables.insert(u"ORG_ID"_s, organization);
        variables.insert(u"PROJECT_ID"_s, u" b0123456789abcdef0123456 "_s);
        const auto read = profileFromEnvironment(environmentOf(variables));
        QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error()));
        QVERIFY(read.value().has_value());
        const Profile& profile = read.value()->profile;
        QCOMPARE(profile.baseUrl.toString(), url);
        QCOMPARE(int(profile.kind), kind);
        QCOMPARE(profile.publicId, publicId);
        QCOMPARE(read.value()->secret, secret);
        QCOMPARE(profile.organizationId, organization);
        QCOMPARE(profile.projectId, u"b0123456789abcdef0123456"_s);
        QVERIFY(profile.isSessionOnly);
        QVERIFY(!profile.originNote.isEmpty());
        QVERIFY(!profile.originNote.contains("canary"_L1));
        QVERIFY(profile.id.startsWith("session-"_L1));
        const auto again = profileFromEnvironment(environmentOf(variables));
        QCOMPARE(again.value()->profile.id, profile.id); // its drafts are found again
    }

    void isNoneWithoutCredentials_data()
    {
        QTest::addColumn<Pairs>("variables");
        QTest::newRow("nothing") << Pairs();
        QTest::newRow("a URL alone") << Pairs {{u"BASE_URL"_s, u"https://one.example.org"_s}};
        QTest::newRow("ids alone") << Pairs {{u"ORG_ID"_s, organization}, {u"SERVICE"_s, u"cloudgov"_s}};
    }
    void isNoneWithoutCredentials()
    {
        QFETCH(Pairs, variables);
        const auto read = profileFromEnvironment(environmentOf(variables));
        QVERIFY(read.hasValue());
        QVERIFY(!read.value().has_value());
    }

    void saysWhatContradictsItself_data()
    {
        QTest::addColumn<Pairs>("variables");
        QTest::addColumn<QString>("named");
        QTest::newRow("account and key") << with(account(), apiKey()) << u"PRIVATE_API_KEY"_s;
        QTest::newRow("account and half a key")
            << with(account(), {{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}}) << u"PUBLIC_API_KEY"_s;
        QTest::newRow("account and token") << with(account(), token()) << u"ACCESS_TOKEN"_s;
        QTest::newRow("key and token") << with(apiKey(), token()) << u"ACCESS_TOKEN"_s;
        QTest::newRow("id without secret")
            << Pairs {{u"CLIENT_ID"_s, u"mdb_sa_id_1"_s}} << u"CLIENT_SECRET"_s;
        QTest::newRow("secret without id") << Pairs {{u"CLIENT_SECRET"_s, u"canary"_s}} << u"CLIENT_ID"_s;
        QTest::newRow("public without private")
            << Pairs {{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}} << u"PRIVATE_API_KEY"_s;
        QTest::newRow("private without public")
            << Pairs {{u"PRIVATE_API_KEY"_s, u"canary"_s}} << u"PUBLIC_API_KEY"_s;
        QTest::newRow("unknown service") << with(account(), {{u"SERVICE"_s, u"moon"_s}}) << u"SERVICE"_s;
        QTest::newRow("plain http") << with(account(), {{u"BASE_URL"_s, u"http://example.org"_s}})
                                    << u"BASE_URL"_s;
        QTest::newRow("no URL") << with(account(), {{u"OPS_MANAGER_URL"_s, u"https://"_s}})
                                << u"OPS_MANAGER_URL"_s;
        QTest::newRow("the better URL is broken")
            << with(account(), {{u"OPS_MANAGER_URL"_s, u"ftp://x"_s}, {u"BASE_URL"_s, u"https://x.org"_s}})
            << u"OPS_MANAGER_URL"_s;
        QTest::newRow("a line break in the token")
            << Pairs {{u"ACCESS_TOKEN"_s, u"canary\r\nX: y"_s}} << u"ACCESS_TOKEN"_s;
        QTest::newRow("a line break in the id")
            << with(account(), {{u"CLIENT_ID"_s, u"a\nb"_s}}) << u"CLIENT_ID"_s;
        QTest::newRow("a bad organisation") << with(account(), {{u"ORG_ID"_s, u"mine"_s}}) << u"ORG_ID"_s;
        QTest::newRow("a bad project") << with(account(), {{u"PROJECT_ID"_s, u"../x"_s}}) << u"PROJECT_ID"_s;
    }
    void saysWhatContradictsItself()
    {
        QFETCH(Pairs, variables);
        QFETCH(QString, named);
        const auto read = profileFromEnvironment(environmentOf(variables));
        QVERIFY(!read.hasValue());
        QVERIFY2(read.error().contains("MONGODB_ATLAS_"_L1 + named), qPrintable(read.error()));
        QVERIFY2(!read.error().contains("canary"_L1), qPrintable(read.error()));
    }

    void theCommandLineFindsNoSavedSecret()
    {
        const Profile first = commandLineProfile(QUrl(u"https://cloud.mongodb.com"_s));
        QVERIFY(first.isSessionOnly); // it is not saved, and what is not saved is not looked for
        QVERIFY(first.id.startsWith("session-"_L1));
        QVERIFY(first.publicId.isEmpty());
        QVERIFY(first.originNote.contains(u"https://cloud.mongodb.com"_s));
    }

    void anIdIsOfTheServiceAndTheIdentity_data()
    {
        QTest::addColumn<Pairs>("variables");
        QTest::addColumn<bool>("isTheSame");
        const Pairs there {{u"BASE_URL"_s, u"https://one.example.org"_s}};
        QTest::newRow("the same") << with(account(), there) << true;
        QTest::newRow("another secret")
            << with(with(account(), there), {{u"CLIENT_SECRET"_s, u"mdb_sa_sk_other"_s}}) << true;
        QTest::newRow("another project")
            << with(with(account(), there), {{u"ORG_ID"_s, organization}}) << true;
        QTest::newRow("another service") << account() << false;
        QTest::newRow("another account")
            << with(with(account(), there), {{u"CLIENT_ID"_s, u"mdb_sa_id_4567"_s}}) << false;
        QTest::newRow("a key") << with(apiKey(), there) << false;
        QTest::newRow("a token") << with(token(), there) << false;
    }
    void anIdIsOfTheServiceAndTheIdentity()
    {
        QFETCH(Pairs, variables);
        QFETCH(bool, isTheSame);
        Profile typed = commandLineProfile(QUrl(u"https://one.example.org"_s));
        typed.publicId = u"mdb_sa_id_0123"_s;
        typed.name = u"Mine"_s;
        const auto read = profileFromEnvironment(environmentOf(variables));
        QVERIFY(read.hasValue() && read.value());
        QCOMPARE(read.value()->profile.id == sessionProfileId(typed), isTheSame);
    }

    void baseUrls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url"); // empty: refused
        QTest::newRow("plain") << u"https://cloud.mongodb.com"_s << u"https://cloud.mongodb.com"_s;
        QTest::newRow("slash and space")
            << u"  https://cloud.mongodb.com/\n"_s << u"https://cloud.mongodb.com"_s;
        QTest::newRow("no scheme") << u"cloud.mongodb.com"_s << u"https://cloud.mongodb.com"_s;
        QTest::newRow("loopback v6") << u"http://[::1]:8080"_s << u"http://[::1]:8080"_s;
        QTest::newRow("localhost") << u"http://localhost:8080"_s << u"http://localhost:8080"_s;
        QTest::newRow("empty") << u" "_s << QString();
        QTest::newRow("path") << u"https://cloud.mongodb.com/v2#/org/1"_s << QString();
        QTest::newRow("query") << u"https://cloud.mongodb.com?x=1"_s << QString();
        QTest::newRow("user") << u"https://me:canary@cloud.mongodb.com"_s << QString();
        QTest::newRow("http") << u"http://cloud.mongodb.com"_s << QString();
        QTest::newRow("looks like loopback") << u"http://localhost.example.org"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("port") << u"https://cloud.mongodb.com:99999"_s << QString();
        QTest::newRow("host") << u"https://cloud mongodb.com"_s << QString();
    }
    void baseUrls()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        const auto read = parseBaseUrl(text);
        QCOMPARE(read.hasValue(), !url.isEmpty());
        if (read)
            QCOMPARE(read.value().toString(), url);
        else
            QVERIFY(!read.error().isEmpty() && !read.error().contains("canary"_L1));
    }
};

TELAMON_TEST(TestEnvironment)
#include "test_environment.moc"
