// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changejson.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Processes that share a journal, and end as they like.
class TestKilled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aRunningChangeOfAnotherProcessIsLeftAlone();
    void anotherProcessLeavesOursAlone();
    void nothingIsLostOrSentTwice();

private:
    ScriptedAnswer answer(const RecordedRequest& request);
    void startLane();
    QString file() const { return m_folder->filePath(u"own/journal.sqlite"_s); }
    void start(QProcess& process, const QString& mode) const;
    qsizetype writeCount() const
    {
        return std::ranges::count_if(
            m_server->requests(), [](const RecordedRequest& request) { return request.method() == "PATCH"; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    QMap<QString, QString> m_names; // by id
    QMap<QString, int> m_arrivals; // of writes, by id
    struct Life {
        QPointer<QProcess> process {};
        int arrivals = 0; // until it ends
    };
    QMap<qint64, Life> m_lives; // by process
    QRandomGenerator m_random;
    int m_kills = 0;
    int m_started = 0;
};

namespace {

constexpr int killCount = 200;
constexpr int laneCount = 4;
constexpr int longestStart = 100; // milliseconds
constexpr int longestPause = 8;

} // namespace

void TestKilled::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([this](const RecordedRequest& request) { return answer(request); });
    m_names.clear();
    m_arrivals.clear();
}

ScriptedAnswer TestKilled::answer(const RecordedRequest& request)
{
    const QString id = QString::fromLatin1(request.target().split('/').constLast());
    if (request.method() == "PATCH") {
        ++m_arrivals[id];
        m_names[id] = jsonObject(request.body)["name"_L1].toString();
        Life& life = m_lives[id.section(u'-', 0, 0).toLongLong()];
        if (life.process != nullptr && --life.arrivals == 0)
            QTimer::singleShot(m_random.bounded(longestPause), life.process, &QProcess::kill);
    }
    const QJsonObject thing {{u"id"_s, id}, {u"name"_s, m_names.value(id, u"first"_s)}};
    const ScriptedAnswer answer = ScriptedAnswer::ok(QJsonDocument(thing).toJson());
    return answer.after(std::chrono::milliseconds(m_random.bounded(longestPause)));
}

void TestKilled::start(QProcess& process, const QString& mode) const
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QStringLiteral(TELAMON_CHANGESTREAM), {mode, QString::fromLatin1(m_server->origin()), file()});
}

void TestKilled::aRunningChangeOfAnotherProcessIsLeftAlone()
{
    bool isApplied = false;
    m_server->setHandler([this, &isApplied](const RecordedRequest& request) {
        if (request.method() != "PATCH")
            return answer(request);
        if (isApplied)
            answer(request);
        return ScriptedAnswer::silence();
    });
    for (const bool applied : {false, true}) {
        isApplied = applied;
        m_server->forgetRequests();
        QProcess other;
        start(other, u"one"_s);
        QTRY_COMPARE_WITH_TIMEOUT(writeCount(), 1, 10000);
        JournalledClient client(m_server->url(), file());
        const Change sent = client.journal->changes().first();
        QCOMPARE(sent.verdict, Change::Verdict::Sent);
        client.runner->reconcile();
        QCOMPARE(client.journal->change(sent.id)->verdict, Change::Verdict::Sent);
        QCOMPARE(client.journal->change(sent.id)->owner, sent.owner);

        other.kill();
        QVERIFY(other.waitForFinished());
        client.runner->reconcile();
        QCOMPARE(client.journal->change(sent.id)->owner, client.journal->owner());
        const Change::Verdict verdict = applied ? Change::Verdict::AsProposed : Change::Verdict::Unknown;
        QTRY_VERIFY(client.journal->change(sent.id)->sentence.contains(u"as proposed"_s));
        QCOMPARE(client.journal->change(sent.id)->verdict, verdict);
        QCOMPARE(writeCount(), 1);
    }
}

