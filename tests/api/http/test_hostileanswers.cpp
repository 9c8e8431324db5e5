// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/transport.h"
#include "tests/support/bombs.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testauthority.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using std::chrono::milliseconds;

// What a service that means harm, or is broken, can answer: it ends, in time, within bounds, and is called
// what it is.
class TestHostileAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRedirectOfAWriteWithABodyIsOne_data();
    void aRedirectOfAWriteWithABodyIsOne();
    void oddAnswersEnd_data();
    void oddAnswersEnd();
    void theCapCountsUnpackedBytes_data();
    void theCapCountsUnpackedBytes();
    void packedAnswersAreRead();
    void endlessHeadersEnd();
    void aTruncatedAnswerDoesNotSayHowLongToWait();
    void aCertificateForAnotherHostIsRefused();
    void methodsThatCannotBeSentOnceAreNotSent();
};

namespace {

Attempt* sent(Transport& transport, QObject& owner, const WireRequest& request)
{
    Attempt* attempt = transport.send(request, {}, &owner);
    QSignalSpy finished(attempt, &Attempt::finished);
    return finished.wait(8000) ? attempt : nullptr;
}

qint64 residentKiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.mid(status.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong();
}

Transport::Settings shortLimits(const QUrl& url)
{
    return {.baseUrl = url,
        .limits = {.silence = milliseconds(400),
            .readAttempt = milliseconds(1000),
            .writeAttempt = milliseconds(1000)}};
}

} // namespace

void TestHostileAnswers::aRedirectOfAWriteWithABodyIsOne_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const char* method : {"POST", "PATCH", "DELETE"}) {
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%s %d", method, status) << QByteArray(method) << status;
    }
}

void TestHostileAnswers::aRedirectOfAWriteWithABodyIsOne()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    ScriptedServer other;
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::redirect(status, other.origin() + "/steal"));
    Transport transport(shortLimits(server.url()));
    QObject owner;
    for (const qsizetype size : {2, 300'000}) {
        const Attempt* attempt =
            sent(transport, owner, {.method = method, .target = "/x", .body = QByteArray(size, 'x')});
        QVERIFY(attempt != nullptr);
        QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::Redirect);
        QVERIFY(attempt->wasSent());
    }
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(other.connectionCount(), 0);
}

void TestHostileAnswers::oddAnswersEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char* name, const QByteArray& bytes, bool isGood = false) {
        QTest::addRow("%s", name) << bytes << isGood;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("two lengths, the second longer", ok + "Content-Length: 2\r\nContent-Length: 50\r\n\r\n{}");
    row("two lengths, the first longer", ok + "Content-Length: 50\r\nContent-Length: 2\r\n\r\n{}");
    row("the same length twice", ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", true);
    row("negative length", ok + "Content-Length: -1\r\n\r\n{}");
    row("no number as length", ok + "Content-Length: two\r\n\r\n{}");
    row("length beyond 64 bits", ok + "Content-Length: 99999999999999999999999\r\n\r\n{}");
    row("length and chunks",
        ok + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", true);
    row("unended chunks", ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
    row("status 0", "HTTP/1.1 0 Zero\r\nContent-Length: 2\r\n\r\n{}");
    row("status 000", "HTTP/1.1 000 Zero\r\nContent-Length: 2\r\n\r\n{}");
    row("status 99", "HTTP/1.1 99 Odd\r\nContent-Length: 2\r\n\r\n{}");
    row("status -200", "HTTP/1.1 -200 Odd\r\nContent-Length: 2\r\n\r\n{}");
    row("status 4294967496", "HTTP/1.1 4294967496 Odd\r\nContent-Length: 2\r\n\r\n{}");
    row("status 1000", "HTTP/1.1 1000 Odd\r\nContent-Length: 2\r\n\r\n{}");
    row("status 999", "HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\n{}");
    row("status 101", "HTTP/1.1 101 Switching\r\nUpgrade: evil\r\nConnection: Upgrade\r\n\r\n");
    row("only 100", "HTTP/1.1 100 Continue\r\n\r\n");
    row("only 103", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
    row("100 and then 200", "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 2\r\n\r\n{}", true);
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
    row("HTTP/0.9", "<html></html>");
    row("no gzip",
        ok + "Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\n\xff\xff\xff\xff\xff\xff\xff\xff\xff");
}

void TestHostileAnswers::oddAnswersEnd()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isGood);
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::raw(bytes));
    HttpClient::Settings settings = TestClient::settings(server.url());
    settings.transport.limits.silence = milliseconds(150);
    TestClient test(settings);
    for (const char* method : {"GET", "POST"}) {
        const Operation operation = TestClient::operation(method);
        const ApiCall* call = test.run(operation);
        QVERIFY(call != nullptr);
        const QByteArray shown =
            QByteArray::number(call->answer().status) + ' ' + call->answer().body.left(80);
        QVERIFY2(call->problem().has_value() != isGood, shown.constData());
        // Whatever came back, a write is on the wire once and may have run.
        if (operation.method == "POST") {
            QCOMPARE(call->attemptCount(), 1);
            QVERIFY(isGood || !call->problem()->provablyNotRun);
        }
        // Of one that was given up on a busy machine, nothing may have come yet.
        QVERIFY(isGood ? server.requestCount() == call->attemptCount()
                       : server.requestCount() <= call->attemptCount());
        server.forgetRequests();
    }
}

void TestHostileAnswers::theCapCountsUnpackedBytes_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("gzip") << QByteArray("gzip") << bomb(512);
    QTest::addRow("deflate") << QByteArray("deflate") << deflated(512);
    QTest::addRow("gzip, cut off") << QByteArray("gzip") << bomb(512).chopped(1000);
}

