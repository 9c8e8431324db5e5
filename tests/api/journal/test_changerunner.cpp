// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changejson.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

using Verdict = Change::Verdict;

// What comes of a change, over real sockets.
class TestChangeRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void itIsInTheJournalBeforeItLeaves();
    void aRefusalKeepsItsFields();
    void cancelledIsNotSentOrUnknown();
    void theEndOfTheProgramLeavesItUnknown();
    void aLostAnswerIsReadFor_data();
    void aLostAnswerIsReadFor();
    void aReadOnlyProfileSendsNothing();

private:
    static qsizetype writeCount(const ScriptedServer& server);
    QString file() { return m_folder.filePath(QString::number(++m_count) + u"/journal.sqlite"_s); }

    QTemporaryDir m_folder;
    int m_count = 0;
};

qsizetype TestChangeRunner::writeCount(const ScriptedServer& server)
{
    return std::count_if(server.requests().cbegin(), server.requests().cend(),
        [](const RecordedRequest& request) { return request.method() != "GET"; });
}

void TestChangeRunner::verdicts_data()
{
    QTest::addColumn<QList<ScriptedAnswer>>("answers");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QList<int>>("statuses"); // of the attempts
    const auto row = [](const char* name, const QList<ScriptedAnswer>& answers, Verdict verdict,
                         const QList<int>& statuses) {
        QTest::newRow(name) << answers << verdict << statuses;
    };
    const ScriptedAnswer busy = ScriptedAnswer::of(429, "{\"error\":429}", {{"Retry-After", "0"}});
    row("fine", {ScriptedAnswer::ok("{\"name\":\"b\"}")}, Verdict::Done, {200});
    row("no content", {ScriptedAnswer::of(204)}, Verdict::Done, {204});
    row("refused", {ScriptedAnswer::of(400, "{\"error\":400,\"errorCode\":\"BAD\"}")}, Verdict::Refused,
        {400});
    row("conflict", {ScriptedAnswer::of(409, "{\"error\":409}")}, Verdict::Refused, {409});
    row("busy, then fine", {busy, ScriptedAnswer::ok()}, Verdict::Done, {429, 200});
    row("busy, then cut", {busy, ScriptedAnswer::close()}, Verdict::Unknown, {429, 0});
    row("always busy", {busy, busy, busy}, Verdict::NotSent, {429, 429, 429});
    row("wrong credentials", {ScriptedAnswer::of(401)}, Verdict::NotSent, {401});
    row("cut", {ScriptedAnswer::close()}, Verdict::Unknown, {0});
    row("reset", {ScriptedAnswer::reset()}, Verdict::Unknown, {0});
    row("silence", {ScriptedAnswer::silence()}, Verdict::Unknown, {0});
    row("truncated", {ScriptedAnswer::truncated("{\"name\"", 10)}, Verdict::Unknown, {200});
    row("broken", {ScriptedAnswer::of(500, "{\"error\":500}")}, Verdict::Unknown, {500});
    row("gateway", {ScriptedAnswer::of(502, "<html>")}, Verdict::Unknown, {502});
}

void TestChangeRunner::verdicts()
{
    QFETCH(QList<ScriptedAnswer>, answers);
    QFETCH(Verdict, verdict);
    QFETCH(QList<int>, statuses);
    ScriptedServer server;
    for (const ScriptedAnswer& answer : std::as_const(answers))
        server.queue(answer);
    server.alwaysAnswer(ScriptedAnswer::ok("{\"name\":\"a\"}"));
    JournalledClient client(server.url(), file());
    QSignalSpy waited(client.runner.get(), &ChangeRunner::waiting);
    const Change change =
        client.ran(u"updateThing"_s, thing(u"t"_s, {{u"name"_s, u"b"_s}}), QJsonObject {{u"name"_s, u"a"_s}});
    QCOMPARE(change.verdict, verdict);
    QList<int> found;
    for (const ChangeAttempt& attempt : change.attempts) {
        found.append(attempt.status);
        QVERIFY(attempt.at.isValid());
        QCOMPARE(attempt.sentence.isEmpty(),
            attempt.status >= 200 && attempt.status < 300 && verdict == Verdict::Done);
    }
    QCOMPARE(found, statuses);
    QCOMPARE(waited.count(), answers.size() - 1);
    QCOMPARE(writeCount(server), answers.size());
    QVERIFY(change.endedAt.isValid());
    QVERIFY(!change.sentence.isEmpty());
    QVERIFY(!client.runner->hasRunning());
    if (verdict == Verdict::Unknown) {
        QTRY_VERIFY(client.journal->change(change.id)->sentence.contains(u"not as proposed"_s));
        QVERIFY(client.journal->change(change.id)->sentence.contains(u"Return one thing"_s)); // where to look
    }
    QCOMPARE(client.journal->change(change.id)->verdict, verdict);
    QCOMPARE(writeCount(server), answers.size()); // reading resends nothing
}

