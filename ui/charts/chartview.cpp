// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartview.h"

#include "models/series/seriesmodel.h"
#include "ui/charts/chartscale.h"

#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QLegend>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace Telamon {

ChartView::ChartView(SeriesModel& model, QWidget* parent)
    : QChartView(parent), m_model(model), m_rowAxis(new QValueAxis(this)), m_valueAxis(new QValueAxis(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(model.title());
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({});
    m_rowAxis->setVisible(false);
    m_valueAxis->setLabelsVisible(false);
    m_valueAxis->setLineVisible(false);
    m_valueAxis->setGridLineVisible(false); // see paintGrid()
    chart()->setBackgroundVisible(false);
    chart()->addAxis(m_rowAxis, isLying() ? Qt::AlignLeft : Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, isLying() ? Qt::AlignBottom : Qt::AlignLeft);
    connect(&model, &SeriesModel::counted, this, &ChartView::draw);
    draw();
}

bool ChartView::isLying() const
{
    return m_model.description().kind == SeriesDescription::Kind::Categories;
}

QSize ChartView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 10};
}

QSize ChartView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 7};
}

void ChartView::draw()
{
    const SeriesData& numbers = m_model.series();
    const auto rows = static_cast<qsizetype>(numbers.rows());
    if (m_current >= rows) {
        m_current = m_anchor = -1;
        m_isSelecting = false;
    }
    // Bars are made once for each number of series: to make them is dear, to change their values is not.
    if (m_sets.size() != static_cast<qsizetype>(numbers.series.size())) {
        chart()->removeAllSeries();
        m_bars = nullptr;
        m_sets.clear();
        if (!numbers.series.empty()) {
            m_bars = isLying() ? static_cast<QAbstractBarSeries*>(new QHorizontalStackedBarSeries(this))
                               : new QStackedBarSeries(this);
            for (std::size_t part = 0; part < numbers.series.size(); ++part)
                m_sets.append(new QBarSet({}, m_bars));
        }
    }
    double most = 0;
    for (std::size_t row = 0; row < numbers.rows(); ++row)
        most = std::max(most, numbers.total(row));
    const ChartScale scale = ChartScale::upTo(most, m_model.isBytes());
    m_rowAxis->setRange(-0.5, double(std::max<qsizetype>(rows, 1)) - 0.5);
    m_valueAxis->setRange(0, scale.end());
    m_valueAxis->setTickCount(scale.steps + 1);
    const bool isNew = m_bars && !m_bars->chart();
    for (qsizetype part = 0; part < m_sets.size(); ++part) {
        QList<qreal> values;
        values.reserve(rows);
        for (qsizetype i = 0; i < rows; ++i) {
            const qsizetype row = isLying() ? rows - 1 - i : i; // the first is at the top
            values.append(numbers.value(static_cast<std::size_t>(row), static_cast<std::size_t>(part)));
        }
        QBarSet* set = m_sets.at(part);
        if (set->count() > 0)
            set->remove(0, set->count());
        set->append(values);
        if (isNew)
            m_bars->append(set);
    }
    if (m_bars) {
        m_bars->setBarWidth(rows > 60 ? 0.9 : 0.75);
        if (isNew) {
            chart()->addSeries(m_bars);
            m_bars->attachAxis(m_rowAxis);
            m_bars->attachAxis(m_valueAxis);
        }
    }
    restyle();
    layOut();
    say(toldRow());
}

void ChartView::restyle()
{
    m_looks = chartLooks(m_model.series().series, palette());
    for (qsizetype part = 0; part < m_sets.size(); ++part) {
        m_sets.at(part)->setBrush(m_looks.at(part).brush());
        m_sets.at(part)->setPen(m_looks.at(part).colour);
    }
    setBackgroundBrush(palette().color(QPalette::Base));
    viewport()->update();
}

std::optional<std::pair<int, int>> ChartView::span() const
{
    if (m_isSelecting && m_current >= 0)
        return std::minmax(m_anchor, m_current);
    return m_model.selection();
}

void ChartView::setCurrent(int row, bool extends)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    m_current = std::clamp(row, 0, rows - 1);
    if (!extends || m_anchor < 0 || isLying())
        m_anchor = m_current;
    m_isSelecting = true;
    say(m_current);
    viewport()->update();
}

// From here on the filter says what is selected.
void ChartView::choose()
{
    const auto chosen = span();
    m_isSelecting = false;
    viewport()->update();
    if (chosen)
        Q_EMIT rowsChosen(chosen->first, chosen->second);
    say(toldRow());
}

// The row of the moment, where it is what one looks at; -1: the whole, or what is selected of it.
int ChartView::toldRow() const
{
    return hasFocus() && !m_model.selection() ? m_current : -1;
}

void ChartView::say(int row)
{
    const QString text = m_model.text(row);
    setAccessibleDescription(text.isEmpty() ? m_model.summary() : text);
    Q_EMIT rowPointedAt(row);
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const int forward = isLying() ? Qt::Key_Down : Qt::Key_Right;
    const int backward = isLying() ? Qt::Key_Up : Qt::Key_Left;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const int rows = m_model.rowCount();
    const int key = event->key();
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) {
        event->ignore();
        return;
    }
    if (key == forward)
        setCurrent(m_current < 0 ? 0 : m_current + 1, extends);
    else if (key == backward)
        setCurrent(m_current < 0 ? rows - 1 : m_current - 1, extends);
    else if (key == Qt::Key_Home)
        setCurrent(0, extends);
    else if (key == Qt::Key_End)
        setCurrent(rows - 1, extends);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_isSelecting)
        choose();
    else if (key == Qt::Key_Escape && (m_isSelecting || m_model.selection())) {
        m_isSelecting = false;
        m_current = m_anchor = -1;
        say(-1);
        viewport()->update();
        Q_EMIT clearRequested();
    } else
        event->ignore();
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore(); // back and forward are the window's
        return;
    }
    setCurrent(rowAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->buttons().testFlag(Qt::LeftButton) && m_isSelecting)
        setCurrent(row, true);
    else
        Q_EMIT rowPointedAt(row);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_isSelecting)
        choose();
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ChartView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT rowPointedAt(toldRow());
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void ChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace Telamon
