// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPixmap;
class QStackedWidget;
class QToolButton;

namespace Telamon {

class ChartView;
class ElidedLabel;
class LaneView;
class SeriesModel;
class SeriesTable;
struct LaneSpan;

// A chart with what belongs to it: its summary in words, which stays when the chart is folded away, a legend,
// and the same numbers as a table. The chart is made when it is first unfolded.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ChartPanel(SeriesModel& model, QWidget* parent);

    bool isUnfolded() const { return m_isUnfolded; }
    void setUnfolded(bool isUnfolded);
    bool isTableShown() const;
    void setTableShown(bool isShown);
    void setBeside(QWidget* widget); // shown to the right of the chart, folded with it
    void setOther(const QString& title); // another chart that may stand here instead
    void focusChart();
    SeriesModel& series() const { return m_model; }
    ChartView* chart() const { return m_chart; } // null until it was unfolded, and of lanes
    LaneView* lanes() const { return m_lanes; } // null until they were unfolded, and of other charts
    SeriesTable* table() const { return m_table; }
    QToolButton* otherButton() const { return m_other; }
    QString saidText() const; // the line above the chart

Q_SIGNALS:
    void rowsChosen(int first, int last);
    void spanChosen(const Telamon::LaneSpan& span);
    void clearRequested();
    void otherRequested();
    void unfoldedChanged(bool isUnfolded);
    void tableShownChanged(bool isShown);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Legend { None, Names, Numbers };
    void makeParts();
    QWidget* makeTwin();
    QWidget* makeChart();
    QWidget* makeLanes();
    QPixmap swatchOf(std::size_t part) const;
    void say(const QString& words); // empty: of the whole
    bool isInLegend(std::size_t part) const;
    QString legendText(std::size_t part, Legend legend) const;
    Legend fittingLegend() const; // as much as has room beside the sentence
    void updateLegend();

    SeriesModel& m_model;
    QToolButton* m_fold;
    bool m_isUnfolded = false;
    ElidedLabel* m_says;
    QWidget* m_legend;
    Legend m_shownLegend = Legend::None;
    QToolButton* m_other;
    QToolButton* m_asTable;
    QWidget* m_body;
    QHBoxLayout* m_bodyLayout;
    QStackedWidget* m_stack;
    ChartView* m_chart = nullptr;
    LaneView* m_lanes = nullptr;
    SeriesTable* m_table = nullptr;
};

} // namespace Telamon
