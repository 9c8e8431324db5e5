// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Telamon {

// Where a run of the program keeps what goes with it. Removed at its end; a lock file in it says that the run
// goes on, so that a later one can tell what a run has left that was killed.
class SandboxFolder {
public:
    SandboxFolder();

    QString path() const { return m_folder.path(); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

    // Removes what killed runs of this person have left beside this folder. What has no lock file, or one
    // that may be held, stays. Returns what should be gone and cannot be removed.
    QStringList removeStale() const;

private:
    QTemporaryDir m_folder;
    QLockFile m_lock; // let go before the folder is removed
};

} // namespace Telamon
