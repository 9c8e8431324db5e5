// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Telamon {

class Catalog;
class ConnectionCheck;
class MessageBar;
class RequestLog;
class SecretEdit;
class SecretStore;

// Makes or edits one profile. The secret goes to the SecretStore under the profile's id and origin; an
// unchanged one stays where it is, and is never read into the window.
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    struct Services {
        const Catalog& catalog;
        RequestLog& log;
        SecretStore& secrets;
    };
    // A profile without an id is a new one.
    ProfileDialog(const Profile& profile, Services services, QWidget* parent);
    ~ProfileDialog() override;

    // An empty secret: the stored one stays.
    Q_SIGNAL void saved(const Telamon::Profile& profile, const QByteArray& secret);

private:
    void buildForm();
    void buildProxy(QFormLayout* form);
    void buildTest();
    void fill();
    void updateLabels();
    void updateOrigin();
    void browseForCertificates();
    QString mistake() const; // the first thing that is wrong, in one sentence; empty: nothing
    bool needsSecret() const;
    Profile edited() const;
    void save();
    void test();
    void testWith(const QByteArray& secret);
    void showVerdict(ConnectionCheck& check);

    Profile m_profile;
    Services m_services;
    QLineEdit* m_name;
    QComboBox* m_service;
    QLineEdit* m_url;
    QComboBox* m_kind;
    QLabel* m_publicIdLabel;
    QLineEdit* m_publicId;
    QLabel* m_secretLabel;
    SecretEdit* m_secret;
    QLabel* m_secretNote;
    QCheckBox* m_readOnly;
    QComboBox* m_colour;
    QComboBox* m_proxy;
    QLineEdit* m_proxyHost;
    QSpinBox* m_proxyPort;
    QLineEdit* m_caFile;
    MessageBar* m_message;
    QPushButton* m_test;
    QDialogButtonBox* m_buttons;
    QPointer<ConnectionCheck> m_check;
};

} // namespace Telamon