void TestChangeRunner::itIsInTheJournalBeforeItLeaves()
{
    ScriptedServer server;
    JournalledClient client(server.url(), file());
    std::optional<Change> seen;
    server.setHandler([&](const RecordedRequest&) {
        // As another process sees it: what is on disk.
        const auto other = JournalledClient::opened(client.journal->file());
        seen = other->changes().value(0);
        return ScriptedAnswer::ok();
    });
    const QString id = client.runner->run(client.catalog.operation(u"updateThing"),
        thing(u"t"_s, {{u"name"_s, u"b"_s}}), QJsonObject {{u"name"_s, u"a"_s}},
        {.where = {u"The t"_s}, .title = u"Rename a thing"_s, .undoOf = u"zero"_s});
    QCOMPARE(client.journal->change(id)->verdict, Verdict::Sent);
    QVERIFY(client.runner->isRunning(id));
    QTRY_VERIFY(!client.runner->hasRunning());
    QVERIFY(seen);
    QCOMPARE(seen->id, id);
    QCOMPARE(seen->verdict, Verdict::Sent);
    QCOMPARE(seen->target, "/things/t"_ba);
    QCOMPARE(seen->where, QStringList {u"The t"_s});
    QCOMPARE(seen->title, u"Rename a thing"_s);
    QCOMPARE(seen->undoOf, u"zero"_s);
    QCOMPARE(seen->before, QJsonValue(QJsonObject {{u"name"_s, u"a"_s}}));
    QCOMPARE(seen->proposed, QJsonValue(QJsonObject {{u"name"_s, u"b"_s}}));
}

void TestChangeRunner::aRefusalKeepsItsFields()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::of(400,
        "{\"error\":400,\"errorCode\":\"VALIDATION_ERROR\",\"detail\":\"no\",\"badRequestDetail\":{"
        "\"fields\":"
        "[{\"field\":\"size\",\"description\":\"too large\"}]}}"));
    JournalledClient client(server.url(), file());
    const Change change = client.ran(u"updateThing"_s, thing(u"t"_s, {{u"size"_s, 9}}), QJsonObject());
    const Problem problem = problemFromJson(change.problem);
    QCOMPARE(problem.code, u"VALIDATION_ERROR"_s);
    QCOMPARE(problem.fields.value(0).field, u"size"_s);
    QCOMPARE(problem.fields.value(0).description, u"too large"_s);
    QCOMPARE(change.status, 400);
}

void TestChangeRunner::cancelledIsNotSentOrUnknown()
{
    ScriptedServer server;
    server.setHandler([](const RecordedRequest& request) {
        return request.method() == "GET" ? ScriptedAnswer::ok("{\"name\":\"a\"}") : ScriptedAnswer::silence();
    });
    JournalledClient client(server.url(), file());
    const Operation& operation = client.catalog.operation(u"updateThing");
    const QString early = client.runner->run(operation, thing(u"t"_s, {{u"name"_s, u"b"_s}}), QJsonObject());
    client.runner->cancel(early);
    QTRY_COMPARE(client.journal->change(early)->verdict, Verdict::NotSent);
    QCOMPARE(server.connectionCount(), 0);

    const QString late = client.runner->run(operation, thing(u"t"_s, {{u"name"_s, u"b"_s}}), QJsonObject());
    QTRY_COMPARE(server.requestCount(), 1);
    client.runner->cancel(late);
    QTRY_COMPARE(client.journal->change(late)->verdict, Verdict::Unknown);
    QCOMPARE(client.journal->change(late)->attempts.size(), 1);
}

void TestChangeRunner::theEndOfTheProgramLeavesItUnknown()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::silence());
    JournalledClient client(server.url(), file());
    const QString id = client.runner->run(
        client.catalog.operation(u"updateThing"), thing(u"t"_s, {{u"name"_s, u"b"_s}}), QJsonObject());
    QTRY_COMPARE(server.requestCount(), 1);
    client.runner.reset();
    QCOMPARE(client.journal->change(id)->verdict, Verdict::Unknown);
    QVERIFY(client.journal->change(id)->sentence.contains(u"ended before"_s));
}

