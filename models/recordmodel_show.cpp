// SPDX-License-Identifier: GPL-3.0-or-later
// RecordModel: how a view is told what changed.
#include "models/recordmodel_p.h"

#include <algorithm>

namespace Telamon {

namespace {
// Beyond so many separate ranges one change of the layout is quicker than telling each.
constexpr int MostRanges = 8;
} // namespace

void RecordModel::Private::match(std::size_t from, bool onlyMatching)
{
    filter.match(table, from, onlyMatching, matches,
        [this](std::size_t row) { return int(q->recordAttention(static_cast<int>(row))); });
}

std::vector<quint32> RecordModel::Private::matchingRows() const
{
    if (filter.isEmpty())
        return order.rows();
    std::vector<quint32> rows;
    rows.reserve(order.rows().size());
    std::copy_if(order.rows().cbegin(), order.rows().cend(), std::back_inserter(rows),
        [this](quint32 row) { return matches[row] != 0; });
    return rows;
}

int RecordModel::Private::positionOf(quint32 row) const
{
    if (positions.empty()) {
        positions.assign(table.size(), -1);
        for (std::size_t i = 0; i < shown.size(); ++i)
            positions[shown[i]] = static_cast<int>(i);
    }
    return row < positions.size() ? positions[row] : -1;
}

void RecordModel::Private::presentAppended(std::size_t firstNew, const std::vector<quint32>& differing)
{
    order.extend(table);
    const bool judgesAll = !differing.empty() && !filter.isEmpty();
    match(judgesAll ? 0 : firstNew, false);
    needsOrder = needsOrder || (!differing.empty() && order.column() >= 0);
    show(matchingRows());
    emitChanged(differing);
}

void RecordModel::Private::showAll()
{
    order.rebuild(table);
    needsOrder = false;
    show(matchingRows());
}

void RecordModel::judgeAgain()
{
    d->showTaken();
    d->match(0, false);
    d->show(d->matchingRows());
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT countsChanged();
}

// From the rows shown to those wanted: what goes is removed, what comes is inserted, the rest keeps its place
// or is moved by one change of layout.
void RecordModel::Private::show(std::vector<quint32> rows)
{
    std::vector<quint8> isWanted(table.size(), 0);
    for (const quint32 row : rows)
        isWanted[row] = 1;
    std::vector<quint8> stays(shown.size(), 0);
    std::size_t stayingRows = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        stays[i] = isWanted[shown[i]];
        stayingRows += stays[i];
        isWanted[shown[i]] = 0; // what is left over is new
    }
    const std::size_t before = shown.size();
    if (stayingRows < shown.size())
        removePositions(stays);
    if (stayingRows < rows.size()) {
        // In their place where that is one piece, else at the end, to be moved from there.
        const auto isNew = [&isWanted](quint32 row) { return isWanted[row] != 0; };
        const auto first = std::find_if(rows.cbegin(), rows.cend(), isNew);
        const auto last = std::find_if_not(first, rows.cend(), isNew);
        const std::size_t count = rows.size() - stayingRows;
        const bool isOnePiece = static_cast<std::size_t>(last - first) == count;
        const std::ptrdiff_t at =
            isOnePiece ? first - rows.cbegin() : static_cast<std::ptrdiff_t>(shown.size());
        std::vector<quint32> added;
        added.reserve(count);
        std::copy_if(first, rows.cend(), std::back_inserter(added), isNew);
        q->beginInsertRows({}, static_cast<int>(at), static_cast<int>(at) + static_cast<int>(count) - 1);
        shown.insert(shown.begin() + at, added.cbegin(), added.cend());
        positions.clear();
        q->endInsertRows();
    }
    if (shown != rows)
        permute(std::move(rows));
    positions.clear();
    if (before != shown.size())
        Q_EMIT q->countsChanged();
}

void RecordModel::Private::removePositions(const std::vector<quint8>& stays)
{
    std::vector<std::pair<std::size_t, std::size_t>> ranges; // [first, last)
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (stays[i])
            continue;
        if (!ranges.empty() && ranges.back().second == i)
            ++ranges.back().second;
        else
            ranges.emplace_back(i, i + 1);
    }
    if (ranges.size() > MostRanges) {
        std::vector<quint32> sorted;
        sorted.reserve(shown.size());
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (stays[i])
                sorted.push_back(shown[i]);
        }
        const std::size_t stayingRows = sorted.size();
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (!stays[i])
                sorted.push_back(shown[i]);
        }
        permute(std::move(sorted));
        ranges = {{stayingRows, shown.size()}};
    }
    std::reverse(ranges.begin(), ranges.end());
    for (const auto& [first, end] : ranges) {
        q->beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(first),
            shown.begin() + static_cast<std::ptrdiff_t>(end));
        positions.clear();
        q->endRemoveRows();
    }
}

// The same rows in another order; persistent indexes move along.
void RecordModel::Private::permute(std::vector<quint32> rows)
{
    Q_EMIT q->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = q->persistentIndexList();
    std::vector<quint32> persistentRows;
    persistentRows.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& index : before)
        persistentRows.push_back(rowAt(index.row()));
    shown = std::move(rows);
    positions.clear();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(q->index(positionOf(persistentRows[static_cast<std::size_t>(i)]), before[i].column()));
    q->changePersistentIndexList(before, after);
    Q_EMIT q->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RecordModel::Private::emitChanged(const std::vector<quint32>& rows)
{
    std::vector<int> at;
    at.reserve(rows.size());
    for (const quint32 row : rows) {
        if (const int position = positionOf(row); position >= 0)
            at.push_back(position);
    }
    if (at.empty())
        return;
    std::sort(at.begin(), at.end());
    std::vector<std::pair<int, int>> ranges;
    for (const int position : at) {
        if (!ranges.empty() && ranges.back().second + 1 == position)
            ranges.back().second = position;
        else
            ranges.emplace_back(position, position);
    }
    if (ranges.size() > MostRanges)
        ranges = {{at.front(), at.back()}};
    for (const auto& [first, last] : ranges)
        Q_EMIT q->dataChanged(q->index(first, 0), q->index(last, q->columnCount() - 1));
}

} // namespace Telamon
