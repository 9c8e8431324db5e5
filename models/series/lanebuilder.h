// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"
#include "models/series/seriesdata.h"

namespace Telamon {

// What a chart of lanes shows of the rows for which `matches` is set: a lane for each value that occurs, a
// mark in it for each row whose time is known. A key that the table does not have leaves nothing to show.
// `now` in milliseconds since the epoch.
SeriesData buildLanes(const RecordTable& table, const std::vector<quint8>& matches,
    const SeriesDescription& description, qint64 now);

} // namespace Telamon
