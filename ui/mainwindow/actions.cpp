// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/ratemeter.h"
#include "models/session.h"
#include "ui/activity/activitydock.h"
#include "ui/mainwindow/keysdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/savedfilters.h"
#include "ui/widgets/toolbarextension.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

// MainWindow's menus, tool bar and status bar.

using namespace Qt::StringLiterals;

namespace Telamon {

QAction* MainWindow::addAction(
    QMenu* menu, const QString& text, const QKeySequence& keys, const QString& icon)
{
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    return action;
}

void MainWindow::buildActions()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    connect(addAction(file, tr("&Connections…"), QKeySequence::New, u"connect"_s), &QAction::triggered, this,
        &MainWindow::connectionsRequested);
    m_signIn = addAction(file, tr("Si&gn in again…"), {}); // with other credentials, where these are refused
    connect(m_signIn, &QAction::triggered, this, &MainWindow::signInRequested);
    QAction* sandbox = addAction(file, tr("Open the &sandbox"), {});
    connect(sandbox, &QAction::triggered, this, &MainWindow::sandboxRequested);
    QAction* disconnectAction = addAction(file, tr("&Disconnect"), {});
    connect(disconnectAction, &QAction::triggered, this, [this] { setSession({}); });
    m_sessionActions.append(disconnectAction);
    file->addSeparator();
    m_export = addAction(file, tr("&Export table…"), QKeySequence(Qt::CTRL | Qt::Key_E), u"export"_s);
    connect(m_export, &QAction::triggered, this, &MainWindow::exportTable);
    connect(addAction(file, tr("&API description…"), {}), &QAction::triggered, this,
        &MainWindow::apiDescriptionRequested);
    m_forget = addAction(file, tr("&Forget the API description"), {});
    m_forget->setEnabled(false);
    connect(m_forget, &QAction::triggered, this, &MainWindow::apiDescriptionForgotten);
    file->addSeparator();
    QAction* quit = addAction(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    buildGoMenu();
    buildViewMenu();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    connect(addAction(help, tr("&Keys"), QKeySequence::HelpContents), &QAction::triggered, this,
        &MainWindow::showKeys);
    QAction* about = addAction(help, tr("&About Telamon"), {});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    buildToolBar();
}

void MainWindow::buildGoMenu()
{
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    m_back = addAction(go, tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), u"back"_s);
    m_forward = addAction(go, tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), u"forward"_s);
    const auto walk = [this](PlaceHistory::Entry (PlaceHistory::*step)()) {
        const PlaceHistory::Entry entry = (m_history.*step)();
        enterPlace(entry.place, entry.pageId);
    };
    connect(m_back, &QAction::triggered, this, [walk] { walk(&PlaceHistory::back); });
    connect(m_forward, &QAction::triggered, this, [walk] { walk(&PlaceHistory::forward); });
    QAction* fleet = addAction(go, tr("F&leet"), QKeySequence(Qt::ALT | Qt::Key_Home), u"fleet"_s);
    connect(fleet, &QAction::triggered, this, [this] { enterPlace({}); });
    QAction* find = addAction(go, tr("Find a &place"), QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(find, &QAction::triggered, this, [this] {
        m_navigatorDock->show();
        m_navigator->focusFind();
    });
    m_anything = addAction(go, tr("Any&thing…"), QKeySequence(Qt::CTRL | Qt::Key_K), u"search"_s);
    connect(m_anything, &QAction::triggered, this, [this] { openPalette(); });
    QAction* copy = addAction(go, tr("&Copy address"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(copy, &QAction::triggered, this, &MainWindow::copyAddress);
    m_sessionActions += {m_anything, copy};
    go->addSeparator();
    QAction* next = addAction(go, tr("&Next page"), QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    connect(next, &QAction::triggered, this, [this] { m_placeView->showNextPage(1); });
    QAction* previous = addAction(go, tr("P&revious page"), QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    connect(previous, &QAction::triggered, this, [this] { m_placeView->showNextPage(-1); });
    for (int tab = 0; tab < 9; ++tab) {
        // Not in the menu: nine more entries would only hide the others, and what is invisible has no keys.
        auto* page = new QAction(tr("Page %1").arg(tab + 1), this);
        page->setShortcut(QKeySequence(int(Qt::CTRL) | int(Qt::Key_1 + tab)));
        QWidget::addAction(page);
        connect(page, &QAction::triggered, this, [this, tab] { m_placeView->showPageAt(tab); });
        m_sessionActions.append(page);
    }
    go->addSeparator();
    QAction* nextPane = addAction(go, tr("Next p&ane"), QKeySequence(Qt::Key_F6));
    connect(nextPane, &QAction::triggered, this, [this] { cyclePanes(1); });
    QAction* previousPane = addAction(go, tr("Previo&us pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(previousPane, &QAction::triggered, this, [this] { cyclePanes(-1); });
    m_sessionActions += {fleet, find, next, previous};
}

void MainWindow::buildViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_refresh = addAction(view, tr("&Refresh"), QKeySequence::Refresh, u"refresh"_s);
    connect(m_refresh, &QAction::triggered, this, [this] { currentPage()->refresh(); });
    m_stop = addAction(view, tr("&Stop reading"), QKeySequence(Qt::CTRL | Qt::Key_Period), u"stop"_s);
    connect(m_stop, &QAction::triggered, this, [this] { currentPage()->cancel(); });
    QAction* filter = addAction(view, tr("&Filter"), QKeySequence::Find, u"filter"_s);
    connect(filter, &QAction::triggered, this, [this] { currentPage()->filterBar().focusFilter(); });
    QAction* saved = addAction(view, tr("Sa&ved filters"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(saved, &QAction::triggered, this, [this] { currentPage()->savedFilters().openMenu(); });
    QAction* details = addAction(view, tr("Show &details"), QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(details, &QAction::triggered, this, [this] { currentPage()->setDetailShown(true); });
    QAction* actions =
        addAction(view, tr("&Actions of the page"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    connect(actions, &QAction::triggered, this, [this] { currentPage()->actions().showMenu(); });
    QAction* chart = addAction(view, tr("C&hart"), QKeySequence(Qt::CTRL | Qt::Key_G));
    connect(chart, &QAction::triggered, this, [this] {
        PageChart* shown = chartOfPage();
        if (shown && shown->reachOrFold())
            mainControl()->setFocus(Qt::ShortcutFocusReason);
    });
    QAction* twin = addAction(view, tr("Chart as ta&ble"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    connect(twin, &QAction::triggered, this, [this] {
        if (PageChart* shown = chartOfPage())
            shown->swapTable();
    });
    m_sessionActions += {m_refresh, filter, saved, details, actions, chart, twin};
    view->addSeparator();
    QAction* navigator = m_navigatorDock->toggleViewAction();
    navigator->setText(tr("&Navigator"));
    navigator->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_sessionActions.append(navigator);
    view->addAction(navigator);
    QAction* log = m_logDock->toggleViewAction();
    log->setText(tr("Request &log"));
    log->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    log->setIcon(themedIcon(u"log"_s));
    view->addAction(log);
    QAction* activity = m_activity->toggleViewAction();
    activity->setText(tr("A&ctivity"));
    activity->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    activity->setIcon(themedIcon(u"activity"_s));
    view->addAction(activity);
    view->addSeparator();
    QMenu* themes = view->addMenu(tr("&Theme"));
    m_themes = new QActionGroup(this);
    const QList<std::pair<Theme, QString>> choices = {
        {Theme::System, tr("&System")}, {Theme::Light, tr("&Light")}, {Theme::Dark, tr("&Dark")}};
    for (const auto& [theme, label] : choices) {
        QAction* action = themes->addAction(label);
        action->setCheckable(true);
        action->setData(int(theme));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = theme] { setTheme(chosen); });
    }
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    nameExtension(*bar);
    bar->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_readOrStop = new QAction(bar);
    connect(m_readOrStop, &QAction::triggered, this,
        [this] { (m_stop->isEnabled() ? m_stop : m_refresh)->trigger(); });
    bar->addActions({m_back, m_forward, m_readOrStop});
    const auto addRoom = [bar] {
        auto* room = new QWidget(bar);
        room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        bar->addWidget(room);
    };
    addRoom();
    auto* search = new QToolButton(bar);
    search->setIcon(m_anything->icon());
    search->setText(tr("Go to a place, or run an operation") + u"   "_s
        + m_anything->shortcut().toString(QKeySequence::NativeText));
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setToolTip(withKeys(*m_anything));
    search->setAccessibleName(tr("Search"));
    // In a narrow window it gives way: what one is connected to has to stay in view.
    search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    search->setMinimumWidth(bar->iconSize().width() * 2);
    connect(search, &QToolButton::clicked, m_anything, &QAction::trigger);
    connect(m_anything, &QAction::changed, search,
        [this, search] { search->setEnabled(m_anything->isEnabled()); });
    bar->addWidget(search);
    addRoom();
    m_mark = new QLabel(bar);
    m_mark->setTextFormat(Qt::PlainText);
    QFont bold = m_mark->font();
    bold.setBold(true);
    m_mark->setFont(bold);
    m_mark->setForegroundRole(QPalette::Link);
    m_mark->setMargin(fontMetrics().height() / 3);
    m_connection = new QToolButton(bar);
    m_connection->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_connection->setAutoRaise(true);
    m_connection->setToolTip(tr("Connections (Ctrl+N)"));
    connect(m_connection, &QToolButton::clicked, this, &MainWindow::connectionsRequested);
    bar->addWidget(m_mark);
    bar->addWidget(m_connection);
    bar->addSeparator();
    bar->addActions({m_activity->toggleViewAction(), m_logDock->toggleViewAction()});
    for (QAction* action :
        {m_back, m_forward, m_activity->toggleViewAction(), m_logDock->toggleViewAction()}) {
        bar->widgetForAction(action)->setAccessibleName(action->text().remove(u'&'));
        action->setToolTip(withKeys(*action));
    }
}

void MainWindow::buildStatusBar()
{
    m_notice = new ElidedLabel(this);
    statusBar()->addWidget(m_notice, 1);
    m_noticeEnd.setSingleShot(true);
    connect(&m_noticeEnd, &QTimer::timeout, m_notice, &QLabel::clear);
    m_rate = new QLabel(this);
    m_rate->setTextFormat(Qt::PlainText);
    m_rate->setContentsMargins(0, 0, fontMetrics().averageCharWidth(), 0); // the window's corner is close
    statusBar()->addPermanentWidget(m_rate);
    statusBar()->setSizeGripEnabled(false);
}

// Only where little is left; all that the service says of its limits stands in the request log.
void MainWindow::updateRates()
{
    QString scarcest;
    RateBudget least;
    const QMap<QString, RateBudget> budgets =
        m_session ? m_session->client().rateMeter().budgets() : QMap<QString, RateBudget>();
    for (auto budget = budgets.cbegin(); budget != budgets.cend(); ++budget) {
        const bool isScarce =
            budget->limit > 0 && budget->remaining >= 0 && budget->remaining * 4 < budget->limit;
        if (isScarce
            && (scarcest.isEmpty() || budget->remaining * least.limit < least.remaining * budget->limit)) {
            scarcest = budget.key();
            least = *budget;
        }
    }
    m_rate->setVisible(!scarcest.isEmpty());
    m_rate->setText(tr("%1 of %2 requests left for %3")
                        .arg(QString::number(least.remaining), QString::number(least.limit), scarcest));
}

void MainWindow::showKeys()
{
    auto* keys = new KeysDialog(*menuBar(), this);
    keys->open();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Telamon"),
        tr("Telamon %1\nA desktop console for MongoDB Atlas.\n\nGPL-3.0-or-later. Not a product of MongoDB, "
           "Inc.\nQt %2")
            .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(QIcon(u":/telamon/icons/telamon.svg"_s).pixmap(fontMetrics().height() * 4));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Telamon
