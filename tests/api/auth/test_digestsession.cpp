// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/digestsession.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;

class TestDigestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersThePublishedExamples_data();
    void answersThePublishedExamples();
    void choosesTheStrongestThatItKnows_data();
    void choosesTheStrongestThatItKnows();
    void answersOnlyWhatItCan_data();
    void answersOnlyWhatItCan();
    void countsUpWithinANonce();
    void startsAgainWithTheNextNonce();
    void keepsTheSessionKeyOverTheNextNonce();
    void carriesAnyUserName_data();
    void carriesAnyUserName();
    void readsStale_data();
    void readsStale();
};

namespace {

std::optional<DigestSession> session(const char* header, const char* user = "Mufasa",
    const char* password = "Circle of Life", const char* clientNonce = "0a4f113b")
{
    return DigestSession::fromChallenges(parseChallenges(header), user, password, clientNonce);
}

QByteArray parameter(const QByteArray& header, const char* name)
{
    const QList<Challenge> credentials = parseChallenges(header);
    return credentials.size() == 1 ? credentials.first().parameters.value(name) : QByteArray();
}

QByteArray hashed(QCryptographicHash::Algorithm algorithm, const QByteArray& text)
{
    return QCryptographicHash::hash(text, algorithm).toHex();
}

} // namespace

void TestDigestSession::answersThePublishedExamples_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("clientNonce");
    QTest::addColumn<QByteArray>("response");
    const QByteArray cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    const QByteArray rfc7616 = R"(realm="http-auth@example.org", qop="auth, auth-int", )"
                               R"(nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", )"
                               R"(opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS")";
    QTest::newRow("RFC 2617, 3.5") << QByteArray(
        R"(Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", )"
        R"(opaque="5ccc069c403ebaf9f0171e9517f40e41")")
                                   << QByteArray("Circle Of Life") << QByteArray("0a4f113b")
                                   << QByteArray("6629fae49393a05397450978507c4ef1");
    QTest::newRow("RFC 7616, 3.9.1, MD5")
        << QByteArray("Digest " + rfc7616 + ", algorithm=MD5") << QByteArray("Circle of Life") << cnonce
        << QByteArray("8ca523f5e9506fed4657c9700eebdbec");
    QTest::newRow("RFC 7616, 3.9.1, SHA-256")
        << QByteArray("Digest " + rfc7616 + ", algorithm=SHA-256") << QByteArray("Circle of Life") << cnonce
        << QByteArray("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    QTest::newRow("RFC 7616, both offered")
        << QByteArray("Digest " + rfc7616 + ", algorithm=MD5, Digest " + rfc7616 + ", algorithm=SHA-256")
        << QByteArray("Circle of Life") << cnonce
        << QByteArray("753927fa0e85d155564e2e272a28d180"
                      "2ca10daf4496794697cf8db5856cb6c1");
}

void TestDigestSession::answersThePublishedExamples()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, clientNonce);
    QFETCH(QByteArray, response);
    auto agreed = DigestSession::fromChallenges(parseChallenges(header), "Mufasa", password, clientNonce);
    QVERIFY(agreed);
    const QByteArray answer = agreed->sign("GET", "/dir/index.html");
    QCOMPARE(parameter(answer, "response"), response);
    QCOMPARE(parameter(answer, "username"), "Mufasa");
    QCOMPARE(parameter(answer, "uri"), "/dir/index.html");
    QCOMPARE(parameter(answer, "nc"), "00000001");
    QCOMPARE(parameter(answer, "qop"), "auth");
    QCOMPARE(parameter(answer, "cnonce"), clientNonce);
    const Challenge asked = parseChallenges(header).last();
    for (const char* repeated : {"realm", "nonce", "opaque", "algorithm"})
        QCOMPARE(parameter(answer, repeated), asked.parameters.value(repeated));
}

void TestDigestSession::choosesTheStrongestThatItKnows_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("algorithm");
    const auto offer = [](const char* algorithm) -> QByteArray {
        return QByteArray("Digest realm=r, nonce=n, qop=auth, algorithm=") + algorithm;
    };
    const auto row = [](const char* name, const QByteArrayList& offers, const char* chosen) {
        QTest::newRow(name) << offers.join(", ") << QByteArray(chosen);
    };
    row("SHA-256 after MD5", {offer("MD5"), offer("SHA-256")}, "SHA-256");
    row("SHA-256 before MD5", {offer("SHA-256"), offer("MD5")}, "SHA-256");
    row("SHA-256-sess over MD5", {offer("MD5"), offer("SHA-256-sess")}, "SHA-256-sess");
    row("the first of equals", {offer("MD5-sess"), offer("MD5")}, "MD5-sess");
    row("unknown left out", {offer("SHA-512-256"), offer("MD5")}, "MD5");
    row("quoted and small", {offer("\"sha-256\""), offer("MD5")}, "sha-256");
    row("beside other schemes", {"Negotiate", "Basic realm=r", offer("MD5"), "Bearer"}, "MD5");
}

void TestDigestSession::choosesTheStrongestThatItKnows()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, algorithm);
    auto agreed = session(header.constData());
    QVERIFY(agreed);
    QCOMPARE(parameter(agreed->sign("GET", "/"), "algorithm"), algorithm);
}

