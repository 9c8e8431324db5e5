// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"
#include "api/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace Telamon {

// The saved profiles, as JSON in one file, 0600, without secrets. Several processes may use it at once.
class ProfileStore : public QObject {
    Q_OBJECT
public:
    explicit ProfileStore(const QString& file, QObject* parent = nullptr);

    QString load(); // what was wrong with the file, in one sentence; empty: nothing
    const QList<Profile>& profiles() const { return m_profiles; }
    std::optional<Profile> find(const QString& id) const;
    std::optional<Profile> lastUsed() const;
    QDateTime lastUsedAt(const QString& id) const; // invalid: never

    // Each returns what went wrong, in one sentence; empty: saved.
    QString save(const Profile& profile); // adds or replaces by id
    QString remove(const QString& id);
    QString noteUsed(const QString& id);

Q_SIGNALS:
    void profilesChanged();

private:
    QString change(const std::function<void()>& apply);

    QString m_file;
    QList<Profile> m_profiles;
    QHash<QString, QDateTime> m_used;
};

} // namespace Telamon