void TestChangeRunner::aLostAnswerIsReadFor_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("before"); // empty: not read
    QTest::addColumn<ScriptedAnswer>("reading");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("says");
    const ScriptedAnswer gone = ScriptedAnswer::of(404, "{\"error\":404,\"errorCode\":\"NOT_FOUND\"}");
    const auto row = [](const char* name, const QString& operation, const QByteArray& before,
                         const ScriptedAnswer& reading, Verdict verdict, const QString& says) {
        QTest::newRow(name) << operation << before << reading << verdict << says;
    };
    row("carried out", u"updateThing"_s, "{\"name\":\"a\"}",
        ScriptedAnswer::ok("{\"name\":\"b\",\"size\":1}"), Verdict::AsProposed, u"Somebody else"_s);
    row("not carried out", u"updateThing"_s, "{\"name\":\"a\"}", ScriptedAnswer::ok("{\"name\":\"a\"}"),
        Verdict::Unknown, u"not as proposed"_s);
    row("so before", u"updateThing"_s, "{\"name\":\"b\"}", ScriptedAnswer::ok("{\"name\":\"b\"}"),
        Verdict::Unknown, u"already as proposed"_s);
    row("before not read", u"updateThing"_s, {}, ScriptedAnswer::ok("{\"name\":\"b\"}"), Verdict::Unknown,
        u"was not read"_s);
    row("unreadable", u"updateThing"_s, "{\"name\":\"a\"}", ScriptedAnswer::of(403, "{\"error\":403}"),
        Verdict::Unknown, u"could not be read"_s);
    row("gone", u"deleteThing"_s, "{\"name\":\"a\"}", gone, Verdict::AsProposed, u"Somebody else"_s);
    row("a page says not found", u"deleteThing"_s, "{\"name\":\"a\"}", ScriptedAnswer::of(404, "<html>"),
        Verdict::Unknown, u"could not be read"_s);
    row("created", u"createThing"_s, {},
        ScriptedAnswer::ok("{\"results\":[{\"name\":\"x\"},{\"name\":\"b\"}]}"), Verdict::AsProposed,
        u"Somebody else"_s);
    row("not created", u"createThing"_s, {}, ScriptedAnswer::ok("{\"results\":[{\"name\":\"x\"}]}"),
        Verdict::Unknown, u"not as proposed"_s);
    row("created, there before", u"createThing"_s, "{\"name\":\"b\"}",
        ScriptedAnswer::ok("{\"results\":[{\"name\":\"b\"}]}"), Verdict::Unknown, u"already as proposed"_s);
    row("no reading", u"startThing"_s, {}, ScriptedAnswer::ok(), Verdict::Unknown,
        u"Look at the thing itself."_s);
}

void TestChangeRunner::aLostAnswerIsReadFor()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, before);
    QFETCH(ScriptedAnswer, reading);
    QFETCH(Verdict, verdict);
    QFETCH(QString, says);
    ScriptedServer server;
    server.setHandler([reading](const RecordedRequest& request) {
        return request.method() == "GET" ? reading : ScriptedAnswer::close();
    });
    JournalledClient client(server.url(), file());
    Arguments arguments;
    if (operation != "createThing"_L1)
        arguments.parameters.insert(u"id"_s, u"t"_s);
    if (client.catalog.operation(operation).requestSchema != nullptr)
        arguments.body = QJsonObject {{u"name"_s, u"b"_s}};
    const QJsonValue state =
        before.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(jsonObject(before));
    const Change change = client.ran(operation, arguments, state);
    QTRY_VERIFY2(client.journal->change(change.id)->sentence.contains(says),
        qPrintable(client.journal->change(change.id)->sentence));
    QCOMPARE(client.journal->change(change.id)->verdict, verdict);
    QCOMPARE(writeCount(server), 1);
}

void TestChangeRunner::aReadOnlyProfileSendsNothing()
{
    ScriptedServer server;
    Catalog catalog = thingCatalog();
    HttpClient::Settings settings = TestClient::settings(server.url());
    settings.isReadOnly = true;
    TestClient http(settings);
    const auto journal = JournalledClient::opened(file());
    ChangeRunner runner(http.client, catalog, *journal, {u"p"_s, {}, {}});
    const QString id = runner.run(catalog.operation(u"updateThing"), thing(u"t"_s, {}), QJsonObject());
    QTRY_COMPARE(journal->change(id)->verdict, Verdict::NotSent);
    QCOMPARE(server.connectionCount(), 0);
}

TELAMON_TEST(TestChangeRunner)
#include "test_changerunner.moc"
