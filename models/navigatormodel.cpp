// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatormodel.h"

#include "api/records/plaintext.h"
#include "models/clusteralerts.h"
#include "models/inventory.h"
#include "models/navigatormodel_p.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

NavigatorModel::NavigatorModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_rebuildSoon.setSingleShot(true);
    m_rebuildSoon.setInterval(std::chrono::milliseconds(150));
    connect(&m_rebuildSoon, &QTimer::timeout, this, &NavigatorModel::rebuild);
    rebuild();
}

NavigatorModel::~NavigatorModel() = default;

void NavigatorModel::setInventory(Inventory* inventory)
{
    for (const QMetaObject::Connection& each : std::as_const(m_shown))
        disconnect(each); // it may end much later, when another is shown
    m_shown.clear();
    m_inventory = inventory;
    if (m_inventory) {
        for (RecordModel* model :
            {&m_inventory->organizations(), &m_inventory->projects(), &m_inventory->clusters()}) {
            for (const auto changed : {&RecordModel::countsChanged, &RecordModel::loadFinished})
                m_shown.append(connect(model, changed, &m_rebuildSoon, qOverload<>(&QTimer::start)));
        }
        m_shown.append(connect(
            &m_inventory->alerts(), &ClusterAlerts::changed, &m_rebuildSoon, qOverload<>(&QTimer::start)));
        m_shown.append(connect(m_inventory, &QObject::destroyed, this, [this] {
            m_inventory = nullptr;
            rebuild();
        }));
    }
    rebuild();
}

Place NavigatorModel::placeAt(const QModelIndex& index) const
{
    return index.isValid() ? node(index)->place : Place();
}

const NavigatorModel::Node* NavigatorModel::find(const Node& node, const Place& place)
{
    for (const auto& child : node.children) {
        if (child->place == place)
            return child.get();
        if (const Node* found = find(*child, place))
            return found;
    }
    return nullptr;
}

QModelIndex NavigatorModel::indexOf(const Place& place) const
{
    const Node* found = find(*m_root, place);
    return found ? indexOf(*found) : QModelIndex();
}

QModelIndex NavigatorModel::indexOf(const Node& node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

const NavigatorModel::Node* NavigatorModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

void NavigatorModel::rebuild()
{
    Wanted root = wanted();
    addAlerts(root);
    merge(*m_root, root);
}

void NavigatorModel::merge(Node& node, Wanted& wanted)
{
    static const QCollator collator = [] {
        QCollator natural;
        natural.setNumericMode(true);
        natural.setCaseSensitivity(Qt::CaseInsensitive);
        return natural;
    }();
    const auto comesBefore = [](const Wanted& a, const Wanted& b) {
        if (a.place.kind == Place::Kind::Fleet || b.place.kind == Place::Kind::Fleet)
            return a.place.kind < b.place.kind;
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.place.projectId < b.place.projectId;
    };
    std::stable_sort(wanted.children.begin(), wanted.children.end(), comesBefore);

    QHash<Place, size_t> wantedRows;
    for (size_t i = 0; i < wanted.children.size(); ++i)
        wantedRows.insert(wanted.children[i].place, i);
    const QModelIndex self = indexOf(node);
    const auto renumber = [&node] {
        for (size_t i = 0; i < node.children.size(); ++i)
            node.children[i]->row = int(i);
    };

    // Gone or renamed ones leave first; those that stay are then in the wanted order among themselves.
    for (size_t i = node.children.size(); i-- > 0;) {
        const auto found = wantedRows.constFind(node.children[i]->place);
        if (found != wantedRows.cend() && wanted.children[*found].name == node.children[i]->name)
            continue;
        beginRemoveRows(self, int(i), int(i));
        node.children.erase(node.children.begin() + qsizetype(i));
        renumber();
        endRemoveRows();
    }
    for (size_t i = 0; i < wanted.children.size();) {
        if (i < node.children.size() && node.children[i]->place == wanted.children[i].place) {
            ++i;
            continue;
        }
        size_t end = i; // a run of new ones goes in at once
        while (end < wanted.children.size()
            && !(i < node.children.size() && wanted.children[end].place == node.children[i]->place))
            ++end;
        beginInsertRows(self, int(i), int(end) - 1);
        for (size_t at = i; at < end; ++at) {
            auto child = std::make_unique<Node>();
            child->place = wanted.children[at].place;
            child->name = wanted.children[at].name;
            child->parent = &node;
            node.children.insert(node.children.begin() + qsizetype(at), std::move(child));
        }
        renumber();
        endInsertRows();
        i = end;
    }

    for (size_t i = 0; i < wanted.children.size(); ++i) {
        Node& child = *node.children[i];
        merge(child, wanted.children[i]);
        int attention = wanted.children[i].attention;
        for (const auto& below : child.children)
            attention = qMax(attention, below->attention);
        if (child.attention != attention || child.note != wanted.children[i].note
            || child.isUnreadable != wanted.children[i].isUnreadable) {
            child.attention = attention;
            child.isUnreadable = wanted.children[i].isUnreadable;
            child.note = wanted.children[i].note;
            const QModelIndex changed = indexOf(child);
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* above = node(parent);
    if (row < 0 || column != 0 || row >= int(above->children.size()))
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex NavigatorModel::parent(const QModelIndex& index) const
{
    const Node* above = index.isValid() ? node(index)->parent : nullptr;
    return above ? indexOf(*above) : QModelIndex();
}

int NavigatorModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int NavigatorModel::columnCount(const QModelIndex& /*parent*/) const
{
    return 1;
}

QVariant NavigatorModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *this->node(index);
    static constexpr const char* iconNames[] = {"fleet", "organization", "project", "cluster", "flex"};
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(node.name);
    case Qt::ToolTipRole:
        return node.note;
    case PlaceRole:
        return QVariant::fromValue(node.place);
    case IconNameRole:
        return node.isUnreadable ? u"locked"_s : QString::fromLatin1(iconNames[int(node.place.kind)]);
    case AttentionRole:
        return node.attention;
    default:
        return {};
    }
}

} // namespace Telamon
