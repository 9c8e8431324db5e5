// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QMenu;
class QSettings;

namespace Telamon {

class RecordModel;

// A table of records: sorts by any column, lets a person choose and reorder columns, copies what is selected.
class RecordView : public QTableView {
    Q_OBJECT
public:
    explicit RecordView(QWidget* parent = nullptr);

    void setRecordModel(RecordModel* model); // null: none
    RecordModel* recordModel() const { return m_model; }
    QString currentId() const;

    // False: nothing was kept that fits.
    bool restoreColumns(QSettings& settings, const QString& key);
    void saveColumns(QSettings& settings, const QString& key) const;

    QList<int> shownColumns() const; // in their order on the screen
    // Selected rows, shown columns, separated by tabs; with a header line.
    QString selectionAsText() const;
    void copySelection() const;
    void showColumnMenu(const QPoint& globalPosition);

Q_SIGNALS:
    void recordActivated(int row);
    void currentRecordChanged(int row); // -1: none
    void menuRequested(QMenu* menu); // of the row: what belongs at its beginning can be added

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void setDefaultColumns();
    void updateMetrics();

    RecordModel* m_model = nullptr;
};

} // namespace Telamon
