// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QSettings;
class QStackedLayout;
class QTabBar;

namespace Telamon {

class PathBar;
class RecordPage;
struct OperationRequest;
struct PlaceAddress;
class Session;

// The central area: the place's name and path, its pages as tabs, and the page shown. Pages that were read
// stay alive for a while, so that going back is instant.
class PlaceView : public QWidget {
    Q_OBJECT
public:
    PlaceView(Session& session, QSettings& settings, QWidget* parent = nullptr);
    ~PlaceView() override;

    // Shows a page of a place; an empty id: the one looked at last of those that this kind of place has.
    void show(const Place& place, const QByteArray& pageId = {});
    const Place& place() const { return m_place; }
    QByteArray pageId() const;
    RecordPage* currentPage() const { return m_current; }
    // By keys: these go on in its table.
    void showNextPage(int step);
    void showPageAt(int tab);
    // Something in this project was changed (empty: anywhere): the page shown is read again, the others that
    // may tell of it when they are shown.
    void readAgain(const QString& projectId);

Q_SIGNALS:
    void shown(const Telamon::Place& place, const QByteArray& pageId);
    void placeRequested(const Telamon::Place& place);
    void operationRequested(const Telamon::OperationRequest& request);
    void addressRequested(const Telamon::PlaceAddress& address);
    void noticeRequested(const QString& sentence);
    void loadingChanged();

private:
    void showPage(int tab);
    void follow(const PlaceAddress& address); // and filter there as it says
    void updateTitle();
    void dropOldPages();

    Session& m_session;
    QSettings& m_settings;
    Place m_place;
    QLabel* m_title;
    QLabel* m_kind;
    PathBar* m_path;
    QTabBar* m_tabs;
    QStackedLayout* m_stack;
    RecordPage* m_current = nullptr;
    QList<RecordPage*> m_pages; // most recently shown last
    QHash<int, QByteArray> m_lastPage; // by kind of place
    bool m_isSwitching = false;
};

} // namespace Telamon