void TestDigestSession::answersOnlyWhatItCan_data()
{
    QTest::addColumn<QByteArray>("header");
    const auto row = [](const char* name, const char* header) { QTest::newRow(name) << QByteArray(header); };
    row("nothing", "");
    row("another scheme", "Basic realm=\"a\"");
    row("unknown algorithm", "Digest realm=a, nonce=b, qop=auth, algorithm=SHA-512-256");
    row("body digest only", "Digest realm=a, nonce=b, qop=\"auth-int\"");
    row("no qop", "Digest realm=a, nonce=b");
    row("no nonce", "Digest realm=a, qop=auth");
    row("empty nonce", "Digest realm=a, nonce=\"\", qop=auth");
    row("no realm", "Digest nonce=b, qop=auth");
}

void TestDigestSession::answersOnlyWhatItCan()
{
    QFETCH(QByteArray, header);
    QVERIFY(!session(header.constData()));
}

void TestDigestSession::countsUpWithinANonce()
{
    auto agreed = session("Digest realm=a, nonce=b, qop=auth");
    QVERIFY(agreed);
    QByteArrayList counts;
    for (int i = 0; i < 17; ++i)
        counts.append(parameter(agreed->sign("GET", "/"), "nc"));
    QCOMPARE(counts.first(), "00000001");
    QCOMPARE(counts.at(9), "0000000a");
    QCOMPARE(counts.last(), "00000011");
}

void TestDigestSession::startsAgainWithTheNextNonce()
{
    auto agreed = session("Digest realm=a, nonce=b, qop=auth");
    QVERIFY(agreed);
    agreed->sign("GET", "/");
    agreed->useNextNonce("b");
    QCOMPARE(parameter(agreed->sign("GET", "/"), "nc"), "00000002");
    agreed->useNextNonce("c");
    const QByteArray answer = agreed->sign("GET", "/");
    QCOMPARE(parameter(answer, "nc"), "00000001");
    QCOMPARE(parameter(answer, "nonce"), "c");
}

void TestDigestSession::keepsTheSessionKeyOverTheNextNonce()
{
    const auto md5 = QCryptographicHash::Md5;
    auto agreed = session("Digest realm=r, nonce=n, qop=auth, algorithm=MD5-sess", "u", "p", "c");
    QVERIFY(agreed);
    const QByteArray key = hashed(md5, hashed(md5, "u:r:p") + ":n:c");
    const QByteArray target = hashed(md5, "GET:/x?y=1");
    QCOMPARE(parameter(agreed->sign("GET", "/x?y=1"), "response"),
        hashed(md5, key + ":n:00000001:c:auth:" + target));
    agreed->useNextNonce("n2");
    QCOMPARE(parameter(agreed->sign("GET", "/x?y=1"), "response"),
        hashed(md5, key + ":n2:00000001:c:auth:" + target));
}

void TestDigestSession::carriesAnyUserName_data()
{
    QTest::addColumn<QByteArray>("userName");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QByteArray("key") << QByteArray(R"(username="key")");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray(R"(username="a\"b")");
    QTest::newRow("backslash") << QByteArray(R"(a\b)") << QByteArray(R"(username="a\\b")");
    QTest::newRow("comma") << QByteArray("a, b=c") << QByteArray(R"(username="a, b=c")");
    QTest::newRow("RFC 7616, 3.9.2") << QByteArray("J\xC3\xA4s\xC3\xB8n Doe")
                                     << QByteArray("username*=UTF-8''J%C3%A4s%C3%B8n%20Doe");
}

void TestDigestSession::carriesAnyUserName()
{
    QFETCH(QByteArray, userName);
    QFETCH(QByteArray, written);
    auto agreed = session("Digest realm=r, nonce=n, qop=auth", userName.constData(), "p", "c");
    QVERIFY(agreed);
    const QByteArray answer = agreed->sign("GET", "/");
    QVERIFY2(answer.startsWith(QByteArray("Digest " + written + ", ")), answer.constData());
    const auto md5 = QCryptographicHash::Md5;
    QCOMPARE(parameter(answer, "response"),
        hashed(md5, hashed(md5, userName + ":r:p") + ":n:00000001:c:auth:" + hashed(md5, "GET:/")));
}

void TestDigestSession::readsStale_data()
{
    QTest::addColumn<QByteArray>("stale");
    QTest::addColumn<bool>("isStale");
    QTest::newRow("true") << QByteArray(", stale=true") << true;
    QTest::newRow("quoted capitals") << QByteArray(", stale=\"TRUE\"") << true;
    QTest::newRow("false") << QByteArray(", stale=false") << false;
    QTest::newRow("absent") << QByteArray() << false;
}

void TestDigestSession::readsStale()
{
    QFETCH(QByteArray, stale);
    QFETCH(bool, isStale);
    const auto agreed = session(QByteArray("Digest realm=r, nonce=n, qop=auth" + stale).constData());
    QVERIFY(agreed);
    QCOMPARE(agreed->isStale(), isStale);
}

TELAMON_TEST(TestDigestSession)
#include "test_digestsession.moc"
