// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/lanetext.h"

#include "models/celltext.h"
#include "models/series/seriestext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QString laneText(const char* text)
{
    return QCoreApplication::translate("Series", text);
}

QString written(qint64 time, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time, zone), u"yyyy-MM-dd HH:mm"_s);
}
} // namespace

std::vector<LaneColumn> laneColumns(const SeriesDescription& description)
{
    std::vector<LaneColumn> columns {LaneColumn::Newest, LaneColumn::Oldest};
    if (!description.marks.endKey.isEmpty())
        columns.push_back(LaneColumn::NextEnd);
    if (!description.valueKey.isEmpty())
        columns.push_back(LaneColumn::Weight);
    return columns;
}

QString laneTitle(LaneColumn column)
{
    switch (column) {
    case LaneColumn::Newest:
        return laneText("Newest");
    case LaneColumn::Oldest:
        return laneText("Oldest");
    case LaneColumn::NextEnd:
        return laneText("Next to expire");
    case LaneColumn::Weight:
        break;
    }
    return laneText("Size");
}

QVariant laneValue(const SeriesLane& lane, LaneColumn column)
{
    if (lane.empty())
        return {};
    if (column == LaneColumn::Newest)
        return lane.back().time;
    if (column == LaneColumn::Oldest)
        return lane.front().time;
    std::optional<qint64> end;
    std::optional<double> weight;
    for (const SeriesMark& mark : lane) {
        if (mark.end)
            end = std::min(end.value_or(*mark.end), *mark.end);
        if (mark.weight)
            weight = weight.value_or(0) + *mark.weight;
    }
    if (column == LaneColumn::NextEnd)
        return end ? QVariant(*end) : QVariant();
    return weight ? QVariant(*weight) : QVariant();
}

QString laneCell(const SeriesLane& lane, LaneColumn column, bool isBytes, const QTimeZone& zone)
{
    const QVariant value = laneValue(lane, column);
    if (!value.isValid())
        return {};
    return column == LaneColumn::Weight ? valueText(value.toDouble(), isBytes)
                                        : written(value.toLongLong(), zone);
}

QString markText(
    const SeriesPart& lane, const SeriesMark& mark, bool isBytes, qint64 now, const QTimeZone& zone)
{
    QStringList parts;
    if (!mark.state.isEmpty())
        parts.append(mark.state.left(60));
    if (mark.end)
        parts.append((*mark.end > now ? laneText("expires %1, %2") : laneText("expired %1, %2"))
                         .arg(ageText(*mark.end, now), written(*mark.end, zone)));
    if (mark.weight && *mark.weight > 0)
        parts.append(valueText(*mark.weight, isBytes));
    const QString head = lane.name.left(60) + u", "_s + written(mark.time, zone);
    return parts.isEmpty() ? head : head + ": "_L1 + parts.join(u"; "_s);
}

} // namespace Telamon