void TestKilled::anotherProcessLeavesOursAlone()
{
    m_server->alwaysAnswer(ScriptedAnswer::silence());
    JournalledClient client(m_server->url(), file());
    const QString id = client.runner->run(
        client.catalog.operation(u"updateThing"), thing(u"a"_s, {{u"name"_s, u"b"_s}}), QJsonObject());
    QTRY_COMPARE(m_server->requestCount(), 1);
    QProcess other;
    start(other, u"reconcile"_s);
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
    QCOMPARE(client.journal->change(id)->verdict, Change::Verdict::Sent);
    QCOMPARE(client.journal->change(id)->owner, client.journal->owner());
}

void TestKilled::startLane()
{
    if (m_started == killCount)
        return;
    ++m_started;
    auto* process = new QProcess(m_server.get());
    connect(process, &QProcess::finished, this, [this, process] {
        ++m_kills;
        process->deleteLater();
        startLane();
    });
    // Most while changes stream, around one that arrives; some on the way there.
    if (m_started % 8 == 0)
        QTimer::singleShot(m_random.bounded(longestStart), process, &QProcess::kill);
    const int arrivals = m_random.bounded(1, 6);
    connect(process, &QProcess::started, this, [this, process, arrivals] {
        m_lives.insert(process->processId(), {process, arrivals});
    });
    start(*process, u"stream"_s);
}

void TestKilled::nothingIsLostOrSentTwice()
{
    m_random.seed(20260601);
    m_kills = m_started = 0;
    QElapsedTimer clock;
    clock.start();
    for (int lane = 0; lane < laneCount; ++lane)
        startLane();
    QTRY_COMPARE_WITH_TIMEOUT(m_kills, killCount, 250000); // sanitizers make every start slow
    qInfo("killed after %lld ms", qlonglong(clock.elapsed()));

    JournalledClient client(m_server->url(), file());
    client.runner->reconcile();
    const auto all = [&client] { return client.journal->changes({.limit = -1}); };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(all(),
                                 [](const Change& change) {
                                     return change.verdict != Change::Verdict::Unknown
                                         || change.sentence.contains(u"as proposed"_s);
                                 }),
        20000);
    qInfo("read after %lld ms", qlonglong(clock.elapsed()));
    const QList<Change> changes = all();
    QMap<QString, Change::Verdict> verdicts;
    QMap<Change::Verdict, int> counts;
    for (const Change& change : changes) {
        const QString id = change.arguments["parameters"_L1]["id"_L1].toString();
        QVERIFY(!verdicts.contains(id));
        verdicts.insert(id, change.verdict);
        ++counts[change.verdict];
        const bool isSaid =
            change.verdict == Change::Verdict::Done || change.verdict == Change::Verdict::AsProposed;
        // Not sent: on a slow disk the journal is busy for longer than a process waits for it.
        QVERIFY2(isSaid || change.verdict == Change::Verdict::Unknown
                || change.verdict == Change::Verdict::NotSent,
            qPrintable(nameOf(change.verdict) + u": "_s + change.sentence));
        QCOMPARE(isSaid, m_names.contains(id)); // the truth
    }
    for (auto it = m_arrivals.cbegin(); it != m_arrivals.cend(); ++it) {
        QVERIFY2(verdicts.contains(it.key()), "it arrived, and is not in the journal");
        QCOMPARE(it.value(), 1);
    }
    qInfo("%lld changes, %lld arrived; done %d, as proposed %d, unknown %d, not sent %d",
        qlonglong(changes.size()), qlonglong(m_arrivals.size()), counts[Change::Verdict::Done],
        counts[Change::Verdict::AsProposed], counts[Change::Verdict::Unknown],
        counts[Change::Verdict::NotSent]);
    QVERIFY(m_arrivals.size() > killCount);
    QVERIFY(counts[Change::Verdict::Done] > 0);
    QVERIFY(counts[Change::Verdict::AsProposed] > 0);
}

TELAMON_TEST(TestKilled)
#include "test_killed.moc"
