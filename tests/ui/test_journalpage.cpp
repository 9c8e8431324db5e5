// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/activity/activitydock.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What was changed, and what is still under way.
class TestJournalPage : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override
    {
        m_journal = m_console->recordChanges();
        QVERIFY(m_journal);
        m_console->window().activityDock()->setSession(&m_console->session());
        m_requests.clear();
        connect(&m_console->window(), &MainWindow::operationRequested, this,
            [this](const OperationRequest& request) { m_requests.append(request); });
    }

private Q_SLOTS:
    void aChangeAppearsWithItsDetail()
    {
        QVERIFY(m_console->open({}, "journal"));
        RecordPage& page = m_console->page();
        QVERIFY(!page.stateSentence().isEmpty());
        add(u"one"_s, Change::Verdict::Done);
        QTRY_COMPARE(page.model().rowCount(), 1);
        page.view().selectRow(0);
        const auto texts = page.detail().findChildren<QPlainTextEdit*>();
        for (const char* name : {"Before", "Proposed", "Answer"}) {
            const bool isThere =
                std::any_of(texts.cbegin(), texts.cend(), [name](const QPlainTextEdit* text) {
                    return text->accessibleName() == QString::fromLatin1(name)
                        && text->toPlainText().contains("shop.carts"_L1);
                });
            QVERIFY2(isThere, name);
        }
    }

    void undoIsAChangeOfItsOwn()
    {
        add(u"one"_s, Change::Verdict::Done);
        QVERIFY(m_console->open({}, "journal"));
        RecordPage& page = m_console->page();
        QTRY_COMPARE(page.model().rowCount(), 1);
        m_console->window().activateWindow();
        page.view().setFocus();
        page.view().selectRow(0);
        QTRY_VERIFY(page.actions().pageActions().first()->isEnabled());
        QTRY_VERIFY(page.view().hasFocus());
        QTest::keyClick(&page.view(), Qt::Key_F2);
        QCOMPARE(m_requests.size(), 1);
        QCOMPARE(m_requests.first().operationId, u"pinGroupClusterCollStatPinnedNamespaces"_s);
        QCOMPARE(m_requests.first().undoOf, u"one"_s);
        QVERIFY2(m_requests.first().title.startsWith("Undo: "_L1), qPrintable(m_requests.first().title));
        QCOMPARE(m_requests.first().fixed.value(u"clusterName"_s).toString(), u"carts"_s);
        QCOMPARE(m_requests.first().start.value("body"_L1)["namespaces"_L1],
            QJsonArray {u"not.shop.carts"_s}); // as it was before
    }

    void whatCannotBeUndoneSaysSo()
    {
        add(u"one"_s, Change::Verdict::Refused);
        add(u"two"_s, Change::Verdict::Done, u"somebody"_s);
        QVERIFY(m_console->open({}, "journal"));
        RecordPage& page = m_console->page();
        QTRY_COMPARE(page.model().rowCount(), 2);
        for (int row = 0; row < 2; ++row) {
            page.view().selectRow(row);
            const QAction* undo = page.actions().pageActions().first();
            QVERIFY(!undo->isEnabled());
            QVERIFY(undo->toolTip().contains(u'\n')); // the reason
        }
    }

    void theActivityShowsWhatIsUnderWay()
    {
        ActivityDock* activity = m_console->window().activityDock();
        QVERIFY(!activity->isVisible());
        m_console->window().activateWindow();
        QTest::keyClick(&m_console->window(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(activity->isVisible());
        QCOMPARE(activity->count(), 0);
        Change sent = add(u"one"_s, Change::Verdict::Sent);
        QTRY_COMPARE(activity->count(), 1);
        QVERIFY(activity->windowTitle().contains(u'1'));
        sent.verdict = Change::Verdict::Done;
        QVERIFY(m_journal->update(sent).isEmpty());
        QTRY_COMPARE(activity->count(), 0);
    }

    // As pictures are taken: what is made then and what is shown go by one clock.
    void oneClockIsEverybodys()
    {
        Session& session = *m_console->window().session();
        session.setFixedNow(created + 7'200'000);
        add(u"one"_s, Change::Verdict::Sent);
        QVERIFY(m_console->open({}, "journal"));
        RecordModel& page = m_console->page().model();
        QTRY_COMPARE(page.rowCount(), 1);
        QCOMPARE(page.text(0, "created"), u"2 h ago"_s);
        ActivityDock* activity = m_console->window().activityDock();
        QTRY_COMPARE(activity->count(), 1);
        QCOMPARE(static_cast<RecordModel*>(activity->table()->model())->text(0, "created"), u"2 h ago"_s);
        session.setFixedNow(created + 10'800'000);
        const Operation& operation =
            session.catalog().operation(u"pinGroupClusterCollStatPinnedNamespaces"_s);
        Arguments arguments;
        arguments.parameters = {
            {u"groupId"_s, u"66fa119e42cc9b60946b8642"_s}, {u"clusterName"_s, u"carts"_s}};
        arguments.body = QJsonObject {{u"namespaces"_s, QJsonArray {u"shop.carts"_s}}};
        const QString id = session.changes()->run(operation, arguments, QJsonValue::Undefined);
        QTRY_COMPARE(page.rowCount(), 2);
        QCOMPARE(m_journal->change(id)->createdAt.toMSecsSinceEpoch(), created + 10'800'000);
        QCOMPARE(page.text(page.rowOf(u"one"_s), "created"), u"3 h ago"_s);
        QCOMPARE(page.text(page.rowOf(id), "created"), u"just now"_s);
        for (const RecordView* table :
            {&m_console->page().view(), activity->table()}) { // the newest first, and the arrow says so
            const QHeaderView& header = *table->horizontalHeader();
            QCOMPARE(header.sortIndicatorSection(), page.columnOf("created"));
            QCOMPARE(header.sortIndicatorOrder(), Qt::DescendingOrder);
        }
        QCOMPARE(page.rowOf(id), 0);
        QTRY_VERIFY(!session.changes()->isRunning(id));
        QCOMPARE(m_journal->change(id)->endedAt.toMSecsSinceEpoch(), created + 10'800'000);
    }

private:
    static constexpr qint64 created = 1'780'000'000'123;

    Change add(const QString& id, Change::Verdict verdict, const QString& profile = u"test"_s)
    {
        Change made;
        made.id = id;
        made.title = u"Pin namespaces"_s;
        made.operationId = u"updateGroupClusterCollStatPinnedNamespaces"_s;
        made.profileId = profile;
        made.verdict = verdict;
        made.createdAt = QDateTime::fromMSecsSinceEpoch(created, Qt::UTC);
        const QJsonObject names {{u"namespaces"_s, QJsonArray {u"shop.carts"_s}}};
        made.arguments = {
            {u"parameters"_s,
                QJsonObject {{u"groupId"_s, u"66fa119e42cc9b60946b8642"_s}, {u"clusterName"_s, u"carts"_s}}},
            {u"body"_s, names}};
        made.before = QJsonObject {{u"pinnedNamespaces"_s, QJsonArray {u"not.shop.carts"_s}}};
        made.proposed = names;
        made.answer = QJsonObject {{u"pinnedNamespaces"_s, QJsonArray {u"shop.carts"_s}}};
        if (const QString wrong = m_journal->add(made); !wrong.isEmpty())
            qWarning("%s", qPrintable(wrong));
        return made;
    }

    Journal* m_journal = nullptr;
    QList<OperationRequest> m_requests;
};

TELAMON_WIDGET_TEST(TestJournalPage)
#include "test_journalpage.moc"
