// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/lanescale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Telamon {

namespace {
constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;
constexpr double Unbent = 12.0 * Hour; // up to this age lengths are about as times are
constexpr std::array<qint64, 15> RoundAges {3650 * Day, 1825 * Day, 730 * Day, 365 * Day, 183 * Day, 92 * Day,
    30 * Day, 14 * Day, 7 * Day, 3 * Day, 2 * Day, Day, 12 * Hour, 6 * Hour, Hour};
} // namespace

LaneScale::LaneScale(qint64 first, qint64 last, qint64 now)
    : m_now(now), m_oldest(stretched(first)), m_newest(stretched(last)), m_marks {first}
{
    for (const qint64 age : RoundAges) {
        if (now - age > first && now - age < last)
            m_marks.push_back(now - age);
    }
    if (last > first)
        m_marks.push_back(last);
}

double LaneScale::stretched(qint64 time) const
{
    // A clock that is ahead of this one tells of what is just now.
    return std::log1p(static_cast<double>(std::max<qint64>(m_now - time, 0)) / Unbent);
}

double LaneScale::shareOf(qint64 time) const
{
    if (m_oldest <= m_newest)
        return 0.5;
    return std::clamp((m_oldest - stretched(time)) / (m_oldest - m_newest), 0.0, 1.0);
}

} // namespace Telamon
