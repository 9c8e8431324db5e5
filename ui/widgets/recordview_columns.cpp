// SPDX-License-Identifier: GPL-3.0-or-later
// RecordView: which columns are shown, and how wide.
#include "models/celltext.h"
#include "models/recordmodel.h"
#include "ui/widgets/recordview.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int looked = 200; // rows whose words are looked at
constexpr int leastText = 16; // characters of a column that more room makes better
constexpr int longText = 26; // of one that is still told from others when it is cut
constexpr int leastOfLong = 20; // to which it is cut
constexpr int mostOfShort = 40; // up to which a short one stands whole
constexpr int mostWanted = 60;

bool isWords(const Column& column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::Enum;
}

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
    m_neededWidths.clear();
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
    tidyColumns();
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

// Of what is shown. It only becomes more: what is read again and again does not make the columns tremble.
void RecordView::measureColumns()
{
    const int rows = std::min(m_model->rowCount(), looked);
    const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1;
    const QList<int> shown = shownColumns();
    for (const int column : shown) {
        int width = 0;
        QString before;
        for (int row = 0; row < rows; ++row) {
            const QString text = m_model->index(row, column).data().toString().left(2 * mostWanted);
            if (text != before)
                width = std::max(width, fontMetrics().horizontalAdvance(text));
            before = text;
        }
        if (m_model->columns()[size_t(column)].presentation == Presentation::Age)
            width = std::max(width, fontMetrics().horizontalAdvance(ageText(0, 59 * 60'000)));
        width += 2 * margin + 1;
        if (column == 0) // the attention's icon
            width += fontMetrics().ascent() + 1 + 2 * margin;
        int& needed = m_neededWidths[column];
        needed = std::max({needed, width, horizontalHeader()->sectionSizeHint(column)});
    }
}

// Whole, unless it is long: then it may be cut, where it is still told from others.
RecordView::ColumnRoom RecordView::roomOf(int column) const
{
    const Column& described = m_model->columns()[size_t(column)];
    const int usual = defaultWidth(column);
    const int needed = m_neededWidths.value(column, usual);
    if (!isWords(described))
        return {column, needed, needed, needed, usual};
    const int title = horizontalHeader()->sectionSizeHint(column);
    const auto atMost = [&](int characters) {
        return std::max(title, std::min(needed, characters * fontMetrics().averageCharWidth()));
    };
    return {column, atMost(described.width >= longText ? leastOfLong : mostOfShort), atMost(mostWanted),
        std::max(title, needed), usual};
}

// Those that more room makes better; where there is none of them, whatever is no number.
QList<int> RecordView::growingColumns(const QList<ColumnRoom>& among) const
{
    QList<int> texts;
    QList<int> others;
    for (const ColumnRoom& room : among) {
        const Column& described = m_model->columns()[size_t(room.column)];
        if (isWords(described) && described.width >= leastText)
            texts.append(room.column);
        if (isWords(described) || described.type == ColumnType::Time)
            others.append(room.column);
    }
    return texts.isEmpty() ? others : texts;
}

// To what is enough, as far as there is room: those that miss the least have it first. Says what is left.
int RecordView::widen(QHash<int, int>& widths, QList<ColumnRoom> columns, int ColumnRoom::*enough, int room)
{
    const auto missing = [&](const ColumnRoom& column) {
        return std::max(0, column.*enough - widths.value(column.column));
    };
    std::stable_sort(columns.begin(), columns.end(),
        [&](const ColumnRoom& one, const ColumnRoom& other) { return missing(one) < missing(other); });
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const int share = room / int(columns.size() - i);
        const int more = std::min(missing(columns.at(i)), share);
        widths[columns.at(i).column] += more;
        room -= more;
    }
    return room;
}

// As many as have room side by side fill what is seen, so that none is cut by its edge; others are scrolled
// to. What is missing, the longest give, and of what is left first those have it that are cut; then texts.
void RecordView::fillWidth()
{
    if (m_neededWidths.isEmpty())
        measureColumns();
    const int all = viewport()->width();
    const QList<int> shown = shownColumns();
    QList<ColumnRoom> seen;
    int least = 0;
    for (const int column : shown) {
        const ColumnRoom room = roomOf(column);
        if (seen.size() == shown.indexOf(column) && least + room.least <= all) {
            seen.append(room);
            least += room.least;
        } else if (const int width = std::clamp(room.usual, room.least, room.wanted);
                   columnWidth(column) != width) {
            setColumnWidth(column, width);
        }
    }
    const QList<int> growing = growingColumns(seen);
    qint64 sharing = 0;
    for (const ColumnRoom& room : std::as_const(seen))
        sharing += growing.contains(room.column) ? room.usual : 0;
    QHash<int, int> widths;
    for (const ColumnRoom& room : std::as_const(seen))
        widths.insert(room.column, room.least);
    int left = all - least;
    for (const auto enough : {&ColumnRoom::wanted, &ColumnRoom::whole})
        left = widen(widths, seen, enough, left);
    for (const ColumnRoom& room : std::as_const(seen)) {
        qint64 width = widths.value(room.column);
        if (growing.contains(room.column))
            width += qint64(left) * room.usual / sharing;
        if (columnWidth(room.column) != int(width))
            setColumnWidth(room.column, int(width));
    }
}

void RecordView::fitColumns()
{
    if (!m_model || !m_isOfAnyWidth || m_model->totalCount() == 0)
        return;
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    measureColumns();
    fillWidth();
}

void RecordView::tidyColumns()
{
    if (!m_model || m_model->totalCount() == 0)
        return;
    const QScopedValueRollback<bool> tidying(m_isTidying, true);
    hideEmptyColumns();
    fitColumns();
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
