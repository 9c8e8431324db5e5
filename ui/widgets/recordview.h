// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    // Before anything is restored: a column that is hidden until it is chosen.
    void hideAtFirst(const QByteArray& key);
    // Hides the columns in which no row tells anything, as long as nobody chose them; of the room that is
    // left, texts get their share until somebody sets a width, and of what little is missing they give
    // theirs. Once rows are there.
    void tidyColumns();
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
    void setDefaultColumns();
    int defaultWidth(int column) const;
    void hideEmptyColumns();
    QList<int> growingColumns() const;
    void fillWidth();
    bool isEmptyColumn(int column) const;
    void updateMetrics();

    RecordModel* m_model = nullptr;
    QSet<int> m_hiddenAtFirst;
    QSet<int> m_unchosen; // columns that nobody has shown or hidden
    bool m_isOfAnyWidth = true; // nobody has set one
    bool m_isTidying = false;
};

} // namespace Telamon
