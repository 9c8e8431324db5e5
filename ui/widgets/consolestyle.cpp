// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/consolestyle.h"

#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qreal corner = 2.0;
constexpr int titleGap = 3; // between a group's title and its frame, as Fusion has it

// Fusion draws this line a little darker than the window, which on a dark one nobody sees.
void drawEdge(QPainter& painter, const QRect& rect, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.restore();
}

QColor edgeOf(const QStyleOption& option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    return option.palette.color(isEnabled ? QPalette::Dark : QPalette::Mid);
}

void drawInputEdge(QPainter& painter, const QStyleOption& option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus)) // then Fusion's own is in the accent's colour
        drawEdge(painter, option.rect, edgeOf(option));
}

bool isFramedInput(const QWidget* widget)
{
    const auto* text = qobject_cast<const QPlainTextEdit*>(widget);
    const auto* frame = qobject_cast<const QFrame*>(widget);
    const bool isInput = text ? !text->isReadOnly() : qobject_cast<const QListView*>(widget) != nullptr;
    return isInput && frame->frameShape() != QFrame::NoFrame;
}

// Fusion darkens it, which in the dark looks like a button that cannot be pressed.
void drawPressedIn(QPainter& painter, const QStyleOption& option)
{
    const QColor accent = option.palette.color(QPalette::Highlight);
    QColor tint = accent;
    tint.setAlphaF(0.2F);
    painter.fillRect(option.rect.adjusted(1, 1, -1, -1), option.palette.color(QPalette::Base));
    painter.fillRect(option.rect.adjusted(1, 1, -1, -1), tint);
    drawEdge(painter, option.rect, accent);
}

// What opens and closes something below it says by its arrow which it is.
bool isHeading(const QWidget* widget)
{
    const auto* button = qobject_cast<const QToolButton*>(widget);
    return button && button->arrowType() != Qt::NoArrow;
}

// Fusion's is a breath of the accent, and none on what is selected.
void drawFocus(QPainter& painter, const QStyleOption& option)
{
    const bool isItem = option.state.testFlag(QStyle::State_Item);
    const bool isOnAccent = isItem && option.state.testFlag(QStyle::State_Selected);
    const QColor colour = option.palette.color(isOnAccent ? QPalette::HighlightedText : QPalette::Highlight);
    drawEdge(painter, option.rect.adjusted(1, 1, -1, -1), colour);
    if (!isItem) // a row has no room for more
        drawEdge(painter, option.rect, colour);
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& option, QRect handle)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    if (option.minimum == option.maximum)
        return;
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const int inset = (isHorizontal ? handle.height() : handle.width()) / 5;
    handle.adjust(inset, inset, -inset, -inset);
    const bool isTouched =
        option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) && option.state & QStyle::State_Enabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(isTouched ? QPalette::PlaceholderText : QPalette::Dark));
    const qreal round = (isHorizontal ? handle.height() : handle.width()) / 2.0;
    painter.drawRoundedRect(handle, round, round);
    painter.restore();
}

void drawHeader(QPainter& painter, const QStyleOption& option, bool isLast)
{
    const bool isTouched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken)
        && option.state & QStyle::State_Enabled;
    painter.fillRect(option.rect, option.palette.color(isTouched ? QPalette::Midlight : QPalette::Button));
    painter.setPen(option.palette.color(QPalette::Mid));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (!isLast)
        painter.drawLine(option.rect.topRight() + QPoint(0, option.rect.height() / 4),
            option.rect.bottomRight() - QPoint(0, option.rect.height() / 4));
}

void drawTab(QPainter& painter, const QStyleOptionTab& option)
{
    if (!option.state.testFlag(QStyle::State_Selected))
        return;
    const int thick = qMax(2, option.fontMetrics.height() / 8);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - thick + 1, option.rect.width(), thick),
        option.palette.color(QPalette::Highlight));
}

void drawDockTitle(QPainter& painter, const QStyleOptionDockWidget& option, const QRect& text)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    painter.save();
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(option.palette.color(QPalette::WindowText));
    const QRect room = text.adjusted(option.fontMetrics.height() / 2, 0, 0, 0);
    painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
        QFontMetrics(bold).elidedText(option.title, Qt::ElideRight, room.width()));
    painter.restore();
}

