// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

class QTimeZone;

namespace Telamon {

// A span of time cut into pieces that a person counts in: minutes, hours, days, weeks, months, years. The
// pieces begin where clock and calendar of a time zone have them begin.
struct TimeBuckets {
    enum class Unit { Minute, Day, Month, Year };
    static constexpr std::size_t Most = 400;

    Unit unit = Unit::Minute;
    int count = 1; // of units in a bucket
    std::vector<qint64> edges; // milliseconds since the epoch; one more than there are buckets

    std::size_t size() const { return edges.empty() ? 0 : edges.size() - 1; }
    std::size_t bucketOf(qint64 time) const; // of a time between the edges

    // About 150 buckets at most; with `byDay` none is shorter than a day, and more are allowed, but never
    // more than Most. Both times lie between earliest() and latest().
    static TimeBuckets over(qint64 first, qint64 last, const QTimeZone& zone, bool byDay);
    static qint64 earliest(); // the years that a date can be written in
    static qint64 latest();
};

} // namespace Telamon
