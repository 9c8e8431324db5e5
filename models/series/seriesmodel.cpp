// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriesmodel.h"

#include "models/filter.h"
#include "models/recordmodel.h"
#include "models/series/lanebuilder.h"
#include "models/series/lanetext.h"
#include "models/series/seriesbuilder.h"
#include "models/series/seriesfilter.h"
#include "models/series/seriestext.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 CountAfter = 60; // milliseconds
constexpr qint64 LeastRest = 20; // times what counting took: the rest of the time is the table's

// A filter's times have no fractions.
qint64 wholeSecond(qint64 time)
{
    return time - ((time % 1000) + 1000) % 1000;
}
} // namespace

SeriesModel::SeriesModel(const SeriesDescription& description, RecordModel& records, QObject* parent)
    : QAbstractTableModel(parent), m_description(description), m_records(records)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SeriesModel::countNow);
    connect(&records, &RecordModel::countsChanged, this, &SeriesModel::follow);
    connect(&records, &RecordModel::loadFinished, this, &SeriesModel::follow);
}

bool SeriesModel::isBytes() const
{
    const int column = m_records.columnOf(m_description.valueKey);
    return column >= 0
        && m_records.columns()[static_cast<std::size_t>(column)].presentation == Presentation::Bytes;
}

QString SeriesModel::title() const
{
    return QCoreApplication::translate("Page", m_description.title);
}

QString SeriesModel::summary() const
{
    return summaryText(m_data, title(), countsBytes(), m_zone, selected());
}

QString SeriesModel::headline() const
{
    return summaryText(m_data, title(), countsBytes(), m_zone, selected(), false);
}

QString SeriesModel::partTotal(std::size_t part) const
{
    return amountText(part, m_data, selected(), countsBytes());
}

qint64 SeriesModel::now() const
{
    return m_records.now();
}

// Lanes count marks; what these weigh is told beside.
bool SeriesModel::countsBytes() const
{
    return isBytes() && m_description.kind != SeriesDescription::Kind::Lanes;
}

QString SeriesModel::text(int row) const
{
    return row >= 0 && row < rowCount()
        ? rowText(m_data, static_cast<std::size_t>(row), countsBytes(), m_zone)
        : QString();
}

QString SeriesModel::text(int lane, int mark) const
{
    if (lane < 0 || static_cast<std::size_t>(lane) >= m_data.lanes.size())
        return {};
    const auto row = static_cast<std::size_t>(lane);
    if (mark < 0 || static_cast<std::size_t>(mark) >= m_data.lanes[row].size())
        return {};
    return markText(
        m_data.categories[row], m_data.lanes[row][static_cast<std::size_t>(mark)], isBytes(), now(), m_zone);
}

void SeriesModel::setActive(bool isActive)
{
    m_isActive = isActive;
    if (!isActive)
        m_timer.stop();
    else if (m_isStale)
        countNow();
}

void SeriesModel::follow()
{
    m_isStale = true;
    if (m_isActive && !m_timer.isActive())
        m_timer.start(static_cast<int>(std::max(CountAfter, m_cost * LeastRest)));
}

void SeriesModel::countNow()
{
    QElapsedTimer clock;
    clock.start();
    m_timer.stop();
    m_isStale = false;
    const SeriesFilter own = SeriesFilter::parse(m_records.filter(), m_description, m_records.columns());
    const QString text = own.rest + u' ' + QString::fromLatin1(m_description.only);
    std::vector<quint8> matches(m_records.records().size(), 1);
    const auto parsed = Filter::parse(text, m_records.columns(), m_records.now());
    const Filter filter = parsed ? parsed.value() : Filter::nothing(); // as the table does
    filter.match(m_records.records(), 0, false, matches,
        [this](std::size_t row) { return int(m_records.recordAttention(static_cast<int>(row))); });
    show(m_description.kind == SeriesDescription::Kind::Lanes
            ? buildLanes(m_records.records(), matches, m_description, now())
            : buildSeries(m_records.records(), matches, m_description, m_zone));
    m_cost = clock.elapsed();
    Q_EMIT counted();
}

