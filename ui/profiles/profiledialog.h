// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"
#include "api/profiles/secretstore.h"

#include <QDialog>

#include <memory>

class QDialogButtonBox;
class QPushButton;

namespace Telamon {

class Catalog;
class ConnectionTest;
class MessageBar;
class ProfileForm;
class RequestLog;

// Makes or edits one profile. A secret that is not changed stays where it is and is read only to test the
// connection.
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    struct Services {
        const Catalog& catalog;
        RequestLog& log;
        SecretStore& secrets;
    };
    // A profile without an id is a new one; one for this session only lacks nothing but its credentials.
    ProfileDialog(const Profile& profile, Services services, QWidget* parent);
    ~ProfileDialog() override;

    // The stored secret could not be had: says why and asks for it.
    void demandSecret(const QString& why);

Q_SIGNALS:
    // Whoever listens keeps both. An empty secret: the stored one stays.
    void saved(const Telamon::Profile& profile, const QByteArray& secret);

private:
    void save();
    void test();
    void takeStoredSecret(const Profile& profile, const SecretStore::Answer& answer);
    void updateTestButton();

    Profile m_profile;
    Services m_services;
    ProfileForm* m_form;
    MessageBar* m_message;
    ConnectionTest* m_connectionTest;
    QDialogButtonBox* m_buttons;
    QPushButton* m_test;
    std::unique_ptr<QObject>
        m_reading; // the context of a question to the keychain; dropped when it is called off
};

} // namespace Telamon
