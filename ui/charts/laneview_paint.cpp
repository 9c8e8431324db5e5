// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/celltext.h"
#include "models/series/lanescale.h"
#include "models/series/seriesmodel.h"
#include "ui/charts/laneview.h"
#include "ui/charts/markshape.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

// LaneView: where things are, and how they are painted.

namespace Telamon {

double LaneView::markSize() const
{
    return std::max(fontMetrics().height() * 0.6, 7.0);
}

QRectF LaneView::area() const
{
    const int line = fontMetrics().height();
    const int gap = line / 3;
    int widest = 0;
    for (const SeriesPart& part : m_model.series().categories)
        widest = std::max(widest, fontMetrics().horizontalAdvance(part.name.left(80)));
    const QRectF area = QRectF(rect()).adjusted(
        std::min(widest + 2, width() * 2 / 5) + 2 * gap, gap / 2.0, -gap, -line - gap);
    return area.width() > 1 && area.height() > 1 ? area : QRectF();
}

QRectF LaneView::bandOf(int lane) const
{
    const QRectF all = area();
    if (lane < 0 || m_shownLanes == 0)
        return all;
    const double height = all.height() / static_cast<double>(m_shownLanes);
    return {all.left(), all.top() + height * lane, all.width(), height};
}

LaneScale LaneView::scale() const
{
    const SeriesData& numbers = m_model.series();
    return {numbers.first, numbers.last, m_model.now()};
}

double LaneView::xOf(const LaneScale& scale, qint64 time) const
{
    const QRectF all = area();
    const double inset = markSize() * 1.5; // the newest is not cut off by the edge, nor looks as if it were
    return all.left() + inset + std::max(all.width() - 2 * inset, 0.0) * scale.shareOf(time);
}

QRectF LaneView::markRect(int lane, int mark) const
{
    const double size = markSize();
    const double x = xOf(scale(), marksOf(lane)[static_cast<std::size_t>(mark)].time);
    return {x - size / 2, bandOf(lane).center().y() - size / 2, size, size};
}

int LaneView::laneAt(double y) const
{
    const QRectF all = area();
    if (m_shownLanes == 0 || all.isEmpty())
        return -1;
    const auto lanes = static_cast<int>(m_shownLanes);
    return std::clamp(static_cast<int>(std::floor((y - all.top()) / all.height() * lanes)), 0, lanes - 1);
}

// The nearest mark, if it is not far.
LaneView::Hit LaneView::hitAt(const QPointF& position) const
{
    Hit hit {.lane = laneAt(position.y())};
    if (hit.lane < 0 || position.y() > area().bottom())
        return {};
    const LaneScale scale = this->scale();
    const SeriesLane& marks = marksOf(hit.lane);
    double least = markSize() * 0.75;
    for (std::size_t mark = 0; mark < marks.size(); ++mark) {
        const double distance = std::abs(xOf(scale, marks[mark].time) - position.x());
        if (distance < least) {
            least = distance;
            hit.mark = static_cast<int>(mark);
        }
    }
    return hit;
}

// From the first to the last mark that the mouse was drawn over; where it left the lane, of all lanes.
std::optional<LaneSpan> LaneView::draggedSpan() const
{
    if (!m_pressed || m_shownLanes == 0)
        return {};
    const double left = std::min(m_pressed->x(), m_at.x());
    const double right = std::max(m_pressed->x(), m_at.x());
    const int from = laneAt(m_pressed->y());
    const int lane = from == laneAt(m_at.y()) ? from : -1;
    const LaneScale scale = this->scale();
    std::optional<LaneSpan> span;
    for (int each = 0; each < static_cast<int>(m_shownLanes); ++each) {
        if (lane >= 0 && each != lane)
            continue;
        for (const SeriesMark& mark : marksOf(each)) {
            const double x = xOf(scale, mark.time);
            if (x < left || x > right)
                continue;
            if (!span)
                span = LaneSpan {.from = mark.time, .until = mark.time + 1, .lane = lane};
            span->from = std::min(span->from, mark.time);
            span->until = std::max(span->until, mark.time + 1);
        }
    }
    return span;
}

// Both ends, and as many of the others as have room and say something else, the newest first.
std::vector<LaneView::TimeLabel> LaneView::timeLabels(const LaneScale& scale) const
{
    std::vector<qint64> times = scale.marks();
    std::reverse(times.begin(), times.end());
    if (times.size() > 2)
        std::rotate(times.begin() + 1, times.end() - 1, times.end());
    std::vector<TimeLabel> labels;
    const double gap = fontMetrics().height() / 3.0;
    for (const qint64 time : times) {
        TimeLabel label {.x = xOf(scale, time), .rect = {}, .text = ageText(time, m_model.now())};
        const double wide = fontMetrics().horizontalAdvance(label.text) + 4.0;
        const double left = std::clamp(label.x - wide / 2, 0.0, std::max(width() - wide, 0.0));
        label.rect = {left, area().bottom() + gap / 2, wide, double(fontMetrics().height())};
        const QRectF room = label.rect.adjusted(-2 * gap, 0, 2 * gap, 0);
        if (std::none_of(labels.cbegin(), labels.cend(), [&room, &label](const TimeLabel& other) {
                return other.rect.intersects(room) || other.text == label.text;
            }))
            labels.push_back(label);
    }
    return labels;
}

void LaneView::paintText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    const QString shown =
        fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(std::ceil(rect.width())));
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, shown);
    m_shownTexts.append(shown);
}

