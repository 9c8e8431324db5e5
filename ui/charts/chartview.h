// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartlook.h"

#include <QChartView>

#include <optional>
#include <utility>

class QAbstractBarSeries;
class QBarSet;
class QValueAxis;

namespace Telamon {

class SeriesModel;

// Draws a SeriesModel: stacked bars over time, or lying bars of categories. Bars and lines are Qt Charts';
// every text is drawn here, because Qt Charts takes texts for markup. What is pointed at or selected by mouse
// or keyboard is told in rows of the model.
class ChartView : public QChartView {
    Q_OBJECT
public:
    ChartView(SeriesModel& model, QWidget* parent);

    // What is being selected, first and last row; nothing: nothing.
    std::optional<std::pair<int, int>> span() const;
    int currentRow() const { return m_current; } // -1: none
    QList<ChartLook> looks() const { return m_looks; }
    const QStringList& shownTexts() const { return m_shownTexts; } // painted last

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowsChosen(int first, int last);
    void clearRequested();
    void rowPointedAt(int row); // -1: none

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    bool isLying() const; // categories: one below the other
    void draw();
    void restyle();
    void layOut();
    void setCurrent(int row, bool extends);
    void choose();
    void say(int row);
    int toldRow() const;
    int rowAt(const QPoint& position) const; // the nearest; -1 where there are none
    QRectF bandOf(int first, int last) const;
    int widestTime() const;
    void paintGrid(QPainter& painter);
    void paintSelection(QPainter& painter);
    void paintMarks(QPainter& painter);
    void paintTimes(QPainter& painter);
    void paintCategories(QPainter& painter);
    void paintText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

    SeriesModel& m_model;
    QAbstractBarSeries* m_bars = nullptr;
    QList<QBarSet*> m_sets;
    QValueAxis* m_rowAxis;
    QValueAxis* m_valueAxis;
    QList<ChartLook> m_looks;
    QStringList m_shownTexts;
    int m_widestTime = 0; // of the rows, as text
    int m_current = -1;
    int m_anchor = -1;
    bool m_isSelecting = false; // not yet chosen
};

} // namespace Telamon
