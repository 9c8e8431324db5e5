// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QImage>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <cmath>

Q_DECLARE_METATYPE(Telamon::Theme)

namespace Telamon {

// WCAG 2.1, 1.4.3 and 1.4.11.
inline constexpr double textContrast = 4.5;
inline constexpr double edgeContrast = 3.0;

inline double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF()))
        + 0.0722 * linear(double(colour.blueF()));
}

inline double contrast(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

// The colour that a widget has where its edge is, in the middle of its left side.
inline QColor edgeOf(QWidget& widget)
{
    const QImage picture = widget.grab().toImage();
    return picture.pixelColor(0, picture.height() / 2);
}

// The rows of a test of what each theme looks like.
inline void eachTheme()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

} // namespace Telamon
