// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordview.h"

#include "models/recordmodel.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/recorddelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

RecordView::RecordView(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new RecordDelegate(RecordModel::AttentionRole, -1, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as they come, and no arrow says otherwise
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    connect(header, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& at) { showColumnMenu(horizontalHeader()->mapToGlobal(at)); });
    connect(this, &QAbstractItemView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT recordActivated(index.row()); });
    // Only a person's hand on the header: what the view itself does to its columns says so.
    connect(header, &QHeaderView::sectionResized, this, [this](int /*column*/, int before, int now) {
        if (!m_isTidying && before > 0 && now > 0)
            m_isOfAnyWidth = false;
    });
    updateMetrics();
}

void RecordView::setRecordModel(RecordModel* model)
{
    m_model = model;
    setModel(model);
    if (!model)
        return;
    setDefaultColumns();
    model->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

QString RecordView::currentId() const
{
    return m_model && currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : QString();
}

QList<int> RecordView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QString RecordView::selectionAsText() const
{
    return m_model ? selectedRowsAsText(*this, *horizontalHeader(), RecordModel::CopyRole) : QString();
}

void RecordView::copySelection() const
{
    const QString text = selectionAsText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void RecordView::showColumnMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu->addAction(QString(title).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(
            action, &QAction::toggled, this, [this, column](bool isShown) { chooseColumn(column, isShown); });
    }
    menu->addSeparator();
    QAction* reset = menu->addAction(tr("Default columns"));
    connect(reset, &QAction::triggered, this, [this] {
        for (int column = 0; column < m_model->columnCount(); ++column)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
        setDefaultColumns();
        tidyColumns();
    });
    menu->popup(globalPosition);
}

void RecordView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex at = currentIndex();
    Q_EMIT menuRequested(menu);
    if (!menu->isEmpty())
        menu->addSeparator();
    QAction* copyCell = menu->addAction(tr("Copy &cell"));
    connect(copyCell, &QAction::triggered, this,
        [at] { QApplication::clipboard()->setText(at.data().toString()); });
    if (const QString word = at.data(RecordModel::CopyRole).toString(); word != at.data().toString()) {
        QAction* copyWord = menu->addAction(tr("Copy “%1”").arg(QString(word).replace(u'&', "&&"_L1)));
        connect(copyWord, &QAction::triggered, this, [word] { QApplication::clipboard()->setText(word); });
    }
    QAction* copyRows = menu->addAction(tr("Copy &rows"));
    copyRows->setShortcut(QKeySequence::Copy);
    connect(copyRows, &QAction::triggered, this, &RecordView::copySelection);
    QAction* copyId = menu->addAction(tr("Copy &ID"));
    connect(
        copyId, &QAction::triggered, this, [id = currentId()] { QApplication::clipboard()->setText(id); });
    for (QAction* action : {copyCell, copyRows, copyId})
        action->setEnabled(at.isValid());
    menu->addSeparator();
    QAction* sort = menu->addAction(tr("&Sort by this column"));
    sort->setEnabled(at.isValid());
    connect(sort, &QAction::triggered, this, [this, column = at.column()] {
        const QHeaderView* header = horizontalHeader();
        const bool isSorted =
            header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(column, isSorted ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    QAction* columns = menu->addAction(tr("C&hoose columns…"));
    connect(columns, &QAction::triggered, this,
        [this, position = event->globalPos()] { showColumnMenu(position); });
    menu->popup(event->globalPos());
    event->accept();
}

void RecordView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateMetrics();
}

void RecordView::updateMetrics()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + fontMetrics().height() / 2);
    m_neededWidths.clear(); // of another font
}

// Arriving by keyboard makes the first row the current one: it is the one that actions are about, and looks
// so.
void RecordView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    selectCurrent();
}

void RecordView::selectRow(int row)
{
    if (!m_model)
        return;
    int column = currentIndex().column();
    if (column < 0 || isColumnHidden(column))
        column = std::max(0, horizontalHeader()->logicalIndexAt(0)); // one that is seen
    selectionModel()->setCurrentIndex(
        m_model->index(row, column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RecordView::selectCurrent()
{
    if (currentIndex().isValid() && selectionModel()->selection().isEmpty())
        selectRow(currentIndex().row());
}

bool RecordView::isOneMeant() const
{
    const QItemSelection& selection = selectionModel()->selection();
    const int row = currentIndex().row();
    return row >= 0 && !selection.isEmpty()
        && std::all_of(selection.cbegin(), selection.cend(),
            [row](const QItemSelectionRange& range) { return range.top() == row && range.bottom() == row; });
}

void RecordView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRecordChanged(current.isValid() ? current.row() : -1);
}

} // namespace Telamon
