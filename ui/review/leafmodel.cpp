// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/leafmodel.h"

#include "api/catalog/jsonpointer.h"
#include "ui/forms/valuetext.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// What says nothing about a thing that goes: where else it is to be read, and what it never had.
bool isOfNoInterest(const ReviewLeaf& leaf)
{
    return pointerTokens(leaf.pointer).contains("links"_L1) || leaf.now.isNull();
}

bool isGone(const ReviewLeaf& leaf)
{
    return leaf.proposed.isUndefined() && leaf.pointer.startsWith("/before"_L1);
}

// Scalars, none of them twice.
bool isPlainSet(const QJsonArray& array)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue each = array.at(i);
        if (each.isObject() || each.isArray())
            return false;
        for (qsizetype before = 0; before < i; ++before) {
            if (array.at(before) == each)
                return false;
        }
    }
    return true;
}

QJsonArray onlyThoseIn(const QJsonArray& array, const QJsonArray& others)
{
    QJsonArray kept;
    for (const QJsonValue& each : array) {
        if (others.contains(each))
            kept.append(each);
    }
    return kept;
}

// What all of the lists have; nothing where they have it in another order.
std::optional<QJsonArray> sharedBy(const QList<QJsonArray>& lists)
{
    QJsonArray shared = lists.value(0);
    for (const QJsonArray& list : lists)
        shared = onlyThoseIn(shared, list);
    const bool isSameOrder = std::all_of(lists.cbegin(), lists.cend(),
        [&shared](const QJsonArray& list) { return onlyThoseIn(list, shared) == shared; });
    return isSameOrder ? std::optional(shared) : std::nullopt;
}

} // namespace

// One row for the leaf, or, of lists, one for each element that is not in all of them: what comes or goes is
// not hidden at the end of a long line.
void LeafModel::addRows(QList<Row>& rows, const ReviewLeaf& leaf)
{
    constexpr qsizetype longest = 1000; // compared each with each
    QList<QJsonArray> lists;
    bool isInElements = true;
    for (const QJsonValue& value : {leaf.now, leaf.opened, leaf.proposed}) {
        const QJsonArray list = value.toArray();
        if (!value.isUndefined() && value.isArray() && list.size() <= longest && isPlainSet(list))
            lists.append(list);
        else if (!value.isUndefined())
            isInElements = false;
    }
    const std::optional<QJsonArray> shared = isInElements ? sharedBy(lists) : std::nullopt;
    const bool isLong =
        std::any_of(lists.cbegin(), lists.cend(), [](const QJsonArray& list) { return list.size() > 1; });
    if (!shared || !isLong || lists.size() < 2 || leaf.proposed.isUndefined()) {
        rows.append({leaf, leaf.pointer});
        return;
    }
    QJsonArray known = *shared;
    for (const QJsonArray& list : std::as_const(lists)) {
        for (const QJsonValue& element : list) {
            if (known.contains(element))
                continue;
            known.append(element);
            const auto where = [&element](const QJsonValue& state) {
                return state.toArray().contains(element) ? element : QJsonValue(QJsonValue::Undefined);
            };
            rows.append({{leaf.pointer, where(leaf.opened), where(leaf.now), where(leaf.proposed),
                             leaf.changedMeanwhile && where(leaf.opened) != where(leaf.now)},
                childPointer(leaf.pointer, 0)});
        }
    }
    if (!shared->isEmpty())
        rows.append({{.pointer = leaf.pointer}, leaf.pointer, shared->size()});
}

void LeafModel::setReview(const Review& review)
{
    beginResetModel();
    m_words = LeafWords(review);
    const bool isDeletion = std::all_of(review.leaves.cbegin(), review.leaves.cend(), isGone);
    m_rows.clear();
    for (const ReviewLeaf& leaf : review.leaves) {
        if (!isDeletion || !isOfNoInterest(leaf))
            addRows(m_rows, leaf);
    }
    endResetModel();
}

void LeafModel::setNames(const QHash<QString, QString>& names)
{
    m_names = names;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

bool LeafModel::isDeletion() const
{
    return !m_rows.isEmpty()
        && std::all_of(m_rows.cbegin(), m_rows.cend(), [](const Row& row) { return isGone(row.leaf); });
}

bool LeafModel::hasStates() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row& row) {
        return row.others > 0 || !row.leaf.opened.isUndefined() || !row.leaf.now.isUndefined();
    });
}

int LeafModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LeafModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QJsonValue LeafModel::valueIn(const Row& row, int column)
{
    switch (column) {
    case OpenedColumn:
        return row.leaf.opened;
    case NowColumn:
        return row.leaf.now;
    default:
        return row.leaf.proposed;
    }
}

QString LeafModel::cellText(const Row& row, int column) const
{
    if (column == FieldColumn)
        return m_words.path(row.leaf.pointer);
    if (row.others == 0)
        return m_words.value(row.values, valueIn(row, column), m_names);
    if (column != ProposedColumn)
        return {};
    return row.others == 1 ? tr("1 other stays") : tr("%1 others stay").arg(row.others);
}

// The whole path, and what the service calls it or the value where that reads otherwise.
QString LeafModel::toolTip(const Row& row, int column) const
{
    if (column == FieldColumn) {
        const QString path = m_words.path(row.leaf.pointer);
        const QString raw = m_words.rawPath(row.leaf.pointer);
        return raw.isEmpty() || raw == path ? path : path + u'\n' + raw;
    }
    const QJsonValue value = valueIn(row, column);
    const QString raw = edgedText(valueText(value));
    return value.isString() && raw != cellText(row, column) ? raw : QString();
}

QVariant LeafModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case AttentionRole:
        return int(
            row.leaf.changedMeanwhile && index.column() == NowColumn ? Attention::Warning : Attention::None);
    case Qt::FontRole: {
        if (index.column() != ProposedColumn || row.others > 0)
            return {};
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::DisplayRole:
        return cellText(row, index.column());
    default:
        return {};
    }
}

QVariant LeafModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case OpenedColumn:
        return tr("As opened");
    case NowColumn:
        return isDeletion() ? tr("Is lost") : tr("As it is now");
    default:
        return tr("As proposed");
    }
}

} // namespace Telamon
