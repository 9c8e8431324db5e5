// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/connect.h"
#include "tests/support/testauthority.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

Profile profileOf(const QString& url)
{
    Profile profile;
    profile.baseUrl = QUrl(url);
    profile.kind = CredentialKind::AccessToken;
    return profile;
}

} // namespace

class TestConnect : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesOverTheProfile()
    {
        Profile profile = profileOf(u"https://cloud.mongodb.com/"_s);
        profile.isReadOnly = true;
        profile.proxy = {ProxyChoice::Kind::Socks5, u"proxy.example.org"_s, 1080};
        RequestLog log(maskedJson);
        const auto client = makeClient(profile, "secret", log);
        QVERIFY(client.hasValue());
        const HttpClient::Settings& settings = client.value()->settings();
        QVERIFY(settings.isReadOnly);
        QCOMPARE(settings.transport.baseUrl, QUrl(u"https://cloud.mongodb.com"_s));
        QVERIFY(settings.transport.proxy.has_value());
        QCOMPARE(settings.transport.proxy->type(), QNetworkProxy::Socks5Proxy);
        QCOMPARE(settings.transport.proxy->hostName(), profile.proxy.host);
        QCOMPARE(settings.transport.proxy->port(), profile.proxy.port);
        QVERIFY(client.value()->authenticator().secrets().contains("secret"));
    }

    void asksTheSystemForAProxyOnlyWhenTold()
    {
        Profile profile = profileOf(u"https://cloud.mongodb.com"_s);
        QVERIFY(!clientSettings(profile).value().transport.proxy.has_value());
        profile.proxy.kind = ProxyChoice::Kind::None;
        QCOMPARE(clientSettings(profile).value().transport.proxy->type(), QNetworkProxy::NoProxy);
    }

    void readsAuthorities()
    {
        const TestAuthority authority;
        if (!authority.isValid())
            QSKIP(qPrintable(authority.failure()));
        Profile profile = profileOf(u"https://127.0.0.1"_s);
        profile.caFile = authority.authorityPath();
        QCOMPARE(clientSettings(profile).value().transport.extraAuthorities.size(), 1);
    }

    void saysWhatIsWrongWithACaFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("no certificate") << QByteArray("hello");
        QTest::newRow("broken certificate")
            << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }
    void saysWhatIsWrongWithACaFile()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        Profile profile = profileOf(u"https://cloud.mongodb.com"_s);
        profile.caFile = folder.filePath(u"ca.pem"_s);
        if (!content.isEmpty()) {
            QFile file(profile.caFile);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        const auto settings = clientSettings(profile);
        QVERIFY(!settings.hasValue());
        QVERIFY2(settings.error().sentence().contains("ca.pem"_L1), qPrintable(settings.error().sentence()));
    }

    void refusesHalfAProxyAndOpenHttp()
    {
        Profile profile = profileOf(u"https://cloud.mongodb.com"_s);
        profile.proxy.kind = ProxyChoice::Kind::Http;
        QVERIFY(!clientSettings(profile).hasValue());
        profile.proxy = {ProxyChoice::Kind::Http, u"proxy"_s, 0};
        QVERIFY(!clientSettings(profile).hasValue());
        RequestLog log(maskedJson);
        QVERIFY(!makeClient(profileOf(u"http://cloud.mongodb.com"_s), "secret", log).hasValue());
    }
};

TELAMON_TEST(TestConnect)
#include "test_connect.moc"
