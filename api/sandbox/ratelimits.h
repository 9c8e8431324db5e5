// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>

namespace Telamon::Sandbox {

// Requests left in the running window, per endpoint set. One set's use does not touch another's.
class RateLimits {
public:
    struct Standing {
        int limit = 0;
        int remaining = 0;
        bool isExceeded = false;
        int retryAfter = 0; // seconds until the window ends, at least 1
    };

    explicit RateLimits(int windowMsecs);
    Standing use(const QByteArray& endpointSet, int limit);

private:
    struct Window {
        qint64 startedAt = 0;
        int used = 0;
    };
    int m_windowMsecs;
    QHash<QByteArray, Window> m_windows;
    QElapsedTimer m_clock;
};

} // namespace Telamon::Sandbox
