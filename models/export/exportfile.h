// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <functional>

namespace Telamon {

class RecordText;

// How an export ended.
struct ExportOutcome {
    enum class End { Written, Stopped, Failed };

    End end = End::Failed;
    qint64 rows = 0; // that were written
    QString why; // it failed: a sentence, or what the system says
};

// Writes whole or not at all: until the last byte is on the disk, a file that was there stays as it was. For
// any thread; looks at `isStopped` at each row.
ExportOutcome writeExport(const RecordText& text, const QString& file, const std::atomic<bool>& isStopped,
    const std::function<void(qint64 rows)>& progressed);

} // namespace Telamon
