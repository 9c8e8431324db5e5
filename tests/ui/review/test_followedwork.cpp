// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "models/journalmodel.h"
#include "models/session.h"
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/requests.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/activity/activitydock.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/review/changedialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;
using namespace std::chrono_literals;

// What the service works at after it has accepted a change: how that goes on and ends is seen without being
// asked for.
class TestFollowedWork : public QObject {
    Q_OBJECT

    std::unique_ptr<ConsoleFixture> m_console;
    std::unique_ptr<RawClient> m_raw;

    QString notice() { return m_console->window().statusBar()->findChild<ElidedLabel*>()->text(); }
    ActivityDock& dock() { return *m_console->window().activityDock(); }
    RecordModel& activity() { return *dock().table()->recordModel(); }
    QString outcomeOf(const QString& id) { return activity().text(activity().rowOf(id), "outcome"); }
    // The one thing that a row's menu has more here; null: there is not one.
    QAction* offeredIn(QMenu& menu)
    {
        Q_EMIT dock().table()->menuRequested(&menu);
        return menu.actions().size() == 1 ? menu.actions().value(0) : nullptr;
    }
    QByteArray filled(const char* text) { return Places(*m_raw).filled(text); }
    // As the forms send it.
    QString run(const char* operation, const QMap<QString, QJsonValue>& parameters, const char* body)
    {
        ChangeRunner& changes = *m_console->session().changes();
        changes.setFollowPace({10ms, 10ms, 4});
        Arguments arguments;
        arguments.parameters = parameters;
        arguments.body = QJsonDocument::fromJson(filled(body)).object();
        m_console->watchdog().restart(); // what filled in the names waits on a socket
        return changes.run(
            m_console->catalog().operation(QString::fromLatin1(operation)), arguments, QJsonValue::Undefined);
    }
    QString project() { return QString::fromUtf8(filled("STORE")); }
    QString migrate(const char* operation, const char* source)
    {
        QByteArray body = "{'destination':{'clusterName':'sessions','groupId':'STORE',"
                          "'hostnameSchemaType':'PUBLIC'},'migrationHosts':['migrate.internal.example'],"
                          "'source':{'clusterName':'NAME','managedAuthentication':true,'ssl':true,"
                          "'groupId':'<orgs/NORTHWIND/liveMigrations/availableProjects#projectId>'}}";
        body.replace('\'', '"').replace("NAME", source);
        return run(operation, {{u"groupId"_s, project()}}, body.constData());
    }

    // By the clusters, which only the journal knows, and how far it is.
    void whatIsEndedForGoodIsNamed(const QJsonValue& migration)
    {
        ChangeDialog dialog(m_console->session(), m_console->drafts(),
            {.operation = &m_console->catalog().operation(u"cutoverGroupLiveMigration"),
                .fixed = {{u"groupId"_s, project()}, {u"liveMigrationId"_s, migration}}},
            &m_console->window());
        m_console->watchdog().restart(); // the project's id was waited for
        dialog.open();
        QTRY_COMPARE(dialog.step(), ChangeDialog::Step::Review);
        QStringList said;
        const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
        for (const QLabel* each : labels)
            said.append(each->isVisible() ? each->text() : QString());
        const QString all = said.join(u'\n');
        QVERIFY2(all.contains(u"› erp → sessions"_s), qPrintable(all));
        QVERIFY2(all.contains("As it is now: Status: "_L1), qPrintable(all));
        QVERIFY2(all.contains("Ready for cut-over: yes."_L1), qPrintable(all));
    }

private Q_SLOTS:
    void init()
    {
        Sandbox::Options options;
        options.workDuration = 200;
        m_console = std::make_unique<ConsoleFixture>(options);
        m_console->recordFromStart();
        QVERIFY(m_console->connectToSandbox());
        m_raw = std::make_unique<RawClient>(m_console->server());
    }
    void cleanup()
    {
        m_raw.reset();
        m_console.reset();
    }

    void howItEndsIsSaidAndStaysInTheActivity_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("notice");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("well") << "erp"_ba << u"Finished: Validate a live migration"_s << u"Done: Success"_s;
        const QString reason = u"The source cluster cannot be reached."_s;
        QTest::newRow("badly") << "nothing-like-it"_ba << u"Failed: Validate a live migration. "_s + reason
                               << u"Failed: "_s + reason;
    }
    void howItEndsIsSaidAndStaysInTheActivity()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QString, notice);
        QFETCH(const QString, outcome);
        const QString id = migrate("validateGroupLiveMigrations", source.constData());
        QTRY_COMPARE(this->notice(), notice);
        QTRY_VERIFY(activity().rowOf(id) >= 0);
        QTRY_COMPARE(outcomeOf(id), outcome);
        QCOMPARE(dock().count(), 0); // nothing is under way
        QCOMPARE(dock().windowTitle(), u"Activity"_s);
        QMenu menu;
        QAction* forget = offeredIn(menu);
        QVERIFY(forget && forget->isEnabled());
        forget->trigger();
        QTRY_COMPARE(activity().rowCount(), 0);
    }

    void eachStepIsSeenOnThePage()
    {
        const QList<Place> all = m_console->places(Place::Kind::Project);
        const auto store = std::find_if(
            all.cbegin(), all.cend(), [id = project()](const Place& each) { return each.projectId == id; });
        QVERIFY(store != all.cend());
        QVERIFY(m_console->open(*store, "liveMigrations"));
        RecordModel& page = m_console->page().model();
        QSet<QString> seen;
        const auto look = [&page, &seen] {
            for (int row = 0; row < page.rowCount(); ++row)
                seen.insert(page.value(row, "status").toString());
            return seen.contains(u"WORKING"_s);
        };
        QVERIFY(!look()); // what is there already is not at work
        const int before = page.totalCount();
        const QString id = migrate("createGroupLiveMigration", "erp");
        QTRY_COMPARE(page.totalCount(), before + 1);
        QTRY_VERIFY2(look(), qPrintable(QStringList(seen.cbegin(), seen.cend()).join(u", "_s)));
        QCOMPARE(dock().count(), 1);
        QTRY_COMPARE(dock().windowTitle(), u"Activity (1 in progress)"_s);
        QTRY_COMPARE(outcomeOf(id), u"In progress: Working"_s);
        QMenu menu;
        const QAction* forget = offeredIn(menu);
        QVERIFY(forget && !forget->isEnabled()); // nothing has ended
        // And what goes on under one status: that it is ready for the next step.
        const auto isReady = [&page] {
            for (int row = 0; row < page.rowCount(); ++row) {
                if (page.value(row, "ready").toBool() && page.value(row, "status") == u"WORKING"_s)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(isReady());
        const auto begun = m_console->session().journal()->change(id);
        QVERIFY(begun);
        whatIsEndedForGoodIsNamed(begun->answer["_id"_L1]);
    }
};

TELAMON_WIDGET_TEST(TestFollowedWork)
#include "test_followedwork.moc"
