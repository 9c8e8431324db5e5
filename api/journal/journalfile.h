// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace Telamon {

// The file of a journal: a SQLite database that nobody sees half made.
class JournalFile {
public:
    // Makes file and folder, for their owner only, where they are not there. What went wrong, or empty.
    static QString make(const QString& file);
    // Opens it under the name of a connection: write-ahead log, every write durable.
    static QString connect(
        const QString& file, const QString& connection, std::chrono::milliseconds busyTimeout);
};

} // namespace Telamon
