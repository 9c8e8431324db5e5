// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"
#include "ui/charts/chartlook.h"

#include <QStringList>
#include <QWidget>

#include <optional>

namespace Telamon {

class LaneScale;
class SeriesModel;

// Draws the lanes of a SeriesModel: a line for each, a mark on it for each row of the table, the newest to
// the right. Marks are selected by mouse or keyboard: of one lane, or of all in a span of time.
class LaneView : public QWidget {
    Q_OBJECT
public:
    LaneView(SeriesModel& model, QWidget* parent);

    // What is being selected, or what the filter selects; nothing: nothing.
    std::optional<LaneSpan> span() const;
    int currentLane() const { return m_lane; } // -1: none
    int currentMark() const { return m_mark; }
    QRectF markRect(int lane, int mark) const;
    const QStringList& shownTexts() const { return m_shownTexts; } // painted last

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void spanChosen(const Telamon::LaneSpan& span);
    void clearRequested();
    void pointedAt(const QString& words); // what is there; empty: nothing

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Hit {
        int lane = -1;
        int mark = -1; // -1: beside the marks of the lane
    };
    struct TimeLabel {
        double x = 0; // of the time
        QRectF rect;
        QString text;
    };

    void showCounted();
    const SeriesLane& marksOf(int lane) const;
    int nearestMark(int lane, qint64 time) const;
    bool moveOn(int key, bool extends);
    void moveToLane(int lane, bool extends);
    void moveInLane(int mark, bool extends);
    void setCurrent(int lane, int mark, bool extends);
    void forget(); // what is being selected
    void choose();
    void clear();
    void say(const QString& words);
    QString wordsOf(const Hit& hit) const;

    double markSize() const;
    QRectF area() const; // of the lanes, without what is written around them
    QRectF bandOf(int lane) const; // -1: of all
    LaneScale scale() const;
    double xOf(const LaneScale& scale, qint64 time) const;
    int laneAt(double y) const;
    Hit hitAt(const QPointF& position) const;
    std::optional<LaneSpan> draggedSpan() const;
    std::vector<TimeLabel> timeLabels(const LaneScale& scale) const;

    void paintTimes(QPainter& painter, const LaneScale& scale);
    void paintLanes(QPainter& painter);
    void paintSelection(QPainter& painter, const LaneScale& scale);
    void paintMarks(QPainter& painter, const LaneScale& scale);
    void paintText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

    SeriesModel& m_model;
    QStringList m_shownTexts;
    std::size_t m_shownLanes = 0;
    int m_lane = -1;
    int m_mark = -1;
    qint64 m_time = 0; // of the mark of the moment
    int m_anchorLane = -1;
    qint64 m_anchorTime = 0;
    bool m_isSelecting = false; // by keys, not yet chosen
    std::optional<QPointF> m_pressed;
    QPointF m_at; // where the mouse is, while pressed
    bool m_isDragging = false;
};

} // namespace Telamon
