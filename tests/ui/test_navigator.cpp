// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"

#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

// The tree at the left, and finding in it.
class TestNavigator : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override { activate(); }

private Q_SLOTS:
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
        QTest::keyClicks(find, u"zzz"_s);
        QCOMPARE(find->accessibleDescription(), u"No place is called so."_s);
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(find->accessibleDescription().isEmpty());
        QCOMPARE(places.rowCount(), rows);
        QCOMPARE(open(), before);
    }
};

TELAMON_WIDGET_TEST(TestNavigator)
#include "test_navigator.moc"
