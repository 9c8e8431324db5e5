// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "api/catalog/masking.h"
#include "api/profiles/environment.h"
#include "api/profiles/keepprofile.h"
#include "app/firstpaint.h"
#include "app/paths.h"
#include "app/screenshottour.h"
#include "models/operationrequest.h"
#include "models/session.h"
#include "ui/mainwindow/welcomepage.h"
#include "ui/profiles/profilesdialog.h"

#include <QApplication>
#include <QDateTime>
#include <QProcessEnvironment>
#include <QTextStream>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

Console::Console(const CommandLine& commandLine)
    : m_commandLine(commandLine),
      m_settings(settingsFile(), QSettings::IniFormat),
      m_log(JsonMasker()),
      m_profiles(isTour() ? m_sandboxFolder.filePath(u"profiles.json"_s) : Paths::profilesFile()),
      m_secrets(m_keychain),
      m_drafts(Paths::draftsFolder()),
      m_sandboxDrafts(m_sandboxFolder.filePath(u"drafts"_s))
{
}

Console::~Console()
{
    m_window.reset(); // its session and pages look into the log and the catalog
}

bool Console::isTour() const
{
    return !m_commandLine.screenshotsFolder.isEmpty();
}

QString Console::settingsFile() const
{
    return m_commandLine.wantsSandbox || isTour() ? m_sandboxFolder.filePath(u"settings.ini"_s)
                                                  : Paths::settingsFile();
}

void Console::start()
{
    Telamon::applyTheme(*qApp, Theme(m_settings.value("window/theme"_L1, int(Theme::System)).toInt()));
    m_window = std::make_unique<MainWindow>(m_log, m_settings);
    m_window->setTheme(Theme(m_settings.value("window/theme"_L1, int(Theme::System)).toInt()));
    connect(m_window.get(), &MainWindow::themeChanged, this, &Console::applyTheme);
    connect(m_window.get(), &MainWindow::connectionsRequested, this, &Console::openConnections);
    connect(m_window.get(), &MainWindow::sandboxRequested, this, &Console::openSandbox);
    connect(m_window.get(), &MainWindow::signInRequested, this,
        [this] { askForSecret(m_window->session()->profile(), {}); });
    offerApiDescription();
    connect(&m_secrets, &SecretStore::lateAnswer, this,
        [this](const QString& /*profileId*/, const SecretStore::Answer& answer) {
            m_window->showNotice(answer.sentence);
        });
    m_window->setSessionKeeper([this](std::unique_ptr<Session> session) { signOut(std::move(session)); });
    m_window->setOperationOpener([this](const OperationRequest& request) { openOperation(request); });
    QGuiApplication::setQuitOnLastWindowClosed(false); // a token is revoked first
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Console::quitWhenSignedOut);
    // The window stands before anything is read.
    connect(new FirstPaint(*m_window), &FirstPaint::painted, this, &Console::connectAtStart);
    m_window->show();
}

void Console::quit()
{
    m_window->close(); // which remembers how it stood
    quitWhenSignedOut(); // also where a dialog is still open
}

void Console::applyTheme(Theme theme)
{
    m_settings.setValue("window/theme"_L1, int(theme));
    Telamon::applyTheme(*qApp, theme);
}

const Catalog* Console::catalog()
{
    if (!m_catalog) {
        auto read = Catalog::builtIn();
        if (!read) {
            m_window->showNotice(
                tr("The description of the service cannot be read: %1").arg(read.error().sentence));
            return nullptr;
        }
        m_catalog.emplace(std::move(read).value());
        addApiDescription();
    }
    return &*m_catalog;
}

void Console::connectAtStart()
{
    if (const QString wrong = m_profiles.load(); !wrong.isEmpty())
        m_window->showNotice(wrong);
    const QStringList left = m_sandboxFolder.removeStale();
    if (!left.isEmpty())
        m_window->showNotice(tr("What a sandbox has left cannot be removed: %1").arg(left.join(u", "_s)));
    if (m_commandLine.wantsSandbox) {
        openSandbox();
        return;
    }
    if (!m_commandLine.baseUrl.isEmpty()) {
        // A saved secret belongs to its own profile: the environment's, or a new one.
        const Profile profile = commandLineProfile(m_commandLine.baseUrl);
        auto environment = profileFromEnvironment(QProcessEnvironment::systemEnvironment());
        if (environment && environment.value()
            && Origin::of(environment.value()->profile.baseUrl) == Origin::of(profile.baseUrl))
            openSession(environment.value()->profile, environment.value()->secret);
        else
            askForSecret(profile, environment ? QString() : environment.error());
        return;
    }
    auto environment = profileFromEnvironment(QProcessEnvironment::systemEnvironment());
    if (!environment) { // it was meant to win over what is saved
        m_window->welcomePage()->showProblem(
            tr("%1 No saved connection is opened in its place.").arg(environment.error()));
        return;
    }
    if (environment.value()) {
        openSession(environment.value()->profile, environment.value()->secret);
        m_window->showNotice(environment.value()->profile.originNote);
        return;
    }
    if (const auto last = m_profiles.lastUsed())
        connectTo(*last);
}

