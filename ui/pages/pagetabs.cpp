// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagetabs.h"

#include <QStyleOptionFocusRect>
#include <QStylePainter>

namespace Telamon {

PageTabs::PageTabs(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setAttribute(Qt::WA_Hover);
    const int side = fontMetrics().height();
    setIconSize(QSize(side, side));
}

QSize PageTabs::tabSizeHint(int index) const
{
    const int line = fontMetrics().height();
    const int text = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    return {iconSize().width() + line / 2 + text + line + line / 2, line * 2};
}

void PageTabs::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    const int line = fontMetrics().height();
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    for (int index = 0; index < count(); ++index) {
        const QRect tab = tabRect(index);
        const bool isCurrent = index == currentIndex();
        const bool isHovered = underMouse() && tab.contains(mouse);
        const QRect icon(
            QPoint(tab.left() + line / 2, tab.center().y() - iconSize().height() / 2), iconSize());
        tabIcon(index).paint(&painter, icon);
        const auto role = isCurrent || isHovered ? QPalette::WindowText : QPalette::PlaceholderText;
        const QRect text = tab.adjusted(icon.right() - tab.left() + line / 2, 0, 0, 0);
        style()->drawItemText(&painter, text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic,
            palette(), isEnabled(), tabText(index), role);
        if (isCurrent)
            painter.fillRect(QRect(tab.left(), tab.bottom() - line / 8, tab.width(), line / 8 + 1),
                palette().color(QPalette::Highlight));
        if (isCurrent && hasFocus()) {
            QStyleOptionFocusRect option;
            option.initFrom(this);
            option.rect = tab.adjusted(2, 2, -2, -line / 4);
            painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
        }
    }
}

} // namespace Telamon
