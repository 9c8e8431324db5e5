// SPDX-License-Identifier: GPL-3.0-or-later
// Filters are saved for a kind of page, found again after a restart, and removed: by keys alone, too.
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "tests/ui/controlwalk.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/savedfilters.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestSavedFilters : public ConsoleTest {
    Q_OBJECT

    void beforeConnecting() override { activate(); }

private Q_SLOTS:
    void aFilterIsSavedByKeysAndFoundAfterARestart()
    {
        const QString filter = u"versions:8 attention:warning"_s;
        page().filterBar().setText(filter);
        const int shown = page().model().rowCount();
        QVERIFY(shown > 0 && shown < page().model().totalCount());
        QTest::keyClick(openByKeys(), Qt::Key_Return); // the first entry is to save
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(dialog()->textValue(), filter);
        const QFontMetrics metrics = dialog()->fontMetrics();
        QVERIFY(
            dialog()->width() > metrics.horizontalAdvance(dialog()->windowTitle()) + 12 * metrics.height());
        QCOMPARE(namelessIn(*dialog()).join(u'\n'), QString());
        auto* name = dialog()->findChild<QLineEdit*>();
        name->selectAll();
        QTest::keyClicks(name, u"To look after"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QCOMPARE(page().savedFilters().entries().size(), 1);

        m_console->reopenWindow();
        activate();
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->open({}, "fleet"));
        QCOMPARE(page().filterBar().text(), QString());
        QTest::mouseClick(&page().savedFilters(), Qt::LeftButton);
        QMenu* menu = opened();
        QAction* saved = entry(*menu, u"To look after"_s);
        QVERIFY(saved && !saved->isChecked());
        menu->setActiveAction(saved);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(page().filterBar().text(), filter);
        QCOMPARE(page().model().rowCount(), shown);
        menu = openByKeys();
        QVERIFY(entry(*menu, u"To look after"_s)->isChecked());
        menu->close();
    }

    void aMistakenFilterShowsNoRowAndIsNotSaved()
    {
        page().filterBar().setText(u"versions:8"_s);
        QVERIFY(page().model().rowCount() > 0);
        page().filterBar().setText(u"colour:red"_s);
        QCOMPARE(page().model().rowCount(), 0); // not those of the text before
        QCOMPARE(page().model().filter(), u"colour:red"_s);
        const QString mistake = u"There is no column “colour”."_s;
        QVERIFY2(page().stateSentence().contains(mistake), qPrintable(page().stateSentence()));
        QMenu* menu = openByKeys();
        const QAction* save = entry(*menu, u"Save this filter…"_s);
        QVERIFY(!save->isEnabled());
        const QString tip = QTextDocumentFragment::fromHtml(save->toolTip()).toPlainText();
        QVERIFY2(tip.startsWith(mistake), qPrintable(tip));
        menu->close();
        page().filterBar().setText({});
        QCOMPARE(page().model().rowCount(), page().model().totalCount());
    }

    void aSavedFilterIsRemoved()
    {
        page().savedFilters().save(u"one"_s, u"attention:critical"_s);
        page().savedFilters().save(u"two"_s, u"attention:notice"_s);
        QMenu* menu = openByKeys();
        QCOMPARE(namelessIn(*menu).join(u'\n'), QString());
        QVERIFY(!entry(*menu, u"Save this filter…"_s)->isEnabled()); // there is none
        QAction* removing = entry(*menu, u"Remove"_s);
        QVERIFY(removing && removing->menu());
        QCOMPARE(removing->menu()->actions().size(), 2);
        menu->setActiveAction(removing);
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_COMPARE(QApplication::activePopupWidget(), removing->menu());
        removing->menu()->setActiveAction(removing->menu()->actions().constFirst());
        QTest::keyClick(removing->menu(), Qt::Key_Return);
        const QList<SavedFilters::Entry> left = page().savedFilters().entries();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().name, u"two"_s);
        QCOMPARE(left.constFirst().filter, u"attention:notice"_s);
    }

    void aNameHasOneFilter()
    {
        SavedFilters& filters = page().savedFilters();
        filters.save(u"a"_s, u"x"_s);
        filters.save(u"b"_s, u"y"_s);
        filters.save(u"a"_s, u"name:\"a, b\" z;%1"_s);
        QCOMPARE(filters.entries().size(), 2);
        QCOMPARE(filters.entries().constFirst().filter, u"name:\"a, b\" z;%1"_s);
        filters.remove(u"a"_s);
        filters.remove(u"b"_s);
        QVERIFY(filters.entries().isEmpty());
    }

    void aNameIsShownLetterForLetter()
    {
        page().savedFilters().save(u"<b>R&D</b>"_s, u"tags:research"_s);
        QMenu* menu = openByKeys();
        QVERIFY(entry(*menu, u"<b>R&&D</b>"_s, true));
        menu->close();
    }

    void eachKindOfPageHasItsOwn()
    {
        page().savedFilters().save(u"one"_s, u"attention:critical"_s);
        QVERIFY(m_console->open({}, "projects"));
        QVERIFY(page().savedFilters().entries().isEmpty());
        QMenu* menu = openByKeys();
        QVERIFY(!entry(*menu, u"one"_s));
        QVERIFY(!entry(*menu, u"Remove"_s));
        menu->close();
        QVERIFY(m_console->open({}, "fleet"));
        QCOMPARE(page().savedFilters().entries().size(), 1);
    }

    void theMenuStandsBehindTheFilterAndGivesWay()
    {
        SavedFilters& button = page().savedFilters();
        QVERIFY(button.isVisible() && !button.accessibleName().isEmpty());
        page().filterBar().focusFilter();
        QTest::keyClick(page().filterBar().lineEdit(), Qt::Key_Tab);
        QCOMPARE(m_console->window().focusWidget(), &button);
        m_console->window().resize(400, 360);
        FilterBar& bar = page().filterBar();
        QVERIFY(bar.lineEdit()->visibleRegion().boundingRect().width() >= 60);
        QVERIFY(button.isHidden() || bar.rect().contains(button.geometry()));
        openByKeys()->close(); // its keys work all the same
        QWidget host; // of any size
        FilterBar narrow(&host);
        narrow.setCounts(12, 47);
        narrow.setTotals({u"126 nodes"_s}, {u"Nodes: 126"_s});
        const SavedFilters beside(m_console->settings(), "any", narrow);
        host.resize(1000, 100);
        host.show();
        narrow.resize(narrow.minimumSizeHint());
        QVERIFY(!beside.isVisible());
        QCOMPARE(narrow.counts()->text(), u"12 of 47 rows"_s);
        narrow.resize(1000, narrow.height());
        QVERIFY(beside.isVisible());
        QCOMPARE(narrow.counts()->text(), u"12 of 47 rows, 126 nodes"_s);
    }

private:
    RecordPage& page() { return m_console->page(); }
    QInputDialog* dialog() { return m_console->window().findChild<QInputDialog*>(); }
    static QMenu* opened() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    QMenu* openByKeys()
    {
        QWidget* focus = m_console->window().focusWidget();
        QTest::keyClick(
            focus ? focus : &m_console->window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        [] { QTRY_VERIFY(opened()); }();
        return opened();
    }
    // By its text without the mnemonic, or as it is.
    static QAction* entry(const QMenu& menu, const QString& text, bool isAsItIs = false)
    {
        const QList<QAction*> actions = menu.actions();
        for (QAction* action : actions) {
            if ((isAsItIs ? action->text() : action->text().remove(u'&')) == text)
                return action;
        }
        return nullptr;
    }
};

TELAMON_WIDGET_TEST(TestSavedFilters)
#include "test_savedfilters.moc"
