// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportbar.h"

#include "models/export/recordexport.h"
#include "ui/widgets/messagebar.h"

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Telamon {

ExportBar::ExportBar(QWidget* parent)
    : QWidget(parent), m_message(new MessageBar(this)), m_progress(new QProgressBar(this))
{
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 4);
    m_progress->setAccessibleName(tr("Export"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    connect(m_message, &MessageBar::actionTriggered, this, &ExportBar::act);
    hide();
}

void ExportBar::start(const RecordModel& model, const ExportChoice& choice, const QList<QByteArray>& secrets)
{
    Q_ASSERT(!isRunning());
    m_export = new RecordExport(model, choice, secrets, this);
    connect(m_export, &RecordExport::progressed, this, &ExportBar::showProgress);
    connect(m_export, &RecordExport::finished, this, &ExportBar::finish);
    m_progress->setRange(0, 0);
    m_message->showMessage(MessageBar::Kind::Notice, tr("Exporting…"), tr("Stop the export"));
    m_progress->show();
    show();
    m_export->start();
}

bool ExportBar::isRunning() const
{
    return m_export != nullptr;
}

QString ExportBar::text() const
{
    return isHidden() ? QString() : m_message->text();
}

void ExportBar::act()
{
    if (m_export)
        m_export->stop();
    else
        hide();
}

void ExportBar::showProgress(qint64 rows, qint64 total)
{
    // In thousandths: a progress bar counts in int.
    constexpr int Whole = 1000;
    m_progress->setRange(0, Whole);
    m_progress->setValue(int(rows * Whole / std::max(total, qint64(1))));
    const QLocale locale;
    m_message->showMessage(MessageBar::Kind::Notice,
        tr("Exporting: %1 of %2 rows").arg(locale.toString(rows), locale.toString(total)),
        tr("Stop the export"));
}

void ExportBar::finish()
{
    RecordExport* ended = std::exchange(m_export, nullptr);
    ended->deleteLater();
    m_progress->hide();
    const bool hasFailed = ended->outcome().end == ExportOutcome::End::Failed;
    m_message->showMessage(
        hasFailed ? MessageBar::Kind::Failure : MessageBar::Kind::Notice, ended->sentence(), tr("Hide"));
    Q_EMIT this->ended(ended->sentence());
}

} // namespace Telamon
