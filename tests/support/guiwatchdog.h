// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>

namespace Telamon {

// Measures the GUI thread's own time between two turns of the event loop: processor time of this thread, so
// that a busy machine does not look like a slow program. The longest turn may take 50 ms in a release build.
class GuiWatchdog : public QObject {
public:
    explicit GuiWatchdog(QObject* parent = nullptr);

    std::chrono::milliseconds longestTurn() const { return m_longest; }
    void restart() { m_longest = {}; }
    // 50 ms, five times that where sanitizers or missing optimisation slow everything down.
    static std::chrono::milliseconds limit();
    void failIfSlow() const; // the test of the moment, where a turn was longer

private:
    static std::chrono::nanoseconds threadTime();

    std::chrono::nanoseconds m_awakeAt {0};
    std::chrono::milliseconds m_longest {0};
    bool m_isAwake = false;
};

} // namespace Telamon
