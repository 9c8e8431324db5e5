// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriesmodel.h"
#include "models/series/seriestext.h"
#include "models/series/timemarks.h"
#include "ui/charts/chartscale.h"
#include "ui/charts/chartview.h"

#include <QChart>
#include <QPainter>
#include <QSet>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

// ChartView: where things are, and what is painted over Qt Charts' bars.

namespace Telamon {

namespace {
int markCount(const QValueAxis& axis)
{
    return axis.tickCount();
}
} // namespace

void ChartView::layOut()
{
    const int line = fontMetrics().height();
    const int gap = line / 3;
    const QString end = valueText(m_valueAxis->max(), m_model.isBytes());
    QRectF area = viewport()->rect();
    if (isLying()) {
        int widest = 0;
        for (const SeriesPart& part : m_model.series().categories)
            widest = std::max(widest, fontMetrics().horizontalAdvance(part.name.left(80)));
        area.adjust(std::min(widest + 2, viewport()->width() * 2 / 5) + 2 * gap, gap,
            -fontMetrics().horizontalAdvance(end) - 3 * gap, -gap);
    } else {
        int widest = 0;
        for (int mark = 0; mark < markCount(*m_valueAxis); ++mark)
            widest = std::max(widest,
                fontMetrics().horizontalAdvance(
                    valueText(m_valueAxis->max() * mark / (markCount(*m_valueAxis) - 1), m_model.isBytes())));
        const int half = line / 2;
        area.adjust(widest + 2 * gap, half + 1, -2 * gap, -line - gap);
        m_widestTime = widestTime();
    }
    if (area.width() > 1 && area.height() > 1)
        chart()->setPlotArea(area);
    viewport()->update();
}

QRectF ChartView::bandOf(int first, int last) const
{
    const QRectF area = chart()->plotArea();
    const double rows = std::max(m_model.rowCount(), 1);
    if (isLying())
        return {area.left(), area.top() + area.height() * first / rows, area.width(),
            area.height() * (last - first + 1) / rows};
    return {area.left() + area.width() * first / rows, area.top(), area.width() * (last - first + 1) / rows,
        area.height()};
}

int ChartView::rowAt(const QPoint& position) const
{
    const QRectF area = chart()->plotArea();
    const int rows = m_model.rowCount();
    const double share =
        isLying() ? (position.y() - area.top()) / area.height() : (position.x() - area.left()) / area.width();
    return std::clamp(static_cast<int>(std::floor(share * rows)), std::min(0, rows - 1), rows - 1);
}

void ChartView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (isLying()) // lying bars say their numbers themselves
        return;
    painter->save();
    painter->resetTransform();
    paintGrid(*painter);
    painter->restore();
}

void ChartView::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    m_shownTexts.clear();
    painter->save();
    painter->resetTransform();
    painter->setFont(font());
    paintSelection(*painter);
    if (isLying()) {
        paintCategories(*painter);
    } else {
        paintMarks(*painter);
        paintTimes(*painter);
    }
    if (hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

// Qt Charts' own lines stay where they were when the chart gets another height.
void ChartView::paintGrid(QPainter& painter)
{
    const QRectF area = chart()->plotArea();
    const int marks = markCount(*m_valueAxis);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    for (int mark = 0; mark < marks; ++mark) {
        const double y = area.bottom() - area.height() * mark / (marks - 1);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
}

// By its edges and a wash of colour, the row of the moment by a frame.
void ChartView::paintSelection(QPainter& painter)
{
    const QColor colour = palette().color(QPalette::Highlight);
    if (const auto selected = span(); selected && selected->second < m_model.rowCount()) {
        QColor wash = colour;
        wash.setAlphaF(0.18F);
        painter.setPen(QPen(colour, 2));
        painter.setBrush(wash);
        painter.drawRect(bandOf(selected->first, selected->second));
    }
    if (m_current >= 0 && m_current < m_model.rowCount()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bandOf(m_current, m_current));
    }
}

void ChartView::paintText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    const QString shown =
        fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(std::ceil(rect.width())));
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, shown);
    m_shownTexts.append(shown);
}

void ChartView::paintMarks(QPainter& painter)
{
    const QRectF area = chart()->plotArea();
    const int gap = fontMetrics().height() / 3;
    const int marks = markCount(*m_valueAxis);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int mark = 0; mark < marks; ++mark) {
        const double share = double(mark) / (marks - 1);
        const double y = area.bottom() - area.height() * share;
        const double half = fontMetrics().height() / 2.0;
        paintText(painter, {0, y - half, area.left() - gap, 2 * half}, Qt::AlignRight | Qt::AlignVCenter,
            valueText(m_valueAxis->max() * share, m_model.isBytes()));
    }
}

// One digit is as wide as another: of 14:30 and 15:45 one is measured. Of many rows some are enough, since
// there is a quarter more room than for the widest.
int ChartView::widestTime() const
{
    const SeriesData& numbers = m_model.series();
    constexpr std::size_t enough = 40;
    QSet<QString> measured;
    int widest = 0;
    for (std::size_t row = 0; row < numbers.rows(); row += 1 + numbers.rows() / enough) {
        QString text = edgeText(numbers.buckets, row, m_model.zone());
        for (QChar& letter : text) {
            if (letter.isDigit())
                letter = u'0';
        }
        if (measured.contains(text))
            continue;
        measured.insert(text);
        widest = std::max(widest, fontMetrics().horizontalAdvance(text));
    }
    return widest;
}

// As many full hours, days or months as have room, a mark at each. What would stand before the plot stands
// among the values, and is left out.
void ChartView::paintTimes(QPainter& painter)
{
    const SeriesData& numbers = m_model.series();
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const QRectF area = chart()->plotArea();
    const double band = area.width() / rows;
    const int gap = fontMetrics().height() / 3;
    const bool isMoment = numbers.buckets.unit == TimeBuckets::Unit::Minute;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const auto least = static_cast<std::size_t>(std::ceil(m_widestTime * 1.25 / band));
    for (const std::size_t row : timeMarks(numbers.buckets, least, m_model.zone())) {
        const double x = area.left() + band * (static_cast<double>(row) + (isMoment ? 0 : 0.5));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + gap / 2.0));
        const QString text = edgeText(numbers.buckets, row, m_model.zone());
        const double width = fontMetrics().horizontalAdvance(text) + 4.0;
        if (rows > 1 && x - width / 2 < area.left())
            continue;
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, viewport()->width() - width));
        paintText(painter, {left, area.bottom() + gap / 2.0, width, double(fontMetrics().height())},
            Qt::AlignCenter, text);
    }
}

void ChartView::paintCategories(QPainter& painter)
{
    const SeriesData& numbers = m_model.series();
    const QRectF area = chart()->plotArea();
    const int gap = fontMetrics().height() / 3;
    painter.setPen(palette().color(QPalette::Text));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QRectF band = bandOf(row, row);
        const double half = fontMetrics().height() / 2.0;
        const double top = band.center().y() - half;
        const double value = numbers.total(static_cast<std::size_t>(row));
        const double end = area.left() + area.width() * value / std::max(m_valueAxis->max(), 1.0);
        paintText(painter, {gap / 1.0, top, area.left() - 2 * gap, 2 * half},
            Qt::AlignRight | Qt::AlignVCenter, numbers.categories[static_cast<std::size_t>(row)].name);
        paintText(painter, {end + gap, top, viewport()->width() - end - gap, 2 * half},
            Qt::AlignLeft | Qt::AlignVCenter, valueText(value, m_model.isBytes()));
    }
}

} // namespace Telamon
