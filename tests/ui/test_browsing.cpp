// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/faults.h"
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestBrowsing : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override { m_console->watchdog().restart(); }

private Q_SLOTS:
    void everyPageShowsRecords_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        for (const PageDescription& page : pageTable())
            QTest::newRow(page.id.constData()) << page.id;
    }
    void everyPageShowsRecords()
    {
        QFETCH(const QByteArray, pageId);
        for (const PageDescription& page : pageTable()) {
            if (page.id != pageId)
                continue;
            for (const Place::Kind kind : page.places) {
                QVERIFY(m_console->open(
                    m_console->place(kind, kind == Place::Kind::Cluster ? u"REPLICASET"_s : QString()),
                    pageId));
                QVERIFY2(!m_console->page().hasFailed(), qPrintable(m_console->page().stateSentence()));
                QCOMPARE(m_console->page().description().id, pageId);
                QVERIFY2(
                    m_console->page().model().rowCount() > 0 || !m_console->page().stateSentence().isEmpty(),
                    "an empty page that says nothing");
            }
        }
    }

    void theFleetJoinsAllSources()
    {
        RecordModel& clusters = m_console->page().model();
        QVERIFY(clusters.rowCount() > 20);
        QSet<QString> sizes;
        int unreadable = 0;
        int withData = 0;
        for (int row = 0; row < clusters.rowCount(); ++row) {
            sizes.insert(clusters.value(row, "instanceSize").toString());
            if (!clusters.value(row, "name").isValid()) {
                ++unreadable;
                QVERIFY2(!clusters.text(row, "problem").isEmpty(), "a row without a name says why");
                QVERIFY(!clusters.text(row, "groupName").isEmpty());
            }
            withData += clusters.value(row, "dataSize").isValid();
        }
        QVERIFY(sizes.contains(u"FLEX"_s));
        QVERIFY(withData > 10);
        QVERIFY(unreadable >= 1);
    }

    void filteringCountsAndExplains()
    {
        RecordPage& page = m_console->page();
        const int all = page.model().totalCount();
        m_console->window().activateWindow();
        QTest::keyClick(&m_console->window(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(page.filterBar().lineEdit()->hasFocus());
        QTest::keyClicks(page.filterBar().lineEdit(), u"instanceSize:FLEX"_s);
        QVERIFY(page.model().rowCount() > 0);
        QVERIFY(page.model().rowCount() < all);
        for (int row = 0; row < page.model().rowCount(); ++row)
            QCOMPARE(page.model().text(row, "instanceSize"), u"Flex"_s);
        QTest::keyClicks(page.filterBar().lineEdit(), u" zzzzz"_s);
        QCOMPARE(page.model().rowCount(), 0);
        QVERIFY(page.stateSentence().contains(QString::number(all)));
        QTest::keyClick(page.filterBar().lineEdit(), Qt::Key_Escape);
        QCOMPARE(page.model().rowCount(), all);
        QTest::keyClick(page.filterBar().lineEdit(), Qt::Key_Down);
        QVERIFY(page.view().hasFocus());
        QVERIFY(page.view().currentIndex().isValid());
    }

    void refreshKeepsTheSelection()
    {
        RecordPage& page = m_console->page();
        page.view().selectRow(7);
        const QString id = page.view().currentId();
        QVERIFY(!id.isEmpty());
        QTest::keyClick(&m_console->window(), Qt::Key_F5);
        QVERIFY(page.isLoading());
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page.view().currentId(), id);
    }

    void enterOpensAClusterAndBackReturns()
    {
        RecordPage* fleet = &m_console->page();
        int row = 0;
        while (fleet->model().value(row, "instanceSize").toString() != "FLEX"_L1)
            ++row;
        const QString name = fleet->model().text(row, "name");
        fleet->view().selectRow(row);
        QTest::keyClick(&fleet->view(), Qt::Key_Return);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().place().kind, Place::Kind::FlexCluster);
        QCOMPARE(m_console->page().place().clusterName, name);
        QTest::keyClick(&m_console->window(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(&m_console->page(), fleet);
        QTest::keyClick(&m_console->window(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_console->page().place().clusterName, name);
    }

    void theDetailReadsTheAlertAgain()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        RecordPage& page = m_console->page();
        page.setChoice("status", {});
        QVERIFY(m_console->waitForPage());
        QVERIFY(page.model().rowCount() > 0);
        m_console->server().faults().forgetSeen();
        page.view().selectRow(0);
        const QByteArray id = "/alerts/" + page.model().text(0, "id").toUtf8();
        const auto wasRead = [&] {
            const QList<Sandbox::SeenRequest> seen = m_console->server().faults().seen();
            return std::any_of(seen.cbegin(), seen.cend(),
                [&id](const Sandbox::SeenRequest& request) { return request.target.contains(id); });
        };
        QTRY_VERIFY(wasRead());
        QVERIFY(page.detail().isVisible());
        QTest::keyClick(&page.view(), Qt::Key_Escape);
        QVERIFY(!page.detail().isVisible());
    }

    void searchIndexesShowHostsAndDefinition()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Cluster, u"REPLICASET"_s), "searchIndexes"));
        if (m_console->page().model().rowCount() == 0)
            QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "searchIndexes"));
        RecordPage& page = m_console->page();
        QVERIFY(page.model().rowCount() > 0);
        page.view().selectRow(0);
        const auto views = page.detail().findChildren<RecordView*>();
        QCOMPARE(views.size(), 1);
        QTRY_VERIFY(views.first()->model()->rowCount() > 0);
        const auto texts = page.detail().findChildren<QPlainTextEdit*>();
        QVERIFY(std::any_of(texts.cbegin(), texts.cend(), [](const QPlainTextEdit* text) {
            return text->accessibleName() == "Definition"_L1 && text->toPlainText().contains(u'{');
        }));
    }

    void aFailureSaysWhatToDo()
    {
        const Place project = m_console->place(Place::Kind::Project);
        Sandbox::Fault fault;
        fault.kind = Sandbox::Fault::Kind::Status;
        fault.status = 403;
        fault.path = u"/alerts"_s;
        fault.body =
            R"({"error":403,"errorCode":"IP_ADDRESS_NOT_ON_ACCESS_LIST","detail":"No way.","reason":"Forbidden"})";
        m_console->server().faults().add(fault);
        QVERIFY(m_console->open(project, "alerts"));
        QVERIFY(m_console->page().hasFailed());
        QVERIFY2(m_console->page().stateSentence().contains("No way."_L1),
            qPrintable(m_console->page().stateSentence()));
        QTest::keyClick(&m_console->window(), Qt::Key_F5);
        QVERIFY(m_console->waitForPage());
        QVERIFY(!m_console->page().hasFailed());
    }

    void escapeStopsALongRead()
    {
        const Place project = m_console->place(Place::Kind::Project);
        m_console->delayNext(u"/alerts"_s);
        m_console->window().showPlace(project, "alerts");
        RecordPage& page = m_console->page();
        QVERIFY(page.isLoading());
        QTRY_VERIFY(m_console->server().faults().pendingCount() == 0);
        QTest::keyClick(&page.view(), Qt::Key_Escape);
        QVERIFY(!page.isLoading());
        QVERIFY(!page.stateSentence().isEmpty());
    }

    // One button: it stops what is being read, and reads again what has been.
    void theToolBarStopsAndReadsAgain()
    {
        m_console->delayNext(u"/alerts"_s);
        m_console->window().showPlace(m_console->place(Place::Kind::Project), "alerts");
        RecordPage& page = m_console->page();
        QTRY_VERIFY(m_console->server().faults().pendingCount() == 0);
        const auto press = [this](const QString& name) {
            const auto buttons =
                m_console->window().findChild<QToolBar*>(u"toolBar"_s)->findChildren<QToolButton*>();
            for (QToolButton* button : buttons) {
                if (button->isVisible() && button->text() == name && button->isEnabled()) {
                    button->click();
                    return true;
                }
            }
            return false;
        };
        QVERIFY(press(u"Stop reading"_s));
        QVERIFY(!page.isLoading());
        QVERIFY(!press(u"Stop reading"_s));
        QVERIFY(press(u"Refresh"_s));
        QVERIFY(page.isLoading());
        QVERIFY(m_console->waitForPage());
        QVERIFY(page.model().totalCount() > 0);
    }

    void whatIsWronglyTypedIsSaidAndNotSent()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "accessHistory"));
        RecordPage& page = m_console->page();
        m_console->server().faults().forgetSeen();
        page.setChoice("ipAddress", u"999.1.1.1"_s);
        QVERIFY(page.hasFailed() && !page.isLoading());
        const QString said = page.stateSentence();
        QVERIFY2(said.contains(u"Address: must be an IPv4 or IPv6 address"_s), qPrintable(said));
        QVERIFY2(said.endsWith(u"\nNothing was asked for."_s), qPrintable(said)); // the table
        const auto buttons = page.findChildren<QToolButton*>();
        for (const QToolButton* button : buttons)
            QVERIFY(!button->isVisible() || button->text() != u"Try again"_s);
        auto* typed = page.filterBar().findChild<QLineEdit*>(u"ipAddress"_s);
        QVERIFY(typed && said.startsWith(typed->toolTip()));
        QCOMPARE(typed->accessibleDescription(), typed->toolTip());
        const auto* mark = typed->findChild<QAction*>(u"mistake"_s);
        QVERIFY(mark && mark->isVisible());
        typed->clear(); // as its button does
        QVERIFY(!mark->isVisible() && typed->accessibleDescription().isEmpty());
        QVERIFY(m_console->waitForPage());
        QVERIFY(!page.hasFailed() && page.model().rowCount() > 0);
        int requests = 0;
        const QList<Sandbox::SeenRequest> seen = m_console->server().faults().seen();
        for (const Sandbox::SeenRequest& request : seen)
            requests += request.target.contains("/dbAccessHistory/") ? 1 : 0;
        QCOMPARE(requests, 1);
    }

    void whatHasNoRoomIsBehindANamedButton()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        m_console->window().resize(500, 600);
        const QToolBar* tools = m_console->window().findChild<QToolBar*>(u"toolBar"_s);
        const QToolBar* actions = &m_console->page().actions();
        for (const QToolBar* bar : {tools, actions}) {
            const auto* extension = bar->findChild<QToolButton*>(u"qt_toolbar_ext_button"_s);
            QVERIFY(extension);
            QVERIFY(bar == tools || extension->isVisible());
            QCOMPARE(extension->accessibleName(), u"More actions"_s);
            QCOMPARE(extension->toolTip(), u"More actions"_s);
        }
    }
};

TELAMON_WIDGET_TEST(TestBrowsing)
#include "test_browsing.moc"
