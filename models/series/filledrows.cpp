// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/filledrows.h"

#include "models/series/seriesmodel.h"

namespace Telamon {

FilledRows::FilledRows(const SeriesModel& series, QObject* parent)
    : QSortFilterProxyModel(parent), m_series(series)
{
    QSortFilterProxyModel::sort(0, Qt::DescendingOrder);
}

QVariant FilledRows::data(const QModelIndex& index, int role) const
{
    const bool isNumber = role == Qt::DisplayRole && index.column() > 0;
    if (isNumber && QSortFilterProxyModel::data(index, SeriesModel::RawValueRole).toDouble() == 0)
        return {};
    return QSortFilterProxyModel::data(index, role);
}

// Time is in the order of the source's rows.
bool FilledRows::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return left.row() < right.row();
}

int FilledRows::leftOut() const
{
    return m_series.rowCount() - rowCount();
}

bool FilledRows::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const
{
    const SeriesData& data = m_series.series();
    for (std::size_t part = 0; part < data.series.size(); ++part) {
        if (data.value(static_cast<std::size_t>(row), part) != 0)
            return true;
    }
    return false;
}

} // namespace Telamon
