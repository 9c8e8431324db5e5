// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/authenticator.h"
#include "api/catalog/catalog.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "api/records/plaintext.h"
#include "models/enumwords.h"
#include "models/inventory.h"
#include "models/placeaddress.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/export/exportbar.h"
#include "ui/export/exportdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/palette/palette.h"
#include "ui/palette/paletteentries.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <memory>
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
    auto* palette = new Palette(paletteEntries(*m_session, m_placeView->place()), palettePages(), this);
    connect(palette, &Palette::placeChosen, this, &MainWindow::goTo);
    connect(palette, &Palette::operationChosen, this, [this](const QString& operationId) {
        requestOperation(currentPage()->requestOf(m_session->catalog().operation(operationId)));
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
        enterPlace(place, address.pageId);
    else
        showNotice(tr("This connection does not see that place."));
}

// What is on the page may be another thing now: when the service has done it, and with each step that it
// takes in the background. How that ends is said wherever the person is by then.
void MainWindow::followChanges()
{
    using Progress = std::pair<Change::Progress, QString>;
    const auto known = std::make_shared<QHash<QString, Progress>>();
    const auto reread = [this, known](const QString& id, bool isEnd) {
        const auto change = m_session && m_placeView ? m_session->journal()->change(id) : std::nullopt;
        if (!change)
            return;
        const bool isDone =
            change->verdict == Change::Verdict::Done || change->verdict == Change::Verdict::AsProposed;
        const Progress progress(change->progress, change->progressText);
        const bool isStep = !isEnd && change->progress != Change::Progress::None
            && std::exchange((*known)[id], progress) != progress;
        const bool isFinished = isStep && change->progress == Change::Progress::Finished;
        const bool isFailed = isStep && change->progress == Change::Progress::Failed;
        if (isFinished)
            showNotice(tr("Finished: %1").arg(change->title));
        else if (isFailed)
            showNotice(tr("Failed: %1. %2").arg(change->title, enumWords(change->progressText)));
        // To read all projects for each step would be too much.
        const QJsonObject use = change->arguments.value("parameters"_L1).toObject();
        const QString project = use.value("groupId"_L1).toString();
        const bool isStepHere = isStep && project == m_placeView->place().projectId;
        if (isEnd ? isDone : (isStepHere || isFinished || isFailed))
            m_placeView->readAgain(project);
    };
    const ChangeRunner* changes = m_session->changes();
    connect(changes, &ChangeRunner::ended, this, [reread](const QString& id) { reread(id, true); });
    connect(changes, &ChangeRunner::changed, this, [reread](const QString& id) { reread(id, false); });
    connect(changes, &ChangeRunner::moved, this, [this](const QString& id) { // no step, and seen on its page
        const auto change = m_session && m_placeView ? m_session->journal()->change(id) : std::nullopt;
        const QJsonObject use = change ? change->arguments.value("parameters"_L1).toObject() : QJsonObject();
        const QString project = use.value("groupId"_L1).toString();
        if (!project.isEmpty() && project == m_placeView->place().projectId)
            m_placeView->readAgain(project);
    });
}

void MainWindow::copyAddress()
{
    const QString address = PlaceAddress {m_placeView->place(), m_placeView->pageId()}.toText();
    QApplication::clipboard()->setText(address);
    showNotice(tr("Copied: %1").arg(visibleText(address)));
}

void MainWindow::exportTable()
{
    RecordPage* page = currentPage();
    if (page->exportBar().isRunning()) {
        showNotice(tr("This table is already being written to a file."));
        return;
    }
    const RecordModel& model = page->model();
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = m_settings.value("export/folder"_L1, home).toString();
    auto* dialog = new ExportDialog(
        {.shownRows = model.rowCount(),
            .allRows = model.totalCount(),
            .shownColumns = page->view().shownColumns(),
            .columnCount = model.columnCount(),
            .hasManySources = model.layout().sources.size() != 1,
            .folder = QFileInfo(folder).isDir() ? folder : QDir::homePath(),
            .name = QString::fromLatin1(page->description().id),
            .format = ExportChoice::Format(std::clamp(
                m_settings.value("export/format"_L1).toInt(), 0, int(ExportChoice::Format::Markdown)))},
        this);
    connect(&page->exportBar(), &ExportBar::ended, this, &MainWindow::showNotice, Qt::UniqueConnection);
    // The page may be gone when the choice is made.
    connect(dialog, &ExportDialog::chosen, page, [this, page](const ExportChoice& choice) {
        m_settings.setValue("export/folder"_L1, QFileInfo(choice.file).absolutePath());
        m_settings.setValue("export/format"_L1, int(choice.format));
        page->exportBar().start(page->model(), choice, m_session->client().authenticator().secrets());
    });
    connect(page, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace Telamon
