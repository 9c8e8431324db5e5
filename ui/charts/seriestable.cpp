// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/seriestable.h"

#include "models/series/filledrows.h"
#include "models/series/seriesmodel.h"
#include "ui/widgets/recorddelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

SeriesTable::SeriesTable(SeriesModel& model, QWidget* parent) : QTableView(parent), m_series(model)
{
    using Kind = SeriesDescription::Kind;
    const Kind kind = model.description().kind;
    if (kind == Kind::CountOverTime || kind == Kind::SumOverTime) {
        m_filled = new FilledRows(model, this);
        m_filled->setSourceModel(&model);
    }
    setModel(m_filled ? static_cast<QAbstractItemModel*>(m_filled) : &model);
    setItemDelegate(new RecordDelegate(-1, -1, this));
    setAccessibleName(model.title());
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(model.description().isOverTime() ? QAbstractItemView::ContiguousSelection
                                                      : QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 4 / 3);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setAccessibleName(tr("Columns"));
    connect(this, &QAbstractItemView::clicked, this, &SeriesTable::choose);
    const QAbstractItemModel* shown = this->model();
    connect(shown, &QAbstractItemModel::modelReset, this, &SeriesTable::fitColumns);
    connect(shown, &QAbstractItemModel::modelReset, this, &SeriesTable::updateGeometry);
    connect(shown, &QAbstractItemModel::rowsInserted, this, &SeriesTable::updateGeometry);
    connect(shown, &QAbstractItemModel::modelReset, this, [this] { m_shownSelection.reset(); });
    connect(shown, &QAbstractItemModel::rowsInserted, this, [this] { m_shownSelection.reset(); });
    connect(&model, &SeriesModel::counted, this, &SeriesTable::showSelected);
    connect(&model, &SeriesModel::counted, this, &SeriesTable::describeLeftOut);
    fitColumns();
    showSelected();
    describeLeftOut();
}

// Lanes are few, and all of them are seen.
QSize SeriesTable::sizeHint() const
{
    constexpr int mostLanes = 8;
    const bool areLanes = m_series.description().kind == SeriesDescription::Kind::Lanes;
    const int rows = areLanes ? std::min(model()->rowCount(), mostLanes) : 0;
    const int row = rows > 0 ? verticalHeader()->sectionSize(0) : 0;
    const int whole = horizontalHeader()->sizeHint().height() + rows * row;
    return {fontMetrics().averageCharWidth() * 44, std::max(whole, fontMetrics().height() * 10)};
}

QSize SeriesTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 6};
}

int SeriesTable::widthOfFirst(int column) const
{
    return fontMetrics().horizontalAdvance(m_series.index(0, column).data().toString() + u"000"_s);
}

// The numbers as wide as they are, the rest for what they are of.
void SeriesTable::fitColumns()
{
    const int columns = m_series.columnCount();
    for (int column = 0; column < columns; ++column) {
        const bool isFirst = column == 0;
        horizontalHeader()->setSectionResizeMode(
            column, isFirst && columns == 2 ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (isFirst)
            setColumnWidth(column, fontMetrics().averageCharWidth() * 34);
        else
            setColumnWidth(column,
                std::clamp(std::max(horizontalHeader()->sectionSizeHint(column), widthOfFirst(column)),
                    fontMetrics().averageCharWidth() * 12, fontMetrics().averageCharWidth() * 24));
    }
}

QList<int> SeriesTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex& index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

QString SeriesTable::selectionAsText() const
{
    QString text;
    const int columns = m_series.columnCount();
    for (int column = 0; column < columns; ++column)
        text += (column > 0 ? u"\t"_s : QString())
            + m_series.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    text += u'\n';
    const QList<int> rows = selectedRows();
    for (const int row : rows) {
        for (int column = 0; column < columns; ++column)
            text += (column > 0 ? u"\t"_s : QString()) + model()->index(row, column).data().toString();
        text += u'\n';
    }
    return text;
}

int SeriesTable::seriesRow(int row) const
{
    return m_filled ? m_filled->mapToSource(m_filled->index(row, 0)).row() : row;
}

QItemSelection SeriesTable::rowsOf(int first, int last) const
{
    if (!m_filled)
        return {m_series.index(first, 0), m_series.index(last, 0)};
    QItemSelection rows;
    for (int row = first; row <= last; ++row) {
        if (const QModelIndex listed = m_filled->mapFromSource(m_series.index(row, 0)); listed.isValid())
            rows.select(listed, listed);
    }
    return rows;
}

QString SeriesTable::leftOutText() const
{
    const int count = m_filled ? m_filled->leftOut() : 0;
    if (count == 0)
        return {};
    return tr("Left out, since there is nothing in them: %1 of %2 rows.")
        .arg(QLocale().toString(count), QLocale().toString(m_series.rowCount()));
}

void SeriesTable::describeLeftOut()
{
    const QString text = leftOutText();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    Q_EMIT leftOutChanged();
}

void SeriesTable::choose()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const int one = seriesRow(rows.first());
    const int other = seriesRow(rows.last()); // the newest may come first
    Q_EMIT rowsChosen(std::min(one, other), std::max(one, other));
}

// Only where the filter has changed it: what is being selected by hand stays.
void SeriesTable::showSelected()
{
    const auto selected = m_series.selection();
    if (selected == m_shownSelection)
        return;
    m_shownSelection = selected;
    const QItemSelection rows = selected ? rowsOf(selected->first, selected->second) : QItemSelection();
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void SeriesTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectionAsText());
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose();
    } else if (event->key() == Qt::Key_Escape && m_series.selection()) {
        clearSelection();
        Q_EMIT clearRequested();
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace Telamon
