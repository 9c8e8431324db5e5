// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changejson.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/testprogram.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// The file of changes, alone and shared.
class TestJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChangeComesBackAsItWas();
    void itIsForItsOwnerOnly();
    void itIsDurable();
    void itIsReadInParts();
    void aLivingOwnersChangeIsNotTakenOver();
    void anotherProcessIsNoticed();
    void whatCannotBeOpenedIsSaid_data();
    void whatCannotBeOpenedIsSaid();
    void whatCouldNotBeWrittenIsWrittenLater();

private:
    QString file() { return m_folder.filePath(QString::number(++m_count) + u"/deep/journal.sqlite"_s); }
    static Change change(const QString& id, const QString& profile = u"p"_s)
    {
        Change made;
        made.id = id;
        made.profileId = profile;
        made.createdAt = QDateTime::fromMSecsSinceEpoch(1780000000123, Qt::UTC);
        return made;
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

void TestJournal::aChangeComesBackAsItWas()
{
    const QString path = file();
    Change written = change(u"one"_s);
    written.operationId = u"updateThing"_s;
    written.title = u"Ünïcode \u202e"_s;
    written.profileName = u"'; DROP TABLE changes; --"_s;
    written.arguments = {{u"parameters"_s, QJsonObject {{u"id"_s, u"t"_s}}}, {u"body"_s, QJsonValue::Null}};
    written.method = "PATCH";
    written.target = "/things/t?a=%2F";
    written.before = QJsonObject();
    written.proposed = u""_s;
    written.answer = QJsonArray {1, QJsonValue::Null};
    written.problem = toJson(Problem {.kind = Problem::Kind::Silence, .retryAfter = std::chrono::seconds(3)});
    written.attempts = {{written.createdAt, 429, u"busy"_s}, {written.createdAt, 0, {}}};
    written.status = 429;
    written.sentence = u"why"_s;
    written.endedAt = written.createdAt.addMSecs(5);
    written.progressText = u"BUILDING"_s;
    written.where = {u"box · one"_s, u"t"_s};
    written.undoOf = u"zero"_s;
    QCOMPARE(JournalledClient::opened(path)->add(written), QString());
    for (const Change::Verdict verdict :
        {Change::Verdict::Sent, Change::Verdict::Done, Change::Verdict::AsProposed, Change::Verdict::Refused,
            Change::Verdict::NotSent, Change::Verdict::Unknown}) {
        for (const auto progress : {Change::Progress::None, Change::Progress::Following,
                 Change::Progress::Finished, Change::Progress::Failed}) {
            const auto journal = JournalledClient::opened(path);
            QVERIFY(journal->adopt(u"one"_s));
            written.owner = journal->owner();
            written.verdict = verdict;
            written.progress = progress;
            QCOMPARE(journal->update(written), QString());
            const auto other = JournalledClient::opened(path);
            QCOMPARE(other->change(u"one"_s).value_or(Change()), written);
        }
    }
    const Problem problem = problemFromJson(written.problem);
    QCOMPARE(problem.kind, Problem::Kind::Silence);
    QCOMPARE(problem.retryAfter, std::chrono::seconds(3));
}

void TestJournal::itIsForItsOwnerOnly()
{
    const QString path = file();
    const auto journal = JournalledClient::opened(path);
    Change one = change(u"one"_s);
    QCOMPARE(journal->add(one), QString());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY(QFileInfo::exists(path + suffix));
        QCOMPARE(QFileInfo(path + suffix).permissions() & others, QFile::Permissions());
    }
    QCOMPARE(QFileInfo(QFileInfo(path).absolutePath()).permissions() & others, QFile::Permissions());
}

