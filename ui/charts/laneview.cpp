// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/laneview.h"

#include "models/series/lanescale.h"
#include "models/series/seriesmodel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>

namespace Telamon {

LaneView::LaneView(SeriesModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(model.title());
    connect(&model, &SeriesModel::counted, this, &LaneView::showCounted);
    showCounted();
}

QSize LaneView::sizeHint() const
{
    const auto lanes = static_cast<int>(m_shownLanes);
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * std::max(5, lanes * 3 / 2 + 2)};
}

QSize LaneView::minimumSizeHint() const
{
    const auto lanes = static_cast<int>(m_shownLanes);
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * std::max(4, lanes + 2)};
}

const SeriesLane& LaneView::marksOf(int lane) const
{
    return m_model.series().lanes[static_cast<std::size_t>(lane)];
}

// What is being selected stays where its mark is still there.
void LaneView::showCounted()
{
    const std::vector<SeriesLane>& lanes = m_model.series().lanes;
    const bool isThere = m_lane >= 0 && m_lane < static_cast<int>(lanes.size())
        && m_mark < static_cast<int>(marksOf(m_lane).size())
        && marksOf(m_lane)[static_cast<std::size_t>(m_mark)].time == m_time;
    if (!isThere)
        forget();
    if (m_shownLanes != lanes.size()) {
        m_shownLanes = lanes.size();
        updateGeometry();
    }
    say(m_model.text(m_lane, m_mark));
    update();
}

void LaneView::forget()
{
    m_lane = m_mark = m_anchorLane = -1;
    m_isSelecting = false;
}

std::optional<LaneSpan> LaneView::span() const
{
    if (m_isDragging)
        return draggedSpan();
    if (!m_isSelecting)
        return m_model.laneSpan();
    return LaneSpan {.from = std::min(m_anchorTime, m_time),
        .until = std::max(m_anchorTime, m_time) + 1,
        .lane = m_lane == m_anchorLane ? m_lane : -1};
}

void LaneView::setCurrent(int lane, int mark, bool extends)
{
    m_lane = lane;
    m_mark = mark;
    m_time = marksOf(lane)[static_cast<std::size_t>(mark)].time;
    if (!extends || m_anchorLane < 0) {
        m_anchorLane = m_lane;
        m_anchorTime = m_time;
    }
    m_isSelecting = true;
    say(m_model.text(m_lane, m_mark));
    update();
}

int LaneView::nearestMark(int lane, qint64 time) const
{
    const SeriesLane& marks = marksOf(lane);
    const auto distance = [time](const SeriesMark& mark) { return std::abs(mark.time - time); };
    const auto nearest = std::min_element(marks.cbegin(), marks.cend(),
        [&distance](const SeriesMark& a, const SeriesMark& b) { return distance(a) < distance(b); });
    return static_cast<int>(nearest - marks.cbegin());
}

void LaneView::moveToLane(int lane, bool extends)
{
    const int to = std::clamp(lane, 0, static_cast<int>(m_shownLanes) - 1);
    if (to != m_lane)
        setCurrent(to, nearestMark(to, m_time), extends);
}

void LaneView::moveInLane(int mark, bool extends)
{
    setCurrent(m_lane, std::clamp(mark, 0, static_cast<int>(marksOf(m_lane).size()) - 1), extends);
}

// From here on the filter says what is selected.
void LaneView::choose()
{
    const auto chosen = span();
    m_isSelecting = false;
    update();
    if (chosen)
        Q_EMIT spanChosen(*chosen);
}

void LaneView::clear()
{
    forget();
    say({});
    update();
    Q_EMIT clearRequested();
}

void LaneView::say(const QString& words)
{
    setAccessibleDescription(words.isEmpty() ? m_model.summary() : words);
    Q_EMIT pointedAt(words);
}

QString LaneView::wordsOf(const Hit& hit) const
{
    return hit.mark >= 0 ? m_model.text(hit.lane, hit.mark) : m_model.text(hit.lane);
}

// False: the key does not move.
bool LaneView::moveOn(int key, bool extends)
{
    const bool isBackward = key == Qt::Key_Left || key == Qt::Key_Up;
    const bool isInLane = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isToEnd = key == Qt::Key_Home || key == Qt::Key_End;
    if (m_shownLanes == 0 || !(isInLane || isToEnd || isBackward || key == Qt::Key_Down))
        return false;
    const auto last = static_cast<int>(marksOf(std::max(m_lane, 0)).size()) - 1;
    if (m_lane < 0) // the first lane, then
        setCurrent(0, isBackward || key == Qt::Key_End ? last : 0, extends);
    else if (isToEnd)
        moveInLane(key == Qt::Key_End ? last : 0, extends);
    else if (isInLane)
        moveInLane(m_mark + (isBackward ? -1 : 1), extends);
    else
        moveToLane(m_lane + (isBackward ? -1 : 1), extends);
    return true;
}

void LaneView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isOther = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isOther && moveOn(key, event->modifiers().testFlag(Qt::ShiftModifier)))
        return;
    if (!isOther && isEnter && m_isSelecting)
        choose();
    else if (!isOther && key == Qt::Key_Escape && (m_isSelecting || m_model.selection()))
        clear();
    else
        event->ignore();
}

void LaneView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore(); // back and forward are the window's
        return;
    }
    m_pressed = m_at = event->position();
    m_isDragging = false;
}

void LaneView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        Q_EMIT pointedAt(wordsOf(hitAt(event->position())));
        return;
    }
    m_at = event->position();
    if ((m_at - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragging = true;
        m_isSelecting = false;
    }
    update();
}

void LaneView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed) {
        event->ignore();
        return;
    }
    mouseMoveEvent(event);
    const Hit hit = hitAt(*m_pressed);
    const auto dragged = m_isDragging ? draggedSpan() : std::nullopt;
    const bool isClick = !m_isDragging;
    m_pressed.reset();
    m_isDragging = false;
    update();
    if (dragged) {
        Q_EMIT spanChosen(*dragged);
    } else if (isClick && hit.mark >= 0) {
        setCurrent(hit.lane, hit.mark, event->modifiers().testFlag(Qt::ShiftModifier));
        choose();
    }
}

void LaneView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    Q_EMIT pointedAt(hasFocus() ? m_model.text(m_lane, m_mark) : QString());
}

bool LaneView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Hit hit = hitAt(QPointF(help->pos()));
    if (m_shownLanes > 0 && help->pos().y() > area().bottom()) {
        QToolTip::showText(help->globalPos(),
            tr("The older, the closer together: hours and years have room beside each other."), this);
        return true;
    }
    if (hit.mark < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(wordsOf(hit)), this,
        markRect(hit.lane, hit.mark).toAlignedRect());
    return true;
}

void LaneView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void LaneView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace Telamon
