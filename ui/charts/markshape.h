// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"

#include <QColor>

class QPainter;
class QPixmap;
class QPointF;

namespace Telamon {

// How marks in lanes are told from each other: by a shape and by a colour, so that either is enough. What is
// usual is a disc, what goes soon an empty triangle on its tip, what is under way a ring, what is bad a
// cross.
struct MarkColours {
    QColor mark;
    QColor ground; // what it stands on
};

void paintMark(
    QPainter& painter, SeriesMark::Part part, const QPointF& centre, double size, const MarkColours& colours);
QPixmap markSwatch(SeriesMark::Part part, const MarkColours& colours, int size, qreal ratio); // for a legend

} // namespace Telamon
