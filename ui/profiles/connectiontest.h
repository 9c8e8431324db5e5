// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace Telamon {

class Catalog;
class ConnectionCheck;
class RequestLog;

// Runs one connection check at a time and shows that it runs, then what came of it.
class ConnectionTest : public QWidget {
    Q_OBJECT
public:
    ConnectionTest(const Catalog& catalog, RequestLog& log, QWidget* parent);
    ~ConnectionTest() override;

    void start(const Profile& profile, const QByteArray& secret);
    void showWaiting(const QString& sentence); // something else has to come first
    void showFailure(const QString& sentence);
    void clear(); // ends a check under way
    bool isRunning() const;
    QString text() const;

Q_SIGNALS:
    void runningChanged();

private:
    void showVerdict();
    void show(const QString& sentence, const QIcon& icon);

    const Catalog& m_catalog;
    RequestLog& m_log;
    QPointer<ConnectionCheck> m_check;
    bool m_isWaiting = false;
    QProgressBar* m_busy;
    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace Telamon
