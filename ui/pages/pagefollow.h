// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

class QComboBox;

namespace Telamon {

class HttpClient;
class RecordPage;

// Reads a page again and again while it is in sight: every 10 seconds to every 15 minutes, as a person
// chooses in the page's filter bar; less often while the service says that few requests are left.
class PageFollow : public QObject {
    Q_OBJECT
public:
    // Page and client outlive it.
    PageFollow(RecordPage& page, const HttpClient& client);

    void setInterval(std::chrono::seconds interval); // zero: not at all
    std::chrono::seconds interval() const { return m_interval; }
    // What is waited between the end of a reading and the next one: the interval, or more.
    std::chrono::milliseconds pause() const;
    bool isWaiting() const { return m_timer.isActive(); }
    void showChoices();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void intervalChanged();

private:
    void wait();
    void readAgain();
    void updateHint();

    RecordPage& m_page;
    const HttpClient& m_client;
    QComboBox* m_choices;
    QTimer m_timer;
    QElapsedTimer m_sinceRead;
    std::chrono::seconds m_interval {0};
};

} // namespace Telamon
