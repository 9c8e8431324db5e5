// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/leafmodel.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/schema.h"
#include "api/journal/bodyshape.h"
#include "api/records/plaintext.h"
#include "ui/forms/valuetext.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// What says nothing about a thing that goes: where else it is to be read, and what it never had.
bool isOfNoInterest(const ReviewLeaf& leaf)
{
    return pointerTokens(leaf.pointer).contains("links"_L1) || leaf.now.isNull();
}

QString leafText(const QJsonValue& value)
{
    if (value.isString() && value.toString().isEmpty())
        return LeafModel::tr("“” (empty)");
    if (value.isString())
        return edgedText(valueText(value));
    if (!value.isArray())
        return value.isUndefined() ? LeafModel::tr("—") : valueText(value);
    QStringList parts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        if (each.isObject() || each.isArray())
            return valueText(value);
        parts.append(valueText(each));
    }
    return parts.isEmpty() ? LeafModel::tr("(empty)") : parts.join(u", "_s);
}

} // namespace

void LeafModel::setReview(const Review& review)
{
    beginResetModel();
    m_leaves = review.leaves;
    m_schema = review.operation ? review.operation->requestSchema : nullptr;
    if (isDeletion())
        m_leaves.removeIf(isOfNoInterest);
    endResetModel();
}

bool LeafModel::isDeletion() const
{
    return !m_leaves.isEmpty() && std::all_of(m_leaves.cbegin(), m_leaves.cend(), [](const ReviewLeaf& leaf) {
        return leaf.proposed.isUndefined() && leaf.pointer.startsWith("/before"_L1);
    });
}

// "Criteria › Date field": each step as the form calls it, without the part of the request that all have in
// common.
QString LeafModel::pathText(const QString& pointer) const
{
    const QStringList tokens = pointerTokens(pointer);
    const bool isBody = m_schema && tokens.value(0) == "body"_L1;
    QStringList names;
    QString inBody;
    for (qsizetype i = tokens.size() > 1 ? 1 : 0; i < tokens.size(); ++i) {
        inBody = childPointer(inBody, tokens.at(i));
        const Schema* schema = isBody ? schemaAt(m_schema, inBody) : nullptr;
        names.append(visibleText(schema && !schema->title.isEmpty() ? schema->title : tokens.at(i)));
    }
    return names.join(u" › "_s);
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
    if (role == Qt::ToolTipRole && index.column() == FieldColumn)
        return visibleText(leaf.pointer);
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
        return isDeletion() ? tr("Is deleted") : tr("As it is now");
    default:
        return tr("As proposed");
    }
}

} // namespace Telamon
