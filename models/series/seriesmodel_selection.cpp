// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "models/series/seriesfilter.h"
#include "models/series/seriesmodel.h"

#include <algorithm>

// SeriesModel: what the filter of the moment selects in it, and how much that is.

namespace Telamon {

std::optional<std::pair<int, int>> SeriesModel::selection() const
{
    const SeriesFilter own = SeriesFilter::parse(m_records.filter(), m_description, m_records.columns());
    if (!own.selects() || rowCount() == 0)
        return {};
    if (own.part) {
        const int row = rowOf(*own.part);
        return row < 0 ? std::nullopt : std::optional(std::pair(row, row));
    }
    if (!m_data.lanes.empty())
        return std::pair(0, rowCount() - 1);
    const std::vector<qint64>& edges = m_data.buckets.edges;
    const qint64 from = std::max(own.from.value_or(edges.front()), edges.front());
    const qint64 until = std::min(own.until.value_or(edges.back()), edges.back());
    if (from >= until)
        return {};
    return std::pair(static_cast<int>(m_data.buckets.bucketOf(from)),
        static_cast<int>(m_data.buckets.bucketOf(until - 1)));
}

std::optional<LaneSpan> SeriesModel::laneSpan() const
{
    const SeriesFilter own = SeriesFilter::parse(m_records.filter(), m_description, m_records.columns());
    if (!own.selects() || m_data.lanes.empty())
        return {};
    const int lane = own.part ? rowOf(*own.part) : -1;
    if (own.part && lane < 0)
        return {};
    return LaneSpan {
        .from = own.from.value_or(m_data.first), .until = own.until.value_or(m_data.last + 1), .lane = lane};
}

int SeriesModel::rowOf(const SeriesPart& part) const
{
    const auto found = std::find_if(
        m_data.categories.cbegin(), m_data.categories.cend(), [&part](const SeriesPart& category) {
            return category.kind == part.kind
                && (part.kind == SeriesPart::Kind::Unknown || category.value == part.value);
        });
    return found == m_data.categories.cend() ? -1 : static_cast<int>(found - m_data.categories.cbegin());
}

std::optional<SeriesAmounts> SeriesModel::selected() const
{
    const auto rows = selection();
    if (!rows)
        return {};
    SeriesAmounts amounts(m_data.series.size(), 0);
    if (const auto span = laneSpan()) {
        for (int lane = 0; lane < rowCount(); ++lane) {
            for (const SeriesMark& mark : m_data.lanes[static_cast<std::size_t>(lane)])
                amounts[mark.part] += span->contains(lane, mark) ? 1 : 0;
        }
        return amounts;
    }
    const SeriesFilter own = SeriesFilter::parse(m_records.filter(), m_description, m_records.columns());
    const std::vector<qint64>& edges = m_data.buckets.edges;
    const auto isWithin = [&edges](const std::optional<qint64>& time) {
        return time && !edges.empty() && *time > edges.front() && *time < edges.back()
            && !std::binary_search(edges.cbegin(), edges.cend(), *time);
    };
    if (isWithin(own.from) || isWithin(own.until))
        return SeriesAmounts(); // how much of a bucket that is cut in two is not known from its numbers
    for (int row = rows->first; row <= rows->second; ++row) {
        for (std::size_t part = 0; part < amounts.size(); ++part)
            amounts[part] += m_data.value(static_cast<std::size_t>(row), part);
    }
    return amounts;
}

} // namespace Telamon
