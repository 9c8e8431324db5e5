// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "api/http/ratemeter.h"
#include "api/records/plaintext.h"
#include "models/inventory.h"
#include "models/operationrequest.h"
#include "models/placeaddress.h"
#include "models/session.h"
#include "ui/activity/activitydock.h"
#include "ui/mainwindow/welcomepage.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

QString MainWindow::withKeys(const QAction& action)
{
    return action.text().remove(u'&') + " ("_L1 + action.shortcut().toString(QKeySequence::NativeText) + u')';
}

MainWindow::MainWindow(RequestLog& log, QSettings& settings)
    : m_settings(settings),
      m_navigator(new Navigator(this)),
      m_stack(new QStackedWidget(this)),
      m_welcome(new WelcomePage(this)),
      m_logDock(new RequestLogDock(log, this)),
      m_activity(new ActivityDock(this)),
      m_navigatorDock(new QDockWidget(tr("Navigator"), this))
{
    setWindowTitle(tr("Telamon"));
    m_navigatorDock->setObjectName(u"navigatorDock"_s);
    m_navigatorDock->setWidget(m_navigator);
    m_navigatorDock->setTitleBarWidget(new QWidget(m_navigatorDock));
    m_logDock->setObjectName(u"requestLogDock"_s);
    addDockWidget(Qt::LeftDockWidgetArea, m_navigatorDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_logDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_logDock->hide();
    m_activity->hide();
    m_stack->addWidget(m_welcome);
    setCentralWidget(m_stack);
    buildActions();
    buildStatusBar();
    connect(m_navigator, &Navigator::placeChosen, this, [this](const Place& place) { showPlace(place); });
    connect(m_welcome, &WelcomePage::connectionsRequested, this, &MainWindow::connectionsRequested);
    connect(m_welcome, &WelcomePage::sandboxRequested, this, &MainWindow::sandboxRequested);
    restore();
    setSession({});
}

MainWindow::~MainWindow()
{
    // Pages and the navigator look into the session: they go first.
    delete std::exchange(m_placeView, nullptr);
    m_navigator->setInventory(nullptr);
    m_logDock->setRateMeter(nullptr);
    m_activity->setSession(nullptr);
}

void MainWindow::setSession(std::unique_ptr<Session> session)
{
    delete std::exchange(m_placeView, nullptr);
    m_navigator->setInventory(nullptr);
    m_logDock->setRateMeter(nullptr);
    m_history.clear();
    if (m_session) // its reading ends when it is left, and leads nowhere then
        m_session->inventory().disconnect(this);
    if (std::unique_ptr<Session> old = std::exchange(m_session, std::move(session)); old && m_keeper)
        m_keeper(std::move(old));
    m_navigatorDock->setVisible(m_session != nullptr);
    m_activity->setSession(m_session.get());
    if (m_session) {
        m_placeView = new PlaceView(*m_session, m_settings, this);
        connect(m_placeView, &PlaceView::shown, this, &MainWindow::noteShown);
        connect(
            m_placeView, &PlaceView::placeRequested, this, [this](const Place& place) { enterPlace(place); });
        connect(m_placeView, &PlaceView::operationRequested, this, &MainWindow::requestOperation);
        connect(m_placeView, &PlaceView::addressRequested, this, &MainWindow::goTo);
        connect(m_placeView, &PlaceView::noticeRequested, this, &MainWindow::showNotice);
        connect(m_placeView, &PlaceView::loadingChanged, this, &MainWindow::updateActions);
        m_stack->addWidget(m_placeView);
        m_stack->setCurrentWidget(m_placeView);
        m_navigator->setInventory(&m_session->inventory());
        connect(&m_session->client().rateMeter(), &RateMeter::changed, this, &MainWindow::updateRates);
        m_logDock->setRateMeter(&m_session->client().rateMeter());
        if (m_session->changes() && m_session->journal())
            followChanges();
        showPlace({});
        restorePlace();
        m_session->inventory().refresh();
    } else {
        m_isSandbox = false;
        m_stack->setCurrentWidget(m_welcome);
    }
    updateConnection();
    updateRates();
    updateActions();
}

void MainWindow::setSessionKeeper(std::function<void(std::unique_ptr<Session>)> keeper)
{
    m_keeper = std::move(keeper);
}

RecordPage* MainWindow::currentPage() const
{
    return m_placeView ? m_placeView->currentPage() : nullptr;
}

void MainWindow::showPlace(const Place& place, const QByteArray& pageId)
{
    if (m_placeView)
        m_placeView->show(place, pageId);
}

void MainWindow::enterPlace(const Place& place, const QByteArray& pageId)
{
    showPlace(place, pageId);
    if (RecordPage* page = currentPage())
        page->focusTable();
}

void MainWindow::noteShown(const Place& place, const QByteArray& pageId)
{
    m_history.visit({place, pageId});
    m_navigator->setCurrentPlace(place);
    statusBar()->clearMessage(); // of the page before
    updateConnection();
    updateActions();
}

void MainWindow::showNotice(const QString& sentence)
{
    constexpr std::chrono::milliseconds least {12000};
    constexpr std::chrono::milliseconds perCharacter {80};
    m_notice->setText(visibleText(sentence));
    m_noticeEnd.start(std::max<std::chrono::milliseconds>(least, perCharacter * sentence.size()));
}

void MainWindow::setSandboxMarked(bool isMarked)
{
    m_isSandbox = isMarked;
    updateConnection();
}

void MainWindow::setApiDescriptionKnown(bool isKnown)
{
    m_forget->setEnabled(isKnown);
}

void MainWindow::updateActions()
{
    for (QAction* action : std::as_const(m_sessionActions))
        action->setEnabled(m_session != nullptr);
    const RecordPage* page = currentPage();
    m_back->setEnabled(m_session && m_history.canGoBack());
    m_forward->setEnabled(m_session && m_history.canGoForward());
    const bool isLoading = page && page->isLoading();
    m_stop->setEnabled(isLoading);
    const QAction* now = isLoading ? m_stop : m_refresh;
    m_readOrStop->setIcon(now->icon());
    m_readOrStop->setText(now->text().remove(u'&'));
    m_readOrStop->setToolTip(withKeys(*now));
    m_readOrStop->setEnabled(now->isEnabled());
    m_export->setEnabled(page != nullptr);
    m_signIn->setEnabled(m_session && !m_isSandbox);
}

// The window says at every moment which connection it works on: name, colour, read-only, sandbox.
void MainWindow::updateConnection()
{
    const QString name = m_session ? visibleText(m_session->profile().name) : tr("Not connected");
    m_connection->setText(QString(name).replace(u'&', "&&"_L1));
    m_connection->setAccessibleName(tr("Connection: %1").arg(name));
    QStringList marks;
    if (m_isSandbox)
        marks.append(tr("SANDBOX"));
    if (m_session && m_session->profile().isReadOnly)
        marks.append(tr("READ-ONLY"));
    m_mark->setText(marks.join(u"  "_s));
    m_mark->setVisible(!marks.isEmpty());
    QPixmap chip(m_connection->iconSize());
    chip.fill(Qt::transparent);
    const QColor colour(m_session ? m_session->profile().colour : QString());
    m_connection->setIcon(colour.isValid() ? QIcon() : themedIcon(u"connect"_s));
    if (colour.isValid()) {
        chip.fill(colour);
        m_connection->setIcon(chip);
    }
    QStringList title;
    if (m_placeView && m_placeView->place().kind != Place::Kind::Fleet) {
        const Place& place = m_placeView->place();
        title.append(visibleText(!place.clusterName.isEmpty() ? place.clusterName
                : place.kind == Place::Kind::Project
                ? m_session->inventory().projectName(place.projectId)
                : m_session->inventory().organizationName(place.organizationId)));
    }
    if (m_session)
        title.append(name + (marks.isEmpty() ? QString() : QString(" ["_L1 + marks.join(u", "_s) + u']')));
    title.removeAll(QString());
    title.append(tr("Telamon")); // at the end, or the system appends it once more
    setWindowTitle(title.join(u" — "_s).replace("[*]"_L1, "[* ]"_L1));
}

void MainWindow::setTheme(Theme theme)
{
    for (QAction* action : m_themes->actions()) {
        if (action->data().toInt() == int(theme))
            action->setChecked(true);
    }
    Q_EMIT themeChanged(theme);
}

// Where F6 leads to in the middle: the table, or where there is none the control next to it.
QWidget* MainWindow::mainControl() const
{
    RecordPage* page = currentPage();
    if (!page)
        return m_welcome;
    return page->view().isVisible() ? static_cast<QWidget*>(&page->view()) : page->filterBar().lineEdit();
}

PageChart* MainWindow::chartOfPage()
{
    PageChart* chart = currentPage()->chart();
    if (chart && chart->isVisible())
        return chart;
    showNotice(chart ? tr("There is nothing to draw.") : tr("This page has no chart."));
    return nullptr;
}

void MainWindow::cyclePanes(int step)
{
    struct Pane {
        QWidget* whole;
        QWidget* control; // not a focus proxy of the whole: Tab would skip what stands before it
    };
    QList<Pane> panes;
    if (m_navigatorDock->isVisible())
        panes.append({m_navigator, m_navigator->tree()});
    panes.append({m_stack, mainControl()});
    if (RecordPage* page = currentPage(); page && page->detail().isVisible())
        panes.append({&page->detail(), page->detail().shownPart()});
    if (m_activity->isVisible())
        panes.append({m_activity, m_activity->table()});
    if (m_logDock->isVisible())
        panes.append({m_logDock, m_logDock->table()});
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i).whole->isAncestorOf(focusWidget()))
            at = i;
    }
    panes.at((at + step + panes.size()) % panes.size()).control->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::BackButton)
        m_back->trigger();
    else if (event->button() == Qt::ForwardButton)
        m_forward->trigger();
    else
        QMainWindow::mousePressEvent(event);
}

} // namespace Telamon
