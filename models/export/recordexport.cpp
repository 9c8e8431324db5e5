// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/recordexport.h"

#include "api/records/recordsnapshot.h"
#include "models/export/recordtext.h"
#include "models/recordmodel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocale>
#include <QPromise>
#include <QtConcurrentRun>
#include <QThreadPool>

#include <utility>

namespace Telamon {

namespace {

// What one turn of the event loop may spend on copying.
constexpr qint64 CopyBudget = 4; // milliseconds
// A table that keeps changing is copied in one go in the end.
constexpr int MostBeginnings = 20;

// The thread pool has one thread more while a file is written: answers are parsed there too.
class LentThread {
public:
    LentThread() { QThreadPool::globalInstance()->releaseThread(); }
    ~LentThread() { QThreadPool::globalInstance()->reserveThread(); }
    Q_DISABLE_COPY_MOVE(LentThread)
};

} // namespace

RecordExport::RecordExport(
    const RecordModel& model, ExportChoice choice, const QList<QByteArray>& secrets, QObject* parent)
    : QObject(parent),
      m_model(&model),
      m_choice(std::move(choice)),
      m_secrets(secrets),
      m_isStopped(std::make_shared<std::atomic<bool>>(false))
{
    if (m_choice.format == ExportChoice::Format::Json)
        m_choice.columns.clear(); // its records are whole
    m_sliceTimer.setSingleShot(true);
    connect(&m_sliceTimer, &QTimer::timeout, this, &RecordExport::copySlice);
    connect(&m_writing, &QFutureWatcherBase::progressValueChanged, this,
        [this](int rows) { Q_EMIT progressed(rows, m_total); });
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] { finish(m_writing.result()); });
}

RecordExport::~RecordExport()
{
    *m_isStopped = true;
}

void RecordExport::start()
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_sliceTimer.start(0);
}

void RecordExport::stop()
{
    *m_isStopped = true;
}

void RecordExport::copySlice()
{
    if (*m_isStopped) {
        finish({ExportOutcome::End::Stopped, 0, {}});
        return;
    }
    if (!m_model) {
        finish({ExportOutcome::End::Failed, 0, tr("The table is gone.")});
        return;
    }
    QElapsedTimer clock;
    clock.start();
    const bool isLastTry = m_beginnings >= MostBeginnings;
    do {
        if (!m_snapshot || !m_model->continueSnapshot(*m_snapshot)) {
            m_snapshot = m_model->beginSnapshot(m_choice.ofAllRows, m_choice.columns);
            ++m_beginnings;
        }
    } while (!m_snapshot->isWhole() && (isLastTry || clock.elapsed() < CopyBudget));
    if (m_snapshot->isWhole())
        write();
    else
        m_sliceTimer.start(0);
}

void RecordExport::write()
{
    m_total = qint64(m_snapshot->size());
    Q_EMIT progressed(0, m_total);
    QStringList titles;
    for (const int column : std::as_const(m_choice.columns))
        titles.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    // The thread has the last copy, so that it also frees it.
    auto text = std::make_shared<const RecordText>(
        std::exchange(m_snapshot, {}), m_choice.format, titles, m_model->masks(), m_secrets);
    m_writing.setFuture(
        QtConcurrent::run([words = std::move(text), file = m_choice.file, isStopped = m_isStopped,
                              total = m_total](QPromise<ExportOutcome>& promise) {
            const LentThread lent;
            promise.setProgressRange(0, int(total));
            promise.addResult(writeExport(
                *words, file, *isStopped, [&promise](qint64 rows) { promise.setProgressValue(int(rows)); }));
        }));
}

void RecordExport::finish(const ExportOutcome& outcome)
{
    m_outcome = outcome;
    m_isRunning = false;
    m_snapshot.reset();
    Q_EMIT finished();
}

QString RecordExport::sentence() const
{
    const QString file = QDir::toNativeSeparators(m_choice.file);
    switch (m_outcome.end) {
    case ExportOutcome::End::Written:
        return tr("Rows written to %1: %2").arg(file, QLocale().toString(m_outcome.rows));
    case ExportOutcome::End::Stopped:
        return tr("Stopped. Nothing was written to %1.").arg(file);
    case ExportOutcome::End::Failed:
        break;
    }
    return tr("Nothing was written to %1: %2").arg(file, m_outcome.why);
}

} // namespace Telamon