void LaneView::paintTimes(QPainter& painter, const LaneScale& scale)
{
    const QRectF all = area();
    const std::vector<TimeLabel> labels = timeLabels(scale);
    for (const TimeLabel& label : labels) {
        painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
        painter.drawLine(QPointF(label.x, all.top()), QPointF(label.x, all.bottom()));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        paintText(painter, label.rect, Qt::AlignCenter, label.text);
    }
}

void LaneView::paintLanes(QPainter& painter)
{
    const int gap = fontMetrics().height() / 3;
    const double half = fontMetrics().height() / 2.0;
    const std::vector<SeriesPart>& lanes = m_model.series().categories;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const QRectF band = bandOf(static_cast<int>(lane));
        const double y = band.center().y();
        painter.setPen(QPen(palette().color(QPalette::Mid), 1));
        painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y));
        painter.setPen(palette().color(QPalette::Text));
        paintText(painter, {double(gap), y - half, band.left() - 2 * gap, 2 * half},
            Qt::AlignRight | Qt::AlignVCenter, lanes[lane].name);
    }
}

// By its edges and a wash of colour; while the mouse is drawn, what it was drawn over.
void LaneView::paintSelection(QPainter& painter, const LaneScale& scale)
{
    const QColor colour = palette().color(QPalette::Highlight);
    QColor wash = colour;
    wash.setAlphaF(0.18F);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(wash);
    const auto selected = span();
    if (m_isDragging && m_pressed) {
        const int lane = laneAt(m_pressed->y());
        const QRectF band = bandOf(lane == laneAt(m_at.y()) ? lane : -1);
        const QRectF drawn = QRectF(*m_pressed, m_at).normalized();
        painter.drawRect(QRectF(drawn.left(), band.top(), drawn.width(), band.height()) & band);
    } else if (selected && selected->from < selected->until) {
        const QRectF band = bandOf(selected->lane);
        const double half = markSize() / 2 + 1;
        painter.drawRect(QRectF(QPointF(xOf(scale, selected->from) - half, band.top() + 1),
            QPointF(xOf(scale, selected->until - 1) + half, band.bottom() - 1)));
    }
}

// What is bad stands before what is not; marks that hide each other are painted once.
void LaneView::paintMarks(QPainter& painter, const LaneScale& scale)
{
    const SeriesData& numbers = m_model.series();
    const QList<ChartLook> looks = chartLooks(numbers.series, palette());
    const auto selected = span();
    const double size = markSize();
    for (int lane = 0; lane < static_cast<int>(numbers.lanes.size()); ++lane) {
        const double y = bandOf(lane).center().y();
        for (const SeriesMark::Part part :
            {SeriesMark::Usual, SeriesMark::Soon, SeriesMark::UnderWay, SeriesMark::Bad}) {
            const MarkColours colours {looks.at(int(part)).colour, palette().color(QPalette::Base)};
            std::array<double, 2> last {-1, -1}; // where the last one stood, selected or not
            for (const SeriesMark& mark : marksOf(lane)) {
                const bool isLeftOut = selected && !selected->contains(lane, mark);
                const double x = xOf(scale, mark.time);
                double& lastX = last[isLeftOut ? 1U : 0U];
                if (mark.part != part || x - lastX < 0.5)
                    continue;
                lastX = x;
                painter.setOpacity(isLeftOut ? 0.35 : 1.0);
                paintMark(painter, part, {x, y}, size, colours);
            }
        }
    }
    painter.setOpacity(1);
    if (m_lane >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(markRect(m_lane, m_mark).adjusted(-2, -2, 2, 2));
    }
}

void LaneView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    m_shownTexts.clear();
    if (m_shownLanes > 0 && !area().isEmpty()) {
        const LaneScale scale = this->scale();
        paintTimes(painter, scale);
        paintLanes(painter);
        paintSelection(painter, scale);
        paintMarks(painter, scale);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace Telamon
