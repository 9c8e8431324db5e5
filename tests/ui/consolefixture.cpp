// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consolefixture.h"

#include "api/auth/authenticatorfactory.h"
#include "api/catalog/masking.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// The place of its kind that a cluster's place is in.
Place widened(Place place)
{
    if (place.kind == Place::Kind::Project || place.kind == Place::Kind::Organization)
        place.clusterName.clear();
    if (place.kind == Place::Kind::Organization)
        place.projectId.clear();
    return place;
}

} // namespace

ConsoleFixture::ConsoleFixture(Sandbox::Options options)
    : m_catalog(std::move(Catalog::builtIn()).value()),
      m_log(JsonMasker()),
      m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat),
      m_drafts(m_folder.filePath(u"drafts"_s)),
      m_server(std::make_unique<Sandbox::Server>(m_catalog, options)),
      m_window(std::make_unique<MainWindow>(m_log, m_settings))
{
    m_window->resize(1280, 800);
    m_window->show();
}

ConsoleFixture::~ConsoleFixture()
{
    m_watchdog.failIfSlow(); // in every test that opens the window, whatever else it looks at
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

Session& ConsoleFixture::session()
{
    return *m_window->session();
}

Journal* ConsoleFixture::recordChanges()
{
    return recordChangesOf(session());
}

Journal* ConsoleFixture::recordChangesOf(Session& session)
{
    auto opened = Journal::open(m_folder.filePath(u"journal-%1.sqlite"_s.arg(m_journals.size())));
    if (!opened)
        return nullptr;
    m_journals.push_back(std::move(opened).value());
    Journal& journal = *m_journals.back();
    session.setChanges(std::make_unique<ChangeRunner>(session.client(), m_catalog, journal,
                           ProfileIdentity {u"test"_s, u"Sandbox"_s, {}}),
        journal);
    return &journal;
}

bool ConsoleFixture::connectTo(const Profile& profile, const QByteArray& secret)
{
    HttpClient::Settings settings;
    settings.transport.baseUrl = profile.baseUrl;
    settings.isReadOnly = profile.isReadOnly;
    settings.retry.base = std::chrono::milliseconds(5); // no test waits for an outage to pass
    auto client = std::make_unique<HttpClient>(
        settings, authenticatorFactory(profile.kind, profile.publicId, secret), m_log);
    auto session = std::make_unique<Session>(profile, std::move(client), m_catalog);
    if (m_recordsFromStart && !recordChangesOf(*session))
        return false;
    m_window->setSession(std::move(session));
    return waitForPage();
}

bool ConsoleFixture::waitForPage(int milliseconds)
{
    return QTest::qWaitFor(
        [this] {
            RecordPage* page = m_window->currentPage();
            const Inventory& inventory = m_window->session()->inventory();
            return page && !page->isLoading() && !page->model().isLoading() && !inventory.isLoading()
                && !inventory.isReadingAlerts();
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

bool ConsoleFixture::openOneWithRows(Place::Kind kind, const QByteArray& pageId)
{
    const QList<Place> all = places(kind);
    return std::any_of(all.cbegin(), all.cend(),
        [&](const Place& place) { return open(place, pageId) && page().model().rowCount() > 0; });
}

// Of flex clusters, or of the others; without those that cannot be read.
QList<Place> ConsoleFixture::clusters(Place::Kind kind, const QString& typeContains) const
{
    const RecordModel& clusters = m_window->session()->inventory().clusters();
    QList<Place> found;
    for (int record = 0; record < clusters.totalCount(); ++record) {
        const QString name = clusters.recordText(record, "name");
        const bool isFlex = clusters.recordText(record, "instanceSize") == "FLEX"_L1;
        if (name.isEmpty() || isFlex != (kind == Place::Kind::FlexCluster)
            || !clusters.recordText(record, "type").contains(typeContains))
            continue;
        found.append(
            {kind, clusters.recordText(record, "orgId"), clusters.recordText(record, "groupId"), name});
    }
    return found;
}

Place ConsoleFixture::place(Place::Kind kind, const QString& typeContains) const
{
    Place found;
    const QList<Place> all = clusters(kind, typeContains);
    for (const Place& each : all) {
        if (found.clusterName.isEmpty() || each.clusterName <= found.clusterName)
            found = each;
    }
    return widened(found);
}

QList<Place> ConsoleFixture::places(Place::Kind kind) const
{
    QList<Place> found;
    const QList<Place> all = clusters(kind, {});
    for (const Place& each : all) {
        if (const Place place = widened(each); !found.contains(place))
            found.append(place);
    }
    return found;
}

Place ConsoleFixture::projectOf(const Place& cluster)
{
    return {Place::Kind::Project, cluster.organizationId, cluster.projectId, {}};
}

void ConsoleFixture::serve(const QString& pattern, const QByteArray& body)
{
    Sandbox::Fault answer;
    answer.kind = Sandbox::Fault::Kind::Status;
    answer.status = 200;
    answer.path = pattern;
    answer.body = body;
    answer.times = -1;
    m_server->faults().add(answer);
}

void ConsoleFixture::serve(const QString& pattern, const QJsonObject& body)
{
    serve(pattern, QJsonDocument(body).toJson());
}

void ConsoleFixture::serveList(const QString& pattern, const QJsonArray& results)
{
    serve(pattern, QJsonObject {{u"results"_s, results}, {u"totalCount"_s, results.size()}});
}

void ConsoleFixture::delayNext(const QString& pattern)
{
    Sandbox::Fault slow;
    slow.kind = Sandbox::Fault::Kind::Latency;
    slow.milliseconds = 60000;
    slow.path = pattern;
    m_server->faults().add(slow);
}

QAction* ConsoleFixture::action(const char* name)
{
    const QList<QAction*>& actions = page().actions().pageActions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(),
        [name](const QAction* action) { return action->objectName() == QLatin1String(name); });
    return found == actions.cend() ? nullptr : *found;
}

QList<QAction*> ConsoleFixture::menuEntries()
{
    const auto menus = page().view().findChildren<QMenu*>();
    return menus.size() == 1 ? menus.first()->actions() : QList<QAction*>();
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
