// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"

#include <optional>

class QTimeZone;

namespace Telamon {

// A bucket as a table's cell writes times: "2026-05-02 14:00 – 14:15", "2026-05-02", "2026-05".
QString bucketText(const TimeBuckets& buckets, std::size_t bucket, const QTimeZone& zone);
// The same, short, in the person's language, for an axis: "2 May 14:00".
QString edgeText(const TimeBuckets& buckets, std::size_t edge, const QTimeZone& zone);
QString valueText(double value, bool isBytes);
// One row of a chart: "2026-05-02: 12; Succeeded 10, Failed 2".
QString rowText(const SeriesData& data, std::size_t row, bool isBytes, const QTimeZone& zone);
QString rowName(const SeriesData& data, std::size_t row, const QTimeZone& zone);
// How much a series has: "295", or "20 of 295", where only some of it is selected.
QString amountText(
    std::size_t part, const SeriesData& data, const std::optional<SeriesAmounts>& selected, bool isBytes);
// The whole in words: "Sign-ins: 312 (Succeeded: 295, Failed: 17), 2026-05-02 to 2026-05-05", or "Sign-ins:
// 27 of 312 selected (…)". Without its parts where these are told elsewhere.
QString summaryText(const SeriesData& data, const QString& title, bool isBytes, const QTimeZone& zone,
    const std::optional<SeriesAmounts>& selected, bool hasParts = true);

} // namespace Telamon
