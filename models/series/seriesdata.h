// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/timebuckets.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace Telamon {

// How the rows of a chart of lanes are marked, as data: each at its own time, in the lane of its value.
struct MarkDescription {
    std::vector<QByteArray> order {}; // lanes from the top, by their value; others are below these
    QByteArray stateKey {}; // what `bad` is a value of, whether in small letters or capitals
    QByteArray endKey {}; // a Time column: when the row goes away
    int soonDays = 0; // it goes soon where no more days are left
    std::vector<QByteArray> underWay {}; // states, like `bad`: what is not there yet does not go soon
    const char* usualName = ""; // QT_TRANSLATE_NOOP("Page", ...): what is none of the others
    const char* soonName = "";
    const char* underWayName = "";
    const char* badName = "";
};

// What a chart shows of a table, as data.
struct SeriesDescription {
    enum class Kind { CountOverTime, SumOverTime, Categories, Lanes };
    Kind kind = Kind::CountOverTime;
    const char* title = ""; // QT_TRANSLATE_NOOP("Page", ...): "Sign-ins"
    QByteArray timeKey {}; // a Time column, where the chart is over time
    QByteArray seriesKey {}; // what the rows are told apart by; none: they are one series
    QByteArray valueKey {}; // what is added up (SumOverTime, and told of Lanes)
    const char* yesName = ""; // QT_TRANSLATE_NOOP("Page", ...): where seriesKey is a Flag
    const char* noName = "";
    std::string_view (*group)(std::string_view) = nullptr; // the part of a text that tells it apart
    const char* only = ""; // words of a filter: no other rows are looked at
    bool isInOrder = false; // categories by their text, not by how many they are
    const char* bad = ""; // as the service spells it: the value that is drawn as bad, above the others
    MarkDescription marks {}; // of Lanes
    // Values that look the same in every chart, whatever else is drawn; others look like none of them.
    std::vector<QByteArray> kinds {};

    bool isOverTime() const { return kind == Kind::CountOverTime || kind == Kind::SumOverTime; }
};

// One value that rows are told apart by.
struct SeriesPart {
    enum class Kind { Value, Unknown, Others };
    Kind kind = Kind::Value;
    QString name {}; // as it is shown
    QString value {}; // as a filter takes it: of a word of the service, the word
    bool isBad = false; // the "no" of a flag, or what the chart calls bad
    std::size_t look = 0; // which of the looks of a series it has

    bool operator==(const SeriesPart&) const = default;
};

// One row of the table in a lane.
struct SeriesMark {
    enum Part { Usual, Soon, UnderWay, Bad }; // which series counts it

    qint64 time = 0;
    std::optional<qint64> end {}; // when it goes away
    std::optional<double> weight {};
    Part part = Usual;
    QString state {}; // as it is shown

    bool operator==(const SeriesMark&) const = default;
};
using SeriesLane = std::vector<SeriesMark>; // the oldest first
using SeriesAmounts = std::vector<double>; // by series

// Marks of all lanes or of one, from a time to before another.
struct LaneSpan {
    qint64 from = 0;
    qint64 until = 0;
    int lane = -1; // all

    bool operator==(const LaneSpan&) const = default;
    bool contains(int inLane, const SeriesMark& mark) const
    {
        return (lane < 0 || lane == inLane) && mark.time >= from && mark.time < until;
    }
};

// What comes of it: numbers by row (a bucket of time, a category or a lane) and series.
struct SeriesData {
    TimeBuckets buckets;
    std::vector<SeriesPart> categories;
    std::vector<SeriesPart> series; // the first is at the bottom
    std::vector<double> values; // row by row
    std::vector<SeriesLane> lanes; // of Lanes: the marks of each category
    qint64 first = 0; // the times there are
    qint64 last = 0;
    qint64 left = 0; // rows that say no time or no value

    std::size_t rows() const { return categories.empty() ? buckets.size() : categories.size(); }
    double value(std::size_t row, std::size_t part) const { return values[row * series.size() + part]; }
    double total(std::size_t row) const;
    double totalOf(std::size_t part) const;
    double total() const;
};

} // namespace Telamon
