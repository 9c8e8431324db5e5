// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace Telamon {

class Inventory;

// The tree of places: the fleet, organisations, their projects, their clusters. Follows the inventory; rows
// that stay keep their indexes, so that what is expanded and selected stays so.
class NavigatorModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        PlaceRole = Qt::UserRole + 1, // Place
        IconNameRole, // QString: of the kind; a lock where it may not be read
        AttentionRole, // int Attention: the worst below
    };

    explicit NavigatorModel(QObject* parent = nullptr);
    ~NavigatorModel() override;

    void setInventory(Inventory* inventory); // null: only the fleet
    Place placeAt(const QModelIndex& index) const;
    QModelIndex indexOf(const Place& place) const; // invalid where not there

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node;
    struct Wanted;
    const Node* node(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node) const;
    void rebuild();
    Wanted wanted() const;
    static void addAlerts(Wanted& wanted);
    void merge(Node& node, Wanted& wanted);
    static const Node* find(const Node& node, const Place& place);

    Inventory* m_inventory = nullptr;
    QList<QMetaObject::Connection> m_shown; // to the inventory and its tables
    std::unique_ptr<Node> m_root;
    QTimer m_rebuildSoon;
};

} // namespace Telamon

Q_DECLARE_METATYPE(Telamon::Place)
