// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlook.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <array>

namespace Telamon {

namespace {
struct Entry {
    QRgb light;
    QRgb dark;
    Qt::BrushStyle pattern;
};
// Apart in lightness too: they are told from each other in grey. The last is for all others. Their number is
// a part's look.
constexpr std::array<Entry, 7> Entries {{{0xff0b7a5c, 0xff35c39a, Qt::SolidPattern},
    {0xff1a5fb4, 0xff7cc4ff, Qt::BDiagPattern}, {0xff8a4fa3, 0xffd3a4ec, Qt::Dense4Pattern},
    {0xffa85a00, 0xffffc061, Qt::HorPattern}, {0xff4a5a60, 0xffb9c8cc, Qt::DiagCrossPattern},
    {0xff7a6a00, 0xffd9cf62, Qt::VerPattern}, {0xff6c7a7a, 0xff93a1a1, Qt::Dense6Pattern}}};
} // namespace

QList<ChartLook> chartLooks(const std::vector<SeriesPart>& series, const QPalette& palette)
{
    QList<ChartLook> looks;
    const bool dark = isDark(palette);
    for (const SeriesPart& part : series) {
        const bool isLast = part.kind == SeriesPart::Kind::Others || part.look >= Entries.size();
        const Entry& entry = isLast ? Entries.back() : Entries[part.look];
        looks.append({QColor(dark ? entry.dark : entry.light), entry.pattern});
        if (part.isBad)
            looks.last() = {attentionColour(Attention::Critical, palette), Qt::FDiagPattern};
    }
    return looks;
}

QPixmap chartSwatch(const ChartLook& look, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(look.colour);
    painter.setBrush(look.brush());
    painter.drawRect(QRectF(0.5, 0.5, size - 1.0, size - 1.0));
    return pixmap;
}

} // namespace Telamon
