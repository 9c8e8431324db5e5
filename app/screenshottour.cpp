// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshottour.h"

#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/palette/palette.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/recordview.h"

#include <QLineEdit>
#include <QMultiMap>
#include <QPixmap>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr std::chrono::milliseconds pollEvery {30};
constexpr std::chrono::milliseconds patience {20000};
constexpr int settledTurnsWanted = 8; // a table is filled in the turns after its answer

// The places of one kind, those with the most to show first: sharded, with alerts, at rest.
QList<Place> showPieces(Place::Kind kind, const RecordModel& clusters)
{
    if (kind == Place::Kind::Fleet)
        return {Place()};
    const bool wantsFlex = kind == Place::Kind::FlexCluster;
    QMultiMap<int, Place> byWeight;
    for (int record = 0; record < clusters.totalCount(); ++record) {
        const QString name = clusters.recordText(record, "name");
        if (name.isEmpty() || (clusters.recordText(record, "instanceSize") == "FLEX"_L1) != wantsFlex)
            continue;
        const int weight = clusters.recordText(record, "type").contains("SHARDED"_L1) * 2
            + (clusters.recordValue(record, "openAlerts").toInt() > 0)
            + (clusters.recordText(record, "state") == "IDLE"_L1);
        Place place {
            kind, clusters.recordText(record, "orgId"), clusters.recordText(record, "groupId"), name};
        if (kind == Place::Kind::Project || kind == Place::Kind::Organization)
            place.clusterName.clear();
        if (kind == Place::Kind::Organization)
            place.projectId.clear();
        byWeight.insert(-weight, place);
    }
    return byWeight.values();
}

} // namespace

ScreenshotTour::ScreenshotTour(MainWindow& window, const QString& folder, Hands hands, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder), m_hands(std::move(hands))
{
    m_poll.setInterval(pollEvery);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(patience);
    connect(&m_poll, &QTimer::timeout, this, &ScreenshotTour::look);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(tr("did not load in time")); });
}

void ScreenshotTour::start()
{
    if (!m_folder.mkpath(u"."_s)) {
        Q_EMIT finished({tr("%1 cannot be created").arg(m_folder.path())});
        return;
    }
    plan();
    visit();
}

void ScreenshotTour::plan()
{
    constexpr QSize pictureSize {1440, 900};
    m_window.resize(pictureSize);
    Inventory& inventory = m_window.session()->inventory();
    using Kind = Place::Kind;
    const QList<std::pair<Kind, QString>> kinds = {{Kind::Fleet, u"fleet"_s},
        {Kind::Organization, u"organization"_s}, {Kind::Project, u"project"_s}, {Kind::Cluster, u"cluster"_s},
        {Kind::FlexCluster, u"flex"_s}};
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const QString suffix = theme == Theme::Light ? u"light"_s : u"dark"_s;
        for (const auto& [kind, kindName] : kinds) {
            const QList<Place> places = showPieces(kind, inventory.clusters());
            if (places.isEmpty())
                continue; // nothing of the kind in this fleet
            const QList<const PageDescription*> pages = pagesOf(kind);
            for (const PageDescription* page : pages)
                m_stops.append({kindName + u'-' + QString::fromLatin1(page->id) + u'-' + suffix, theme,
                    places, page->id});
        }
        std::vector<TourScene> scenes = tourScenes(theme);
        for (TourScene& scene : scenes) {
            if (scene.writes && !m_hands.isSandbox)
                continue;
            m_stops.append({scene.name + u'-' + suffix, theme, showPieces(scene.kind, inventory.clusters()),
                scene.pageId, Stop::Extra::None, std::move(scene)});
        }
        m_stops.append({"request-log-"_L1 + suffix, theme, {Place()}, "fleet", Stop::Extra::Log});
        m_stops.append({"connections-"_L1 + suffix, theme, {Place()}, "fleet", Stop::Extra::Connections});
        m_stops.append({"profile-"_L1 + suffix, theme, {Place()}, "fleet", Stop::Extra::Profile});
        m_stops.append({"palette-"_L1 + suffix, theme, {Place()}, "fleet", Stop::Extra::Palette});
        m_stops.append({"palette-found-"_L1 + suffix, theme, {Place()}, "fleet", Stop::Extra::Found});
    }
}

