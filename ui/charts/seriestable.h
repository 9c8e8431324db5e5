// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>
#include <utility>

namespace Telamon {

class SeriesModel;

// A chart's numbers as a table: rows are chosen by Enter or a click, and those that the filter asks for are
// selected. Ctrl+C copies what is selected.
class SeriesTable : public QTableView {
    Q_OBJECT
public:
    SeriesTable(SeriesModel& model, QWidget* parent);

    QString selectionAsText() const; // with the columns' titles, tabs between cells

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowsChosen(int first, int last);
    void clearRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitColumns();
    int widthOfFirst(int column) const; // of its text in the first row
    void choose();
    void showSelected();
    QList<int> selectedRows() const; // ascending

    SeriesModel& m_series;
    std::optional<std::pair<int, int>> m_shownSelection; // of the filter
};

} // namespace Telamon
