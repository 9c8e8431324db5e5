// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/journal/change.h"
#include "api/journal/ownerlock.h"
#include "api/result.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

class QSqlQuery;

namespace Telamon {

// The durable list of changes: one SQLite file, readable by its owner only, shared by every process of the
// person. It keeps all of them. Each open journal is an owner of changes, whose end other processes notice.
class Journal : public QObject {
    Q_OBJECT
public:
    struct Filter {
        int limit = 200; // the newest
        qint64 before = 0; // only smaller numbers, to read on; 0: from the newest
        QString profileId {}; // empty: any
        QList<Change::Verdict> verdicts {}; // empty: any
        QList<Change::Progress> progresses {}; // empty: any
    };
    static constexpr std::chrono::milliseconds usualBusyTimeout {3000};

    // Makes file and folder where they are not there. The error is one sentence.
    static Result<std::unique_ptr<Journal>, QString> open(
        const QString& file, std::chrono::milliseconds busyTimeout = usualBusyTimeout);
    ~Journal() override;

    // Durable when it returns. The sentence says what went wrong; empty: nothing. add() gives the number and
    // the owner.
    QString add(Change& change);
    // What cannot be written is shown by this process all the same, and written as soon as that works.
    QString update(const Change& change);

    QList<Change> changes(const Filter& filter) const; // newest first
    QList<Change> changes() const { return changes(Filter()); }
    std::optional<Change> change(const QString& id) const;

    // Makes the change this journal's: false while another owner lives, or where another was faster.
    bool adopt(const QString& id);
    bool mayAdopt(const Change& change) const; // it is this journal's, or its owner has ended
    // The changes that are "sent" of owners that ended, taken over and made unknown. At the start.
    QList<Change> takeOverSent();

    const QString& owner() const { return m_owner; }
    const QString& file() const { return m_file; }

Q_SIGNALS:
    void changeAdded(const QString& id);
    void changeUpdated(const QString& id);
    void changedElsewhere(); // another process has written: read again

private:
    Journal(QString file, QString owner);
    QString write(const Change& change, QSqlQuery& query) const;
    void writeUnsaved();
    qint64 dataVersion() const;
    void lookElsewhere();
    QSqlQuery query() const;
    static Change changeOf(const QSqlQuery& row);

    QString m_file;
    QString m_owner; // a UUID, also the name of the connection
    std::unique_ptr<OwnerLock> m_lock;
    QMap<QString, Change> m_unsaved;
    QTimer m_elsewhere;
    qint64 m_dataVersion = 0;
};

} // namespace Telamon
