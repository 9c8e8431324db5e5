// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/bodyshape.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What comes after a change was carried out: it is followed until it is finished, and may be taken back.
class TestFollowing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsFollowedUntilItEnds_data();
    void itIsFollowedUntilItEnds();
    void whatMovesUnderOneStatusIsTold();
    void theNextStartTakesItUp();
    void fewRequestsLeftSlowItDown();
    void anUpdateIsTakenBackByTheStateBefore_data();
    void anUpdateIsTakenBackByTheStateBefore();
    void aCreationIsTakenBackByItsAnswer();
    void whatCannotBeTakenBack_data();
    void whatCannotBeTakenBack();

private:
    QString file() { return m_folder.filePath(QString::number(++m_count) + u"/journal.sqlite"_s); }

    QTemporaryDir m_folder;
    int m_count = 0;
};

namespace {

using std::chrono::milliseconds;

const Arguments ofT {{{u"id"_s, u"t"_s}}, {}};

ScriptedAnswer stateAnswer(const char* state)
{
    return ScriptedAnswer::ok("{\"state\":\"" + QByteArray(state) + "\"}");
}

} // namespace

void TestFollowing::itIsFollowedUntilItEnds_data()
{
    QTest::addColumn<QList<ScriptedAnswer>>("readings");
    QTest::addColumn<Change::Progress>("progress");
    QTest::addColumn<QString>("text");
    const ScriptedAnswer gone = ScriptedAnswer::of(404, "{\"error\":404,\"errorCode\":\"NOT_FOUND\"}");
    QTest::newRow("done") << QList {stateAnswer("BUILDING"), stateAnswer("BUILDING"), stateAnswer("IDLE")}
                          << Change::Progress::Finished << u"IDLE"_s;
    QTest::newRow("failed") << QList {stateAnswer("BUILDING"), stateAnswer("BROKEN")}
                            << Change::Progress::Failed << u"BROKEN"_s;
    QTest::newRow("failed, and says why")
        << QList {ScriptedAnswer::ok("{\"state\":\"BROKEN\",\"note\":\"No room.\"}")}
        << Change::Progress::Failed << u"No room."_s;
    QTest::newRow("done, whatever it says besides")
        << QList {ScriptedAnswer::ok("{\"state\":\"IDLE\",\"note\":\"No room.\"}")}
        << Change::Progress::Finished << u"IDLE"_s;
    QTest::newRow("there later") << QList {gone, stateAnswer("IDLE")} << Change::Progress::Finished
                                 << u"IDLE"_s;
    QTest::newRow("there, and then gone") << QList {stateAnswer("BUILDING"), gone} << Change::Progress::Failed
                                          << u"It is not there any more."_s;
    QTest::newRow("refused in between") << QList {ScriptedAnswer::of(403, "{}"), stateAnswer("IDLE")}
                                        << Change::Progress::Finished << u"IDLE"_s;
}

void TestFollowing::itIsFollowedUntilItEnds()
{
    QFETCH(QList<ScriptedAnswer>, readings);
    QFETCH(Change::Progress, progress);
    QFETCH(QString, text);
    ScriptedServer server;
    server.queue(ScriptedAnswer::of(202, "{}"));
    for (const ScriptedAnswer& reading : std::as_const(readings))
        server.queue(reading);
    server.alwaysAnswer(stateAnswer("TOO_MUCH"));
    JournalledClient client(server.url(), file());
    client.runner->setFollowPace({milliseconds(10), milliseconds(20), 4});
    const Change change = client.ran(u"startThing"_s, ofT);
    QCOMPARE(change.verdict, Change::Verdict::Done);
    QCOMPARE(change.progress, Change::Progress::Following);
    QTRY_COMPARE(client.journal->change(change.id)->progress, progress);
    QCOMPARE(client.journal->change(change.id)->progressText, text);
    QCOMPARE(server.requestCount(), readings.size() + 1);
}

void TestFollowing::whatMovesUnderOneStatusIsTold()
{
    ScriptedServer server;
    server.queue(ScriptedAnswer::of(202, "{}"));
    server.queue(stateAnswer("BUILDING"));
    server.queue(stateAnswer("BUILDING"));
    server.queue(ScriptedAnswer::ok("{\"state\":\"BUILDING\",\"note\":\"Nearly.\"}"));
    server.alwaysAnswer(stateAnswer("IDLE"));
    JournalledClient client(server.url(), file());
    client.runner->setFollowPace({milliseconds(10), milliseconds(20), 4});
    QSignalSpy moved(client.runner.get(), &ChangeRunner::moved);
    const Change change = client.ran(u"startThing"_s, ofT);
    QTRY_COMPARE(client.journal->change(change.id)->progress, Change::Progress::Finished);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.first().first().toString(), change.id);
}

