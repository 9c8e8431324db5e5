// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/navigator.h"

#include "models/navigatormodel.h"
#include "ui/navigator/placedelegate.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

Navigator::Navigator(QWidget* parent)
    : QWidget(parent),
      m_model(new NavigatorModel(this)),
      m_proxy(new QSortFilterProxyModel(this)),
      m_find(new QLineEdit(this)),
      m_tree(new QTreeView(this)),
      m_nothing(new QLabel(tr("No place is called so."), this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_find->setPlaceholderText(tr("Find a project or cluster"));
    m_find->setAccessibleName(tr("Find a place"));
    m_find->setClearButtonEnabled(true);
    m_find->installEventFilter(this);
    // When the current row goes away, the tree moves on to another; nobody chose that. Before the tree looks.
    connect(m_proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isLosingRows = true; });
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, [this] { m_isLosingRows = false; });
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new PlaceDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->header()->setAccessibleName(tr("Places"));
    m_tree->setAccessibleName(tr("Places"));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const int margin = fontMetrics().height() / 3;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(margin);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(margin, margin, margin, 0);
    top->addWidget(m_find);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    top->addWidget(m_nothing);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);

    connect(m_find, &QLineEdit::textChanged, this, &Navigator::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        choose(m_tree->currentIndex());
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            if (!m_isFollowing && !m_isLosingRows && m_find->text().isEmpty())
                choose(current);
        });
    connect(m_tree, &QAbstractItemView::clicked, this, &Navigator::choose);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &Navigator::expandFirst, Qt::QueuedConnection);
}

void Navigator::setInventory(Inventory* inventory)
{
    m_hasExpanded = false;
    m_model->setInventory(inventory);
}

// Few organisations are shown open, so that the projects are there without a click.
void Navigator::expandFirst()
{
    constexpr int few = 6;
    if (!m_find->text().isEmpty()) {
        find(m_find->text()); // what is looked for may have come just now
        return;
    }
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    if (!m_hasExpanded && m_proxy->rowCount() > 1 && m_proxy->rowCount() <= few) {
        m_hasExpanded = true;
        m_tree->expandToDepth(0);
    }
    setCurrentPlace(m_current); // it may have come just now
}

void Navigator::setCurrentPlace(const Place& place)
{
    m_current = place;
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(place));
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void Navigator::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void Navigator::choose(const QModelIndex& proxyIndex)
{
    if (!proxyIndex.isValid())
        return;
    const Place place = m_model->placeAt(m_proxy->mapToSource(proxyIndex));
    if (place == m_current)
        return;
    m_current = place;
    Q_EMIT placeChosen(place);
}

QSet<QPersistentModelIndex> Navigator::openPlaces(const QModelIndex& parent) const
{
    QSet<QPersistentModelIndex> open;
    for (int row = 0; row < m_proxy->rowCount(parent); ++row) {
        const QModelIndex place = m_proxy->index(row, 0, parent);
        if (m_tree->isExpanded(place))
            open.insert(m_proxy->mapToSource(place));
        open.unite(openPlaces(place));
    }
    return open;
}

void Navigator::openOnly(const QSet<QPersistentModelIndex>& places, const QModelIndex& parent)
{
    for (int row = 0; row < m_proxy->rowCount(parent); ++row) {
        const QModelIndex place = m_proxy->index(row, 0, parent);
        m_tree->setExpanded(place, places.contains(m_proxy->mapToSource(place)));
        openOnly(places, place);
    }
}

// Finding opens what leads to the places found; afterwards the tree is as open as before.
void Navigator::find(const QString& text)
{
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    if (!m_openBefore)
        m_openBefore = openPlaces({});
    m_proxy->setFilterFixedString(text.trimmed());
    const bool isNothing = m_proxy->rowCount() == 0 && m_model->rowCount() > 0;
    m_nothing->setVisible(isNothing);
    m_find->setAccessibleDescription(isNothing ? m_nothing->text() : QString());
    if (text.isEmpty()) {
        openOnly(std::exchange(m_openBefore, std::nullopt).value(), {});
        setCurrentPlace(m_current);
        return;
    }
    m_tree->expandAll();
    // The first place that bears the text itself, not one that is only on the way to it.
    const QModelIndexList found = m_proxy->match(m_proxy->index(0, 0), Qt::DisplayRole, text.trimmed(), 1,
        Qt::MatchContains | Qt::MatchRecursive | Qt::MatchWrap);
    if (!found.isEmpty())
        m_tree->setCurrentIndex(found.first());
}

bool Navigator::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && !m_find->text().isEmpty()) {
            m_find->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const QModelIndex next = key->key() == Qt::Key_Down ? m_tree->indexBelow(m_tree->currentIndex())
                                                                : m_tree->indexAbove(m_tree->currentIndex());
            if (next.isValid()) {
                const QScopedValueRollback<bool> following(m_isFollowing, true);
                m_tree->setCurrentIndex(next);
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Telamon
