// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Telamon {

// Fusion, where it is hard to see: edges of what one types into, scroll bars, check boxes, branches of the
// selected row; and flat headers, tabs and dock titles. All colours come from the palette: Dark is the edge
// of an input and the handle of a scroll bar, Mid a line that only divides.
class ConsoleStyle : public QProxyStyle {
    Q_OBJECT
public:
    ConsoleStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
        const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
        const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QIcon standardIcon(
        StandardPixmap standardIcon, const QStyleOption* option, const QWidget* widget) const override;

private:
    bool isFocusShown(const QStyleOption& option, const QWidget* widget) const;
    bool drawFlat(
        PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
};

} // namespace Telamon
