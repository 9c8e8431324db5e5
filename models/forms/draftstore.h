// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace Telamon {

struct Operation;

// Unsent input, kept over the end of the program: one file (0600) for each profile, operation, place and
// purpose.
class DraftStore {
    Q_DECLARE_TR_FUNCTIONS(DraftStore)

public:
    explicit DraftStore(const QString& folder);

    QString save(const QString& key, const QJsonObject& draft); // what went wrong, or empty
    QJsonObject load(const QString& key) const; // empty where there is none
    void remove(const QString& key);

    static QString keyOf(const QString& profileId, const Operation& operation,
        const QMap<QString, QJsonValue>& fixed,
        const QJsonObject& start = {}); // what the form was opened for

private:
    QString fileOf(const QString& key) const;

    QString m_folder;
};

} // namespace Telamon
