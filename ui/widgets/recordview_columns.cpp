// SPDX-License-Identifier: GPL-3.0-or-later
// RecordView: which columns are shown, and how wide.
#include "models/recordmodel.h"
#include "ui/widgets/recordview.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int looked = 200; // rows whose words are looked at, where no value is known
constexpr int leastText = 16; // characters of a column that more room makes better
constexpr int mostGiven = 10; // at most a tenth of the room

QVariantList toList(const QSet<int>& numbers)
{
    QVariantList list;
    for (const int number : numbers)
        list.append(number);
    return list;
}

} // namespace

void RecordView::setDefaultColumns()
{
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    m_unchosen.clear();
    m_isOfAnyWidth = true;
    const Columns& columns = m_model->columns();
    for (int column = 0; column < int(columns.size()); ++column) {
        const bool isShown = columns[size_t(column)].isShownAtFirst && !m_hiddenAtFirst.contains(column);
        setColumnWidth(column, defaultWidth(column));
        setColumnHidden(column, !isShown);
        if (isShown && column > 0) // the first holds the attention
            m_unchosen.insert(column);
    }
}

int RecordView::defaultWidth(int column) const
{
    const Column& described = m_model->columns()[size_t(column)];
    const int character = fontMetrics().averageCharWidth();
    const int byType = described.type == ColumnType::Text ? 24 : 14;
    int wanted = (described.width > 0 ? described.width : byType) * character + 4 * character;
    if (described.presentation == Presentation::Moment)
        wanted = fontMetrics().horizontalAdvance(u"2026-10-30 00:00:00"_s) + 3 * character;
    if (column == 0)
        wanted += fontMetrics().height() + character; // the attention's icon
    return std::max(wanted, horizontalHeader()->sectionSizeHint(column));
}

void RecordView::hideAtFirst(const QByteArray& key)
{
    const int column = m_model->columnOf(key);
    if (column <= 0)
        return;
    m_hiddenAtFirst.insert(column);
    m_unchosen.remove(column);
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    setColumnHidden(column, true);
}

void RecordView::chooseColumn(int column, bool isShown)
{
    m_unchosen.remove(column);
    setColumnHidden(column, !isShown);
}

bool RecordView::isEmptyColumn(int column) const
{
    if (m_model->isAnyKnown(column))
        return false;
    // Words may stand where nothing is known: "never".
    const int rows = std::min(m_model->rowCount(), looked);
    for (int row = 0; row < rows; ++row) {
        if (!m_model->index(row, column).data().toString().isEmpty())
            return false;
    }
    return true;
}

void RecordView::hideEmptyColumns()
{
    for (const int column : std::as_const(m_unchosen)) {
        const bool isEmpty = isEmptyColumn(column);
        if (isColumnHidden(column) != isEmpty)
            setColumnHidden(column, isEmpty);
    }
}

// Those that more room makes better; where there is none of them, whatever is no number.
QList<int> RecordView::growingColumns() const
{
    QList<int> texts;
    QList<int> others;
    const QList<int> shown = shownColumns();
    for (const int column : shown) {
        const Column& described = m_model->columns()[size_t(column)];
        const bool isText = described.type == ColumnType::Text || described.type == ColumnType::Enum;
        if (isText && described.width >= leastText)
            texts.append(column);
        if (isText || described.type == ColumnType::Time)
            others.append(column);
    }
    return texts.isEmpty() ? others : texts;
}

// The room that is left is theirs; what is missing, if it is little, they give.
void RecordView::fillWidth()
{
    const QList<int> shown = shownColumns();
    const QList<int> growing = growingColumns();
    const int all = viewport()->width();
    int left = all;
    for (const int column : shown)
        left -= defaultWidth(column);
    if (left < 0 && -left * mostGiven > all)
        left = 0; // it is scrolled
    int room = 0; // by which they share
    for (const int column : growing)
        room += defaultWidth(column);
    for (const int column : shown) {
        const double share =
            growing.contains(column) ? std::floor(double(left) * defaultWidth(column) / room) : 0;
        const int width = defaultWidth(column) + int(share);
        if (columnWidth(column) != width)
            setColumnWidth(column, width);
    }
}

void RecordView::tidyColumns()
{
    if (!m_model || m_model->totalCount() == 0)
        return;
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    hideEmptyColumns();
    if (m_isOfAnyWidth)
        fillWidth();
}

void RecordView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (!m_model || !m_isOfAnyWidth || m_isTidying || m_model->totalCount() == 0)
        return;
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    fillWidth();
}

bool RecordView::restoreColumns(QSettings& settings, const QString& key)
{
    const QByteArray state = settings.value(key).toByteArray();
    // A state saved by a version with other columns does not fit and is dropped.
    const bool fits = settings.value(key + "-count"_L1).toInt() == horizontalHeader()->count();
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    if (state.isEmpty() || !fits || !horizontalHeader()->restoreState(state))
        return false;
    m_unchosen.clear();
    const QVariantList unchosen = settings.value(key + "-unchosen"_L1).toList();
    for (const QVariant& column : unchosen)
        m_unchosen.insert(column.toInt());
    m_isOfAnyWidth = settings.value(key + "-any-width"_L1).toBool();
    return true;
}

void RecordView::saveColumns(QSettings& settings, const QString& key) const
{
    settings.setValue(key, horizontalHeader()->saveState());
    settings.setValue(key + "-count"_L1, horizontalHeader()->count());
    settings.setValue(key + "-unchosen"_L1, toList(m_unchosen));
    settings.setValue(key + "-any-width"_L1, m_isOfAnyWidth);
}

} // namespace Telamon