void TestFollowing::theNextStartTakesItUp()
{
    const QString path = file();
    ScriptedServer server;
    server.alwaysAnswer(stateAnswer("BUILDING"));
    QString id;
    {
        JournalledClient client(server.url(), path);
        client.runner->setFollowPace({milliseconds(10), milliseconds(20), 4});
        id = client.ran(u"startThing"_s, ofT).id;
        QTRY_COMPARE(client.journal->change(id)->progressText, u"BUILDING"_s);
        // While that one lives, it is not another's.
        JournalledClient other(server.url(), path);
        other.runner->reconcile();
        QVERIFY(other.journal->change(id)->owner != other.journal->owner());
    }
    server.alwaysAnswer(stateAnswer("IDLE"));
    JournalledClient next(server.url(), path);
    next.runner->setFollowPace({milliseconds(10), milliseconds(20), 4});
    next.runner->reconcile();
    QTRY_COMPARE(next.journal->change(id)->progress, Change::Progress::Finished);
    QCOMPARE(next.journal->change(id)->progressText, u"IDLE"_s);
}

void TestFollowing::fewRequestsLeftSlowItDown()
{
    ScriptedServer server;
    server.queue(ScriptedAnswer::of(202, "{}"));
    server.queue(ScriptedAnswer::ok(
        "{\"state\":\"BUILDING\"}", {{"RateLimit-Limit", "100"}, {"RateLimit-Remaining", "1"}}));
    server.alwaysAnswer(stateAnswer("IDLE"));
    JournalledClient client(server.url(), file());
    client.runner->setFollowPace({milliseconds(10), milliseconds(10), 40});
    const QString id = client.ran(u"startThing"_s, ofT).id;
    QTRY_COMPARE(client.journal->change(id)->progressText, u"BUILDING"_s);
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE(client.journal->change(id)->progress, Change::Progress::Finished);
    QVERIFY2(clock.elapsed() >= 300, qPrintable(QString::number(clock.elapsed())));
}

void TestFollowing::anUpdateIsTakenBackByTheStateBefore_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("restoring");
    QTest::newRow("only what it touched") << "{\"id\":\"t\",\"name\":\"a\",\"size\":1,\"state\":\"IDLE\"}"_ba
                                          << "{\"size\":2}"_ba
                                          << "{\"size\":1}"_ba;
    QTest::newRow("a list whole") << "{\"rules\":[\"x\",\"y\"]}"_ba
                                  << "{\"rules\":[\"z\"]}"_ba
                                  << "{\"rules\":[\"x\",\"y\"]}"_ba;
    QTest::newRow("what may be null was unset") << "{\"name\":\"a\"}"_ba
                                                << "{\"note\":\"n\"}"_ba
                                                << "{\"note\":null}"_ba;
}

void TestFollowing::anUpdateIsTakenBackByTheStateBefore()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, restoring);
    ScriptedServer server;
    JournalledClient client(server.url(), file());
    const Change change = client.ran(u"updateThing"_s, thing(u"t"_s, jsonObject(body)), jsonObject(before));
    const auto undo = client.runner->undoOf(change);
    QVERIFY(undo);
    QCOMPARE(undo->first->id, u"updateThing"_s);
    QCOMPARE(undo->second.parameters.value(u"id"_s), QJsonValue(u"t"_s));
    QCOMPARE(undo->second.body.value_or(QJsonValue()), QJsonValue(jsonObject(restoring)));
}

void TestFollowing::aCreationIsTakenBackByItsAnswer()
{
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::of(201, "{\"id\":\"new\",\"name\":\"b\"}"));
    JournalledClient client(server.url(), file());
    const Change change = client.ran(u"createThing"_s, {{}, QJsonObject {{u"name"_s, u"b"_s}}});
    const auto undo = client.runner->undoOf(change);
    QVERIFY(undo);
    QCOMPARE(undo->first->id, u"deleteThing"_s);
    QCOMPARE(undo->second.parameters.value(u"id"_s), QJsonValue(u"new"_s));
    QVERIFY(!undo->second.body);
}

void TestFollowing::whatCannotBeTakenBack_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("before"); // empty: not read
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QString& operation, int status, const QByteArray& before,
                         const QByteArray& body) {
        QTest::newRow(name) << operation << status << before << body;
    };
    row("nothing describes it", u"deleteThing"_s, 200, "{\"name\":\"a\"}", {});
    row("refused", u"updateThing"_s, 400, "{\"size\":1}", "{\"size\":2}");
    row("before not read", u"updateThing"_s, 200, {}, "{\"size\":2}");
    row("nothing changed", u"updateThing"_s, 200, "{\"size\":2}", "{\"size\":2}");
    row("cannot be unset", u"updateThing"_s, 200, "{\"name\":\"a\"}", "{\"size\":2}");
    row("was a secret", u"updateThing"_s, 200, "{\"password\":\"old-secret\",\"size\":1}",
        "{\"password\":\"new-secret\",\"size\":2}");
    row("id not in the answer", u"createThing"_s, 201, {}, "{\"name\":\"b\"}");
}

void TestFollowing::whatCannotBeTakenBack()
{
    QFETCH(QString, operation);
    QFETCH(int, status);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    server.alwaysAnswer(ScriptedAnswer::of(status, "{}"));
    JournalledClient client(server.url(), file());
    Arguments arguments;
    if (operation != "createThing"_L1)
        arguments.parameters.insert(u"id"_s, u"t"_s);
    if (!body.isEmpty())
        arguments.body = jsonObject(body);
    const QJsonValue state =
        before.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(jsonObject(before));
    const Change change = client.ran(operation, arguments, state);
    QVERIFY(change.isEnded());
    QVERIFY(!client.runner->undoOf(change));
}

TELAMON_TEST(TestFollowing)
#include "test_following.moc"
