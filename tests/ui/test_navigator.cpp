// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"
#include "models/session.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/recordpage.h"

#include <QLineEdit>
#include <QPersistentModelIndex>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

// The tree at the left, and finding in it.
class TestNavigator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->connectToSandbox());
        m_console->window().activateWindow();
    }
    void cleanup() { m_console.reset(); }

    void aPlaceIsFoundByTyping()
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
    void theConnectionBeforeMayEndLater()
    {
        MainWindow& window = m_console->window();
        std::unique_ptr<Session> kept;
        window.setSessionKeeper([&kept](std::unique_ptr<Session> old) { kept = std::move(old); });
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(kept != nullptr);
        const QAbstractItemModel& places = *window.findChild<Navigator*>()->findChild<QTreeView*>()->model();
        QTRY_VERIFY(places.rowCount() > 1 || places.rowCount(places.index(0, 0)) > 0);
        const int before = places.rowCount() + places.rowCount(places.index(0, 0));
        kept.reset();
        QCOMPARE(places.rowCount() + places.rowCount(places.index(0, 0)), before);
    }

    void findingLeavesTheTreeAsItWas()
    {
        QTreeView* tree = m_console->window().navigator()->tree();
        QLineEdit* find = m_console->window().navigator()->findEdit();
        const QAbstractItemModel& places = *tree->model();
        const int rows = places.rowCount();
        QVERIFY(rows > 2);
        const Place wanted = m_console->place(Place::Kind::Cluster);
        tree->collapseAll();
        tree->expand(places.index(1, 0));
        const auto open = [&] {
            QList<bool> expanded;
            for (int row = 0; row < places.rowCount(); ++row) {
                expanded.append(tree->isExpanded(places.index(row, 0)));
                for (int child = 0; child < places.rowCount(places.index(row, 0)); ++child)
                    expanded.append(tree->isExpanded(places.index(child, 0, places.index(row, 0))));
            }
            return expanded;
        };
        const QList<bool> before = open();
        find->setFocus();
        QTest::keyClicks(find, wanted.clusterName);
        QCOMPARE(tree->currentIndex().data().toString(), wanted.clusterName);
        QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
        QTest::keyClick(find, Qt::Key_Escape);
        QCOMPARE(places.rowCount(), rows);
        QCOMPARE(open(), before);
    }

private:
    std::unique_ptr<ConsoleFixture> m_console;
};

QTEST_MAIN(TestNavigator)
#include "test_navigator.moc"
