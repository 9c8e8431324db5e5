// SPDX-License-Identifier: GPL-3.0-or-later
// ConsoleStyle: how large things are and where.
#include "ui/widgets/consolestyle.h"
#include "ui/widgets/theme.h"

#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

// A button's text stands as far from its frame as it is high, and not right at it.
QSize ConsoleStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (type == CT_PushButton && button && !button->text.isEmpty())
        size.setWidth(std::max(size.width(), contents.width() + 2 * button->fontMetrics.height()));
    return size;
}

// A scroll bar is all groove: its arrows were a few pixels that nobody aims at.
QRect ConsoleStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const int room = isHorizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int length = room;
    if (range > 0) {
        length = int(qint64(room) * bar->pageStep / (range + bar->pageStep));
        // A bar can be shorter than the least slider.
        length = std::min(room, std::max(pixelMetric(PM_ScrollBarSliderMin, bar, widget), length));
    }
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, room - length, bar->upsideDown);
    const auto along = [bar, isHorizontal](int from, int size) {
        return isHorizontal ? QRect(from, 0, size, bar->rect.height())
                            : QRect(0, from, bar->rect.width(), size);
    };
    QRect found;
    switch (part) {
    case SC_ScrollBarSlider:
        found = along(start, length);
        break;
    case SC_ScrollBarSubPage:
        found = along(0, start);
        break;
    case SC_ScrollBarAddPage:
        found = along(start + length, room - start - length);
        break;
    case SC_ScrollBarGroove:
        found = along(0, room);
        break;
    default:
        return {};
    }
    return visualRect(bar->direction, bar->rect, found.translated(bar->rect.topLeft()));
}

// Cells and headers begin and end at the same distance from their edges, with room between two of them.
int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    if (metric == PM_HeaderMargin)
        return QProxyStyle::pixelMetric(PM_FocusFrameHMargin, option, widget) * 3;
    if (metric == PM_FocusFrameHMargin)
        return usual * 3 - 1; // a cell's text stands one farther in
    if (metric == PM_ToolBarExtensionExtent) // as large as its icon, and a frame around it
        return std::max(usual, QProxyStyle::pixelMetric(PM_SmallIconSize, option, widget) * 5 / 4);
    return usual;
}

QIcon ConsoleStyle::standardIcon(
    StandardPixmap standardIcon, const QStyleOption* option, const QWidget* widget) const
{
    if (standardIcon == SP_TitleBarCloseButton && widget && widget->inherits("QDockWidget"))
        return themedIcon(u"close"_s);
    if (standardIcon == SP_ToolBarHorizontalExtensionButton) // Qt's own is black, in the dark too
        return themedIcon(u"more"_s);
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

} // namespace Telamon
