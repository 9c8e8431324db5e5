// SPDX-License-Identifier: GPL-3.0-or-later
// Every control of the window and its dialogs has a name for those who do not see it, and can be reached
// without a mouse.
#include "api/profiles/keychainsecretstore.h"
#include "api/profiles/profilestore.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/controlwalk.h"
#include "ui/mainwindow/keysdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_console = std::make_unique<ConsoleFixture>();
        m_console->window().activateWindow();
        m_window = &m_console->window();
        QTRY_VERIFY(m_window->isActiveWindow());
        // The welcome is gone once connected: it is judged first.
        QCOMPARE(namelessIn(*m_window).join(u'\n'), QString());
        QTest::keyClick(m_window, Qt::Key_F6);
        QVERIFY(m_window->focusWidget());
        QCOMPARE(unreachableIn(*m_window, *m_window->centralWidget()).join(u'\n'), QString());
        QVERIFY(m_console->connectToSandbox());
    }
    void cleanupTestCase() { m_console.reset(); }

    void everyPageNamesItsControls_data() { pages(); }
    void everyPageNamesItsControls()
    {
        openPage();
        if (m_console->page().model().rowCount() > 0)
            m_console->page().view().selectRow(0);
        QCOMPARE(namelessIn(*m_window).join(u'\n'), QString());
    }

    void tabReachesEveryControlAndComesRound_data() { pages(); }
    void tabReachesEveryControlAndComesRound()
    {
        openPage();
        if (m_console->page().model().rowCount() > 0)
            m_console->page().view().selectRow(0);
        m_console->page().setDetailShown(true);
        m_window->requestLogDock()->show();
        m_console->page().view().setFocus();
        QCOMPARE(unreachableIn(*m_window, *m_window).join(u'\n'), QString());
        m_window->requestLogDock()->hide();
    }

    void aTabRoundGoesBackwardsToo()
    {
        QVERIFY(m_console->open({}, "fleet"));
        QWidget* start = &m_console->page().view();
        start->setFocus();
        const QList<QWidget*> forwards = tabRound(*m_window);
        start->setFocus();
        for (qsizetype i = forwards.size() - 1; i > 0; --i) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
            QCOMPARE(m_window->focusWidget(), forwards.at(i));
        }
    }

    void f6CyclesPanes()
    {
        QVERIFY(m_console->open({}, "fleet"));
        m_window->requestLogDock()->show();
        m_console->page().setDetailShown(false);
        m_console->page().view().setFocus();
        const QList<QWidget*> panes {
            m_window->requestLogDock(), m_window->navigator(), m_window->centralWidget()};
        for (int round = 0; round < 2; ++round) {
            for (QWidget* pane : panes) {
                QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
                QVERIFY2(pane->isAncestorOf(m_window->focusWidget()),
                    qPrintable(describe(m_window->focusWidget())));
                QVERIFY2(m_window->focusWidget()->focusPolicy() != Qt::NoFocus,
                    qPrintable(describe(m_window->focusWidget())));
            }
        }
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_window->navigator()->isAncestorOf(m_window->focusWidget()));
        m_window->requestLogDock()->hide();
        // The details, where they are shown, are one too.
        RecordPage& page = m_console->page();
        page.setDetailShown(true);
        page.view().selectRow(0);
        page.view().setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        QVERIFY2(page.detail().isAncestorOf(m_window->focusWidget()),
            qPrintable(describe(m_window->focusWidget())));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        QVERIFY(m_window->navigator()->isAncestorOf(m_window->focusWidget()));
    }

    void everyEntryHasATextAndAShortcutOfItsOwn()
    {
        QHash<QString, QString> taken;
        const QList<QMenu*> menus = m_window->menuBar()->findChildren<QMenu*>();
        QVERIFY(menus.size() >= 5);
        for (const QMenu* menu : menus) {
            QSet<QChar> mnemonics;
            const QList<QAction*> actions = menu->actions();
            for (const QAction* action : actions) {
                if (action->isSeparator())
                    continue;
                QVERIFY(!action->text().isEmpty());
                const QString keys = action->shortcut().toString();
                QVERIFY2(keys.isEmpty() || !taken.contains(keys),
                    qPrintable(u"%1: %2 and %3"_s.arg(keys, taken.value(keys), action->text())));
                taken.insert(keys, action->text());
                const qsizetype at = action->text().indexOf(u'&');
                if (!action->isVisible())
                    continue;
                QVERIFY2(at >= 0, qPrintable(action->text()));
                const QChar mnemonic = action->text().at(at + 1).toLower();
                QVERIFY2(!mnemonics.contains(mnemonic), qPrintable(action->text()));
                mnemonics.insert(mnemonic);
            }
        }
    }

    void dialogsNameTheirControls()
    {
        QTemporaryDir folder;
        ProfileStore store(folder.filePath(u"profiles.json"_s));
        Profile profile;
        profile.id = u"a"_s;
        profile.name = u"A"_s;
        profile.baseUrl = QUrl(u"https://a.example"_s);
        QCOMPARE(store.save(profile), QString());
        KeychainSecretStore secrets; // asked for nothing here
        const ProfileDialog::Services services {m_console->catalog(), m_console->log(), secrets};
        auto* dialog = new ProfilesDialog(store, services, m_window);
        dialog->open();
        dialog->activateWindow();
        QCOMPARE(namelessIn(*dialog).join(u'\n'), QString());
        QCOMPARE(unreachableIn(*dialog, *dialog).join(u'\n'), QString());
        ProfileDialog* editor = dialog->editProfile(store.profiles().constFirst());
        editor->activateWindow();
        QCOMPARE(namelessIn(*editor).join(u'\n'), QString());
        QCOMPARE(unreachableIn(*editor, *editor).join(u'\n'), QString());
        editor->close();
        dialog->close();
    }

    void everyMenuEntryThatOpensADialogNamesItsControls()
    {
        for (const QString& entry : {u"Keys"_s, u"About Telamon"_s}) {
            QAction* action = nullptr;
            const QList<QAction*> all = m_window->findChildren<QAction*>();
            for (QAction* each : all) {
                if (QString(each->text()).remove(u'&') == entry)
                    action = each;
            }
            QVERIFY2(action, qPrintable(entry));
            action->trigger();
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY2(dialog, qPrintable(entry));
            QCOMPARE(namelessIn(*dialog).join(u'\n'), QString());
            const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
            for (const QLabel* label : labels)
                QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText,
                    qPrintable(label->text()));
            delete dialog;
        }
    }

    void theKeysStandBesideWhatTheyDo()
    {
        KeysDialog dialog(*m_window->menuBar(), m_window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const QList<QLabel*> keys = dialog.findChildren<QLabel*>(u"keys"_s);
        const QList<QLabel*> words = dialog.findChildren<QLabel*>(u"words"_s);
        QCOMPARE(keys.size(), words.size());
        QTRY_VERIFY(words.first()->x() > keys.first()->x());
        QStringList named;
        for (qsizetype i = 0; i < keys.size(); ++i) {
            named.append(keys.at(i)->text());
            const int end = keys.at(i)->x() + keys.at(i)->sizeHint().width();
            QCOMPARE(words.at(i)->x(), words.first()->x());
            QCOMPARE(words.at(i)->y(), keys.at(i)->y());
            QVERIFY2(words.at(i)->x() > end + dialog.fontMetrics().averageCharWidth(),
                qPrintable(keys.at(i)->text()));
        }
        for (const QKeySequence& each : {QKeySequence(Qt::Key_Enter), QKeySequence(Qt::Key_Insert),
                 QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_Delete), QKeySequence(QKeySequence::Copy),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}) {
            const QString text = each.toString(QKeySequence::NativeText);
            QVERIFY2(named.contains(text), qPrintable(text));
        }
    }

    void aTableIsSortedAndItsColumnsAreChosenByKeyboard()
    {
        QVERIFY(m_console->open({}, "fleet"));
        RecordView& view = m_console->page().view();
        view.setFocus();
        view.setCurrentIndex(view.model()->index(0, m_console->page().model().columnOf("dataSize")));
        QContextMenuEvent menuKey(
            QContextMenuEvent::Keyboard, view.rect().center(), view.mapToGlobal(view.rect().center()));
        QApplication::sendEvent(&view, &menuKey);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(namelessIn(*menu).join(u'\n'), QString());
        QTest::keyClick(menu, Qt::Key_S); // its mnemonic
        QCOMPARE(
            view.horizontalHeader()->sortIndicatorSection(), m_console->page().model().columnOf("dataSize"));
        QVERIFY(!QApplication::activePopupWidget());

        QApplication::sendEvent(&view, &menuKey);
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_H);
        auto* columns = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(columns);
        QVERIFY(columns->actions().size() > view.model()->columnCount());
        columns->close();
    }

private:
    static void pages()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("pageId");
        using Kind = Place::Kind;
        for (const Kind kind :
            {Kind::Fleet, Kind::Organization, Kind::Project, Kind::Cluster, Kind::FlexCluster}) {
            const QList<const PageDescription*> all = pagesOf(kind);
            for (const PageDescription* page : all)
                QTest::addRow("%d %s", int(kind), page->id.constData()) << int(kind) << page->id;
        }
    }
    void openPage()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, pageId);
        const Place place = Place::Kind(kind) == Place::Kind::Fleet
            ? Place()
            : m_console->place(Place::Kind(kind),
                Place::Kind(kind) == Place::Kind::FlexCluster ? QString() : u"REPLICASET"_s);
        QVERIFY(m_console->open(place, pageId));
    }

    std::unique_ptr<ConsoleFixture> m_console;
    MainWindow* m_window = nullptr;
};

TELAMON_WIDGET_TEST(TestAccessibility)
#include "test_accessibility.moc"
