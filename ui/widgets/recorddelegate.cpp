// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recorddelegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Nothing but a line of letters that stand one after the other, as nearly every cell of a table.
bool isPlainLine(const QStyleOptionViewItem& cell)
{
    constexpr QStyleOptionViewItem::ViewItemFeatures more = QStyleOptionViewItem::WrapText
        | QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDecoration;
    return !(cell.features & more) && !cell.state.testFlag(QStyle::State_HasFocus)
        && cell.direction == Qt::LeftToRight && !cell.displayAlignment.testFlag(Qt::AlignHCenter)
        && cell.backgroundBrush.style() == Qt::NoBrush
        && std::all_of(cell.text.cbegin(), cell.text.cend(),
            [](QChar letter) { return letter >= u' ' && letter <= u'~'; });
}

} // namespace

RecordDelegate::RecordDelegate(int attentionRole, int iconNameRole, QObject* parent)
    : QStyledItemDelegate(parent), m_attentionRole(attentionRole), m_iconNameRole(iconNameRole)
{
}

void RecordDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle& style = cell.widget ? *cell.widget->style() : *QApplication::style();
    if (isPlainLine(cell))
        drawPlainLine(*painter, cell, style);
    else
        style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
}

// As the style does it, which lays out each text three times each time.
void RecordDelegate::drawPlainLine(
    QPainter& painter, const QStyleOptionViewItem& cell, const QStyle& style) const
{
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        style.drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, &painter, cell.widget);
    if (cell.text.isEmpty())
        return;
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    const TextLine& line = m_lines.line(cell.text, cell.font, room.width(), cell.textElideMode);
    // In whole pixels from above, in parts of one from the left, as text layouts have it.
    const qreal left = cell.displayAlignment.testFlag(Qt::AlignRight) ? room.width() - line.width : 0;
    const QSize size(room.width(), cell.fontMetrics.height());
    const QPoint top = QStyle::alignedRect(cell.direction, cell.displayAlignment, size, room).topLeft();
    const QPalette::ColorGroup group = !cell.state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
        : cell.state.testFlag(QStyle::State_Active)                                ? QPalette::Normal
                                                                                   : QPalette::Inactive;
    painter.setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    for (const QGlyphRun& run : line.runs)
        painter.drawGlyphRun(QPointF(top) + QPointF(left, 0), run);
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
