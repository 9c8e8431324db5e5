// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace Telamon {

class SeriesModel;

// The rows of a chart's numbers that have something in them, the newest first, with nothing where a part has
// nothing: what a person reads of a chart over time, whose every empty minute is a row of its own.
class FilledRows : public QSortFilterProxyModel {
    Q_OBJECT
public:
    FilledRows(const SeriesModel& series, QObject* parent);

    int leftOut() const; // rows with nothing in them
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const SeriesModel& m_series;
};

} // namespace Telamon
