// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/charts/chartpanel.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/palette/palette.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/pathbar.h"
#include "ui/widgets/recordview.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace Telamon;

// The ways from one place to another: navigator, path, keys.
class TestPlaces : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override { m_console->watchdog().restart(); }

private Q_SLOTS:
    void theKeysGoOnInWhatWasOpened()
    {
        MainWindow& window = m_console->window();
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        window.navigator()->tree()->setFocus();
        activate();
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = window.findChild<Palette*>();
        QVERIFY(palette);
        QTest::keyClicks(palette->lineEdit(), u"cloud acc"_s);
        QTest::keyClick(palette->lineEdit(), Qt::Key_Return);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().description().id, QByteArray("cloudAccess"));
        QCOMPARE(window.focusWidget(), &m_console->page().view());
        window.navigator()->tree()->setFocus();
        activate();
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_console->page().description().id, QByteArray("alerts"));
        QCOMPARE(window.focusWidget(), &m_console->page().view());
    }

    void theNavigatorFindsByTyping()
    {
        const Place wanted = m_console->place(Place::Kind::Cluster);
        QTest::keyClick(&m_console->window(), Qt::Key_L, Qt::ControlModifier);
        QLineEdit* find = m_console->window().navigator()->findEdit();
        QTRY_VERIFY(find->hasFocus());
        QTest::keyClicks(find, wanted.clusterName);
        // Also where the tree is still being filled while one types.
        QTRY_COMPARE(
            m_console->window().navigator()->tree()->currentIndex().data().toString(), wanted.clusterName);
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().place().clusterName, wanted.clusterName);
    }

    // The session before ends later than the next begins.
    void theNavigatorOutlivesTheConnectionBefore_data()
    {
        QTest::addColumn<bool>("isInProject");
        QTest::newRow("of the fleet") << false;
        QTest::newRow("of a project") << true;
    }
    void theNavigatorOutlivesTheConnectionBefore()
    {
        QFETCH(const bool, isInProject);
        QVERIFY(!isInProject || m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        MainWindow& window = m_console->window();
        std::unique_ptr<Session> kept;
        window.setSessionKeeper([&kept](std::unique_ptr<Session> old) { kept = std::move(old); });
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(kept != nullptr);
        const QAbstractItemModel& places = *window.findChild<Navigator*>()->findChild<QTreeView*>()->model();
        QTRY_VERIFY(places.rowCount() > 1 || places.rowCount(places.index(0, 0)) > 0);
        const int rows = places.rowCount();
        const int below = places.rowCount(places.index(0, 0));
        kept.reset();
        QCOMPARE(places.rowCount(), rows);
        QCOMPARE(places.rowCount(places.index(0, 0)), below);
    }

    void pagesHaveTheirNumbers()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        const PlaceView& view = *m_console->window().placeView();
        QTest::keyClick(&m_console->window(), Qt::Key_1, Qt::ControlModifier);
        const QByteArray first = view.pageId();
        QTest::keyClick(&m_console->window(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(view.pageId() != first);
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_PageDown, Qt::Key_PageUp}) {
            m_console->page().filterBar().lineEdit()->setFocus();
            QTest::keyClick(&m_console->window(), key, Qt::ControlModifier);
            QVERIFY(m_console->waitForPage());
            if (m_console->page().view().isVisible()) // there are rows
                QTRY_COMPARE(
                    m_console->window().focusWidget(), static_cast<QWidget*>(&m_console->page().view()));
        }
        QCOMPARE(view.pageId(), first);
        QVERIFY(m_console->page().view().isVisible());
    }

    // A page without actions leads to the pages that have them.
    void theActionsOfARowAreOnItsOwnPages()
    {
        const Place cluster = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->open(ConsoleFixture::projectOf(cluster), "clusters"));
        RecordPage& page = m_console->page();
        page.view().setCurrentIndex({});
        page.actions().showMenu();
        QCOMPARE(m_console->menuEntries().size(), 1);
        QCOMPARE(m_console->menuEntries().first()->text(), u"Choose a row first."_s);
        QVERIFY(!m_console->menuEntries().first()->isEnabled());
        delete page.view().findChild<QMenu*>();
        int row = 0;
        while (row < page.model().rowCount() && page.model().text(row, "name") != cluster.clusterName)
            ++row;
        QVERIFY(row < page.model().rowCount());
        page.view().selectRow(row);
        page.actions().showMenu();
        QCOMPARE(m_console->menuEntries().size(), 1);
        const QAction* entry = m_console->menuEntries().first();
        QCOMPARE(entry->text(), u"Open %1 for its actions (Enter)"_s.arg(cluster.clusterName));
        QTest::keyClick(page.view().findChild<QMenu*>(), Qt::Key_Return);
        QTRY_COMPARE(m_console->window().placeView()->place().clusterName, cluster.clusterName);
    }

    void thePathLeadsOut()
    {
        const Place cluster = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->open(cluster, "cluster"));
        const auto part = [this](const QString& name) -> QToolButton* {
            const auto buttons = m_console->window().findChild<PathBar*>()->findChildren<QToolButton*>();
            const auto isIt = [&name](const QToolButton* each) {
                return each->accessibleName() == name && each->isVisible();
            };
            const auto found = std::find_if(buttons.cbegin(), buttons.cend(), isIt);
            return found == buttons.cend() ? nullptr : *found;
        };
        const auto go = [&part](const QString& name) { // buttons appear in the next turn
            const bool isThere = QTest::qWaitFor([&] { return part(name) != nullptr; });
            if (isThere)
                part(name)->click();
            return isThere;
        };
        const Inventory& inventory = m_console->window().session()->inventory();
        const PlaceView& view = *m_console->window().placeView();
        QVERIFY(go(inventory.projectName(cluster.projectId)));
        QCOMPARE(view.place(), ConsoleFixture::projectOf(cluster));
        QVERIFY(go(inventory.organizationName(cluster.organizationId)));
        QCOMPARE(view.place(), (Place {Place::Kind::Organization, cluster.organizationId, {}, {}}));
        QVERIFY(go(u"Fleet"_s));
        QCOMPARE(view.place(), Place());
        QVERIFY(!part(u"Fleet"_s));
    }

    void pathAndTitleBeginBelowEachOther()
    {
        const auto leftOf = [this](const QWidget& widget, int inset) {
            return widget.mapTo(&m_console->window(), QPoint(inset, 0)).x();
        };
        const PathBar& path = *m_console->window().findChild<PathBar*>();
        const auto labels =
            m_console->window().placeView()->findChildren<QLabel*>(Qt::FindDirectChildrenOnly);
        QVERIFY(!labels.isEmpty());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Cluster), "cluster"));
        QTRY_VERIFY(std::abs(leftOf(path, path.inset()) - leftOf(*labels.first(), 0)) <= 2);
    }

    void allTabsAreSeenAtAUsualWidth_data()
    {
        QTest::addColumn<Place::Kind>("kind");
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("project") << Place::Kind::Project << "clusters"_ba;
        QTest::newRow("cluster") << Place::Kind::Cluster << "cluster"_ba;
    }
    void allTabsAreSeenAtAUsualWidth()
    {
        QFETCH(const Place::Kind, kind);
        QFETCH(const QByteArray, page);
        MainWindow& window = m_console->window();
        window.resize(1280, 800);
        QVERIFY(m_console->open(m_console->place(kind), page));
        const auto* tabs = window.placeView()->findChild<QTabBar*>();
        QVERIFY(tabs && tabs->count() > 8);
        const auto buttons = tabs->findChildren<QToolButton*>();
        const auto isSeen = [](const QToolButton* button) { return button->isVisible(); };
        QTRY_VERIFY2(std::none_of(buttons.cbegin(), buttons.cend(), isSeen),
            qPrintable(u"%1 of %2"_s.arg(tabs->width()).arg(tabs->sizeHint().width())));
        QVERIFY(tabs->tabRect(tabs->count() - 1).right() <= tabs->rect().right());
    }

    void aSmallWindowIsNotHeldByWhatWasVisited()
    {
        MainWindow& window = m_console->window();
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "accessHistory"));
        RecordPage& visited = m_console->page(); // stays, behind the others
        visited.setDetailShown(true);
        visited.view().selectRow(0);
        QTRY_VERIFY(visited.chart()->isVisible() && visited.chart()->panel().isUnfolded());
        QVERIFY(m_console->open({}, "fleet"));
        m_console->page().setDetailShown(false);
        QTRY_COMPARE((window.resize(500, 400), window.size()), QSize(500, 400));

        // Nor by what is shown: the chart gives way, and is said to have no room.
        QSignalSpy said(&visited, &RecordPage::noticeRequested);
        QVERIFY(m_console->open(visited.place(), "accessHistory"));
        QTRY_COMPARE((window.resize(1280, 400), window.size()), QSize(1280, 400));
        QVERIFY(visited.detail().isVisible());
        QTRY_VERIFY(!visited.chart()->isVisible());
        QVERIFY(visited.view().viewport()->height() >= visited.view().rowHeight(0));
        QVERIFY(said.isEmpty());
        visited.chart()->reachOrFold();
        QCOMPARE(said.count(), 1);
        window.resize(1280, 800);
        QTRY_VERIFY(visited.chart()->isVisible());
    }
};

TELAMON_WIDGET_TEST(TestPlaces)
#include "test_places.moc"
