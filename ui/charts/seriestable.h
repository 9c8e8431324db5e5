// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>
#include <utility>

namespace Telamon {

class FilledRows;
class SeriesModel;

// A chart's numbers as a table: rows are chosen by Enter or a click, and those that the filter asks for are
// selected. Ctrl+C copies what is selected. Of a chart over time, only the spans with something in them are
// listed; rows that are chosen are told as the chart counts them, with all that is between them.
class SeriesTable : public QTableView {
    Q_OBJECT
public:
    SeriesTable(SeriesModel& model, QWidget* parent);

    QString selectionAsText() const; // with the columns' titles, tabs between cells
    QString leftOutText() const; // that rows are left out and how many; empty: none is

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowsChosen(int first, int last);
    void clearRequested();
    void leftOutChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitColumns();
    int widthOfFirst(int column) const; // of its text in the first row
    void choose();
    void showSelected();
    void describeLeftOut();
    QList<int> selectedRows() const; // ascending
    int seriesRow(int row) const;
    QItemSelection rowsOf(int first, int last) const; // of the series

    SeriesModel& m_series;
    FilledRows* m_filled = nullptr; // of a chart over time
    std::optional<std::pair<int, int>> m_shownSelection; // of the filter
};

} // namespace Telamon
