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

    void setReview(const Review& review);
    bool hasStates() const; // something was read of what is changed
    bool isDeletion() const; // nothing stays of what was read

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString pathText(const QString& pointer) const;

    QList<ReviewLeaf> m_leaves;
    const Schema* m_schema = nullptr; // of the body; the catalog's
};

} // namespace Telamon
