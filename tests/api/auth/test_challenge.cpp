// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/challenge.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Telamon;

class TestChallenge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryChallengeOfAHeader_data();
    void readsEveryChallengeOfAHeader();
    void readsEveryHeaderOfAnAnswer();
    void readsParametersWithoutAScheme_data();
    void readsParametersWithoutAScheme();
    void quotesSoThatItReadsTheSameAgain_data();
    void quotesSoThatItReadsTheSameAgain();
};

namespace {

// "scheme{name=value;name=value}" with names in order, so that a whole header is one comparable text.
QByteArray shown(const QList<Challenge>& challenges)
{
    QByteArray text;
    for (const Challenge& challenge : challenges) {
        QByteArrayList parameters;
        for (auto it = challenge.parameters.cbegin(); it != challenge.parameters.cend(); ++it)
            parameters.append(it.key() + '=' + it.value());
        std::sort(parameters.begin(), parameters.end());
        text += challenge.scheme + '{' + parameters.join(';') + '}';
    }
    return text;
}

} // namespace

void TestChallenge::readsEveryChallengeOfAHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* header, const char* expected) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(expected);
    };
    row("nothing", "", "");
    row("only separators", " , ,, ", "");
    row("the service's own",
        R"(Digest realm="MMS Public API", domain="", nonce="SA7U==", algorithm=MD5, qop="auth", stale=false)",
        "digest{algorithm=MD5;domain=;nonce=SA7U==;qop=auth;realm=MMS Public API;stale=false}");
    row("two schemes", R"(Basic realm="a", Digest realm="b", nonce="n")",
        "basic{realm=a}digest{nonce=n;realm=b}");
    row("two digests", R"(Digest nonce="1", algorithm=SHA-256, Digest nonce="2", algorithm=MD5)",
        "digest{algorithm=SHA-256;nonce=1}digest{algorithm=MD5;nonce=2}");
    row("joined by a line break", "Digest nonce=\"1\"\nDigest nonce=\"2\"", "digest{nonce=1}digest{nonce=2}");
    row("a scheme alone", R"(Negotiate, Digest nonce="1")", "negotiate{}digest{nonce=1}");
    row("a scheme alone at the end", R"(Digest nonce="1", NTLM)", "digest{nonce=1}ntlm{}");
    row("one word as credentials", R"(Negotiate a874/+z==, Digest nonce="1")", "negotiate{}digest{nonce=1}");
    row("commas in quotes", R"(Digest realm="a, Basic realm=b, c", nonce="1")",
        "digest{nonce=1;realm=a, Basic realm=b, c}");
    row("escapes in quotes", R"(Digest realm="say \"hi\" \\ \x", nonce="1")",
        R"(digest{nonce=1;realm=say "hi" \ x})");
    row("case of names", R"(dIGEST ReAlM="A", NONCE=b)", "digest{nonce=b;realm=A}");
    row("space around =", "Digest realm = \"a\" ,\tnonce\t=\tb", "digest{nonce=b;realm=a}");
    row("empty elements", R"(,Digest ,realm="a",, nonce="b",)", "digest{nonce=b;realm=a}");
    row("open quote", R"(Digest realm="a", nonce="b)", "");
    row("escape at the end", "Digest realm=\"a\\", "");
    row("a parameter twice", R"(Digest nonce="1", nonce="2", Basic realm="a")", "basic{realm=a}");
    row("control character", "Digest nonce=\"a\x01\"", "");
    row("text after a value", R"(Digest nonce="1" x, Basic realm="a")", "basic{realm=a}");
    row("one word that looks like a parameter", R"(Digest nonce=, Basic realm="a")",
        "digest{}basic{realm=a}");
    row("not even a scheme", "=, \"x\", Digest nonce=1", "digest{nonce=1}");
    row("parameter before any scheme", R"(=x, realm="a")", "");
}

void TestChallenge::readsEveryChallengeOfAHeader()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, expected);
    QCOMPARE(shown(parseChallenges(header)), expected);
}

void TestChallenge::readsEveryHeaderOfAnAnswer()
{
    WireAnswer answer;
    answer.headers = {{"Content-Type", "text/plain"}, {"www-authenticate", "Digest nonce=1"},
        {"WWW-Authenticate", "Basic realm=a, Digest nonce=2"}};
    QCOMPARE(shown(challengesOf(answer)), "digest{nonce=1}basic{realm=a}digest{nonce=2}");
}

void TestChallenge::readsParametersWithoutAScheme_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("alone") << QByteArray(R"(nextnonce="a,b")") << QByteArray("a,b");
    QTest::newRow("among others") << QByteArray(R"(qop=auth, nc=00000001, nextnonce="n", rspauth="x")")
                                  << QByteArray("n");
    QTest::newRow("absent") << QByteArray("qop=auth") << QByteArray();
    QTest::newRow("empty header") << QByteArray() << QByteArray();
    QTest::newRow("broken") << QByteArray(R"(nextnonce="n)") << QByteArray();
}

void TestChallenge::readsParametersWithoutAScheme()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, next);
    QCOMPARE(parseParameters(header).value("nextnonce"), next);
}

void TestChallenge::quotesSoThatItReadsTheSameAgain_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "plain", "a\"b", "a\\b", "\"", "\\", ", Basic realm=x", "\\\""})
        QTest::newRow(text) << QByteArray(text);
}

void TestChallenge::quotesSoThatItReadsTheSameAgain()
{
    QFETCH(QByteArray, text);
    QCOMPARE(parseParameters(QByteArray("value=" + quoted(text))).value("value", "absent"), text);
}

TELAMON_TEST(TestChallenge)
#include "test_challenge.moc"
