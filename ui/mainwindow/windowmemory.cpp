// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"
#include "models/session.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/placeview.h"

#include <QScreen>
#include <QSettings>

#include <algorithm>

// What MainWindow remembers from one start to the next.

using namespace Qt::StringLiterals;

namespace Telamon {

QString MainWindow::placeKey() const
{
    return "place/"_L1 + m_session->profile().id;
}

// Where this connection was left, else where its profile says to begin; when the inventory says that it is
// still there, and nobody has gone elsewhere meanwhile.
void MainWindow::restorePlace()
{
    const Profile& profile = m_session->profile();
    const QStringList saved = m_settings.value(placeKey()).toStringList();
    constexpr int parts = 5;
    Place place {Place::Kind::Fleet, profile.organizationId, profile.projectId, {}};
    QByteArray pageId;
    if (saved.size() == parts) {
        const int kind = std::clamp(saved.at(0).toInt(), 0, int(Place::Kind::FlexCluster));
        place = {Place::Kind(kind), saved.at(1), saved.at(2), saved.at(3)};
        pageId = saved.at(4).toLatin1();
    } else if (!place.projectId.isEmpty()) {
        place.kind = Place::Kind::Project;
    } else if (!place.organizationId.isEmpty()) {
        place.kind = Place::Kind::Organization;
    }
    const auto goThere = [this, place, pageId] {
        const QStringList projects = m_session->inventory().projectIds(place.organizationId);
        const bool isThere =
            place.projectId.isEmpty() ? !projects.isEmpty() : projects.contains(place.projectId);
        if (isThere && !m_history.canGoBack())
            showPlace(place, pageId);
    };
    connect(&m_session->inventory(), &Inventory::finished, this, goThere, Qt::SingleShotConnection);
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.value("window/geometry"_L1).toByteArray()))
        resize(fontMetrics().averageCharWidth() * 170, fontMetrics().height() * 46);
    // A large font or another screen than last time: never larger than what there is.
    resize(size().boundedTo(screen()->availableSize()));
    restoreState(m_settings.value("window/state"_L1).toByteArray());
}

void MainWindow::save()
{
    m_settings.setValue("window/geometry"_L1, saveGeometry());
    m_settings.setValue("window/state"_L1, saveState());
    if (m_session) {
        const Place& place = m_placeView->place();
        m_settings.setValue(placeKey(),
            QStringList {QString::number(int(place.kind)), place.organizationId, place.projectId,
                place.clusterName, QString::fromLatin1(m_placeView->pageId())});
    }
}

} // namespace Telamon
