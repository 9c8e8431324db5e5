// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review.h"

#include <QAbstractTableModel>

namespace Telamon {

// Where the states of a review differ: as the form began, as it is now, as it is proposed.
class LeafModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, OpenedColumn, NowColumn, ProposedColumn, ColumnCount };
    enum Role { AttentionRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setLeaves(const QList<ReviewLeaf>& leaves);
    bool hasStates() const; // something was read of what is changed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ReviewLeaf> m_leaves;
};

} // namespace Telamon
