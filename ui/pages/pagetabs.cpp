// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagetabs.h"

#include <QStyleOptionFocusRect>
#include <QStylePainter>

#include <algorithm>
#include <array>

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

PageTabs::Room PageTabs::room() const
{
    static constexpr std::array rooms {Room {2, 2, 4, true}, Room {1, 1, 2, true}, Room {1, 0, 2, false}};
    const auto fits = [this](const Room& each) {
        int all = 0;
        for (int index = 0; index < count(); ++index)
            all += widthOf(index, each);
        return all <= width();
    };
    const auto found = std::find_if(rooms.cbegin(), rooms.cend(), fits);
    return found == rooms.cend() ? rooms.back() : *found;
}

int PageTabs::widthOf(int index, const Room& room) const
{
    const int text = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    return textLeft(room) + text + room.behind * fontMetrics().height() / 4;
}

int PageTabs::textLeft(const Room& room) const
{
    const int around = (room.before + room.between) * fontMetrics().height() / 4;
    return around + (room.hasIcon ? iconSize().width() : 0);
}

QSize PageTabs::tabSizeHint(int index) const
{
    return {widthOf(index, room()), fontMetrics().height() * 2};
}

void PageTabs::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    const int line = fontMetrics().height();
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    const Room around = room();
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    for (int index = 0; index < count(); ++index) {
        const QRect tab = tabRect(index);
        const bool isCurrent = index == currentIndex();
        const bool isHovered = underMouse() && tab.contains(mouse);
        const QPoint icon(tab.left() + around.before * line / 4, tab.center().y() - iconSize().height() / 2);
        if (around.hasIcon)
            tabIcon(index).paint(&painter, QRect(icon, iconSize()));
        const auto role = isCurrent || isHovered ? QPalette::WindowText : QPalette::PlaceholderText;
        const QRect text = tab.adjusted(textLeft(around), 0, 0, 0);
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
