// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operationrequest.h"
#include "models/place.h"

#include <QList>
#include <QToolBar>

class QAction;
class QMenu;

namespace Telamon {

class RecordView;
class Session;
struct PageAction;
struct PageDescription;

// What can be done on a page: a bar above its table, the same in the row's menu and in a menu of its own, and
// on Ins, F2 and Del in the table. What cannot be done now says why. Owned by the page.
class PageActions : public QToolBar {
    Q_OBJECT
public:
    PageActions(const PageDescription& description, const Session& session, Place place, RecordView& view,
        QWidget* parent);

    bool isEmpty() const { return m_actions.isEmpty(); }
    const QList<QAction*>& pageActions() const { return m_actions; } // in the description's order
    void addTo(QMenu& menu) const;
    void showMenu(); // at the current row
    void updateActions(); // another row is current, or it has changed

Q_SIGNALS:
    void operationRequested(const Telamon::OperationRequest& request);

private:
    QString hindrance(const PageAction& action) const; // why not now; empty: it can be done
    void request(const PageAction& action);

    const PageDescription& m_description;
    const Session& m_session;
    Place m_place;
    RecordView& m_view;
    QList<QAction*> m_actions;
};

} // namespace Telamon
