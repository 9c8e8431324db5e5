// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/journal.h"
#include "api/sandbox/faults.h"
#include "api/sandbox/server.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

// The program itself, without a display and without a keychain, against the sandbox.
class TestCall : public QObject {
    Q_OBJECT

    struct Ending {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    std::unique_ptr<Sandbox::Server> m_server;
    QString m_projectId;
    QString m_clusterName;
    QString m_archiveId;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"MONGODB_ATLAS_BASE_URL"_s, m_server->baseUrl().toString());
        environment.insert(u"MONGODB_ATLAS_CLIENT_ID"_s, m_server->credentials().clientId);
        environment.insert(u"MONGODB_ATLAS_CLIENT_SECRET"_s, m_server->credentials().clientSecret);
        return environment;
    }
    static std::unique_ptr<QProcess> started(
        const QStringList& arguments, const QProcessEnvironment& environment, const QByteArray& input = {})
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(TELAMON_PROGRAM), arguments);
        process->write(input);
        process->closeWriteChannel();
        return process;
    }
    static Ending endOf(QProcess& process)
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(30000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Ending call(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return endOf(*started(QStringList {u"call"_s} + arguments, environment(), input));
    }
    static QJsonObject json(const QByteArray& text) { return QJsonDocument::fromJson(text).object(); }
    QStringList archive() const
    {
        return {u"updateGroupClusterOnlineArchive"_s, "groupId="_L1 + m_projectId,
            "clusterName="_L1 + m_clusterName, "archiveId="_L1 + m_archiveId, u"--body"_s, u"-"_s};
    }
    QJsonObject archiveNow() const
    {
        const QStringList words = archive();
        return json(call(QStringList {u"getGroupClusterOnlineArchive"_s} + words.mid(1, 3)).out);
    }
    static QByteArray expiry(int days)
    {
        return "{\"dataExpirationRule\":{\"expireAfterDays\":" + QByteArray::number(days) + "}}";
    }
    static QList<Change> journalled()
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        auto journal = Journal::open(folder + "/telamon/journal/journal.sqlite"_L1);
        return journal ? journal.value()->changes() : QList<Change>();
    }
    bool findArchive()
    {
        const QJsonArray projects = json(call({u"listGroups"_s}).out).value("results"_L1).toArray();
        for (const QJsonValue& project : projects) {
            const QString id = project.toObject().value("id"_L1).toString();
            const QJsonArray clusters =
                json(call({u"listGroupClusters"_s, "groupId="_L1 + id}).out).value("results"_L1).toArray();
            for (const QJsonValue& cluster : clusters) {
                const QString name = cluster.toObject().value("name"_L1).toString();
                const QJsonArray archives = json(
                    call({u"listGroupClusterOnlineArchives"_s, "groupId="_L1 + id, "clusterName="_L1 + name})
                        .out)
                                                .value("results"_L1)
                                                .toArray();
                for (const QJsonValue& each : archives) {
                    if (each.toObject().value("state"_L1) != "ACTIVE"_L1)
                        continue;
                    m_projectId = id;
                    m_clusterName = name;
                    m_archiveId = each.toObject().value("_id"_L1).toString();
                    return true;
                }
            }
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<Sandbox::Server>(builtInCatalog());
        QVERIFY(m_server->start());
        QVERIFY(findArchive());
    }
    void cleanup() { m_server->faults().clear(); }

    void operationsAreListed()
    {
        const Ending ending = endOf(*started({u"operations"_s}, QProcessEnvironment::systemEnvironment()));
        QCOMPARE(ending.code, 0);
        const QByteArray lines = '\n' + ending.out;
        for (const auto& operation : builtInCatalog().operations()) {
            const QByteArray line = '\n' + operation->id.toUtf8() + ' ';
            QVERIFY2(lines.contains(line), line.constData());
        }
    }

    void whatIsInvalidIsNotSent_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no such operation")
            << QStringList {u"dropEverything"_s} << QByteArray() << QByteArray("dropEverything");
        QTest::newRow("pattern") << QStringList {u"getGroup"_s, u"groupId=xyz"_s} << QByteArray()
                                 << QByteArray("/parameters/groupId");
        QTest::newRow("missing") << QStringList {u"getGroup"_s} << QByteArray()
                                 << QByteArray("/parameters/groupId");
        QTest::newRow("range") << archive() << expiry(3)
                               << QByteArray("/body/dataExpirationRule/expireAfterDays");
        QTest::newRow("no JSON") << archive() << QByteArray("{") << QByteArray("JSON");
        QTest::newRow("not confirmed") << archive() << expiry(30) << QByteArray("--yes");
        QTest::newRow("wrong name") << QStringList {u"deleteGroupClusterFtsIndex"_s,
            "groupId="_L1 + m_projectId, "clusterName="_L1 + m_clusterName,
            u"indexId=0123456789abcdef01234567"_s, u"--yes"_s, u"--confirm"_s, u"something"_s}
                                    << QByteArray() << QByteArray("--confirm 0123456789abcdef01234567");
    }
    void whatIsInvalidIsNotSent()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, said);
        const int before = m_server->requestCount("PATCH") + m_server->requestCount("DELETE");
        const Ending ending = call(arguments, input);
        QCOMPARE(ending.code, 2);
        QVERIFY2(ending.err.contains(said), ending.err.constData());
        QCOMPARE(ending.out, QByteArray());
        QCOMPARE(m_server->requestCount("PATCH") + m_server->requestCount("DELETE"), before);
    }

    void aDryRunShowsTheReviewAndSendsNothing()
    {
        const int before = m_server->requestCount("PATCH");
        const Ending ending = call(archive() + QStringList {u"--dry-run"_s}, expiry(77));
        QCOMPARE(ending.code, 0);
        QVERIFY(ending.out.startsWith("PATCH /api/atlas/v2/groups/"));
        QVERIFY2(
            ending.out.contains("/body/dataExpirationRule/expireAfterDays") && ending.out.contains("-> 77"),
            ending.out.constData());
        QCOMPARE(m_server->requestCount("PATCH"), before);
    }

    void aConfirmedWriteIsDoneAndJournalled()
    {
        const Ending ending = call(archive() + QStringList {u"--yes"_s}, expiry(42));
        QVERIFY2(ending.code == 0, ending.err.constData());
        QCOMPARE(json(ending.out).value("_id"_L1).toString(), m_archiveId);
        QCOMPARE(
            archiveNow().value("dataExpirationRule"_L1).toObject().value("expireAfterDays"_L1).toInt(), 42);
        const QList<Change> changes = journalled();
        QVERIFY(!changes.isEmpty());
        QCOMPARE(changes.constFirst().operationId, u"updateGroupClusterOnlineArchive"_s);
        QCOMPARE(changes.constFirst().verdict, Change::Verdict::Done);
    }

    void whatTheServiceRefusesIsSaid()
    {
        const Ending ending = call({u"getGroup"_s, u"groupId=0123456789abcdef01234567"_s});
        QCOMPARE(ending.code, 3);
        QVERIFY2(ending.err.contains("GROUP_NOT_FOUND"), ending.err.constData());
    }

    void aLostAnswerIsNoSuccess()
    {
        Sandbox::Fault fault;
        fault.kind = Sandbox::Fault::Kind::Close;
        fault.method = "PATCH";
        m_server->faults().add(fault);
        const int before = m_server->requestCount("PATCH");
        const Ending ending = call(archive() + QStringList {u"--yes"_s}, expiry(43));
        QVERIFY2(ending.code == 4, ending.err.constData());
        QVERIFY(!ending.err.isEmpty());
        QCOMPARE(m_server->requestCount("PATCH"), before + 1);
        QCOMPARE(
            journalled().constFirst().verdict, Change::Verdict::AsProposed); // the sandbox had carried it out
    }

    void whatCannotBeSentIsSaid()
    {
        QProcessEnvironment nowhere = environment();
        nowhere.insert(u"MONGODB_ATLAS_BASE_URL"_s, u"http://127.0.0.1:1"_s);
        const Ending unreachable = endOf(*started({u"call"_s, u"listOrgs"_s}, nowhere));
        QVERIFY2(unreachable.code == 5, unreachable.err.constData());
        QProcessEnvironment wrong = environment();
        wrong.insert(u"MONGODB_ATLAS_CLIENT_SECRET"_s, u"mdb_sa_sk_canary"_s);
        const Ending refused = endOf(*started({u"call"_s, u"listOrgs"_s}, wrong));
        QVERIFY2(refused.code == 5, refused.err.constData());
        QVERIFY(!refused.err.contains("canary"));
        QProcessEnvironment nobody = QProcessEnvironment::systemEnvironment();
        QCOMPARE(endOf(*started({u"call"_s, u"listOrgs"_s}, nobody)).code, 5);
    }

    void tenCallsShareOneJournal()
    {
        const qsizetype before = journalled().size();
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int day = 0; day < 10; ++day)
            processes.push_back(started(QStringList {u"call"_s} + archive() + QStringList {u"--yes"_s},
                environment(), expiry(100 + day)));
        for (const auto& process : processes) {
            const Ending ending = endOf(*process);
            QVERIFY2(ending.code == 0, ending.err.constData());
        }
        const QList<Change> changes = journalled();
        QCOMPARE(changes.size(), before + 10);
        for (const Change& change : changes.mid(0, 10))
            QCOMPARE(change.verdict, Change::Verdict::Done);
    }
};

TELAMON_TEST(TestCall)
#include "test_call.moc"
