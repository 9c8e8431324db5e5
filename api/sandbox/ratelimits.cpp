// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/ratelimits.h"

#include <algorithm>

namespace Telamon::Sandbox {

RateLimits::RateLimits(int windowMsecs) : m_windowMsecs(windowMsecs)
{
    m_clock.start();
}

RateLimits::Standing RateLimits::use(const QByteArray& endpointSet, int limit)
{
    const qint64 now = m_clock.elapsed();
    Window& window = m_windows[endpointSet];
    if (window.used == 0 || now - window.startedAt >= m_windowMsecs)
        window = {now, 0};
    const bool isExceeded = window.used >= limit;
    window.used = std::min(window.used + 1, limit);
    const qint64 left = window.startedAt + m_windowMsecs - now;
    return {limit, limit - window.used, isExceeded, int(std::max<qint64>(1, (left + 999) / 1000))};
}

} // namespace Telamon::Sandbox
