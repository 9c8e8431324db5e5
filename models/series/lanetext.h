// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"

#include <QVariant>

class QTimeZone;

namespace Telamon {

// What a table of lanes tells of each besides its numbers.
enum class LaneColumn { Newest, Oldest, NextEnd, Weight };

std::vector<LaneColumn> laneColumns(const SeriesDescription& description);
QString laneTitle(LaneColumn column);
QString laneCell(const SeriesLane& lane, LaneColumn column, bool isBytes, const QTimeZone& zone);
// Milliseconds since the epoch, or what the marks weigh together; invalid where no mark knows.
QVariant laneValue(const SeriesLane& lane, LaneColumn column);

// One mark in words: "Daily, 2026-05-02 14:00: Completed; expires in 3 d, 2026-05-16 14:00; 3.2 GiB".
QString markText(
    const SeriesPart& lane, const SeriesMark& mark, bool isBytes, qint64 now, const QTimeZone& zone);

} // namespace Telamon
