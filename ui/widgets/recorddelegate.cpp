// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recorddelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Telamon {

RecordDelegate::RecordDelegate(int attentionRole, int iconNameRole, QObject* parent)
    : QStyledItemDelegate(parent), m_attentionRole(attentionRole), m_iconNameRole(iconNameRole)
{
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {
        hint.width(), option.fontMetrics.height() * 3 / 2}; // room to breathe, the same in tables and trees
}

bool RecordDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        text = index.data(Qt::DisplayRole).toString(); // what the cell could not show
    // A tool tip takes text for markup when it looks like it; escaped whole, it is shown letter for letter.
    const QString safe =
        text.isEmpty() ? QString() : "<p style='white-space:pre-wrap'>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
    QToolTip::showText(event->globalPos(), safe, view, option.rect);
    return true;
}

Attention RecordDelegate::attentionOf(const QModelIndex& index) const
{
    return m_attentionRole < 0 ? Attention::None : Attention(index.data(m_attentionRole).toInt());
}

QString RecordDelegate::iconName(const QModelIndex& index) const
{
    return m_iconNameRole < 0 ? QString() : index.data(m_iconNameRole).toString();
}

void RecordDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isRight = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    // Names and ids differ at their end as much as at their beginning.
    const bool isOneWord = !option->text.contains(u' ');
    option->textElideMode = isRight ? Qt::ElideLeft : isOneWord ? Qt::ElideMiddle : Qt::ElideRight;
    const Attention attention = attentionOf(index);
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    if (attention != Attention::None) {
        option->icon = attentionIcon(attention);
        if (!isSelected)
            option->palette.setColor(QPalette::Text, attentionColour(attention, option->palette));
    } else if (m_iconNameRole >= 0) {
        option->icon = themedIcon(iconName(index));
    }
    if (option->icon.isNull())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    const int side = option->fontMetrics.ascent() + 1;
    option->decorationSize = QSize(side, side);
}

} // namespace Telamon
