// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"
#include "ui/profiles/profiledialog.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace Telamon {

class ProfileStore;

// The saved connections: connect, add, edit, duplicate, remove.
class ProfilesDialog : public QDialog {
    Q_OBJECT
public:
    ProfilesDialog(ProfileStore& store, ProfileDialog::Services services, QWidget* parent);

    ProfileDialog* editProfile(const Profile& profile);
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void connectRequested(const Telamon::Profile& profile);
    void sandboxRequested();

private:
    void buildButtons(QVBoxLayout& column);
    void buildShortcuts();
    QWidget* buildEmptyState(); // how to begin, with the two ways to
    void refill();
    void connectCurrent();
    void duplicateCurrent();
    void removeCurrent();
    void remove(const Profile& profile);
    void keep(const Profile& profile, const QByteArray& secret);
    void openSandbox();
    Profile current() const; // without an id where none is chosen

    ProfileStore& m_store;
    ProfileDialog::Services m_services;
    QListWidget* m_list;
    QWidget* m_empty;
    QStackedLayout* m_stack;
    MessageBar* m_message;
    QPushButton* m_connect;
    QList<QPushButton*> m_ofOne; // need a chosen connection
    QList<QPushButton*> m_besideList; // where the list is empty, what explains it offers the same
};

} // namespace Telamon