// Fusion makes the frame of a check box out of the window's colour, too near to what it stands on.
template <typename Option> Option visibleCheck(Option option)
{
    const QPalette::ColorRole edge = isDark(option.palette) ? QPalette::PlaceholderText : QPalette::Dark;
    const QColor colour = option.palette.color(edge);
    option.palette.setColor(QPalette::Window, isDark(option.palette) ? colour : colour.lighter(140));
    return option;
}

} // namespace

ConsoleStyle::ConsoleStyle() : QProxyStyle(u"fusion"_s)
{
}

// To those who use keys.
bool ConsoleStyle::isFocusShown(const QStyleOption& option, const QWidget* widget) const
{
    return option.state.testFlag(State_KeyboardFocusChange)
        || proxy()->styleHint(SH_UnderlineShortcut, &option, widget);
}

bool ConsoleStyle::drawFlat(
    PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorBranch:
        if (option.state.testFlag(State_Selected)) {
            QStyleOption onSelection(option);
            const QColor colour = option.palette.color(QPalette::HighlightedText);
            onSelection.palette.setColor(QPalette::Text, colour);
            onSelection.palette.setColor(QPalette::WindowText, colour);
            QProxyStyle::drawPrimitive(element, &onSelection, &painter, widget);
            return true;
        }
        return false;
    case PE_FrameGroupBox: { // below its title; Fusion's own nobody sees in the dark. A flat one is its title
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
        const int mark = pixelMetric(PM_ExclusiveIndicatorHeight, &option, widget);
        const int title = std::max(mark, option.fontMetrics.height()) + titleGap;
        if (!frame || !frame->features.testFlag(QStyleOptionFrame::Flat))
            drawEdge(painter, option.rect.adjusted(0, title, 0, 0), edgeOf(option));
        return true;
    }
    case PE_PanelScrollAreaCorner: // between two scroll bars, as they are
        painter.fillRect(option.rect, option.palette.color(QPalette::Window));
        return true;
    case PE_FrameTabBarBase:
        painter.setPen(option.palette.color(QPalette::Mid));
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        return true;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        if (!option.state.testFlag(State_On) || !option.state.testFlag(State_Enabled) || isHeading(widget))
            return false;
        drawPressedIn(painter, option);
        return true;
    case PE_FrameFocusRect:
        if (isFocusShown(option, widget))
            drawFocus(painter, option);
        return true;
    default:
        return false;
    }
}

void ConsoleStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool isCheck = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck
        || element == PE_IndicatorRadioButton;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (isCheck && button) {
        const QStyleOptionButton seen = visibleCheck(*button);
        QProxyStyle::drawPrimitive(element, &seen, painter, widget);
    } else if (isCheck && item) {
        const QStyleOptionViewItem seen = visibleCheck(*item);
        QProxyStyle::drawPrimitive(element, &seen, painter, widget);
    } else if (!drawFlat(element, *option, *painter, widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    if (element == PE_PanelButtonCommand && qobject_cast<const QPushButton*>(widget)
        && option->state.testFlag(State_HasFocus) && isFocusShown(*option, widget))
        drawFocus(*painter, *option);
    if (element == PE_FrameLineEdit)
        drawInputEdge(*painter, *option);
    else if (element == PE_Frame && isFramedInput(widget))
        drawEdge(*painter, option->rect,
            option->state.testFlag(State_HasFocus) ? option->palette.color(QPalette::Highlight)
                                                   : edgeOf(*option));
    else if (element == PE_Frame && widget && !qobject_cast<const QAbstractScrollArea*>(widget))
        drawEdge(*painter, option->rect, option->palette.color(QPalette::Mid));
}

void ConsoleStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option);
    if (element == CE_HeaderSection && header)
        drawHeader(*painter, *option,
            header->position == QStyleOptionHeader::End
                || header->position == QStyleOptionHeader::OnlyOneSection);
    else if (element == CE_HeaderEmptyArea)
        drawHeader(*painter, *option, true);
    else if (element == CE_TabBarTabShape && tab && tab->documentMode)
        drawTab(*painter, *tab);
    else if (element == CE_DockWidgetTitle && dock)
        drawDockTitle(*painter, *dock, subElementRect(SE_DockWidgetTitleBarText, option, widget));
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider) {
        drawScrollBar(*painter, *slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if ((control == CC_ComboBox && combo && combo->frame) || (control == CC_SpinBox && spin && spin->frame))
        drawInputEdge(*painter, *option);
}

} // namespace Telamon
