// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/leafwords.h"

#include <QAbstractTableModel>

namespace Telamon {

// Where the states of a review differ: as the form began, as it is now, as it is proposed. Of a list, each
// element that comes or goes.
class LeafModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, OpenedColumn, NowColumn, ProposedColumn, ColumnCount };
    enum Role { AttentionRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setReview(const Review& review);
    // How a person knows the ids in places that are picked from a list.
    void setNames(const QHash<QString, QString>& names);
    bool hasStates() const; // something was read of what is changed
    bool isDeletion() const; // nothing stays of what was read

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        ReviewLeaf leaf {};
        QString values {}; // pointer that says what the values are
        qsizetype others = 0; // elements that stay: this row says only how many
    };
    static void addRows(QList<Row>& rows, const ReviewLeaf& leaf);
    static QJsonValue valueIn(const Row& row, int column);
    QString cellText(const Row& row, int column) const;
    QString toolTip(const Row& row, int column) const;

    QList<Row> m_rows;
    LeafWords m_words;
    QHash<QString, QString> m_names;
};

} // namespace Telamon
