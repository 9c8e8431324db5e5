// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace Telamon {

// The saved profiles, as JSON in one file, 0600, without secrets. Several processes may use it at once.
class ProfileStore : public QObject {
    Q_OBJECT
public:
    // How long another process may hold the file before a change is given up.
    explicit ProfileStore(const QString& file, QObject* parent = nullptr,
        std::chrono::milliseconds lockLimit = std::chrono::milliseconds(2000));
    static QString defaultFile();

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
    struct Entry {
        Profile profile;
        QDateTime usedAt;
        QJsonObject json; // as it was read: what a newer version wrote in it is kept
    };
    struct Reading {
        QList<Entry> entries;
        QJsonObject document;
        QString broken; // what is wrong with the file's content: it is kept before it is replaced
        QString unusable; // why there is a file that cannot be read at all: it is not replaced
    };
    Reading readFile() const;
    QString putAside() const;
    QString change(const std::function<void(QList<Entry>&)>& edit, QString* keptAs = nullptr);
    QString write(const Reading& reading) const;
    void adopt(const QList<Entry>& entries);
    const Entry* entry(const QString& id) const;

    QString m_file;
    std::chrono::milliseconds m_lockLimit;
    QList<Entry> m_entries;
    QList<Profile> m_profiles;
};

} // namespace Telamon