void TestHostileAnswers::theCapCountsUnpackedBytes()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::ok(body, {{"Content-Encoding", encoding}}));
    Transport transport({.baseUrl = server.url(), .limits = {.body = 4 * 1024 * 1024}});
    QObject owner;
    const qint64 before = residentKiB();
    const Attempt* attempt = sent(transport, owner, {.method = "GET", .target = "/x"});
    QVERIFY(attempt != nullptr);
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::TooLarge);
    QVERIFY(attempt->answer().body.size() <= 4 * 1024 * 1024);
    // What came is unpacked up to the cap, not whole.
    const qint64 grown = residentKiB() - before;
    QVERIFY2(grown < 64 * 1024, QByteArray::number(grown).constData());
}

void TestHostileAnswers::packedAnswersAreRead()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::ok(bomb(3), {{"Content-Encoding", "gzip"}}));
    Transport transport({.baseUrl = server.url()});
    QObject owner;
    const Attempt* attempt = sent(transport, owner, {.method = "GET", .target = "/x"});
    QVERIFY(attempt != nullptr && !attempt->problem());
    QCOMPARE(attempt->answer().body.size(), 3 * 1024 * 1024);
    QVERIFY(server.lastRequest().header("Accept-Encoding").contains("gzip"));
}

void TestHostileAnswers::endlessHeadersEnd()
{
    ScriptedServer server;
    QByteArray bytes = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 300'000; ++i)
        bytes += "X-" + QByteArray::number(i) + ": aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n";
    Transport transport(shortLimits(server.url()));
    QObject owner;
    for (const QByteArray& end : {QByteArray("Content-Length: 2\r\n\r\n{}"), QByteArray("X")}) {
        server.alwaysAnswer(ScriptedAnswer::raw(bytes + end, ScriptedAnswer::End::Hang));
        const Attempt* attempt = sent(transport, owner, {.method = "GET", .target = "/x"});
        QVERIFY(attempt != nullptr && attempt->problem());
        QVERIFY(attempt->answer().headers.size() < 10'000);
    }
    // One header as long as all of them.
    server.alwaysAnswer(ScriptedAnswer::raw(
        "HTTP/1.1 200 OK\r\nX: " + QByteArray(20'000'000, 'x'), ScriptedAnswer::End::Hang));
    const Attempt* attempt = sent(transport, owner, {.method = "GET", .target = "/x"});
    QVERIFY(attempt != nullptr && attempt->problem());
}

void TestHostileAnswers::aTruncatedAnswerDoesNotSayHowLongToWait()
{
    // Ten years, in an answer that was cut off: the next attempt comes all the same.
    ScriptedServer server;
    server.queue(
        ScriptedAnswer::raw("HTTP/1.1 503 Busy\r\nRetry-After: 315360000\r\nContent-Length: 50\r\n\r\n{"));
    TestClient test(server.url());
    const Operation operation = TestClient::operation("GET");
    const ApiCall* call = test.run(operation);
    QVERIFY(call != nullptr);
    QVERIFY(!call->problem());
    QCOMPARE(call->attemptCount(), 2);
}

void TestHostileAnswers::aCertificateForAnotherHostIsRefused()
{
    const TestAuthority authority(u"DNS:cloud.example.com"_s);
    if (!authority.isValid())
        QSKIP(qPrintable(authority.failure()));
    ScriptedServer server(authority.serverConfiguration());
    Transport transport({.baseUrl = server.url(), .extraAuthorities = authority.authorities()});
    QObject owner;
    const Attempt* attempt = sent(transport, owner, {.method = "GET", .target = "/x"});
    QVERIFY(attempt != nullptr);
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::Tls);
    QVERIFY(attempt->problem()->detail.contains("host name"_L1));
    QVERIFY(!attempt->wasSent());
    QCOMPARE(server.requestCount(), 0);
}

void TestHostileAnswers::methodsThatCannotBeSentOnceAreNotSent()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::close());
    Transport transport(shortLimits(server.url()));
    QObject owner;
    const Attempt* attempt = sent(transport, owner, {.method = "HEAD", .target = "/x"});
    QVERIFY(attempt != nullptr);
    QCOMPARE(attempt->problem().value_or(Problem {}).kind, Problem::Kind::InvalidRequest);
    QCOMPARE(server.connectionCount(), 0);
}

TELAMON_TEST(TestHostileAnswers)
#include "test_hostileanswers.moc"
