// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace Telamon {

// That an owner of changes lives: a lock that the operating system lets go when its process ends, however it
// ends. It is one of SQLite's, on an empty database of the owner's own: the same kind of lock that the
// journal relies on, on every platform, between processes and within one.
class OwnerLock {
public:
    // Made and held until destroyed. Null where it cannot be: the sentence says why.
    static std::unique_ptr<OwnerLock> take(const QString& folder, const QString& owner, QString* sentence);

    ~OwnerLock();

    // Whether somebody holds it. What a dead owner has left is removed.
    static bool isHeld(const QString& folder, const QString& owner);

private:
    Q_DISABLE_COPY_MOVE(OwnerLock)
    OwnerLock(QString file, QString connection);

    QString m_file;
    QString m_connection;
};

} // namespace Telamon
