// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pageactions.h"

#include "api/catalog/catalog.h"
#include "api/records/plaintext.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/pagetext.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toolbarextension.h"

#include <QAction>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QMenu>
#include <QStatusTipEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QKeySequence keysOf(PageAction::Key key)
{
    switch (key) {
    case PageAction::Key::New:
        return Qt::Key_Insert;
    case PageAction::Key::Edit:
        return Qt::Key_F2;
    case PageAction::Key::Delete:
        return Qt::Key_Delete;
    case PageAction::Key::None:
        break;
    }
    return {};
}

} // namespace

PageActions::PageActions(
    const PageDescription& description, Session& session, Place place, RecordView& view, QWidget* parent)
    : QToolBar(parent),
      m_description(description),
      m_session(session),
      m_place(std::move(place)),
      m_view(view),
      m_openUrl(QDesktopServices::openUrl)
{
    setWindowTitle(tr("Actions")); // also what hides it is called so
    setAccessibleName(windowTitle());
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    nameExtension(*this);
    const int line = fontMetrics().height();
    setIconSize(QSize(line, line));
    for (const PageAction& entry : description.actions) {
        auto* action =
            new QAction(themedIcon(QString::fromLatin1(entry.iconName)), pageText(entry.label), this);
        action->setObjectName(QString::fromLatin1(entry.operationId));
        action->setShortcut(keysOf(entry.key));
        // Anywhere in the window of the page, since an empty one has no focus; but for Del, which deletes a
        // letter where one types: see addDeleteKeyTo().
        const bool isDelete = entry.key == PageAction::Key::Delete;
        action->setShortcutContext(isDelete ? Qt::WidgetShortcut : Qt::WindowShortcut);
        (isDelete || !parent ? static_cast<QWidget*>(&view) : parent)->addAction(action);
        // The description outlives the page.
        connect(action, &QAction::triggered, this, [this, asked = &entry] { request(*asked); });
        m_actions.append(action);
        if (!entry.isMenuOnly)
            addAction(action);
    }
    for (const PageLink& entry : description.links) {
        QAction* action = addAction(themedIcon(QString::fromLatin1(entry.iconName)), pageText(entry.label));
        action->setObjectName(QString::fromLatin1(entry.id));
        action->setVisible(entry.places.isEmpty() || entry.places.contains(m_place.kind));
        connect(action, &QAction::triggered, this, [this, asked = &entry] { follow(*asked); });
        m_actions.append(action);
    }
    setVisible(!m_actions.isEmpty());
    updateActions();
    connect(m_view.selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isOneMeant != m_view.isOneMeant())
            updateActions();
    });
}

QString PageActions::hindrance(const PageAction& action) const
{
    const QModelIndex current = m_view.currentIndex();
    if ((action.make || action.needsRow) && !current.isValid())
        return m_view.recordModel()->rowCount() > 0 ? tr("Choose a row first.")
                                                    : tr("There is nothing here that this could be done to.");
    if ((action.make || action.needsRow) && !m_isOneMeant)
        return oneRowSentence();
    if (action.make) {
        const auto made = action.make(m_session, *m_view.recordModel(), current.row());
        if (!made)
            return made.error();
        return m_session.profile().isReadOnly ? tr("This connection is read-only.") : QString();
    }
    const Operation* operation = m_session.catalog().find(QString::fromLatin1(action.operationId));
    if (!operation)
        return tr("The description of the service does not know this operation.");
    if (m_session.profile().isReadOnly && !operation->isRead())
        return tr("This connection is read-only.");
    const char* unmet = unmetCondition(action, *m_view.recordModel(), current.isValid() ? current.row() : -1);
    return unmet ? pageText(unmet) : QString();
}

QString PageActions::oneRowSentence() const
{
    return m_view.selectionModel()->isRowSelected(m_view.currentIndex().row())
        ? tr("Select the one row that is meant, and no other.")
        : tr("The row with the frame is not selected: select the one that is meant.");
}

void PageActions::updateActions()
{
    m_isOneMeant = m_view.isOneMeant();
    for (size_t i = 0; i < m_description.actions.size(); ++i) {
        QAction* action = m_actions.at(qsizetype(i));
        const PageAction& described = m_description.actions[i];
        const QString why = hindrance(described);
        action->setEnabled(why.isEmpty());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QString name = keys.isEmpty() ? action->text() : tr("%1 (%2)").arg(action->text(), keys);
        if (const QByteArray note(described.note); !note.isEmpty())
            name += u'\n' + pageText(note.constData());
        explain(*action, name, why);
    }
    updateLinks();
}

void PageActions::explain(QAction& action, const QString& name, const QString& why)
{
    action.setToolTip(why.isEmpty() ? name : name + u'\n' + why);
    const QString before = action.statusTip();
    action.setStatusTip(why);
    if (before.isEmpty() || before == why || !isVisible())
        return;
    QStatusTipEvent nothing {QString()};
    QCoreApplication::sendEvent(this, &nothing);
}

void PageActions::setUrlOpener(std::function<bool(const QUrl&)> opener)
{
    m_openUrl = std::move(opener);
}

void PageActions::request(const PageAction& action)
{
    const QModelIndex current = m_view.currentIndex();
    const int row = current.isValid() ? current.row() : -1;
    if (!action.make) {
        Q_EMIT operationRequested(requestFor(action, m_place, *m_view.recordModel(), row));
    } else if (const auto made = action.make(m_session, *m_view.recordModel(), row)) {
        Q_EMIT operationRequested(made.value());
    }
}

void PageActions::addDeleteKeyTo(QWidget& widget) const
{
    for (QAction* action : m_actions) {
        if (action->shortcutContext() == Qt::WidgetShortcut)
            widget.addAction(action);
    }
}

void PageActions::addTo(QMenu& menu) const
{
    menu.setToolTipsVisible(true); // why an entry is off
    menu.addActions(m_actions);
}

void PageActions::showMenu()
{
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Actions"));
    if (m_actions.isEmpty())
        addOpening(*menu);
    addTo(*menu);
    popUp(*menu);
}

// Of a page that only leads to others, whose actions are theirs.
void PageActions::addOpening(QMenu& menu)
{
    const QModelIndex current = m_view.currentIndex();
    const RecordModel& model = *m_view.recordModel();
    const auto place =
        m_description.target && current.isValid() ? m_description.target(model, current.row()) : std::nullopt;
    if (!place) {
        const bool isChoice = m_description.target && !current.isValid() && model.rowCount() > 0;
        menu.addAction(isChoice ? tr("Choose a row first.") : tr("There is nothing to do on this page"))
            ->setEnabled(false);
        return;
    }
    const QString name = visibleText(model.text(current.row(), m_description.titleKey));
    const QAction* open =
        menu.addAction(tr("Open %1 for its actions (Enter)").arg(QString(name).replace(u'&', "&&"_L1)));
    connect(open, &QAction::triggered, this,
        [this, address = PlaceAddress {*place, {}}] { Q_EMIT addressRequested(address); });
}

void PageActions::popUp(QMenu& menu)
{
    const QRect row = m_view.visualRect(m_view.currentIndex());
    const QPoint at = row.isValid() ? row.bottomLeft() : QPoint(0, 0);
    menu.popup(m_view.viewport()->mapToGlobal(QPoint(qMax(0, at.x()), at.y())));
    const QList<QAction*> entries = menu.actions();
    const auto first = std::find_if(
        entries.cbegin(), entries.cend(), [](const QAction* action) { return action->isEnabled(); });
    if (first != entries.cend())
        menu.setActiveAction(*first);
}

} // namespace Telamon
