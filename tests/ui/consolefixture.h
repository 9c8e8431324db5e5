// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"
#include "api/http/requestlog.h"
#include "api/sandbox/faults.h"
#include "api/sandbox/server.h"
#include "models/forms/draftstore.h"
#include "models/place.h"
#include "tests/support/guiwatchdog.h"

#include <QList>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>
#include <vector>

class QAction;
class QJsonArray;
class QJsonObject;

namespace Telamon {

class Journal;
class MainWindow;
class RecordPage;
class Session;
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
    // Writes are sent and kept in a new journal from now on, as in the program. Null: it cannot be opened.
    Journal* recordChanges();
    void recordFromStart() { m_recordsFromStart = true; } // of each connection
    // Waits until the page of the moment has been read. False: it was not, within the time given.
    bool waitForPage(int milliseconds = 15000);
    bool open(const Place& place, const QByteArray& pageId);
    // The same with the first place of this kind whose page has rows. False: there is none.
    bool openOneWithRows(Place::Kind kind, const QByteArray& pageId);
    // A place of this kind that the sandbox has, the first by name.
    Place place(Place::Kind kind, const QString& typeContains = {}) const;
    QList<Place> places(Place::Kind kind) const; // all of them
    static Place projectOf(const Place& cluster);

    // From now on this is what the sandbox answers where the pattern is found in a request's target.
    void serve(const QString& pattern, const QByteArray& body);
    void serve(const QString& pattern, const QJsonObject& body);
    void serveList(const QString& pattern, const QJsonArray& results);
    void delayNext(const QString& pattern); // the next such answer takes longer than any test

    // Of the page of the moment: the action with this name, the entries of the one menu that it has open.
    QAction* action(const char* name);
    QList<QAction*> menuEntries();

    MainWindow& window() { return *m_window; }
    Session& session();
    DraftStore& drafts() { return m_drafts; }
    RecordPage& page();
    Sandbox::Server& server() { return *m_server; }
    RequestLog& log() { return m_log; }
    GuiWatchdog& watchdog() { return m_watchdog; }
    QSettings& settings() { return m_settings; }
    const Catalog& catalog() const { return m_catalog; }
    void reopenWindow(); // as after a restart: a new window with the same settings

private:
    Journal* recordChangesOf(Session& session);
    QList<Place> clusters(Place::Kind kind, const QString& typeContains) const;

    QTemporaryDir m_folder;
    GuiWatchdog m_watchdog;
    Catalog m_catalog;
    RequestLog m_log;
    QSettings m_settings;
    DraftStore m_drafts;
    std::vector<std::unique_ptr<Journal>> m_journals; // the last is the session's
    std::unique_ptr<Sandbox::Server> m_server;
    bool m_isServing = false;
    bool m_recordsFromStart = false;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Telamon