// A view keeps what is selected in it where only numbers differ.
void SeriesModel::show(SeriesData data)
{
    const bool isSameShape = data.rows() == m_data.rows() && data.series == m_data.series
        && data.categories == m_data.categories && data.buckets.edges == m_data.buckets.edges;
    if (!isSameShape) {
        beginResetModel();
        m_data = std::move(data);
        endResetModel();
        return;
    }
    const bool isSame = data.values == m_data.values && data.lanes == m_data.lanes;
    m_data = std::move(data);
    if (!isSame && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<QString> SeriesModel::filterFor(int first, int last) const
{
    if (first < 0 || last < first || last >= rowCount())
        return {};
    const QString rest = filterWithout();
    if (m_data.categories.empty())
        return spanFilter(rest, m_description, m_data.buckets.edges[static_cast<std::size_t>(first)],
            m_data.buckets.edges[static_cast<std::size_t>(last) + 1], m_zone);
    if (first != last || m_description.seriesKey.isEmpty())
        return {};
    const QString filter =
        partFilter(rest, m_description, m_data.categories[static_cast<std::size_t>(first)]);
    return filter.isEmpty() ? std::nullopt : std::optional(filter);
}

std::optional<QString> SeriesModel::filterFor(const LaneSpan& span) const
{
    if (span.from >= span.until || span.lane >= rowCount())
        return {};
    QString ofTime = spanFilter(
        filterWithout(), m_description, wholeSecond(span.from), wholeSecond(span.until + 999), m_zone);
    if (span.lane < 0 || m_description.seriesKey.isEmpty())
        return ofTime;
    const QString filter =
        partFilter(ofTime, m_description, m_data.categories[static_cast<std::size_t>(span.lane)]);
    return filter.isEmpty() ? std::nullopt : std::optional(filter);
}

QString SeriesModel::filterWithout() const
{
    return SeriesFilter::parse(m_records.filter(), m_description, m_records.columns()).rest;
}

bool SeriesModel::hasTotal() const
{
    return m_data.series.size() > 1;
}

int SeriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.rows());
}

int SeriesModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_data.rows() == 0)
        return 0;
    const std::size_t behind = m_data.lanes.empty() ? 0 : laneColumns(m_description).size();
    return 1 + static_cast<int>(m_data.series.size() + behind) + hasTotal();
}

QVariant SeriesModel::laneData(const QModelIndex& index, int role) const
{
    const SeriesLane& lane = m_data.lanes[static_cast<std::size_t>(index.row())];
    const auto behind = static_cast<std::size_t>(index.column()) - m_data.series.size() - 2;
    const LaneColumn column = laneColumns(m_description)[behind];
    if (role == RawValueRole)
        return laneValue(lane, column);
    return role == Qt::DisplayRole ? laneCell(lane, column, isBytes(), m_zone) : QVariant();
}

QVariant SeriesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (index.column() == 0)
        return role == Qt::DisplayRole ? rowName(m_data, row, m_zone) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const auto part = static_cast<std::size_t>(index.column() - 1);
    if (part > m_data.series.size())
        return laneData(index, role);
    const double value = part < m_data.series.size() ? m_data.value(row, part) : m_data.total(row);
    if (role == RawValueRole)
        return value;
    return role == Qt::DisplayRole ? valueText(value, countsBytes()) : QVariant();
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section > 0) // as the numbers below
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0) {
        const int column =
            m_records.columnOf(m_data.categories.empty() ? m_description.timeKey : m_description.seriesKey);
        return column >= 0 ? m_records.headerData(column, Qt::Horizontal, role) : title();
    }
    const auto part = static_cast<std::size_t>(section - 1);
    const std::vector<LaneColumn> behind = laneColumns(m_description);
    const std::size_t ofLane = part - m_data.series.size() - 1;
    if (part > m_data.series.size() && !m_data.lanes.empty() && ofLane < behind.size())
        return laneTitle(behind[ofLane]);
    return part < m_data.series.size() ? m_data.series[part].name
                                       : QCoreApplication::translate("Series", "Total");
}

} // namespace Telamon
