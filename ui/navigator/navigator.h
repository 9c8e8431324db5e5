// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace Telamon {

class Inventory;
class NavigatorModel;

// The tree of places at the left, with a line to find one by typing.
class Navigator : public QWidget {
    Q_OBJECT
public:
    explicit Navigator(QWidget* parent = nullptr);

    void setInventory(Inventory* inventory);
    void setCurrentPlace(const Place& place); // without telling placeChosen
    void focusFind();
    QTreeView* tree() const { return m_tree; }
    QLineEdit* findEdit() const { return m_find; }

Q_SIGNALS:
    void placeChosen(const Telamon::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& text);
    void choose(const QModelIndex& proxyIndex);
    void expandFirst();
    QSet<QPersistentModelIndex> openPlaces(const QModelIndex& parent) const; // of the model
    void openOnly(const QSet<QPersistentModelIndex>& places, const QModelIndex& parent);

    NavigatorModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_find;
    QTreeView* m_tree;
    QLabel* m_nothing; // that was looked for
    Place m_current;
    std::optional<QSet<QPersistentModelIndex>> m_openBefore; // while something is looked for
    bool m_isFollowing = false; // the tree's current row is being set, not chosen
    bool m_isLosingRows = false;
    bool m_hasExpanded = false;
};

} // namespace Telamon
