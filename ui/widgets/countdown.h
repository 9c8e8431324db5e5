// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Telamon {

// Tells every second how many are left of a pause. Owned by what says it.
class Countdown : public QObject {
    Q_OBJECT
public:
    using Say = std::function<void(qint64 seconds)>;

    explicit Countdown(QObject* parent = nullptr);

    void start(std::chrono::milliseconds pause, Say say); // says at once, each second, and a last time 0
    void stop();

private:
    void tell();

    QDeadlineTimer m_end;
    QTimer m_next;
    Say m_say;
};

} // namespace Telamon
