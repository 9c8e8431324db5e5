// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/exportchoice.h"

#include <QByteArray>
#include <QWidget>

class QProgressBar;

namespace Telamon {

class MessageBar;
class RecordExport;
class RecordModel;

// The export of one page's table, one at a time: how far it is, how to stop it, and how it ended. Not shown
// where there is nothing to say.
class ExportBar : public QWidget {
    Q_OBJECT
public:
    explicit ExportBar(QWidget* parent = nullptr);

    // `secrets`: as RecordExport takes them. Nothing may be running.
    void start(const RecordModel& model, const ExportChoice& choice, const QList<QByteArray>& secrets);
    bool isRunning() const;
    QString text() const; // what it says; empty: nothing

Q_SIGNALS:
    void ended(const QString& sentence);

private:
    void act();
    void showProgress(qint64 rows, qint64 total);
    void finish();

    MessageBar* m_message;
    QProgressBar* m_progress;
    RecordExport* m_export = nullptr;
};

} // namespace Telamon
