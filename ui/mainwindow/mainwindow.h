// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/placehistory.h"
#include "ui/widgets/theme.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

class QActionGroup;
class QLabel;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace Telamon {

class ActivityDock;
class ElidedLabel;
class Navigator;
class Palette;
class PageChart;
class PlaceView;
class RecordPage;
class RequestLog;
class RequestLogDock;
class Session;
class WelcomePage;
struct OperationRequest;
struct PlaceAddress;

// The window: its actions, the navigator, the place shown, and the request log. What it shows comes from a
// Session, which it owns while connected.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(RequestLog& log, QSettings& settings);
    ~MainWindow() override;

    // Shows the session's fleet, or the welcome when there is none.
    // The session before it is handed to whoever signs it out.
    void setSession(std::unique_ptr<Session> session);
    void setSessionKeeper(std::function<void(std::unique_ptr<Session>)> keeper);
    Session* session() const { return m_session.get(); }
    void showPlace(const Place& place, const QByteArray& pageId = {});
    // How a form for an operation is opened; until it is set, nothing can be sent from here.
    void setOperationOpener(std::function<void(const OperationRequest&)> opener);
    Palette* openPalette(); // while connected
    void goTo(const PlaceAddress& address);
    void copyAddress(); // of the page shown
    void showNotice(const QString& sentence); // at the bottom, for as long as it takes to read
    RecordPage* currentPage() const;
    PlaceView* placeView() const { return m_placeView; }
    Navigator* navigator() const { return m_navigator; }
    WelcomePage* welcomePage() const { return m_welcome; }
    RequestLogDock* requestLogDock() const { return m_logDock; }
    ActivityDock* activityDock() const { return m_activity; }
    void setTheme(Theme theme);
    void setSandboxMarked(bool isMarked);
    void setApiDescriptionKnown(bool isKnown); // whether there is one to forget

Q_SIGNALS:
    void connectionsRequested();
    void signInRequested(); // to the service of the session, with other credentials
    void sandboxRequested();
    void apiDescriptionRequested();
    void apiDescriptionForgotten();
    void operationRequested(const Telamon::OperationRequest& request);
    void themeChanged(Telamon::Theme theme);

protected:
    void closeEvent(QCloseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void buildActions();
    void buildGoMenu();
    void buildViewMenu();
    void buildToolBar();
    void buildStatusBar();
    void restore();
    void restorePlace();
    void save();
    QString placeKey() const;
    void enterPlace(const Place& place, const QByteArray& pageId = {}); // shows it, and the keys go on there
    void noteShown(const Place& place, const QByteArray& pageId);
    void requestOperation(const OperationRequest& request);
    void updateActions();
    void updateConnection();
    void updateRates();
    void cyclePanes(int step);
    QWidget* mainControl() const;
    PageChart* chartOfPage(); // null, and said so: there is nothing to draw
    void exportTable();
    void followChanges();
    void showKeys();
    void showAbout();
    static QString withKeys(const QAction& action); // its name, and the keys in brackets
    QAction* addAction(QMenu* menu, const QString& text, const QKeySequence& keys, const QString& icon = {});

    QSettings& m_settings;
    std::unique_ptr<Session> m_session;
    std::function<void(std::unique_ptr<Session>)> m_keeper;
    std::function<void(const OperationRequest&)> m_opener;
    PlaceHistory m_history;
    Navigator* m_navigator;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    PlaceView* m_placeView = nullptr;
    RequestLogDock* m_logDock;
    ActivityDock* m_activity;
    QDockWidget* m_navigatorDock;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_refresh = nullptr;
    QAction* m_export = nullptr;
    QAction* m_signIn;
    QAction* m_forget = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_anything = nullptr;
    QAction* m_readOrStop = nullptr; // in the tool bar: whichever of the two there is a use for
    QList<QAction*> m_sessionActions; // of no use without a session
    QActionGroup* m_themes = nullptr;
    QToolButton* m_connection = nullptr;
    ElidedLabel* m_notice = nullptr;
    QTimer m_noticeEnd;
    QLabel* m_rate = nullptr;
    QLabel* m_mark = nullptr;
    bool m_isSandbox = false;
};

} // namespace Telamon
