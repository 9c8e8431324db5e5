// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriesbuilder.h"

#include "models/series/seriesparts.h"
#include "models/series/valuenumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace Telamon {

namespace {
using Value = ValueNumbers::Value;

// The rows that count, with what they weigh and which value they have.
struct CountedRows {
    std::vector<quint32> rows;
    std::vector<double> weights; // empty: each is one
    std::vector<quint32> numbers;
    double weight(std::size_t i) const { return weights.empty() ? 1 : weights[i]; }
};

// The values that are told apart, and for each value which of them it is.
struct Ranking {
    std::vector<SeriesPart> parts;
    std::vector<quint32> partOf; // by value
};

// A kind has its own look in each chart. The rest have those that no kind has, and only then those of kinds
// that are not there.
void chooseLooks(std::vector<SeriesPart>& parts, const std::vector<QByteArray>& kinds)
{
    std::array<bool, MostSeries> isTaken {};
    std::vector<SeriesPart*> others;
    for (SeriesPart& part : parts) {
        const auto found = std::find(kinds.cbegin(), kinds.cend(), part.value.toUtf8());
        part.look = static_cast<std::size_t>(found - kinds.cbegin());
        if (found == kinds.cend() || part.look >= MostSeries)
            others.push_back(&part);
        else
            isTaken[part.look] = true;
    }
    std::vector<std::size_t> looks;
    for (std::size_t look = kinds.size(); look < MostSeries; ++look)
        looks.push_back(look);
    for (std::size_t look = std::min(kinds.size(), MostSeries); look-- > 0;) {
        if (!isTaken[look])
            looks.push_back(look);
    }
    for (std::size_t i = 0; i < others.size(); ++i)
        others[i]->look = i < looks.size() ? looks[i] : MostSeries;
}

Ranking ranked(const std::vector<Value>& values, const SeriesDescription& description, const Column* column,
    std::size_t most)
{
    const bool isFlag = column && column->type == ColumnType::Flag;
    std::vector<quint32> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto isHeavier = [&values](quint32 a, quint32 b) {
        if (values[a].isKnown != values[b].isKnown)
            return values[a].isKnown;
        return values[a].weight != values[b].weight ? values[a].weight > values[b].weight
                                                    : values[a].text < values[b].text;
    };
    const std::size_t kept = values.size() > most ? most - 1 : values.size();
    if (!isFlag) {
        std::partial_sort(
            order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), isHeavier);
        if (description.isInOrder)
            std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
                [&values](quint32 a, quint32 b) {
                    if (values[a].isKnown != values[b].isKnown)
                        return values[a].isKnown;
                    return sortKeyOf(values[a]) < sortKeyOf(values[b]);
                });
        std::stable_partition(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
            [&](quint32 i) { return !isBadPart(values[i], description); });
    }
    Ranking ranking;
    ranking.partOf.assign(values.size(), static_cast<quint32>(kept));
    for (std::size_t i = 0; i < kept; ++i) {
        ranking.partOf[order[i]] = static_cast<quint32>(i);
        ranking.parts.push_back(partOf(values[order[i]], description, column));
    }
    if (kept < values.size())
        ranking.parts.push_back(
            {.kind = SeriesPart::Kind::Others, .name = QCoreApplication::translate("Series", "others")});
    return ranking;
}

void sumOverTime(SeriesData& data, const CellColumn& times, const CountedRows& counted,
    const Ranking& ranking, const QTimeZone& zone, const SeriesDescription& description)
{
    data.first = data.last = times.integer(counted.rows.front());
    for (const quint32 row : counted.rows) {
        data.first = std::min(data.first, times.integer(row));
        data.last = std::max(data.last, times.integer(row));
    }
    const bool byDay = description.kind == SeriesDescription::Kind::SumOverTime;
    data.buckets = TimeBuckets::over(data.first, data.last, zone, byDay);
    data.series = ranking.parts;
    chooseLooks(data.series, description.kinds);
    data.values.assign(data.rows() * data.series.size(), 0);
    const std::vector<qint64>& edges = data.buckets.edges;
    std::size_t bucket = 0; // neighbours are often in the same
    for (std::size_t i = 0; i < counted.rows.size(); ++i) {
        const qint64 time = times.integer(counted.rows[i]);
        if (time < edges[bucket] || time >= edges[bucket + 1])
            bucket = data.buckets.bucketOf(time);
        data.values[bucket * data.series.size() + ranking.partOf[counted.numbers[i]]] += counted.weight(i);
    }
}
} // namespace

SeriesData buildSeries(const RecordTable& table, const std::vector<quint8>& matches,
    const SeriesDescription& description, const QTimeZone& zone)
{
    using Kind = SeriesDescription::Kind;
    const bool isOverTime = description.isOverTime();
    const CellColumn* times = columnCells(table, description.timeKey);
    const std::optional<std::size_t> partColumn = columnIndex(table, description.seriesKey);
    const CellColumn* parts = partColumn ? &table.column(*partColumn) : nullptr;
    const CellColumn* weights = columnCells(table, description.valueKey);
    SeriesData data;
    if ((isOverTime && (!times || times->type() != ColumnType::Time))
        || (!description.seriesKey.isEmpty() && !parts) || (!isOverTime && !parts)
        || (description.kind == Kind::SumOverTime && !weights))
        return data;

    CountedRows counted;
    counted.rows.reserve(table.size());
    counted.numbers.reserve(table.size());
    ValueNumbers numbers(parts, description.group);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!matches[row])
            continue;
        const double weight = weights ? weightOf(*weights, row) : 1;
        if (std::isnan(weight)
            || (isOverTime
                && (!times->isKnown(row) || times->integer(row) < TimeBuckets::earliest()
                    || times->integer(row) > TimeBuckets::latest()))) {
            ++data.left;
            continue;
        }
        const quint32 number = numbers.numberOf(row);
        numbers.values()[number].weight += weight;
        counted.rows.push_back(static_cast<quint32>(row));
        counted.numbers.push_back(number);
        if (weights)
            counted.weights.push_back(weight);
    }
    if (counted.rows.empty())
        return data;
    const Column* column = partColumn ? &table.columns()[*partColumn] : nullptr;
    const Ranking ranking =
        ranked(numbers.values(), description, column, isOverTime ? MostSeries : MostCategories);
    if (isOverTime) {
        sumOverTime(data, *times, counted, ranking, zone, description);
        return data;
    }
    data.categories = ranking.parts;
    data.series = {{.name = QCoreApplication::translate("Series", "Count")}};
    data.values.assign(data.categories.size(), 0);
    for (std::size_t i = 0; i < counted.rows.size(); ++i)
        data.values[ranking.partOf[counted.numbers[i]]] += counted.weight(i);
    return data;
}

} // namespace Telamon