void TestJournal::itIsDurable()
{
    const auto journal = JournalledClient::opened(file());
    QSqlQuery query(QSqlDatabase::database(journal->owner()));
    QVERIFY(query.exec(u"PRAGMA journal_mode"_s) && query.next());
    QCOMPARE(query.value(0).toString(), u"wal"_s);
    QVERIFY(query.exec(u"PRAGMA synchronous"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 2); // FULL
}

void TestJournal::itIsReadInParts()
{
    const auto journal = JournalledClient::opened(file());
    for (int i = 0; i < 9; ++i) {
        Change each = change(QString::number(i), i % 2 == 0 ? u"even"_s : u"odd"_s);
        each.verdict = i < 3 ? Change::Verdict::Done : Change::Verdict::Unknown;
        QCOMPARE(journal->add(each), QString());
        QCOMPARE(each.number, i + 1);
    }
    const auto ids = [&journal](const Journal::Filter& filter) {
        QStringList found;
        const QList<Change> changes = journal->changes(filter);
        for (const Change& each : changes)
            found.append(each.id);
        return found.join(u' ');
    };
    QCOMPARE(ids({}), u"8 7 6 5 4 3 2 1 0"_s);
    QCOMPARE(ids({.limit = 2}), u"8 7"_s);
    QCOMPARE(ids({.limit = 2, .before = 8}), u"6 5"_s);
    QCOMPARE(ids({.profileId = u"odd"_s}), u"7 5 3 1"_s);
    QCOMPARE(
        ids({.profileId = u"even"_s, .verdicts = {Change::Verdict::Done, Change::Verdict::Sent}}), u"2 0"_s);
    QCOMPARE(ids({.progresses = {Change::Progress::Following}}), QString());
}

void TestJournal::aLivingOwnersChangeIsNotTakenOver()
{
    const QString path = file();
    auto owner = JournalledClient::opened(path);
    Change one = change(u"one"_s);
    QCOMPARE(owner->add(one), QString());
    const auto other = JournalledClient::opened(path);
    QVERIFY(!other->adopt(u"one"_s));
    QVERIFY(other->takeOverSent().isEmpty());
    QCOMPARE(other->change(u"one"_s)->verdict, Change::Verdict::Sent);
    owner.reset();
    QCOMPARE(other->takeOverSent().size(), 1);
    QCOMPARE(other->change(u"one"_s)->verdict, Change::Verdict::Unknown);
    const auto third = JournalledClient::opened(path);
    QVERIFY(!third->adopt(u"one"_s));
}

void TestJournal::anotherProcessIsNoticed()
{
    const QString path = file();
    const auto journal = JournalledClient::opened(path);
    QSignalSpy noticed(journal.get(), &Journal::changedElsewhere);
    Change own = change(u"own"_s);
    QCOMPARE(journal->add(own), QString());
    const auto other = JournalledClient::opened(path);
    Change one = change(u"one"_s);
    QCOMPARE(other->add(one), QString());
    QVERIFY(noticed.wait(10000));
    QCOMPARE(noticed.count(), 1);
}

void TestJournal::whatCannotBeOpenedIsSaid_data()
{
    QTest::addColumn<QString>("state");
    for (const char* state : {"folder", "damaged", "newer", "another program's", "no folder"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void TestJournal::whatCannotBeOpenedIsSaid()
{
    QFETCH(QString, state);
    QString path = file();
    const auto execute = [&path](const QString& statement) {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(statement));
        }
        QSqlDatabase::removeDatabase(u"raw"_s);
    };
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (state == "folder"_L1) {
        QDir().mkpath(path);
    } else if (state == "damaged"_L1) {
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(8192, 'x'));
    } else if (state == "newer"_L1) {
        JournalledClient::opened(path);
        execute(u"PRAGMA user_version = 1000"_s);
    } else if (state == "another program's"_L1) {
        execute(u"CREATE TABLE changes (id TEXT)"_s);
    } else {
        QFile(QFileInfo(path).absolutePath() + u"/file"_s).open(QIODevice::WriteOnly);
        path = QFileInfo(path).absolutePath() + u"/file/journal.sqlite"_s;
    }
    const auto result = Journal::open(path);
    QVERIFY(!result);
    QVERIFY2(result.error().contains(path) && result.error().endsWith(u'.'), qPrintable(result.error()));
}

void TestJournal::whatCouldNotBeWrittenIsWrittenLater()
{
    const QString path = file();
    const auto journal = JournalledClient::opened(path);
    Change one = change(u"one"_s);
    QCOMPARE(journal->add(one), QString());
    const auto other = JournalledClient::opened(path);
    QSqlQuery blocking(QSqlDatabase::database(other->owner()));
    QVERIFY(blocking.exec(u"BEGIN IMMEDIATE"_s));
    one.verdict = Change::Verdict::Done;
    QVERIFY(!journal->update(one).isEmpty());
    QCOMPARE(journal->change(u"one"_s)->verdict, Change::Verdict::Done);
    QCOMPARE(journal->changes().value(0).verdict, Change::Verdict::Done);
    QVERIFY(blocking.exec(u"ROLLBACK"_s));
    QCOMPARE(other->change(u"one"_s)->verdict, Change::Verdict::Sent);
    QTRY_COMPARE(other->change(u"one"_s)->verdict, Change::Verdict::Done);
}

TELAMON_TEST(TestJournal)
#include "test_journal.moc"
