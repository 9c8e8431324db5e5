// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"
#include "models/series/seriesdata.h"

#include <QString>

#include <optional>
#include <utility>

class QTimeZone;

namespace Telamon {

// The words of a filter by which a chart says what is selected in it: "time:>=2026-05-01T02:00+02:00
// time:<2026-05-02T02:00+02:00", "username:==\"anna\"".
struct SeriesFilter {
    QString rest; // the filter without the chart's own words
    // What its own words select. Times are from the first to before the second; nothing: no bound.
    std::optional<qint64> from;
    std::optional<qint64> until;
    std::optional<SeriesPart> part;

    // A filter that cannot be read is all rest.
    static SeriesFilter parse(const QString& filter, const SeriesDescription& chart, const Columns& columns);
    bool selects() const { return from || until || part; }
};

// Filters that show exactly these rows of the chart, and what `rest` asks for besides. An empty text where
// there is no such filter: several texts in one part.
QString spanFilter(
    const QString& rest, const SeriesDescription& chart, qint64 from, qint64 until, const QTimeZone& zone);
QString partFilter(const QString& rest, const SeriesDescription& chart, const SeriesPart& part);

} // namespace Telamon
