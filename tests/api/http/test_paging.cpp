// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/pagedcall.h"
#include "api/http/pagefacts.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Telamon;
using std::chrono::milliseconds;

// All pages of a list come, once and in order.
class TestPaging : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesComeInOrder_data();
    void pagesComeInOrder();
    void aProblemKeepsThePagesBeforeIt();
    void whatIsNoPagePassesAsOne();
    void theOwnerMayGoWhilePagesCome();
    void aListThatDoesNotEndEnds_data();
    void aListThatDoesNotEndEnds();
    void pagesAreNotPiledUp();
    void factsAreFoundInAnyShape_data();
    void factsAreFoundInAnyShape();
};

namespace {

int pageOf(const RecordedRequest& request)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target()))).queryItemValue(u"pageNum"_s).toInt();
}

QByteArray pageWith(int records, qint64 total, int page = 1)
{
    QByteArrayList rows(records, "{\"a\":[" + QByteArray::number(page) + ",\"],\"]}");
    return "{\"results\":[" + rows.join(',') + "],\"totalCount\":" + QByteArray::number(total) + '}';
}

} // namespace

void TestPaging::pagesComeInOrder_data()
{
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("said"); // totalCount
    QTest::addColumn<bool>("isRateLow");
    QTest::addColumn<int>("pages");
    QTest::addRow("one short page") << 3 << 3 << false << 1;
    QTest::addRow("none") << 0 << 0 << false << 1;
    QTest::addRow("not counted") << 25 << 0 << false << 3;
    QTest::addRow("not counted, last page full") << 20 << 0 << false << 3;
    QTest::addRow("counted") << 95 << 95 << false << 10;
    QTest::addRow("estimate too low") << 95 << 30 << false << 10;
    QTest::addRow("estimate too high") << 35 << 900 << false << 4;
    QTest::addRow("rate low") << 95 << 95 << true << 10;
}

void TestPaging::pagesComeInOrder()
{
    QFETCH(int, records);
    QFETCH(int, said);
    QFETCH(bool, isRateLow);
    QFETCH(int, pages);
    ScriptedServer server;
    int open = 0;
    int mostOpen = 0;
    server.setHandler([&](const RecordedRequest& request) {
        const int page = pageOf(request);
        mostOpen = std::max(mostOpen, ++open);
        QTimer::singleShot(20, &server, [&open] { --open; });
        return ScriptedAnswer::ok(pageWith(std::clamp(records - (page - 1) * 10, 0, 10), said, page),
            {{"RateLimit-Limit", "100"}, {"RateLimit-Remaining", isRateLow ? "5" : "90"}})
            .after(milliseconds(page % 2 == 0 ? 40 : 20));
    });
    TestClient test(server.url());
    const Operation operation = TestClient::pagedOperation();
    PagedCall call(test.client, operation, {.parameters = {{u"itemsPerPage"_s, 10}}}, nullptr);
    QSignalSpy received(&call, &PagedCall::pageReceived);
    QSignalSpy finished(&call, &PagedCall::finished);
    QVERIFY(finished.wait());
    QVERIFY(!call.problem());
    QCOMPARE(received.size(), pages);
    for (int i = 0; i < pages; ++i) {
        QCOMPARE(received.at(i).at(1).toInt(), i + 1);
        const int onPage = std::clamp(records - i * 10, 0, 10);
        QCOMPARE(received.at(i).at(0).toByteArray(), pageWith(onPage, said, i + 1));
        QCOMPARE(received.at(i).at(2).toInt(), said == 0 && onPage > 0 ? -1 : said);
    }
    QVERIFY(mostOpen <= (isRateLow ? 1 : 6));
    QVERIFY(said <= 40 || isRateLow || mostOpen > 1);
}

void TestPaging::aProblemKeepsThePagesBeforeIt()
{
    ScriptedServer server;
    server.setHandler([](const RecordedRequest& request) {
        return pageOf(request) == 3
            ? ScriptedAnswer::of(403, "{\"errorCode\":\"NO\"}")
            : ScriptedAnswer::ok(pageWith(10, 60, pageOf(request))).after(milliseconds(30));
    });
    TestClient test(server.url());
    const Operation operation = TestClient::pagedOperation();
    PagedCall call(test.client, operation, {.parameters = {{u"itemsPerPage"_s, 10}}}, nullptr);
    QSignalSpy received(&call, &PagedCall::pageReceived);
    QSignalSpy finished(&call, &PagedCall::finished);
    QVERIFY(finished.wait());
    QCOMPARE(call.problem().value_or(Problem {}).code, u"NO"_s);
    QCOMPARE(received.size(), 2);
}

void TestPaging::whatIsNoPagePassesAsOne()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::ok("[{\"a\":1}]"));
    TestClient test(server.url());
    for (const Operation& operation : {TestClient::pagedOperation(), TestClient::operation("GET")}) {
        PagedCall call(test.client, operation, {}, nullptr);
        QSignalSpy received(&call, &PagedCall::pageReceived);
        QSignalSpy finished(&call, &PagedCall::finished);
        QVERIFY(finished.wait());
        QVERIFY(!call.problem());
        QCOMPARE(received.size(), 1);
    }
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(server.requests().first().target(), "/api/things?pageNum=1&itemsPerPage=500");
    QCOMPARE(server.lastRequest().target(), "/api/things");
}

