// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "api/records/plaintext.h"
#include "models/inventory.h"
#include "models/placeaddress.h"
#include "models/session.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageaction.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/palette/palette.h"
#include "ui/palette/paletteentries.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

#include <utility>

// How MainWindow gets to places and operations from anywhere.

using namespace Qt::StringLiterals;

namespace Telamon {

void MainWindow::setOperationOpener(std::function<void(const OperationRequest&)> opener)
{
    m_opener = std::move(opener);
}

void MainWindow::requestOperation(const OperationRequest& request)
{
    Q_EMIT operationRequested(request);
    if (m_opener)
        m_opener(request);
}

Palette* MainWindow::openPalette()
{
    auto* palette = new Palette(paletteEntries(*m_session, m_placeView->place()), this);
    connect(palette, &Palette::placeChosen, this, &MainWindow::goTo);
    connect(palette, &Palette::operationChosen, this, [this](const QString& operationId) {
        requestOperation(requestAt(m_placeView->place(), m_session->catalog().operation(operationId)));
    });
    palette->open();
    return palette;
}

// An address may come from somebody who sees other places.
void MainWindow::goTo(const PlaceAddress& address)
{
    const Place& place = address.place;
    const QStringList projects = m_session->inventory().projectIds(place.organizationId);
    const bool isKnown = place.kind == Place::Kind::Fleet
        || (place.projectId.isEmpty() ? !projects.isEmpty() : projects.contains(place.projectId));
    if (isKnown)
        showPlace(place, address.pageId);
    else
        showNotice(tr("This connection does not see that place."));
}

// What is on the page may be another thing now: when the service has done it, and when it is finished in the
// background.
void MainWindow::followChanges()
{
    const auto reread = [this](const QString& id, bool isEnd) {
        const auto change = m_session->journal()->change(id);
        RecordPage* page = currentPage();
        if (!change || !page || page->isLoading() || page->description().shared || page->description().kept)
            return;
        const bool isDone =
            change->verdict == Change::Verdict::Done || change->verdict == Change::Verdict::AsProposed;
        const bool isFinished =
            change->progress == Change::Progress::Finished || change->progress == Change::Progress::Failed;
        const QJsonObject use = change->arguments.value("parameters"_L1).toObject();
        const QString project = use.value("groupId"_L1).toString();
        const bool isHere =
            project.isEmpty() || page->place().projectId.isEmpty() || project == page->place().projectId;
        if (isHere && (isEnd ? isDone : isFinished))
            page->refresh();
    };
    const ChangeRunner* changes = m_session->changes();
    connect(changes, &ChangeRunner::ended, this, [reread](const QString& id) { reread(id, true); });
    connect(changes, &ChangeRunner::changed, this, [reread](const QString& id) { reread(id, false); });
}

void MainWindow::copyAddress()
{
    const QString address = PlaceAddress {m_placeView->place(), m_placeView->pageId()}.toText();
    QApplication::clipboard()->setText(address);
    showNotice(tr("Copied: %1").arg(visibleText(address)));
}

void MainWindow::exportTable()
{
    auto* dialog = new QFileDialog(this, tr("Export table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QString::fromLatin1(m_placeView->pageId()));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(
            filter.contains(QLatin1StringView("json")) ? QStringLiteral("json") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        RecordPage* page = currentPage();
        if (const QString wrong = page ? page->exportTo(file) : QString(); !wrong.isEmpty())
            showNotice(wrong);
        else
            showNotice(tr("Written: %1").arg(file));
    });
    dialog->open();
}

} // namespace Telamon
