// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"
#include "models/series/seriesdata.h"

class QTimeZone;

namespace Telamon {

// How many series are told apart; the rest are one more. The same for categories.
constexpr std::size_t MostSeries = 6;
constexpr std::size_t MostCategories = 12;

// What a chart shows of the rows for which `matches` is set, straight from the typed vectors. A key that the
// table does not have leaves nothing to show.
SeriesData buildSeries(const RecordTable& table, const std::vector<quint8>& matches,
    const SeriesDescription& description, const QTimeZone& zone);

} // namespace Telamon
