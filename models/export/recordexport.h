// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/exportchoice.h"
#include "models/export/exportfile.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace Telamon {

class RecordModel;
class RecordSnapshot;

// Writes a table to a file: copies it in slices of a few milliseconds, then lets another thread put it into
// words and onto the disk. Owned by who asked; when it goes, the file stays as it was unless it is just being
// replaced.
class RecordExport : public QObject {
    Q_OBJECT
public:
    // `secrets`: texts that must not be seen anywhere, the connection's own.
    RecordExport(const RecordModel& model, ExportChoice choice, const QList<QByteArray>& secrets,
        QObject* parent = nullptr);
    ~RecordExport() override;

    void start();
    void stop(); // finished() follows
    bool isRunning() const { return m_isRunning; }
    const ExportChoice& choice() const { return m_choice; }

    // After finished().
    const ExportOutcome& outcome() const { return m_outcome; }
    QString sentence() const; // how many rows went where, or why not

Q_SIGNALS:
    void progressed(qint64 rows, qint64 total);
    void finished();

private:
    void copySlice();
    void write();
    void finish(const ExportOutcome& outcome);

    QPointer<const RecordModel> m_model;
    ExportChoice m_choice;
    QList<QByteArray> m_secrets;
    std::shared_ptr<RecordSnapshot> m_snapshot;
    int m_beginnings = 0; // of the copy
    QTimer m_sliceTimer;
    std::shared_ptr<std::atomic<bool>> m_isStopped;
    QFutureWatcher<ExportOutcome> m_writing;
    qint64 m_total = 0;
    ExportOutcome m_outcome;
    bool m_isRunning = false;
};

} // namespace Telamon
