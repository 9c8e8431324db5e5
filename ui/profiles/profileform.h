// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace Telamon {

class FieldNote;
class SecretField;

// The fields of one profile, each with what is wrong with it below.
class ProfileForm : public QWidget {
    Q_OBJECT
public:
    // A profile without an id is a new one.
    explicit ProfileForm(const Profile& profile, QWidget* parent = nullptr);

    Profile profile() const;
    QString secret() const; // empty: the stored one stays
    bool needsSecret() const; // there is none yet, or it belongs to another origin or identity
    void demandSecret(); // the stored one could not be had
    // Says beside each field what is wrong, and goes to the first such field. True: nothing is.
    bool check();
    void hideSecret();

Q_SIGNALS:
    void edited();

private:
    struct Field {
        QLabel* label;
        QWidget* editor;
        FieldNote* note;
        std::function<QString()> rule; // what is wrong with the value now; empty where nothing is
    };

    void buildIdentity();
    void buildCredentials();
    void buildBehaviour();
    void buildNetwork();
    void addHeading(const QString& text);
    void addField(
        const QString& label, QWidget* editor, std::function<QString()> rule = {}, QWidget* row = nullptr);
    QLineEdit* addLine(const QString& label, std::function<QString()> rule);
    void fill();
    void update();
    void look(Field& field);
    void setShown(Field& field, bool isShown);
    QString secretHint() const;
    CredentialKind kind() const;
    bool hasOwnProxy() const;
    void browseForAuthorities();

    Profile m_profile;
    bool m_isSecretDemanded = false;
    QFormLayout* m_form;
    std::vector<Field> m_fields;
    QLineEdit* m_name = nullptr;
    QComboBox* m_service = nullptr;
    QLineEdit* m_url = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_publicId = nullptr;
    SecretField* m_secret = nullptr;
    QCheckBox* m_readOnly = nullptr;
    QComboBox* m_colour = nullptr;
    QLineEdit* m_organization = nullptr;
    QLineEdit* m_project = nullptr;
    QComboBox* m_proxy = nullptr;
    QLineEdit* m_proxyHost = nullptr;
    QSpinBox* m_proxyPort = nullptr;
    QWidget* m_proxyRow = nullptr;
    QLineEdit* m_caFile = nullptr;
};

} // namespace Telamon
