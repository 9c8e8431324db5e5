// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Telamon {

// Where a time lies between the oldest and the newest, by its age: the older, the closer together. What is
// kept for hours, for weeks and for years has room beside each other. Times in milliseconds since the epoch.
class LaneScale {
public:
    LaneScale(qint64 first, qint64 last, qint64 now);

    // From 0, the oldest, to 1; what is all at one time is in the middle.
    double shareOf(qint64 time) const;
    // Both ends, and the times of round ages between them; ascending.
    const std::vector<qint64>& marks() const { return m_marks; }

private:
    double stretched(qint64 time) const; // how old, as a length

    qint64 m_now;
    double m_oldest;
    double m_newest;
    std::vector<qint64> m_marks;
};

} // namespace Telamon
