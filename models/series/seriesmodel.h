// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QTimeZone>

#include <optional>
#include <utility>

namespace Telamon {

class RecordModel;

// A chart's numbers, which are a table too: one row for each bucket of time or category, one column for each
// series. They follow a RecordModel, whose filter they share but for what was selected in the chart itself.
// Owned by whoever draws it; the RecordModel outlives it.
class SeriesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { RawValueRole = Qt::UserRole + 1 }; // double, in the columns of series

    SeriesModel(const SeriesDescription& description, RecordModel& records, QObject* parent);

    const SeriesDescription& description() const { return m_description; }
    const SeriesData& series() const { return m_data; }
    bool isBytes() const;
    const QTimeZone& zone() const { return m_zone; }
    QString title() const;
    QString summary() const; // in words
    QString headline() const; // the same without its parts
    QString partTotal(std::size_t part) const; // of a series: "150", or "26 of 150" are selected
    QString text(int row) const; // one row in words
    QString text(int lane, int mark) const; // one mark in words
    qint64 now() const; // of the records

    // Nothing is counted while nobody looks.
    void setActive(bool isActive);
    // The records or their filter may have changed: counted anew some moments later.
    void follow();
    void countNow();

    // The filter that shows exactly these rows; nothing where there is none.
    std::optional<QString> filterFor(int first, int last) const;
    std::optional<QString> filterFor(const LaneSpan& span) const; // to the second
    QString filterWithout() const; // the filter of the moment without what is selected here
    // The rows that the filter of the moment selects, first and last; nothing: it selects none.
    std::optional<std::pair<int, int>> selection() const;
    std::optional<LaneSpan> laneSpan() const; // the marks that it selects
    std::optional<SeriesAmounts> selected() const; // how much that is; empty: it is not known

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void counted(); // the numbers, or what is selected, may differ

private:
    bool hasTotal() const; // a column of its own for the sum of the series
    QVariant laneData(const QModelIndex& index, int role) const; // of a column behind the total
    bool countsBytes() const; // its numbers are sizes
    int rowOf(const SeriesPart& part) const; // -1: there is none
    void show(SeriesData data);

    const SeriesDescription& m_description;
    RecordModel& m_records;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    SeriesData m_data;
    QTimer m_timer;
    bool m_isActive = false;
    bool m_isStale = true;
    qint64 m_cost = 0; // milliseconds that counting took the last time
};

} // namespace Telamon
