// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/exportfile.h"

#include "models/export/recordtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace Telamon {

namespace {

constexpr qsizetype ChunkSize = 256 * 1024; // bytes
constexpr std::size_t RowsBetween = 256; // two reports of progress

ExportOutcome failure(const QString& why)
{
    return {ExportOutcome::End::Failed, 0, why};
}

} // namespace

ExportOutcome writeExport(const RecordText& text, const QString& file, const std::atomic<bool>& isStopped,
    const std::function<void(qint64 rows)>& progressed)
{
    // To replace a folder, a device or a pipe is nobody's wish.
    if (const QFileInfo old(file); old.exists() && !old.isFile())
        return failure(QCoreApplication::translate("Export", "That is not a file."));
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return failure(target.errorString());
    QByteArray chunk = text.begin();
    const auto isWritten = [&target, &chunk] {
        const bool isComplete = target.write(chunk) == chunk.size();
        chunk.clear();
        return isComplete;
    };
    const std::size_t rows = text.rowCount();
    for (std::size_t row = 0; row < rows; ++row) {
        if (isStopped)
            return {ExportOutcome::End::Stopped, 0, {}}; // the unfinished file goes with its object
        chunk += text.row(row);
        if (chunk.size() >= ChunkSize && !isWritten())
            return failure(target.errorString());
        if (row % RowsBetween == 0)
            progressed(qint64(row));
    }
    chunk += text.end();
    // commit() does not look at what the last buffer met on its way to the disk.
    if (!isWritten() || !target.flush())
        return failure(target.errorString());
    if (isStopped)
        return {ExportOutcome::End::Stopped, 0, {}};
    if (!target.commit())
        return failure(target.errorString());
    progressed(qint64(rows));
    return {ExportOutcome::End::Written, qint64(rows), {}};
}

} // namespace Telamon
