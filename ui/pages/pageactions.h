// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operationrequest.h"
#include "models/place.h"
#include "ui/pages/pagelink.h"

#include <QList>
#include <QToolBar>

#include <functional>

class QAction;
class QMenu;

namespace Telamon {

class RecordView;
class Session;
struct PageAction;
struct PageDescription;

// What can be done on a page, and where it leads: a bar above its table, the same in the row's menu and in a
// menu of its own, and on Ins, F2 and Del in the table. What cannot be done now says why. Owned by the page.
class PageActions : public QToolBar {
    Q_OBJECT
public:
    PageActions(
        const PageDescription& description, Session& session, Place place, RecordView& view, QWidget* parent);

    bool isEmpty() const { return m_actions.isEmpty(); }
    const QList<QAction*>& pageActions() const { return m_actions; } // the description's, then its links
    void addTo(QMenu& menu) const;
    void addDeleteKeyTo(QWidget& widget) const; // one that nobody types into
    void showMenu(); // at the current row
    void updateActions(); // another row is current, or it has changed
    // How an address outside the program is opened; false: nothing opens it.
    void setUrlOpener(std::function<bool(const QUrl&)> opener);

Q_SIGNALS:
    void operationRequested(const Telamon::OperationRequest& request);
    void addressRequested(const Telamon::PlaceAddress& address);
    void filterRequested(const QString& filter);
    void noticeRequested(const QString& sentence); // what came of it

private:
    QString hindrance(const PageAction& action) const; // why not now; empty: it can be done
    QString oneRowSentence() const; // where it is not only the current one that is selected
    void request(const PageAction& action);
    // Its tool tip, and what the status bar says of it, which may stand there at the moment.
    void explain(QAction& action, const QString& name, const QString& why);
    LinkTargets targetsOf(const PageLink& link) const;
    void updateLinks();
    void follow(const PageLink& link);
    void followTo(const LinkTarget& target);
    void addOpening(QMenu& menu); // instead of actions, where there are none
    void popUp(QMenu& menu); // at the current row

    const PageDescription& m_description;
    Session& m_session;
    Place m_place;
    RecordView& m_view;
    QList<QAction*> m_actions;
    bool m_isOneMeant = false;
    std::function<bool(const QUrl&)> m_openUrl;
};

} // namespace Telamon