void TestPaging::theOwnerMayGoWhilePagesCome()
{
    ScriptedServer server;
    server.setHandler([](const RecordedRequest& request) {
        return ScriptedAnswer::ok(pageWith(10, 100, pageOf(request)));
    });
    TestClient test(server.url());
    const Operation operation = TestClient::pagedOperation();
    auto* owner = new QObject;
    auto* call = new PagedCall(test.client, operation, {.parameters = {{u"itemsPerPage"_s, 10}}}, owner);
    int received = 0;
    connect(call, &PagedCall::pageReceived, this, [&received, owner](const QByteArray&, int page) {
        ++received;
        if (page == 3)
            delete owner;
    });
    const QPointer<PagedCall> gone(call);
    QTRY_VERIFY(gone.isNull());
    QCOMPARE(received, 3);
    PagedCall aborted(test.client, operation, {}, nullptr);
    QSignalSpy finished(&aborted, &PagedCall::finished);
    aborted.abort();
    QVERIFY(finished.wait());
    QCOMPARE(aborted.problem().value_or(Problem {}).kind, Problem::Kind::Cancelled);
}

void TestPaging::aListThatDoesNotEndEnds_data()
{
    QTest::addColumn<qint64>("said");
    QTest::addColumn<bool>("isSamePage");
    QTest::addColumn<int>("cut"); // bytes off the end of page 3
    QTest::addColumn<int>("size"); // itemsPerPage
    QTest::addColumn<Problem::Kind>("kind");
    const qint64 most = std::numeric_limits<qint64>::max();
    QTest::addRow("always full") << qint64(0) << false << 0 << 10 << Problem::Kind::TooLarge;
    QTest::addRow("always full, all the numbers promised")
        << most << false << 0 << 10 << Problem::Kind::TooLarge;
    QTest::addRow("negative promise") << -most << false << 0 << 10 << Problem::Kind::TooLarge;
    QTest::addRow("the same page") << qint64(0) << true << 0 << 10 << Problem::Kind::Malformed;
    QTest::addRow("the same page, promised") << most << true << 0 << 10 << Problem::Kind::Malformed;
    QTest::addRow("cut off") << qint64(0) << false << 30 << 10 << Problem::Kind::Malformed;
    QTest::addRow("no items per page") << most << false << 0 << 0 << Problem::Kind::TooLarge;
}

void TestPaging::aListThatDoesNotEndEnds()
{
    QFETCH(qint64, said);
    QFETCH(bool, isSamePage);
    QFETCH(int, cut);
    QFETCH(int, size);
    QFETCH(Problem::Kind, kind);
    ScriptedServer server;
    server.setHandler([=](const RecordedRequest& request) {
        const int page = pageOf(request);
        const QByteArray body = pageWith(10, said, isSamePage ? 1 : page);
        return ScriptedAnswer::ok(body.chopped(page == 3 ? cut : 0));
    });
    TestClient test(server.url());
    const Operation operation = TestClient::pagedOperation();
    PagedCall call(
        test.client, operation, {.parameters = {{u"itemsPerPage"_s, size}}}, {.pages = 20}, nullptr);
    QSignalSpy received(&call, &PagedCall::pageReceived);
    QSignalSpy finished(&call, &PagedCall::finished);
    QVERIFY(finished.wait());
    QVERIFY(call.problem());
    QCOMPARE(call.problem()->kind, kind);
    QCOMPARE(received.size(), isSamePage ? 1 : cut > 0 ? 2 : 20);
}

void TestPaging::pagesAreNotPiledUp()
{
    ScriptedServer server;
    server.setHandler([](const RecordedRequest& request) {
        const int page = pageOf(request);
        return page == 2 ? ScriptedAnswer::silence() : ScriptedAnswer::ok(pageWith(10, 10'000, page));
    });
    TestClient test(server.url());
    const Operation operation = TestClient::pagedOperation();
    PagedCall call(test.client, operation, {.parameters = {{u"itemsPerPage"_s, 10}}}, nullptr);
    QSignalSpy finished(&call, &PagedCall::finished);
    QVERIFY(finished.wait());
    QCOMPARE(call.problem().value_or(Problem {}).kind, Problem::Kind::Silence);
    QVERIFY2(server.requestCount() < 20, QByteArray::number(server.requestCount()).constData());
}

void TestPaging::factsAreFoundInAnyShape_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("total");
    const auto row = [](const QByteArray& json, int records, int total) {
        QTest::addRow("%s", json.constData()) << json << records << total;
    };
    row("{}", -1, -1);
    row("", -1, -1);
    row("[1,2]", -1, -1);
    row(R"({"results":[],"totalCount":0})", 0, 0);
    row(R"( { "totalCount" : 7 , "results" : [ {"results":[1,2]} , [1,2], "a,\"]", 4 ] } )", 4, 7);
    row(R"({"links":[{"rel":"a}]"}],"results":[1],"totalCount":null})", 1, -1);
    row(R"({"results":[1,2)", 2, -1);
    row(R"({"results)", -1, -1);
    row("{\"results\":[\"\\", 1, -1);
}

void TestPaging::factsAreFoundInAnyShape()
{
    QFETCH(QByteArray, json);
    QFETCH(int, records);
    QFETCH(int, total);
    const PageFacts facts = pageFacts(json);
    QCOMPARE(facts.records, records);
    QCOMPARE(facts.totalCount, total);
}

TELAMON_TEST(TestPaging)
#include "test_paging.moc"
