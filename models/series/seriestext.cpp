// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriestext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <numeric>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QString seriesText(const char* text)
{
    return QCoreApplication::translate("Series", text);
}

QString written(const QDateTime& time, const QString& format)
{
    return QLocale().toString(time, format);
}

// Those that have something: "Succeeded: 10, Failed: 2".
QString partsText(const SeriesData& data, auto valueOf, auto textOf)
{
    QStringList parts;
    for (std::size_t part = 0; part < data.series.size(); ++part) {
        if (valueOf(part) != 0)
            parts.append(data.series[part].name.left(60) + ": "_L1 + textOf(part));
    }
    return parts.join(u", "_s);
}

QString totalsText(const SeriesData& data, const std::optional<SeriesAmounts>& selected, bool isBytes)
{
    return partsText(
        data, [&data](std::size_t part) { return data.totalOf(part); },
        [&data, &selected, isBytes](std::size_t part) { return amountText(part, data, selected, isBytes); });
}

// How much of it all is selected, where some is.
QString wholeText(
    const SeriesData& data, const QString& title, const std::optional<SeriesAmounts>& selected, bool isBytes)
{
    const QString whole = valueText(data.total(), isBytes);
    if (!selected)
        return seriesText("%1: %2").arg(title, whole);
    if (selected->empty())
        return seriesText("%1: some of %2 selected").arg(title, whole);
    const double some = std::accumulate(selected->cbegin(), selected->cend(), 0.0);
    return seriesText("%1: %2 of %3 selected").arg(title, valueText(some, isBytes), whole);
}

// In brackets; empty where all is of one part.
QString summaryParts(
    const SeriesData& data, const QString& title, const std::optional<SeriesAmounts>& selected, bool isBytes)
{
    const bool isNamed =
        data.series.size() > 1 || (data.series.size() == 1 && !data.series.front().name.isEmpty());
    if (data.categories.empty())
        return isNamed ? " ("_L1 + totalsText(data, selected, isBytes) + u')' : QString();
    // A version and a number with nothing between them would look like one.
    const QString times = isBytes ? u" "_s : u" ×"_s;
    QStringList parts;
    for (std::size_t row = 0; row < data.rows(); ++row)
        parts.append(data.categories[row].name.left(60) + times + valueText(data.total(row), isBytes));
    if (data.lanes.empty())
        return " ("_L1 + parts.join(u", "_s) + u')';
    const QString marks = totalsText(data, selected, isBytes);
    const bool isTitled = data.rows() == 1 && data.categories.front().name == title; // its name tells nothing
    return " ("_L1 + (isTitled ? marks : parts.join(u", "_s) + "; "_L1 + marks) + u')';
}
} // namespace

QString bucketText(const TimeBuckets& buckets, std::size_t bucket, const QTimeZone& zone)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(buckets.edges[bucket], zone);
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(buckets.edges[bucket + 1], zone);
    const QDateTime last = until.addDays(-1);
    const auto range = [&buckets, &from, &last](const QString& format) {
        const QString first = written(from, format);
        return buckets.count == 1 ? first : first + u" – "_s + written(last, format);
    };
    switch (buckets.unit) {
    case TimeBuckets::Unit::Day:
        return range(u"yyyy-MM-dd"_s);
    case TimeBuckets::Unit::Month:
        return range(u"yyyy-MM"_s);
    case TimeBuckets::Unit::Year:
        return range(u"yyyy"_s);
    case TimeBuckets::Unit::Minute:
        break;
    }
    return written(from, u"yyyy-MM-dd HH:mm"_s) + u" – "_s + written(until, u"HH:mm"_s);
}

QString edgeText(const TimeBuckets& buckets, std::size_t edge, const QTimeZone& zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(buckets.edges[edge], zone);
    switch (buckets.unit) {
    case TimeBuckets::Unit::Day:
        return written(time, u"d MMM yyyy"_s);
    case TimeBuckets::Unit::Month:
        return written(time, u"MMM yyyy"_s);
    case TimeBuckets::Unit::Year:
        return written(time, u"yyyy"_s);
    case TimeBuckets::Unit::Minute:
        break;
    }
    return written(time, time.time() == QTime(0, 0) ? u"d MMM"_s : u"d MMM HH:mm"_s);
}

QString valueText(double value, bool isBytes)
{
    const auto whole = static_cast<qint64>(value);
    return isBytes ? QLocale().formattedDataSize(whole, 1, QLocale::DataSizeIecFormat)
                   : QLocale().toString(whole);
}

QString rowName(const SeriesData& data, std::size_t row, const QTimeZone& zone)
{
    return data.categories.empty() ? bucketText(data.buckets, row, zone) : data.categories[row].name;
}

QString rowText(const SeriesData& data, std::size_t row, bool isBytes, const QTimeZone& zone)
{
    const QString text = rowName(data, row, zone) + ": "_L1 + valueText(data.total(row), isBytes);
    const QString parts = data.series.size() > 1
        ? partsText(
            data, [&data, row](std::size_t part) { return data.value(row, part); },
            [&data, row, isBytes](std::size_t part) { return valueText(data.value(row, part), isBytes); })
        : QString();
    return parts.isEmpty() ? text : text + "; "_L1 + parts;
}

QString amountText(
    std::size_t part, const SeriesData& data, const std::optional<SeriesAmounts>& selected, bool isBytes)
{
    const QString whole = valueText(data.totalOf(part), isBytes);
    const bool isKnown = selected && !selected->empty();
    return isKnown ? seriesText("%1 of %2").arg(valueText((*selected)[part], isBytes), whole) : whole;
}

QString summaryText(const SeriesData& data, const QString& title, bool isBytes, const QTimeZone& zone,
    const std::optional<SeriesAmounts>& selected, bool hasParts)
{
    QString text = wholeText(data, title, selected, isBytes);
    if (hasParts)
        text += summaryParts(data, title, selected, isBytes);
    if ((data.categories.empty() || !data.lanes.empty()) && data.rows() > 0) {
        const QString format =
            data.buckets.unit == TimeBuckets::Unit::Minute ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd"_s;
        text += seriesText(", %1 to %2")
                    .arg(written(QDateTime::fromMSecsSinceEpoch(data.first, zone), format),
                        written(QDateTime::fromMSecsSinceEpoch(data.last, zone), format));
    }
    if (data.left > 0)
        text += seriesText(", not drawn: %1").arg(QLocale().toString(data.left));
    return text;
}

} // namespace Telamon
