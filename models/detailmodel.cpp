// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailmodel.h"

#include "api/records/plaintext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int depthLimit = 64; // deeper values are shown as JSON text

bool isLeaf(const QJsonValue& value)
{
    return !value.isObject() && !value.isArray();
}

QString jsonText(const QJsonValue& value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QString leafText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
        return whole != std::numeric_limits<qint64>::min() ? QString::number(whole)
                                                           : QString::number(value.toDouble(), 'g', 15);
    }
    case QJsonValue::String:
        return value.toString();
    default:
        return u"null"_s;
    }
}

QString branchText(const QJsonValue& value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        if (array.isEmpty())
            return DetailModel::tr("none");
        if (std::all_of(array.cbegin(), array.cend(), isLeaf)) {
            QStringList texts;
            for (const QJsonValue& element : array)
                texts.append(leafText(element));
            return texts.join(u", "_s);
        }
        return DetailModel::tr("entries: %1").arg(array.size());
    }
    return value.toObject().isEmpty() ? DetailModel::tr("empty") : QString();
}

// "Tuesday, 24 November 2026 02:00:00 UTC" for what is a time, in local time and UTC; empty for anything
// else.
QString timeToolTip(const QString& text)
{
    if (text.size() < 19 || text.size() > 35 || text[4] != u'-' || text[10] != u'T')
        return {};
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    const QLocale locale;
    return locale.toString(time.toLocalTime(), QLocale::LongFormat) + u'\n'
        + time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

} // namespace

DetailModel::DetailModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
}

DetailModel::~DetailModel() = default;

void DetailModel::setValue(const QJsonValue& value)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->value = value;
    fill(*m_root, 0);
    endResetModel();
}

void DetailModel::fill(Node& node, int depth)
{
    if (depth > depthLimit)
        return;
    const auto add = [&node, depth](const QString& name, const QJsonValue& value, bool isElement) {
        auto child = std::make_unique<Node>();
        child->name = name;
        child->value = value;
        child->parent = &node;
        child->row = int(node.children.size());
        child->isElement = isElement;
        fill(*child, depth + 1);
        node.children.push_back(std::move(child));
    };
    if (node.value.isObject()) {
        const QJsonObject object = node.value.toObject();
        // Plain values before groups: what a person looks for first stands on top.
        for (const bool wantsLeaf : {true, false}) {
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (isLeaf(it.value()) == wantsLeaf)
                    add(it.key(), it.value(), false);
            }
        }
    } else if (node.value.isArray()) {
        const QJsonArray array = node.value.toArray();
        if (std::all_of(array.cbegin(), array.cend(), isLeaf))
            return; // shown in one line by the parent
        for (qsizetype i = 0; i < array.size(); ++i)
            add(u'[' + QString::number(i) + u']', array.at(i), true);
    }
}

const DetailModel::Node* DetailModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

QModelIndex DetailModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* above = node(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= int(above->children.size()))
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex DetailModel::parent(const QModelIndex& index) const
{
    const Node* above = index.isValid() ? node(index)->parent : nullptr;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int DetailModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int DetailModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant DetailModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *this->node(index);
    const QString value = isLeaf(node.value) ? leafText(node.value) : branchText(node.value);
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(index.column() == NameColumn ? node.name : value);
    case Qt::ToolTipRole:
        return node.value.isString() ? timeToolTip(node.value.toString()) : QString();
    case CopyRole:
        return isLeaf(node.value) ? value : jsonText(node.value);
    case PointerRole: {
        QString pointer;
        for (const Node* at = &node; at->parent; at = at->parent) {
            QString token = at->isElement ? QString::number(at->row) : at->name;
            pointer.prepend(u'/' + token.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1));
        }
        return pointer;
    }
    default:
        return {};
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Field") : tr("Value");
}

} // namespace Telamon
