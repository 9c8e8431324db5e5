// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace Telamon {

class ChartView;
class ElidedLabel;
class SeriesModel;
class SeriesTable;

// A chart with what belongs to it: its summary in words, which stays when the chart is folded away, a legend,
// and the same numbers as a table. The chart is made when it is first unfolded.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ChartPanel(SeriesModel& model, QWidget* parent);

    bool isUnfolded() const;
    void setUnfolded(bool isUnfolded);
    bool isTableShown() const;
    void setTableShown(bool isShown);
    void setBeside(QWidget* widget); // shown to the right of the chart, folded with it
    void focusChart();
    ChartView* chart() const { return m_chart; } // null until it was unfolded
    SeriesTable* table() const { return m_table; }
    QString saidText() const; // the line above the chart

Q_SIGNALS:
    void rowsChosen(int first, int last);
    void clearRequested();
    void unfoldedChanged(bool isUnfolded);
    void tableShownChanged(bool isShown);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeParts();
    QWidget* makeTwin();
    void say(int row);
    void updateLegend();

    SeriesModel& m_model;
    QToolButton* m_fold;
    bool m_isUnfolded = false;
    ElidedLabel* m_says;
    QWidget* m_legend;
    QToolButton* m_asTable;
    QWidget* m_body;
    QHBoxLayout* m_bodyLayout;
    QStackedWidget* m_stack;
    ChartView* m_chart = nullptr;
    SeriesTable* m_table = nullptr;
};

} // namespace Telamon
