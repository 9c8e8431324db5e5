// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consolefixture.h"

#include "api/auth/authenticatorfactory.h"
#include "api/catalog/masking.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"

#include <QTest>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

ConsoleFixture::ConsoleFixture(Sandbox::Options options)
    : m_catalog(std::move(Catalog::builtIn()).value()),
      m_log(maskedJson),
      m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat),
      m_server(std::make_unique<Sandbox::Server>(m_catalog, options)),
      m_window(std::make_unique<MainWindow>(m_log, m_settings))
{
    m_window->resize(1280, 800);
    m_window->show();
}

ConsoleFixture::~ConsoleFixture()
{
    // Stands in every test that opens the window, whatever else it looks at.
    if (m_watchdog.longestTurn() > GuiWatchdog::limit())
        QTest::qFail(
            qPrintable(u"a turn of the event loop took %1 ms"_s.arg(m_watchdog.longestTurn().count())),
            __FILE__, __LINE__);
}

bool ConsoleFixture::connectToSandbox(bool isReadOnly)
{
    if (!m_isServing && !m_server->start())
        return false;
    m_isServing = true;
    const Sandbox::Credentials credentials = m_server->credentials();
    Profile profile;
    profile.id = u"test"_s;
    profile.name = u"Sandbox"_s;
    profile.baseUrl = m_server->baseUrl();
    profile.publicId = credentials.clientId;
    profile.isReadOnly = isReadOnly;
    m_window->setSandboxMarked(true);
    return connectTo(profile, credentials.clientSecret.toUtf8());
}

bool ConsoleFixture::connectTo(const Profile& profile, const QByteArray& secret)
{
    HttpClient::Settings settings;
    settings.transport.baseUrl = profile.baseUrl;
    settings.isReadOnly = profile.isReadOnly;
    settings.retry.base = std::chrono::milliseconds(5); // no test waits for an outage to pass
    auto client = std::make_unique<HttpClient>(
        settings, authenticatorFactory(profile.kind, profile.publicId, secret), m_log);
    m_window->setSession(std::make_unique<Session>(profile, std::move(client), m_catalog));
    return waitForPage();
}

bool ConsoleFixture::waitForPage(int milliseconds)
{
    return QTest::qWaitFor(
        [this] {
            RecordPage* page = m_window->currentPage();
            return page && !page->isLoading() && !page->model().isLoading()
                && !m_window->session()->inventory().isLoading();
        },
        milliseconds);
}

bool ConsoleFixture::open(const Place& place, const QByteArray& pageId)
{
    m_window->showPlace(place, pageId);
    return waitForPage();
}

RecordPage& ConsoleFixture::page()
{
    return *m_window->currentPage();
}

Place ConsoleFixture::place(Place::Kind kind, const QString& typeContains) const
{
    const RecordModel& clusters = m_window->session()->inventory().clusters();
    Place found;
    QString foundName;
    for (int record = 0; record < clusters.totalCount(); ++record) {
        const QString name = clusters.recordText(record, "name");
        const bool isFlex = clusters.recordText(record, "instanceSize") == "FLEX"_L1;
        if (name.isEmpty() || isFlex != (kind == Place::Kind::FlexCluster)
            || !clusters.recordText(record, "type").contains(typeContains))
            continue;
        if (!foundName.isEmpty() && foundName < name)
            continue;
        foundName = name;
        found = {kind, clusters.recordText(record, "orgId"), clusters.recordText(record, "groupId"), name};
    }
    if (kind == Place::Kind::Project || kind == Place::Kind::Organization)
        found.clusterName.clear();
    if (kind == Place::Kind::Organization)
        found.projectId.clear();
    return found;
}

void ConsoleFixture::reopenWindow()
{
    m_window->close();
    m_window.reset();
    m_settings.sync();
    m_window = std::make_unique<MainWindow>(m_log, m_settings);
    m_window->show();
}

} // namespace Telamon
