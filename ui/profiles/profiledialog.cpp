// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiledialog.h"

#include "api/catalog/catalog.h"
#include "api/http/origin.h"
#include "api/profiles/connectioncheck.h"
#include "api/profiles/secretstore.h"
#include "ui/profiles/secretedit.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUuid>

#include <utility>

// What the dialog does; how it is laid out is in profiledialog_form.cpp.

using namespace Qt::StringLiterals;

namespace Telamon {

ProfileDialog::ProfileDialog(const Profile& profile, Services services, QWidget* parent)
    : QDialog(parent), m_profile(profile), m_services(services)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(profile.id.isEmpty() ? tr("New connection") : tr("Edit connection"));
    buildForm();
    buildTest();
    fill();
    connect(m_service, &QComboBox::currentIndexChanged, this, &ProfileDialog::updateOrigin);
    connect(m_url, &QLineEdit::textChanged, this, &ProfileDialog::updateLabels);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProfileDialog::updateLabels);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ProfileDialog::updateLabels);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateOrigin();
    m_name->setFocus(Qt::OtherFocusReason);
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::updateOrigin()
{
    const QString chosen = m_service->currentData().toString();
    m_url->setEnabled(chosen.isEmpty());
    if (!chosen.isEmpty())
        m_url->setText(chosen);
    updateLabels();
}

// A stored secret is of use only for the origin and the identity it was given for.
bool ProfileDialog::needsSecret() const
{
    const Profile now = edited();
    return m_profile.id.isEmpty() || now.kind != m_profile.kind || now.publicId != m_profile.publicId
        || !(Origin::of(now.baseUrl) == Origin::of(m_profile.baseUrl));
}

void ProfileDialog::updateLabels()
{
    const auto kind = CredentialKind(m_kind->currentData().toInt());
    m_publicIdLabel->setText(kind == CredentialKind::ApiKey ? tr("P&ublic key:") : tr("Client &id:"));
    m_publicIdLabel->setVisible(kind != CredentialKind::AccessToken);
    m_publicId->setVisible(kind != CredentialKind::AccessToken);
    m_publicId->setPlaceholderText(kind == CredentialKind::ServiceAccount ? u"mdb_sa_id_…"_s : QString());
    m_secretLabel->setText(kind == CredentialKind::ServiceAccount ? tr("Client s&ecret:")
            : kind == CredentialKind::ApiKey                      ? tr("Private k&ey:")
                                                                  : tr("Access tok&en:"));
    const bool isNew = needsSecret();
    m_secret->setPlaceholderText(isNew ? QString() : tr("unchanged"));
    m_secretNote->setText(!isNew ? tr("Kept in the system's keychain. Leave empty to keep it.")
            : m_profile.id.isEmpty()
            ? tr("Kept in the system's keychain, or for this session only where there is none.")
            : Origin::of(edited().baseUrl) == Origin::of(m_profile.baseUrl)
            ? tr("The stored secret belongs to another key: enter the one for this.")
            : tr("The stored secret belongs to %1 and is not sent elsewhere: enter the one for this address.")
                  .arg(Origin::of(m_profile.baseUrl).toString()));
    const auto proxy = ProxyChoice::Kind(m_proxy->currentData().toInt());
    const bool hasProxy = proxy == ProxyChoice::Kind::Http || proxy == ProxyChoice::Kind::Socks5;
    m_proxyHost->setEnabled(hasProxy);
    m_proxyPort->setEnabled(hasProxy);
}

QString ProfileDialog::mistake() const
{
    const Profile profile = edited();
    if (profile.name.isEmpty())
        return tr("Give the connection a name.");
    if (!profile.baseUrl.isValid() || !Origin::of(profile.baseUrl).isAllowed())
        return tr("The base URL must be an https address (plain http only to this machine).");
    if (!profile.baseUrl.userInfo().isEmpty() || profile.baseUrl.hasQuery() || profile.baseUrl.hasFragment())
        return tr("The base URL holds an address only: no user name, query or fragment.");
    if (profile.kind != CredentialKind::AccessToken && profile.publicId.isEmpty())
        return profile.kind == CredentialKind::ApiKey ? tr("Enter the public key.")
                                                      : tr("Enter the client id.");
    if (needsSecret() && m_secret->text().isEmpty())
        return tr("Enter the secret that belongs to it.");
    if (m_proxyHost->isEnabled() && profile.proxy.host.isEmpty())
        return tr("Enter the host of the proxy.");
    if (!profile.caFile.isEmpty() && !QFileInfo(profile.caFile).isReadable())
        return tr("The certificate file cannot be read.");
    return {};
}

Profile ProfileDialog::edited() const
{
    Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    profile.baseUrl = QUrl(m_url->text().trimmed(), QUrl::StrictMode);
    profile.kind = CredentialKind(m_kind->currentData().toInt());
    profile.publicId = profile.kind == CredentialKind::AccessToken ? QString() : m_publicId->text().trimmed();
    profile.isReadOnly = m_readOnly->isChecked();
    profile.colour = m_colour->currentData().toString();
    profile.proxy.kind = ProxyChoice::Kind(m_proxy->currentData().toInt());
    profile.proxy.host = m_proxyHost->text().trimmed();
    profile.proxy.port = quint16(m_proxyPort->value());
    profile.caFile = m_caFile->text().trimmed();
    return profile;
}

void ProfileDialog::save()
{
    if (const QString wrong = mistake(); !wrong.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Failure, wrong);
        return;
    }
    Profile profile = edited();
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_secret->hideSecret();
    Q_EMIT saved(profile, m_secret->text().toUtf8());
    accept();
}

void ProfileDialog::browseForCertificates()
{
    auto* dialog = new QFileDialog(this, tr("Certificate authorities"), QFileInfo(m_caFile->text()).path(),
        tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

void ProfileDialog::test()
{
    if (m_check) {
        delete m_check; // a second click ends it
        m_test->setText(tr("&Test"));
        m_message->hide();
        return;
    }
    if (const QString wrong = mistake(); !wrong.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Failure, wrong);
        return;
    }
    m_test->setText(tr("S&top"));
    m_message->showMessage(MessageBar::Kind::Notice, tr("Connecting to %1…").arg(edited().baseUrl.host()));
    if (!m_secret->text().isEmpty()) {
        testWith(m_secret->text().toUtf8());
        return;
    }
    m_services.secrets.read(
        m_profile.id, Origin::of(m_profile.baseUrl), this, [this](const SecretStore::Answer& answer) {
            if (answer.secret.isEmpty()) {
                m_test->setText(tr("&Test"));
                m_message->showMessage(MessageBar::Kind::Failure,
                    answer.sentence.isEmpty() ? tr("There is no stored secret: enter it.") : answer.sentence);
                return;
            }
            testWith(answer.secret);
        });
}

void ProfileDialog::testWith(const QByteArray& secret)
{
    m_check = new ConnectionCheck(edited(), secret, m_services.catalog, m_services.log, this);
    connect(
        m_check, &ConnectionCheck::finished, this, [this, check = m_check.data()] { showVerdict(*check); });
}

void ProfileDialog::showVerdict(ConnectionCheck& check)
{
    const auto kind = check.verdict() == ConnectionCheck::Verdict::Fine ? MessageBar::Kind::Notice
        : check.verdict() == ConnectionCheck::Verdict::NoAccess         ? MessageBar::Kind::Warning
                                                                        : MessageBar::Kind::Failure;
    m_message->showMessage(kind, check.sentence());
    check.deleteLater();
    m_check.clear();
    m_test->setText(tr("&Test"));
}

} // namespace Telamon
