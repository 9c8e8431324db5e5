// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/swatches.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace Telamon {

namespace {

struct Swatch {
    const char* name;
    const char* colour;
};

// Readable as a mark on light and on dark windows.
constexpr Swatch swatches[] = {
    {QT_TRANSLATE_NOOP("Swatch", "None"), ""},
    {QT_TRANSLATE_NOOP("Swatch", "Green"), "#2e9e6b"},
    {QT_TRANSLATE_NOOP("Swatch", "Blue"), "#2f7fd1"},
    {QT_TRANSLATE_NOOP("Swatch", "Purple"), "#8a5cd0"},
    {QT_TRANSLATE_NOOP("Swatch", "Orange"), "#d9822b"},
    {QT_TRANSLATE_NOOP("Swatch", "Red"), "#cc3d3d"},
    {QT_TRANSLATE_NOOP("Swatch", "Grey"), "#7d8a8c"},
};

} // namespace

QIcon swatchIcon(const QString& colour, int side)
{
    const qreal ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(0, 0, side, side).adjusted(2, 2, -2, -2);
    if (colour.isEmpty()) {
        painter.setPen(QPen(QGuiApplication::palette().color(QPalette::PlaceholderText), 1.5));
        painter.drawEllipse(circle);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(colour));
        painter.drawEllipse(circle);
    }
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // the colour says something: it is not tinted
    return icon;
}

void addSwatches(QComboBox& box)
{
    for (const Swatch& swatch : swatches) {
        const QString colour = QString::fromLatin1(swatch.colour);
        box.addItem(swatchIcon(colour, box.fontMetrics().height()),
            QCoreApplication::translate("Swatch", swatch.name), colour);
    }
}

} // namespace Telamon
