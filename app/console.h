// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"
#include "api/http/requestlog.h"
#include "api/journal/journal.h"
#include "api/profiles/keychainsecretstore.h"
#include "api/profiles/profilestore.h"
#include "api/profiles/secretvault.h"
#include "api/sandbox/server.h"
#include "app/commandline.h"
#include "app/sandboxfolder.h"
#include "models/forms/draftstore.h"
#include "ui/mainwindow/mainwindow.h"

#include <QObject>
#include <QSettings>

#include <memory>
#include <optional>
#include <vector>

namespace Telamon {

class ApiDescription;
class ProfileDialog;
class ProfilesDialog;
class Session;
struct OperationRequest;

// Builds the program's objects and hands them down; decides what to connect to. One per process.
class Console : public QObject {
    Q_OBJECT
public:
    explicit Console(const CommandLine& commandLine);
    ~Console() override;

    void start();
    void quit(); // once it is started; as by hand: what was not sent is kept
    MainWindow& window() { return *m_window; }

private:
    void connectAtStart();
    void connectTo(const Profile& profile);
    void openSession(const Profile& profile, const QByteArray& secret);
    void openSandbox();
    void openOperation(const OperationRequest& request);
    bool isOfSandbox(const Profile& profile) const;
    Journal* journal(bool isSandbox); // null: it cannot be opened; said in the window
    void attachChanges(Session& session);
    void closeForms();
    ProfilesDialog* openConnections();
    ProfileDialog* askForSecret(const Profile& profile, const QString& sentence);
    void signOut(std::unique_ptr<Session> session);
    void revoke(Session& leaving);
    bool isTour() const; // nothing of the person is touched
    void quitWhenSignedOut();
    void applyTheme(Theme theme);
    void startTour();
    void offerApiDescription();
    void chooseApiDescription();
    void addApiDescription();
    const Catalog* catalog(); // null: it could not be read; said in the window
    QString settingsFile() const;

    CommandLine m_commandLine;
    // What a sandbox or a tour keeps. Connections that are added in a sandbox's window are the person's own.
    SandboxFolder m_sandboxFolder;
    QSettings m_settings;
    std::optional<Catalog> m_catalog;
    ApiDescription* m_description = nullptr;
    RequestLog m_log;
    ProfileStore m_profiles;
    KeychainSecretStore m_keychain;
    SecretVault m_secrets;
    // The sandbox has its own of both. They outlive the sessions that write them.
    DraftStore m_drafts;
    DraftStore m_sandboxDrafts;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Journal> m_sandboxJournal;
    std::unique_ptr<Sandbox::Server> m_sandbox;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::unique_ptr<Session>> m_leaving; // until their tokens are revoked
    bool m_isQuitting = false;
    std::unique_ptr<QObject> m_connecting; // the context of a connection under way; a new one drops it
};

} // namespace Telamon
