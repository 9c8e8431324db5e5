// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/lanescale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Telamon {

namespace {
constexpr qint64 OneHour = 3'600'000;
constexpr qint64 OneDay = 24 * OneHour;
constexpr double Unbent = 12.0 * OneHour; // up to this age lengths are about as times are
constexpr std::array<qint64, 15> RoundAges {3650 * OneDay, 1825 * OneDay, 730 * OneDay, 365 * OneDay,
    183 * OneDay, 92 * OneDay, 30 * OneDay, 14 * OneDay, 7 * OneDay, 3 * OneDay, 2 * OneDay, OneDay,
    12 * OneHour, 6 * OneHour, OneHour};
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
