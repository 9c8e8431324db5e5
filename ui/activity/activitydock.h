// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QLabel;
class QMenu;
class QStackedLayout;

namespace Telamon {

class JournalModel;
class RecordView;
class Session;

// What is under way: changes that were sent and have no verdict yet, and what the service accepted and has
// not finished. It comes from the journal, so a restart does not lose it. What was followed to its end stays,
// with how it ended, until a person removes it or the connection is closed.
class ActivityDock : public QDockWidget {
    Q_OBJECT
public:
    explicit ActivityDock(QWidget* parent);

    void setSession(Session* session); // whose journal it shows; null: none
    RecordView* table() const { return m_view; }
    int count() const; // of what is under way

Q_SIGNALS:
    void countChanged(int count);

private:
    void updateCount();
    void offerForgetting(QMenu* menu);

    QStackedLayout* m_stack;
    RecordView* m_view;
    QLabel* m_nothing;
    JournalModel* m_model = nullptr;
};

} // namespace Telamon
