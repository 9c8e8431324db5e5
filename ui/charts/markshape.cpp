// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/markshape.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <algorithm>

namespace Telamon {

namespace {
void paintCross(QPainter& painter, const QPointF& centre, double half)
{
    painter.drawLine(centre + QPointF(-half, -half), centre + QPointF(half, half));
    painter.drawLine(centre + QPointF(-half, half), centre + QPointF(half, -half));
}
} // namespace

void paintMark(
    QPainter& painter, SeriesMark::Part part, const QPointF& centre, double size, const MarkColours& colours)
{
    const double half = size / 2;
    const double line = std::max(size / 6, 1.5);
    switch (part) {
    case SeriesMark::Usual: // with an edge, so that neighbours stay two
        painter.setPen(QPen(colours.ground, 1));
        painter.setBrush(colours.mark);
        painter.drawEllipse(centre, half * 0.9, half * 0.9);
        break;
    case SeriesMark::Soon:
        painter.setPen(QPen(colours.mark, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(colours.ground);
        painter.drawPolygon(QPolygonF({centre + QPointF(-half + line / 2, -half + line / 2),
            centre + QPointF(half - line / 2, -half + line / 2), centre + QPointF(0, half - line / 2)}));
        break;
    case SeriesMark::UnderWay:
        painter.setPen(QPen(colours.mark, line));
        painter.setBrush(colours.ground);
        painter.drawEllipse(centre, half - line / 2, half - line / 2);
        break;
    case SeriesMark::Bad:
        painter.setPen(QPen(colours.ground, 2 * line, Qt::SolidLine, Qt::RoundCap));
        paintCross(painter, centre, half - line / 2);
        painter.setPen(QPen(colours.mark, line, Qt::SolidLine, Qt::RoundCap));
        paintCross(painter, centre, half - line / 2);
        break;
    }
}

QPixmap markSwatch(SeriesMark::Part part, const MarkColours& colours, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, part, {size / 2.0, size / 2.0}, size, colours);
    return pixmap;
}

} // namespace Telamon
