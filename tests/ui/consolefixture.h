// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"
#include "api/http/requestlog.h"
#include "api/sandbox/faults.h"
#include "api/sandbox/server.h"
#include "models/place.h"
#include "tests/support/guiwatchdog.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace Telamon {

class MainWindow;
class RecordPage;
struct Profile;

// The whole console on a sandbox of its own: real sign-in, real HTTP, a real window offscreen. The GUI
// watchdog watches from the first turn.
class ConsoleFixture {
public:
    explicit ConsoleFixture(Sandbox::Options options = {});
    ~ConsoleFixture();

    // Connects and waits until the fleet has been read. False: it was not.
    bool connectToSandbox(bool isReadOnly = false);
    // The same with any service on this machine.
    bool connectTo(const Profile& profile, const QByteArray& secret);
    // Waits until the page of the moment has been read. False: it was not, within the time given.
    bool waitForPage(int milliseconds = 15000);
    bool open(const Place& place, const QByteArray& pageId);
    // A place of this kind that the sandbox has, the first by name.
    Place place(Place::Kind kind, const QString& typeContains = {}) const;

    MainWindow& window() { return *m_window; }
    RecordPage& page();
    Sandbox::Server& server() { return *m_server; }
    RequestLog& log() { return m_log; }
    GuiWatchdog& watchdog() { return m_watchdog; }
    QSettings& settings() { return m_settings; }
    const Catalog& catalog() const { return m_catalog; }
    void reopenWindow(); // as after a restart: a new window with the same settings

private:
    QTemporaryDir m_folder;
    GuiWatchdog m_watchdog;
    Catalog m_catalog;
    RequestLog m_log;
    QSettings m_settings;
    std::unique_ptr<Sandbox::Server> m_server;
    bool m_isServing = false;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Telamon
