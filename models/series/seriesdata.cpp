// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriesdata.h"

#include <numeric>

namespace Telamon {

double SeriesData::total(std::size_t row) const
{
    double sum = 0;
    for (std::size_t part = 0; part < series.size(); ++part)
        sum += value(row, part);
    return sum;
}

double SeriesData::totalOf(std::size_t part) const
{
    double sum = 0;
    for (std::size_t row = 0; row < rows(); ++row)
        sum += value(row, part);
    return sum;
}

double SeriesData::total() const
{
    return std::accumulate(values.cbegin(), values.cend(), 0.0);
}

} // namespace Telamon