void ScreenshotTour::visit()
{
    if (m_at >= m_stops.size()) {
        Q_EMIT finished(m_failures);
        return;
    }
    const Stop& stop = m_stops.at(m_at);
    m_hands.setTheme(stop.theme);
    m_window.requestLogDock()->setVisible(stop.extra == Stop::Extra::Log);
    m_window.showNotice({}); // of what was set going at an earlier stop
    m_window.showPlace(stop.places.first(), stop.pageId);
    if (stop.extra == Stop::Extra::Connections)
        m_dialog = m_hands.openConnections();
    if (stop.extra == Stop::Extra::Profile)
        m_dialog = m_hands.openProfile();
    if (stop.extra == Stop::Extra::Palette || stop.extra == Stop::Extra::Found) {
        Palette* palette = m_window.openPalette();
        if (stop.extra == Stop::Extra::Found)
            palette->lineEdit()->setText(u"index del"_s);
        m_dialog = palette;
    }
    m_playedSteps = 0;
    m_isTaken = false;
    m_settledTurns = 0;
    m_hasSelected = stop.extra != Stop::Extra::None;
    m_deadline.start();
    m_poll.start();
}

bool ScreenshotTour::hasSettled() const
{
    const RecordPage* page = m_window.currentPage();
    const Inventory& inventory = m_window.session()->inventory();
    return page && !page->isLoading() && !const_cast<RecordPage*>(page)->model().isLoading()
        && !inventory.isLoading() && !inventory.isReadingAlerts();
}

void ScreenshotTour::look()
{
    if (m_isTaken) {
        leave();
        return;
    }
    if (m_playedSteps == 0 && !hasSettled()) {
        m_settledTurns = 0;
        return;
    }
    RecordPage* page = m_window.currentPage();
    if (page->hasFailed() && page->model().totalCount() == 0) {
        fail(page->stateSentence());
        return;
    }
    QList<Place>& places = m_stops[m_at].places;
    if (page->model().rowCount() == 0 && places.size() > 1 && needsPage()) {
        places.removeFirst(); // an empty page shows little
        m_window.showPlace(places.first(), m_stops.at(m_at).pageId);
        return;
    }
    if (!m_hasSelected && page->model().rowCount() > 0) {
        // The first row tells less than one that needs a person.
        int row = 0;
        for (int each = 0; each < qMin(200, page->model().rowCount()) && row == 0; ++each) {
            if (page->model().index(each, 0).data(RecordModel::AttentionRole).toInt() > 0)
                row = each;
        }
        if (page->description().id != "fleet")
            page->view().selectRow(row);
        m_hasSelected = true;
        m_settledTurns = 0;
        return;
    }
    if (++m_settledTurns >= settledTurnsWanted && hasPlayed(m_stops.at(m_at).scene.before))
        take();
}

bool ScreenshotTour::needsPage() const
{
    const TourScene& scene = m_stops.at(m_at).scene;
    return scene.before.empty() || (scene.needsRows && m_playedSteps == 0);
}

bool ScreenshotTour::hasPlayed(const std::vector<TourScene::Step>& steps)
{
    if (m_playedSteps == steps.size())
        return true;
    if (steps[m_playedSteps](m_window)) {
        ++m_playedSteps;
        m_settledTurns = 0;
    }
    return false;
}

void ScreenshotTour::take()
{
    const QString file = u"%1-%2.png"_s.arg(int(m_at) + 1, 2, 10, QChar(u'0')).arg(m_stops.at(m_at).name);
    if (QWidget* form = openForm(m_window))
        m_dialog = form;
    const QPixmap picture = m_dialog ? m_dialog->grab() : m_window.grab();
    if (picture.isNull() || !picture.save(m_folder.filePath(file))) {
        fail(tr("the picture could not be written"));
        return;
    }
    m_isTaken = true;
    m_playedSteps = 0;
    leave();
}

void ScreenshotTour::leave()
{
    if (hasPlayed(m_stops.at(m_at).scene.after))
        next();
}

void ScreenshotTour::fail(const QString& why)
{
    m_failures.append(m_stops.at(m_at).name + u": "_s + why);
    next();
}

void ScreenshotTour::next()
{
    m_poll.stop();
    m_deadline.stop();
    if (!m_dialog)
        m_dialog = openForm(m_window); // a scene that failed in its midst
    if (m_dialog)
        m_dialog->close();
    m_dialog = nullptr;
    ++m_at;
    QMetaObject::invokeMethod(this, &ScreenshotTour::visit, Qt::QueuedConnection);
}

} // namespace Telamon
