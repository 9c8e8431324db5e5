// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/timebuckets.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace Telamon {

namespace {
using Unit = TimeBuckets::Unit;

constexpr qint64 Minute = 60'000;
constexpr qint64 Day = 1440 * Minute;
constexpr std::size_t MostByDay = 366;
constexpr std::size_t MostUsually = 150; // so that a bar is more than a line

struct Step {
    Unit unit;
    int count;
};
constexpr std::array<Step, 19> Steps {{{Unit::Minute, 1}, {Unit::Minute, 5}, {Unit::Minute, 15},
    {Unit::Minute, 30}, {Unit::Minute, 60}, {Unit::Minute, 180}, {Unit::Minute, 360}, {Unit::Minute, 720},
    {Unit::Day, 1}, {Unit::Day, 7}, {Unit::Month, 1}, {Unit::Month, 3}, {Unit::Year, 1}, {Unit::Year, 2},
    {Unit::Year, 5}, {Unit::Year, 10}, {Unit::Year, 25}, {Unit::Year, 50}, {Unit::Year, 100}}};

qint64 lengthOf(const Step& step)
{
    switch (step.unit) {
    case Unit::Minute:
        return step.count * Minute;
    case Unit::Day:
        return step.count * Day;
    case Unit::Month:
        return step.count * 28 * Day;
    case Unit::Year:
        break;
    }
    return step.count * 365 * Day;
}

Step stepFor(qint64 span, bool byDay)
{
    const auto most = static_cast<qint64>(byDay ? MostByDay : MostUsually);
    for (const Step& step : Steps) {
        if ((!byDay || step.unit != Unit::Minute) && span / lengthOf(step) < most)
            return step;
    }
    return Steps.back();
}

QDate firstDay(const Step& step, const QDate& of)
{
    switch (step.unit) {
    case Unit::Day:
        return step.count == 7 ? of.addDays(1 - of.dayOfWeek()) : of;
    case Unit::Month:
        return {of.year(), (of.month() - 1) / step.count * step.count + 1, 1};
    case Unit::Year:
        return {std::max(of.year() / step.count * step.count, 1), 1, 1};
    case Unit::Minute:
        break;
    }
    return of;
}

QDate nextDay(const Step& step, const QDate& day)
{
    switch (step.unit) {
    case Unit::Day:
        return day.addDays(step.count);
    case Unit::Month:
        return day.addMonths(step.count);
    case Unit::Year:
        return {(day.year() / step.count + 1) * step.count, 1, 1};
    case Unit::Minute:
        break;
    }
    return day.addDays(1);
}

qint64 startOf(const QDate& day, const QTimeZone& zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

// Within a day the clock counts from midnight; a day of 23 or 25 hours ends when it ends.
void addWithinDays(std::vector<qint64>& edges, qint64 first, qint64 last, qint64 step, const QTimeZone& zone)
{
    QDate day = QDateTime::fromMSecsSinceEpoch(first, zone).date();
    const qint64 midnight = startOf(day, zone);
    qint64 edge = midnight + (first - midnight) / step * step;
    qint64 nextMidnight = startOf(day.addDays(1), zone);
    edges.push_back(edge);
    while (edge <= last) {
        edge = std::min(edge + step, nextMidnight);
        if (edge == nextMidnight) {
            day = day.addDays(1);
            nextMidnight = startOf(day.addDays(1), zone);
        }
        edges.push_back(edge);
    }
}
} // namespace

qint64 TimeBuckets::earliest()
{
    static const qint64 time = QDate(1, 1, 3).startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
    return time;
}

qint64 TimeBuckets::latest()
{
    static const qint64 time = QDate(9999, 12, 29).startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
    return time;
}

std::size_t TimeBuckets::bucketOf(qint64 time) const
{
    const auto after = std::upper_bound(edges.cbegin(), edges.cend(), time);
    return static_cast<std::size_t>(after - edges.cbegin()) - 1;
}

TimeBuckets TimeBuckets::over(qint64 first, qint64 last, const QTimeZone& zone, bool byDay)
{
    const Step step = stepFor(last - first, byDay);
    TimeBuckets buckets {step.unit, step.count, {}};
    if (step.unit == Unit::Minute) {
        addWithinDays(buckets.edges, first, last, step.count * Minute, zone);
        return buckets;
    }
    QDate day = firstDay(step, QDateTime::fromMSecsSinceEpoch(first, zone).date());
    buckets.edges.push_back(startOf(day, zone));
    while (buckets.edges.back() <= last) {
        day = nextDay(step, day);
        buckets.edges.push_back(startOf(day, zone));
    }
    return buckets;
}

} // namespace Telamon
