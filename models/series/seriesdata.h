// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/timebuckets.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace Telamon {

// What a chart shows of a table, as data.
struct SeriesDescription {
    enum class Kind { CountOverTime, SumOverTime, Categories };
    Kind kind = Kind::CountOverTime;
    const char* title = ""; // QT_TRANSLATE_NOOP("Page", ...): "Sign-ins"
    QByteArray timeKey {}; // a Time column, where the chart is over time
    QByteArray seriesKey {}; // what the rows are told apart by; none: they are one series
    QByteArray valueKey {}; // what is added up (SumOverTime)
    const char* yesName = ""; // QT_TRANSLATE_NOOP("Page", ...): where seriesKey is a Flag
    const char* noName = "";
    std::string_view (*group)(std::string_view) = nullptr; // the part of a text that tells it apart
    const char* only = ""; // words of a filter: no other rows are looked at
    bool isInOrder = false; // categories by their text, not by how many they are
    const char* bad = ""; // as the service spells it: the value that is drawn as bad, above the others
};

// One value that rows are told apart by.
struct SeriesPart {
    enum class Kind { Value, Unknown, Others };
    Kind kind = Kind::Value;
    QString name {}; // as it is shown
    QString value {}; // as a filter takes it: of a word of the service, the word
    bool isBad = false; // the "no" of a flag, or what the chart calls bad

    bool operator==(const SeriesPart&) const = default;
};

// What comes of it: numbers by row (a bucket of time, or a category) and series.
struct SeriesData {
    TimeBuckets buckets;
    std::vector<SeriesPart> categories;
    std::vector<SeriesPart> series; // the first is at the bottom
    std::vector<double> values; // row by row
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
