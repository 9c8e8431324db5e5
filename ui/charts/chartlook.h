// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"

#include <QBrush>
#include <QColor>
#include <QList>

class QPalette;
class QPixmap;

namespace Telamon {

// How a series is told from the others: by a colour and by a pattern, so that either is enough.
struct ChartLook {
    QColor colour;
    Qt::BrushStyle pattern = Qt::SolidPattern;

    QBrush brush() const { return {colour, pattern}; }
};

QList<ChartLook> chartLooks(const std::vector<SeriesPart>& series, const QPalette& palette);
QPixmap chartSwatch(const ChartLook& look, int size, qreal ratio); // for a legend

} // namespace Telamon
