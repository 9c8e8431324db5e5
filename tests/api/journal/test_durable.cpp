// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/journal/journalsupport.h"
#include "tests/support/canary.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

using Verdict = Change::Verdict;

// What is on disk before a change leaves, and what never is.
class TestDurable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTheJournalCannotKeepIsNotSent_data();
    void whatTheJournalCannotKeepIsNotSent();
    void noSecretIsInTheFiles();

private:
    QString file() { return m_folder.filePath(QString::number(++m_count) + u"/journal.sqlite"_s); }

    QTemporaryDir m_folder;
    int m_count = 0;
};

void TestDurable::whatTheJournalCannotKeepIsNotSent_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("no table") << u"DROP TABLE changes"_s;
    QTest::newRow("locked") << u"BEGIN IMMEDIATE"_s;
    QTest::newRow("full") << u"full"_s;
}

void TestDurable::whatTheJournalCannotKeepIsNotSent()
{
    QFETCH(QString, damage);
    ScriptedServer server;
    JournalledClient client(server.url(), file());
    QJsonObject body {{u"name"_s, u"b"_s}};
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(client.journal->file());
        QVERIFY(other.open());
        if (damage == "full"_L1) {
            QSqlQuery limit(QSqlDatabase::database(client.journal->owner()));
            QVERIFY(limit.exec(u"PRAGMA max_page_count = 10"_s));
            body[u"name"_s] = QString(200000, u'x');
        } else {
            QVERIFY(QSqlQuery(other).exec(damage));
        }
        const Change change = client.ran(u"updateThing"_s, thing(u"t"_s, body), QJsonObject());
        QCOMPARE(change.verdict, Verdict::NotSent);
        QVERIFY2(change.sentence.contains(u"could not be written"_s), qPrintable(change.sentence));
        QCOMPARE(client.journal->changes().size(), 1); // shown all the same
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QCOMPARE(server.connectionCount(), 0);
}

void TestDurable::noSecretIsInTheFiles()
{
    const QByteArrayList secrets {"opensesame-7731", "canary-secret", "stored-secret-55"};
    const QString path = file();
    ScriptedServer server;
    server.queue(ScriptedAnswer::ok("{\"name\":\"opensesame-7731\",\"password\":\"stored-secret-55\"}"));
    server.queue(
        ScriptedAnswer::of(400, "{\"error\":400,\"detail\":\"opensesame-7731 is weak, canary-secret\"}"));
    server.queue(ScriptedAnswer::truncated("{\"password\":\"opensesame-7731", 10));
    server.alwaysAnswer(ScriptedAnswer::ok("{\"password\":\"stored-secret-55\"}"));
    const auto bytesOfAll = [&path] {
        QByteArray bytes;
        const QDir folder = QFileInfo(path).absoluteDir();
        const QStringList names = folder.entryList(QDir::Files);
        for (const QString& name : names) {
            QFile each(folder.filePath(name));
            bytes += each.open(QIODevice::ReadOnly) ? each.readAll() : QByteArray();
        }
        return bytes;
    };
    QByteArray whileOpen;
    {
        JournalledClient client(server.url(), path);
        const QJsonObject body {{u"name"_s, u"visible-name"_s}, {u"password"_s, u"opensesame-7731"_s}};
        const QJsonObject before {{u"name"_s, u"a"_s}, {u"password"_s, u"stored-secret-55"_s}};
        for (int i = 0; i < 3; ++i)
            client.ran(u"updateThing"_s, thing(u"t"_s, body), before);
        client.ran(u"createThing"_s, {{}, QJsonValue(body)}, before);
        QCOMPARE(client.journal->changes().size(), 4);
        whileOpen = bytesOfAll(); // nobody else uses it: the locks do not matter any more
    }
    for (const QByteArray& bytes : {whileOpen, bytesOfAll()}) {
        QVERIFY(bytes.contains("visible-name"));
        const QByteArray found = findCanary(bytes, secrets);
        QVERIFY2(found.isEmpty(), found.constData());
    }
}

TELAMON_TEST(TestDurable)
#include "test_durable.moc"
