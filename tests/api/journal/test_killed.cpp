// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changejson.h"
#include "tests/api/journal/journalsupport.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

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
    void startLane(QRandomGenerator& random);
    QString file() const { return m_folder->filePath(u"own/journal.sqlite"_s); }
    void start(QProcess& process, const QString& mode) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    QMap<QString, QString> m_names; // by id
    QMap<QString, int> m_arrivals; // of writes, by id
    int m_kills = 0;
    int m_started = 0;
};

namespace {

constexpr int killCount = 200;
constexpr int laneCount = 3;
constexpr int longestLife = 160; // milliseconds, starting included

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
    const QString id = QString::fromLatin1(request.target().split('/').last());
    if (request.method() == "PATCH") {
        ++m_arrivals[id];
        m_names[id] = jsonObject(request.body)["name"_L1].toString();
    }
    const QJsonObject thing {{u"id"_s, id}, {u"name"_s, m_names.value(id, u"first"_s)}};
    return ScriptedAnswer::ok(QJsonDocument(thing).toJson());
}

void TestKilled::start(QProcess& process, const QString& mode) const
{
    process.setProcessChannelMode(QProcess::ForwardedChannels);
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
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1, 10000);
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
        int writes = 0;
        for (const RecordedRequest& request : m_server->requests())
            writes += request.method() == "PATCH" ? 1 : 0;
        QCOMPARE(writes, 1);
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

void TestKilled::startLane(QRandomGenerator& random)
{
    if (m_started == killCount)
        return;
    ++m_started;
    auto* process = new QProcess(m_server.get());
    connect(process, &QProcess::finished, this, [this, process, &random] {
        ++m_kills;
        process->deleteLater();
        startLane(random);
    });
    start(*process, u"stream"_s);
    QTimer::singleShot(random.bounded(longestLife), process, &QProcess::kill);
}

void TestKilled::nothingIsLostOrSentTwice()
{
    QRandomGenerator random(20260601);
    m_kills = m_started = 0;
    for (int lane = 0; lane < laneCount; ++lane)
        startLane(random);
    QTRY_COMPARE_WITH_TIMEOUT(m_kills, killCount, 100000);

    JournalledClient client(m_server->url(), file());
    client.runner->reconcile();
    const auto all = [&client] { return client.journal->changes({.limit = -1}); };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(all(),
                                 [](const Change& change) {
                                     return change.verdict != Change::Verdict::Unknown
                                         || change.sentence.contains(u"as proposed"_s);
                                 }),
        20000);
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
        QVERIFY2(isSaid || change.verdict == Change::Verdict::Unknown, qPrintable(nameOf(change.verdict)));
        QCOMPARE(isSaid, m_names.contains(id)); // the truth
    }
    for (auto it = m_arrivals.cbegin(); it != m_arrivals.cend(); ++it) {
        QVERIFY2(verdicts.contains(it.key()), "it arrived, and is not in the journal");
        QCOMPARE(it.value(), 1);
    }
    qInfo("%lld changes, %lld arrived; done %d, as proposed %d, unknown %d", qlonglong(changes.size()),
        qlonglong(m_arrivals.size()), counts[Change::Verdict::Done], counts[Change::Verdict::AsProposed],
        counts[Change::Verdict::Unknown]);
    QVERIFY(counts[Change::Verdict::Done] > killCount);
    QVERIFY(counts[Change::Verdict::AsProposed] > 0);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "test_killed.moc"
