// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/timemarks.h"

#include "models/series/timebuckets.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace Telamon {

namespace {
using MarkUnit = TimeBuckets::Unit;

struct MarkStep {
    MarkUnit unit;
    int count;
};
constexpr std::array<MarkStep, 25> MarkSteps {{{MarkUnit::Minute, 1}, {MarkUnit::Minute, 5},
    {MarkUnit::Minute, 15}, {MarkUnit::Minute, 30}, {MarkUnit::Minute, 60}, {MarkUnit::Minute, 180},
    {MarkUnit::Minute, 360}, {MarkUnit::Minute, 720}, {MarkUnit::Day, 1}, {MarkUnit::Day, 2},
    {MarkUnit::Day, 7}, {MarkUnit::Month, 1}, {MarkUnit::Month, 3}, {MarkUnit::Month, 6}, {MarkUnit::Year, 1},
    {MarkUnit::Year, 2}, {MarkUnit::Year, 5}, {MarkUnit::Year, 10}, {MarkUnit::Year, 20},
    {MarkUnit::Year, 50}, {MarkUnit::Year, 100}, {MarkUnit::Year, 200}, {MarkUnit::Year, 500},
    {MarkUnit::Year, 1000}, {MarkUnit::Year, 2000}}};

bool isAt(const MarkStep& step, const QDateTime& time)
{
    const int minute = time.time().hour() * 60 + time.time().minute();
    const QDate day = time.date();
    switch (step.unit) {
    case MarkUnit::Minute:
        return minute % step.count == 0;
    case MarkUnit::Day: // of seven, each Monday
        return minute == 0 && (step.count == 7 ? day.dayOfWeek() == 1 : day.toJulianDay() % step.count == 0);
    case MarkUnit::Month:
        return minute == 0 && day.day() == 1 && (day.month() - 1) % step.count == 0;
    case MarkUnit::Year:
        break;
    }
    return minute == 0 && day.dayOfYear() == 1 && day.year() % step.count == 0;
}

std::vector<std::size_t> marksAt(const MarkStep& step, const std::vector<QDateTime>& begins)
{
    std::vector<std::size_t> marks;
    for (std::size_t bucket = 0; bucket < begins.size(); ++bucket) {
        if (isAt(step, begins[bucket]))
            marks.push_back(bucket);
    }
    return marks;
}

std::vector<std::size_t> everyOf(std::size_t buckets, std::size_t least)
{
    std::vector<std::size_t> marks;
    for (std::size_t bucket = 0; bucket < buckets; bucket += least)
        marks.push_back(bucket);
    return marks;
}
} // namespace

std::vector<std::size_t> timeMarks(const TimeBuckets& buckets, std::size_t least, const QTimeZone& zone)
{
    least = std::max<std::size_t>(least, 1);
    std::vector<QDateTime> begins;
    begins.reserve(buckets.size());
    for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket)
        begins.push_back(QDateTime::fromMSecsSinceEpoch(buckets.edges[bucket], zone));
    const bool areWeeks = buckets.unit == MarkUnit::Day && buckets.count == 7;
    for (const MarkStep& step : MarkSteps) {
        if (areWeeks && step.unit > MarkUnit::Day)
            break; // a month seldom begins with a week
        const std::vector<std::size_t> marks = marksAt(step, begins);
        const auto close = std::adjacent_find(marks.cbegin(), marks.cend(),
            [least](std::size_t one, std::size_t next) { return next - one < least; });
        if (close != marks.cend())
            continue;
        // One mark alone does not tell how fast the time goes.
        const bool isEnough = marks.size() > 1 || begins.size() <= least;
        return isEnough && !marks.empty() ? marks : everyOf(begins.size(), least);
    }
    return everyOf(begins.size(), least);
}

} // namespace Telamon
