// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Telamon {

// That an owner of changes lives: a lock that the operating system lets go when its process ends, however it
// ends. It is one of SQLite's, on an empty database of the owner's own: the same kind of lock that the
// journal relies on, on every platform, between processes and within one.
class OwnerLock {
public:
    // Made and held until destroyed. Nothing where it cannot be: the sentence says why.
    static std::optional<OwnerLock> take(const QString& folder, const QString& owner, QString* sentence);

    OwnerLock(OwnerLock&& other) noexcept;
    OwnerLock& operator=(OwnerLock&&) = delete;
    ~OwnerLock();

    // Whether somebody holds it. What a dead owner has left is removed.
    static bool isHeld(const QString& folder, const QString& owner);

private:
    OwnerLock(QString file, QString connection);

    QString m_file; // empty: moved away
    QString m_connection;
};

} // namespace Telamon
