// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textlines.h"
#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace Telamon {

// Draws cells of records: an icon and a colour where a cell needs attention, the service's text as plain
// text, in the cell and in its tool tip.
class RecordDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // The roles under which the model tells a cell's attention and its icon's name; -1: none.
    explicit RecordDelegate(int attentionRole, int iconNameRole, QObject* parent);

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

    Attention attentionOf(const QModelIndex& index) const;
    QString iconName(const QModelIndex& index) const;

private:
    void drawPlainLine(QPainter& painter, const QStyleOptionViewItem& cell, const QStyle& style) const;

    int m_attentionRole;
    int m_iconNameRole;
    mutable TextLines m_lines;
};

} // namespace Telamon
