// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QSettings;
class QTabWidget;

namespace Telamon {

class ChartPanel;
class FilterBar;
class RecordModel;
class SeriesModel;
class SeriesTable;
struct LaneSpan;
struct PageDescription;

// The charts of a page above its table: the first is drawn, and any other over time or of lanes instead of it
// when asked for; categories stand beside the first as short tables. What is selected in one becomes part of
// the page's filter. Which is drawn and whether it is unfolded is remembered for each page.
class PageChart : public QWidget {
    Q_OBJECT
public:
    PageChart(const PageDescription& description, RecordModel& records, FilterBar& filter,
        QSettings& settings, QWidget* parent);

    ChartPanel& panel() { return *m_panel; } // of the chart that is drawn
    SeriesModel& series(qsizetype chart = 0) { return *m_series.at(chart); }
    QTabWidget* tops() const { return m_tops; } // null: there is only the one
    // To the chart; where that has the focus already, it is folded away. True: the table is next.
    bool reachOrFold();
    void swapTable(); // the chart for its numbers, and back
    void swapChart(); // the chart for the next one that can be drawn
    // Shown where there is room: folded it gives way in a low page, unfolded it needs `height` pixels of it.
    void fitInto(const QSize& page, int height);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void left(); // Esc, with nothing to clear
    void roomMissed(); // asked for, and not shown

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addPanel(SeriesModel& series);
    void addTop(SeriesModel& series);
    void draw(ChartPanel& panel);
    void watch(); // counts what is looked at
    void choose(const SeriesModel& series, int first, int last);
    void choose(const SeriesModel& series, const LaneSpan& span);
    void clear(const SeriesModel& series);
    void follow();
    void fit();
    bool unfold(); // false: there is no room for it
    void remember(const char* what, bool is);

    const PageDescription& m_description;
    RecordModel& m_records;
    FilterBar& m_filter;
    QSettings& m_settings;
    QList<SeriesModel*> m_series;
    QList<ChartPanel*> m_panels;
    ChartPanel* m_panel = nullptr; // the one of them that is shown
    QSize m_page;
    int m_room = 0;
    QTabWidget* m_tops = nullptr;
};

} // namespace Telamon
