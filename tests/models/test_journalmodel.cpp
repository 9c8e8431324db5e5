// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/journal.h"
#include "models/journalmodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace Telamon;
// The journal as a table that follows it.
class TestJournalModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        auto opened = Journal::open(m_folder.filePath(u"journal-%1.sqlite"_s.arg(++m_count)));
        QVERIFY(opened.hasValue());
        m_journal = std::move(opened).value();
    }

    void showsAndFollowsChanges()
    {
        Change first = change(u"one"_s, Change::Verdict::Done);
        QVERIFY(m_journal->add(first).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::All, clock());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 1);
        Change second = change(u"two"_s, Change::Verdict::Sent);
        QVERIFY(m_journal->add(second).isEmpty());
        QTRY_COMPARE(model.rowCount(), 2);
        const int row = model.rowOf(u"two"_s);
        QCOMPARE(model.text(row, "outcome"), u"Sent"_s);
        QCOMPARE(model.attention(row), RecordModel::Notice);
        second.verdict = Change::Verdict::Unknown;
        second.sentence = u"No answer came."_s;
        QVERIFY(m_journal->update(second).isEmpty());
        QTRY_COMPARE(model.text(model.rowOf(u"two"_s), "outcome"), u"Unknown"_s);
        QCOMPARE(model.attention(model.rowOf(u"two"_s)), RecordModel::Critical);
        QCOMPARE(model.text(model.rowOf(u"two"_s), "sentence"), u"No answer came."_s);
        QCOMPARE(model.setFilter(u"verdict:unknown"_s), QString());
        QCOMPARE(model.rowCount(), 1);
    }

    void verdictAndProgressAreOneOutcome_data()
    {
        using Verdict = Change::Verdict;
        using Progress = Change::Progress;
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("sent") << Verdict::Sent << Progress::None << u"Sent"_s;
        QTest::newRow("done") << Verdict::Done << Progress::None << u"Done"_s;
        QTest::newRow("followed") << Verdict::Done << Progress::Following << u"In progress"_s;
        QTest::newRow("finished") << Verdict::Done << Progress::Finished << u"Done"_s;
        QTest::newRow("failed") << Verdict::Done << Progress::Failed << u"Failed"_s;
        QTest::newRow("as proposed") << Verdict::AsProposed << Progress::None << u"Is as proposed"_s;
        QTest::newRow("refused") << Verdict::Refused << Progress::None << u"Refused"_s;
        QTest::newRow("not sent") << Verdict::NotSent << Progress::None << u"Not sent"_s;
        QTest::newRow("unknown") << Verdict::Unknown << Progress::None << u"Unknown"_s;
    }
    void verdictAndProgressAreOneOutcome()
    {
        QFETCH(const Change::Verdict, verdict);
        QFETCH(const Change::Progress, progress);
        Change made = change(u"one"_s, verdict);
        made.progress = progress;
        made.sentence = u"What came of it."_s;
        QVERIFY(m_journal->add(made).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::All, clock());
        QTRY_COMPARE(model.rowCount(), 1);
        QTEST(model.text(0, "outcome"), "outcome");
        const int column = model.columnOf("outcome");
        QCOMPARE(model.index(0, column).data(Qt::ToolTipRole).toString(), made.sentence);
    }

    void theOutcomeSaysHowItEnded_data()
    {
        using Progress = Change::Progress;
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("before"); // the state
        QTest::addColumn<QString>("outcome");
        const QString none;
        QTest::newRow("no reason") << Progress::Failed << u"FAILED"_s << none << u"Failed"_s;
        QTest::newRow("a reason") << Progress::Failed << u"No such host."_s << none
                                  << u"Failed: No such host."_s;
        QTest::newRow("another word") << Progress::Failed << u"EXPIRED"_s << none << u"Failed: Expired"_s;
        QTest::newRow("a result") << Progress::Finished << u"SUCCESS"_s << none << u"Done: Success"_s;
        QTest::newRow("another state")
            << Progress::Finished << u"PAUSED"_s << u"ACTIVE"_s << u"Done: Paused"_s;
        QTest::newRow("the same state") << Progress::Finished << u"PAUSED"_s << u"PAUSED"_s << u"Done"_s;
        QTest::newRow("not followed") << Progress::None << u"No longer followed."_s << none << u"Done"_s;
    }
    void theOutcomeSaysHowItEnded()
    {
        QFETCH(const Change::Progress, progress);
        QFETCH(const QString, text);
        QFETCH(const QString, before);
        Change made = change(u"one"_s, Change::Verdict::Done);
        made.progress = progress;
        made.progressText = text;
        if (!before.isEmpty())
            made.before = QJsonObject {{u"state"_s, before}, {u"paused"_s, true}};
        QVERIFY(m_journal->add(made).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::All, clock());
        QTRY_COMPARE(model.rowCount(), 1);
        QTEST(model.text(0, "outcome"), "outcome");
    }

    void showsBeforeAfterAndAnswer()
    {
        Change made = change(u"one"_s, Change::Verdict::Done);
        made.before = QJsonObject {{u"paused"_s, false}};
        made.proposed = QJsonObject {{u"paused"_s, true}};
        made.answer = QJsonObject {{u"state"_s, u"PAUSING"_s}};
        made.where = {u"shop"_s, u"carts"_s};
        QVERIFY(m_journal->add(made).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::All, clock());
        QTRY_COMPARE(model.rowCount(), 1);
        const QJsonObject record = QJsonDocument::fromJson(model.json(0).first().second).object();
        QCOMPARE(model.text(0, "on"), u"carts · shop"_s);
        QCOMPARE(record.value("before"_L1), made.before);
        QCOMPARE(record.value("proposed"_L1), made.proposed);
        QCOMPARE(record.value("answer"_L1), made.answer);
    }

    void onlyWhatIsUnderWayIsActive()
    {
        Change sent = change(u"sent"_s, Change::Verdict::Sent);
        Change followed = change(u"followed"_s, Change::Verdict::Done);
        followed.progress = Change::Progress::Following;
        followed.progressText = u"BUILDING"_s;
        Change done = change(u"done"_s, Change::Verdict::Done);
        for (Change* each : {&sent, &followed, &done})
            QVERIFY(m_journal->add(*each).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::Active, clock());
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.activeCount(), 2);
        QCOMPARE(model.text(model.rowOf(u"followed"_s), "outcome"), u"In progress: Building"_s);
        followed.progress = Change::Progress::Finished;
        QVERIFY(m_journal->update(followed).isEmpty());
        QTRY_COMPARE(model.activeCount(), 1);
        QCOMPARE(model.rowCount(), 2); // how it ended is there to be seen
        QCOMPARE(model.text(model.rowOf(u"followed"_s), "outcome"), u"Done: Building"_s);
        sent.verdict = Change::Verdict::Done;
        QVERIFY(m_journal->update(sent).isEmpty());
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.activeCount(), 0);
        model.reload();
        QSignalSpy read(&model, &RecordModel::loadFinished);
        QVERIFY(read.wait());
        QCOMPARE(model.rowCount(), 1);
        model.forgetEnded();
        QTRY_COMPARE(model.rowCount(), 0);
    }

    // Whenever it reads, so that a window that stays open does not count from when it was opened.
    void agesAreCountedFromTheClock()
    {
        Change first = change(u"one"_s, Change::Verdict::Done);
        QVERIFY(m_journal->add(first).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::All, clock());
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.text(0, "created"), u"2 h ago"_s);
        m_now += 3'600'000;
        Change second = change(u"two"_s, Change::Verdict::Done);
        QVERIFY(m_journal->add(second).isEmpty());
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.text(model.rowOf(u"one"_s), "created"), u"3 h ago"_s);
    }

    void agesGoOnWhileNothingHappens()
    {
        Change first = change(u"one"_s, Change::Verdict::Done);
        QVERIFY(m_journal->add(first).isEmpty());
        JournalModel model(*m_journal, JournalModel::Which::All, clock());
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.text(0, "created"), u"2 h ago"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged); // a view draws them anew
        m_now += 3'600'000;
        model.setRenewal(std::chrono::milliseconds(1));
        QVERIFY(changed.wait());
        QCOMPARE(model.text(0, "created"), u"3 h ago"_s);
    }

private:
    JournalModel::Clock clock()
    {
        m_now = created + 7'200'000;
        return [this] { return m_now; };
    }

    static Change change(const QString& id, Change::Verdict verdict)
    {
        Change made;
        made.id = id;
        made.title = u"Pause an archive"_s;
        made.operationId = u"updateGroupClusterOnlineArchive"_s;
        made.profileId = u"p"_s;
        made.createdAt = QDateTime::fromMSecsSinceEpoch(created, Qt::UTC);
        made.verdict = verdict;
        return made;
    }

    static constexpr qint64 created = 1'780'000'000'123;
    qint64 m_now = 0;
    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<Journal> m_journal;
};

TELAMON_TEST(TestJournalModel)
#include "test_journalmodel.moc"
