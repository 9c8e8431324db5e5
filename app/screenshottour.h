// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tourscenes.h"
#include "models/place.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QDir>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace Telamon {

class MainWindow;

// Visits every page in light and dark, waits until each has loaded, plays the scenes, and writes numbered
// PNGs. Says which of them failed.
class ScreenshotTour : public QObject {
    Q_OBJECT
public:
    // Pictures look the same whenever they are taken.
    static constexpr qint64 now = 1'793'528'400'000; // 2026-11-01 09:00 UTC

    // `setTheme` changes the whole program's theme; `openConnections` opens the connections dialog and
    // returns it.
    struct Hands {
        std::function<void(Theme)> setTheme;
        std::function<QWidget*()> openConnections;
        std::function<QWidget*()> openProfile;
        bool isSandbox = false; // changes may be sent
    };
    ScreenshotTour(MainWindow& window, const QString& folder, Hands hands, QObject* parent);

    void start(); // when the session's inventory has been read

Q_SIGNALS:
    void finished(const QStringList& failures);

private:
    struct Stop {
        QString name;
        Theme theme = Theme::Light;
        QList<Place> places; // the first whose page is not empty
        QByteArray pageId;
        enum class Extra { None, Log, Connections, Profile, Palette, Found } extra = Extra::None;
        TourScene scene {};
    };
    void plan();
    void visit();
    void look();
    bool hasPlayed(const std::vector<TourScene::Step>& steps); // plays the next one, if it is time for it
    bool needsPage() const;
    void take();
    void leave(); // what the picture was of, and on to the next stop
    void fail(const QString& why);
    void next();
    bool hasSettled() const;

    MainWindow& m_window;
    QDir m_folder;
    Hands m_hands;
    QList<Stop> m_stops;
    qsizetype m_at = 0;
    QStringList m_failures;
    QTimer m_poll;
    QTimer m_deadline;
    QPointer<QWidget> m_dialog;
    std::size_t m_playedSteps = 0;
    bool m_isTaken = false;
    int m_settledTurns = 0;
    bool m_hasSelected = false;
};

} // namespace Telamon