void Console::connectTo(const Profile& profile)
{
    m_connecting = std::make_unique<QObject>();
    m_window->showNotice(tr("Asking the keychain for the secret of “%1”…").arg(profile.name));
    m_secrets.read(profile.id, Origin::of(profile.baseUrl), m_connecting.get(),
        [this, profile](const SecretStore::Answer& answer) {
            // The question has its answer, and is not in the window any more.
            if (answer.secret.isEmpty()) {
                m_window->showNotice({});
                askForSecret(profile, answer.sentence);
                return;
            }
            m_window->showNotice(answer.sentence);
            openSession(profile, answer.secret);
        });
}

ProfileDialog* Console::askForSecret(const Profile& profile, const QString& sentence)
{
    const Catalog* known = catalog();
    if (!known)
        return nullptr;
    auto* dialog = new ProfileDialog(profile, {*known, m_log, m_secrets}, m_window.get());
    dialog->demandSecret(sentence);
    connect(dialog, &ProfileDialog::saved, this, [this](const Profile& edited, const QByteArray& secret) {
        if (!edited.isSessionOnly) {
            const auto tell = [this](const QString& said) { m_window->showNotice(said); };
            if (const QString wrong = keepProfile(m_profiles, m_secrets, edited, secret, this, tell);
                !wrong.isEmpty())
                tell(wrong);
        }
        if (!secret.isEmpty())
            openSession(edited, secret);
    });
    dialog->open();
    return dialog;
}

void Console::openSandbox()
{
    const Catalog* known = catalog();
    if (!known)
        return;
    if (!m_sandbox) {
        Sandbox::Options options;
        options.scale = m_commandLine.sandboxScale;
        if (isTour())
            options.now = ScreenshotTour::now;
        auto server = std::make_unique<Sandbox::Server>(*known, options);
        if (!server->start()) {
            m_window->showNotice(tr("The sandbox could not open a port on this machine."));
            return;
        }
        m_sandbox = std::move(server);
    }
    if (m_connecting) { // what the keychain says now is not waited for any more
        m_connecting.reset();
        m_window->showNotice({});
    }
    const Sandbox::Credentials credentials = m_sandbox->credentials();
    Profile profile;
    profile.id = u"sandbox"_s;
    profile.name = tr("Sandbox");
    profile.baseUrl = m_sandbox->baseUrl();
    profile.publicId = credentials.clientId;
    profile.isSessionOnly = true;
    openSession(profile, credentials.clientSecret.toUtf8());
}

ProfilesDialog* Console::openConnections()
{
    const Catalog* known = catalog();
    if (!known)
        return nullptr;
    auto* dialog = new ProfilesDialog(m_profiles, {*known, m_log, m_secrets}, m_window.get());
    connect(dialog, &ProfilesDialog::connectRequested, this, &Console::connectTo);
    connect(dialog, &ProfilesDialog::sandboxRequested, this, &Console::openSandbox);
    dialog->open();
    return dialog;
}

void Console::startTour()
{
    ScreenshotTour::Hands hands {[this](Theme theme) { applyTheme(theme); },
        [this]() -> QWidget* { return openConnections(); },
        [this]() -> QWidget* { return askForSecret(m_window->session()->profile(), {}); },
        isOfSandbox(m_window->session()->profile())};
    auto* tour = new ScreenshotTour(*m_window, m_commandLine.screenshotsFolder, std::move(hands), this);
    connect(tour, &ScreenshotTour::finished, this, [](const QStringList& failures) {
        QTextStream(stderr) << failures.join(u'\n') << (failures.isEmpty() ? "" : "\n");
        QCoreApplication::exit(failures.isEmpty() ? 0 : 1);
    });
    tour->start();
}

} // namespace Telamon
