// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/leafmodel.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "ui/forms/valuetext.h"
#include "ui/widgets/theme.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// "criteria › dateField", without the part of the request that all have in common.
QString pathText(const QString& pointer)
{
    QStringList tokens = pointerTokens(pointer);
    if (tokens.size() > 1)
        tokens.removeFirst();
    return visibleText(tokens.join(u" › "_s));
}

QString leafText(const QJsonValue& value)
{
    if (value.isString() && value.toString().isEmpty())
        return LeafModel::tr("“” (empty)");
    return value.isUndefined() ? LeafModel::tr("—") : valueText(value);
}

} // namespace

void LeafModel::setLeaves(const QList<ReviewLeaf>& leaves)
{
    beginResetModel();
    m_leaves = leaves;
    endResetModel();
}

bool LeafModel::hasStates() const
{
    return std::any_of(m_leaves.cbegin(), m_leaves.cend(),
        [](const ReviewLeaf& leaf) { return !leaf.opened.isUndefined() || !leaf.now.isUndefined(); });
}

int LeafModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_leaves.size());
}

int LeafModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LeafModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_leaves.size())
        return {};
    const ReviewLeaf& leaf = m_leaves.at(index.row());
    if (role == AttentionRole)
        return int(
            leaf.changedMeanwhile && index.column() == NowColumn ? Attention::Warning : Attention::None);
    if (role == Qt::FontRole && index.column() == ProposedColumn) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case FieldColumn:
        return pathText(leaf.pointer);
    case OpenedColumn:
        return leafText(leaf.opened);
    case NowColumn:
        return leafText(leaf.now);
    default:
        return leafText(leaf.proposed);
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
        return tr("As it is now");
    default:
        return tr("As proposed");
    }
}

} // namespace Telamon
