// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
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
    // This one and no other. The base's adds to what is selected while Ctrl or Shift is held, as with Ctrl+F.
    void selectRow(int row);
    void selectCurrent(); // where nothing is: what actions are about looks so
    bool isOneMeant() const; // the current row is selected, and no other

    // Before anything is restored: a column that is hidden until it is chosen.
    void hideAtFirst(const QByteArray& key);
    // Hides the columns in which no row tells anything, as long as nobody chose them. Until somebody sets a
    // width, columns are as wide as what is in them, texts share the room that is left, and of what is
    // missing the long ones give theirs. Once rows are there.
    void tidyColumns();
    void fitColumns(); // to other rows: only their widths
    bool isTidying() const { return m_isTidying; } // columns change, but by no one's hand

    // False: nothing was kept that fits.
    bool restoreColumns(QSettings& settings, const QString& key);
    void saveColumns(QSettings& settings, const QString& key) const;

    QList<int> shownColumns() const; // in their order on the screen
    // Selected rows, shown columns, separated by tabs; with a header line.
    QString selectionAsText() const;
    void copySelection() const;
    void chooseColumn(int column, bool isShown); // as a person wants it from now on
    void showColumnMenu(const QPoint& globalPosition);

Q_SIGNALS:
    void recordActivated(int row);
    void currentRecordChanged(int row); // -1: none
    void menuRequested(QMenu* menu); // of the row: what belongs at its beginning can be added

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct ColumnRoom {
        int column;
        int least; // still of use
        int wanted; // all of it is seen, but for very long texts
        int whole; // of those too
        int usual; // as it is described
    };
    void setDefaultColumns();
    int defaultWidth(int column) const;
    void hideEmptyColumns();
    void measureColumns();
    ColumnRoom roomOf(int column) const;
    QList<int> growingColumns(const QList<ColumnRoom>& among) const;
    static int widen(QHash<int, int>& widths, QList<ColumnRoom> columns, int ColumnRoom::*enough, int room);
    void fillWidth();
    bool isEmptyColumn(int column) const;
    void updateMetrics();

    RecordModel* m_model = nullptr;
    QSet<int> m_hiddenAtFirst;
    QSet<int> m_unchosen; // columns that nobody has shown or hidden
    QHash<int, int> m_neededWidths; // of what was shown in them
    bool m_isOfAnyWidth = true; // nobody has set one
    bool m_isTidying = false;
};

} // namespace Telamon
