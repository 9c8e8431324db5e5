// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/lanebuilder.h"

#include "models/series/seriesbuilder.h"
#include "models/series/seriesparts.h"
#include "models/series/valuenumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Telamon {

namespace {
using Value = ValueNumbers::Value;

constexpr qint64 DayLength = 86'400'000;

// The columns of a chart of lanes; null where it names none.
struct MarkColumns {
    const CellColumn* times;
    const CellColumn* lanes;
    const CellColumn* states;
    const CellColumn* ends;
    const CellColumn* weights;

    MarkColumns(const RecordTable& table, const SeriesDescription& description)
        : times(columnCells(table, description.timeKey)),
          lanes(columnCells(table, description.seriesKey)),
          states(columnCells(table, description.marks.stateKey)),
          ends(columnCells(table, description.marks.endKey)),
          weights(columnCells(table, description.valueKey))
    {
    }

    bool isComplete(const SeriesDescription& description) const
    {
        const MarkDescription& marks = description.marks;
        return times && times->type() == ColumnType::Time && (lanes || description.seriesKey.isEmpty())
            && (states || marks.stateKey.isEmpty())
            && (ends ? ends->type() == ColumnType::Time : marks.endKey.isEmpty())
            && (weights || description.valueKey.isEmpty());
    }
    bool hasTime(std::size_t row) const
    {
        return times->isKnown(row) && times->integer(row) >= TimeBuckets::earliest()
            && times->integer(row) <= TimeBuckets::latest();
    }
};

// Whether in small letters or capitals.
bool isOfState(const Value& state, QLatin1StringView word)
{
    const auto view = QLatin1StringView(state.text.data(), static_cast<qsizetype>(state.text.size()));
    return state.isKnown && !word.isEmpty() && view.compare(word, Qt::CaseInsensitive) == 0;
}

bool isNotThereYet(const Value& state, const MarkDescription& marks)
{
    return std::any_of(marks.underWay.cbegin(), marks.underWay.cend(),
        [&state](const QByteArray& word) { return isOfState(state, QLatin1StringView(word)); });
}

SeriesMark markOf(const MarkColumns& columns, std::size_t row, const SeriesDescription& description,
    const Value& state, qint64 now)
{
    SeriesMark mark {.time = columns.times->integer(row)};
    if (columns.ends && columns.ends->isKnown(row))
        mark.end = columns.ends->integer(row);
    if (columns.weights) {
        const double weight = weightOf(*columns.weights, row);
        mark.weight = std::isnan(weight) ? std::nullopt : std::optional(weight);
    }
    if (columns.states && isOfState(state, QLatin1StringView(description.bad)))
        mark.part = SeriesMark::Bad;
    else if (columns.states && isNotThereYet(state, description.marks))
        mark.part = SeriesMark::UnderWay;
    else if (mark.end && *mark.end <= now + description.marks.soonDays * DayLength)
        mark.part = SeriesMark::Soon;
    return mark;
}

// The values that have a lane of their own, from the top.
std::vector<quint32> laneOrder(const std::vector<Value>& values, const SeriesDescription& description)
{
    std::vector<quint32> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].weight > 0)
            order.push_back(static_cast<quint32>(i));
    }
    const std::vector<QByteArray>& known = description.marks.order;
    const auto rankOf = [&known](const Value& value) {
        const auto found = std::find_if(known.cbegin(), known.cend(), [&value](const QByteArray& each) {
            return value.text == std::string_view(each.constData(), static_cast<std::size_t>(each.size()));
        });
        return value.isKnown ? found - known.cbegin() : std::ptrdiff_t(known.size()) + 1;
    };
    std::sort(order.begin(), order.end(), [&values, &rankOf](quint32 a, quint32 b) {
        const std::ptrdiff_t ofA = rankOf(values[a]);
        const std::ptrdiff_t ofB = rankOf(values[b]);
        return ofA != ofB ? ofA < ofB : sortKeyOf(values[a]) < sortKeyOf(values[b]);
    });
    if (order.size() > MostCategories)
        order.resize(MostCategories - 1);
    return order;
}

std::vector<SeriesPart> kindsOfMark(const SeriesDescription& description)
{
    const auto named = [](const char* name) { return QCoreApplication::translate("Page", name); };
    return {{.name = named(description.marks.usualName), .look = 0},
        {.name = named(description.marks.soonName), .look = 1},
        {.name = named(description.marks.underWayName), .look = 2},
        {.name = named(description.marks.badName), .isBad = true}};
}

// Which value has which lane; what has none of its own is in the last.
void arrangeLanes(SeriesData& data, std::vector<SeriesLane>& byValue, const std::vector<Value>& values,
    const SeriesDescription& description, const Column* column)
{
    const std::vector<quint32> order = laneOrder(values, description);
    for (const quint32 value : order) {
        SeriesPart part = partOf(values[value], description, column);
        part.isBad = false; // its marks are, not the lane
        data.categories.push_back(part);
        data.lanes.push_back(std::move(byValue[value]));
        byValue[value].clear();
    }
    SeriesLane others;
    for (const SeriesLane& lane : byValue)
        others.insert(others.end(), lane.cbegin(), lane.cend());
    if (!others.empty()) {
        data.categories.push_back(
            {.kind = SeriesPart::Kind::Others, .name = QCoreApplication::translate("Series", "others")});
        data.lanes.push_back(std::move(others));
    }
}
} // namespace

SeriesData buildLanes(const RecordTable& table, const std::vector<quint8>& matches,
    const SeriesDescription& description, qint64 now)
{
    SeriesData data;
    const MarkColumns columns(table, description);
    if (!columns.isComplete(description))
        return data;
    ValueNumbers numbers(columns.lanes, description.group);
    ValueNumbers states(columns.states, nullptr);
    std::vector<SeriesLane> byValue;
    std::vector<QString> stateNames; // by number
    const auto stateColumn = columnIndex(table, description.marks.stateKey);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!matches[row])
            continue;
        if (!columns.hasTime(row)) {
            ++data.left;
            continue;
        }
        const quint32 number = numbers.numberOf(row);
        const quint32 stateNumber = states.numberOf(row);
        numbers.values()[number].weight += 1;
        byValue.resize(numbers.values().size());
        const Value& state = states.values()[stateNumber];
        SeriesMark mark = markOf(columns, row, description, state, now);
        if (stateColumn) {
            for (std::size_t i = stateNames.size(); i < states.values().size(); ++i)
                stateNames.push_back(
                    partOf(states.values()[i], description, &table.columns()[*stateColumn]).name);
            mark.state = stateNames[stateNumber];
        }
        byValue[number].push_back(mark);
    }
    const auto laneColumn = columnIndex(table, description.seriesKey);
    arrangeLanes(
        data, byValue, numbers.values(), description, laneColumn ? &table.columns()[*laneColumn] : nullptr);
    if (data.lanes.empty())
        return data;
    data.series = kindsOfMark(description);
    data.values.assign(data.lanes.size() * data.series.size(), 0);
    data.first = data.last = data.lanes.front().front().time;
    for (std::size_t lane = 0; lane < data.lanes.size(); ++lane) {
        SeriesLane& marks = data.lanes[lane];
        std::stable_sort(marks.begin(), marks.end(),
            [](const SeriesMark& a, const SeriesMark& b) { return a.time < b.time; });
        data.first = std::min(data.first, marks.front().time);
        data.last = std::max(data.last, marks.back().time);
        for (const SeriesMark& mark : marks)
            data.values[lane * data.series.size() + static_cast<std::size_t>(mark.part)] += 1;
    }
    return data;
}

} // namespace Telamon
