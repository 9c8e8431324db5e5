// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profileform.h"

#include "api/http/origin.h"
#include "api/profiles/profilerules.h"
#include "ui/profiles/fieldnote.h"
#include "ui/profiles/secretfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

// What the form does; how it is laid out is in profileform_layout.cpp.

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int standardProxyPort = 3128;

} // namespace

ProfileForm::ProfileForm(const Profile& profile, QWidget* parent)
    : QWidget(parent), m_profile(profile), m_form(new QFormLayout(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    buildIdentity();
    buildCredentials();
    buildBehaviour();
    buildNetwork();
    fill();
    update();
    setFocusProxy(m_name);
}

void ProfileForm::fill()
{
    m_name->setText(m_profile.name);
    const QString url = m_profile.baseUrl.toString();
    const int known = url.isEmpty() ? 0 : m_service->findData(url);
    m_service->setCurrentIndex(known >= 0 ? known : m_service->count() - 1);
    m_url->setText(known >= 0 ? QString() : url);
    // The address of the command line is what was asked for; only the credentials are missing.
    m_service->setEnabled(!m_profile.isSessionOnly);
    m_url->setEnabled(!m_profile.isSessionOnly);
    m_kind->setCurrentIndex(m_kind->findData(int(m_profile.kind)));
    m_publicId->setText(m_profile.publicId);
    m_readOnly->setChecked(m_profile.isReadOnly);
    if (!m_profile.colour.isEmpty() && m_colour->findData(m_profile.colour) < 0)
        m_colour->addItem(m_profile.colour, m_profile.colour);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(m_profile.colour)));
    m_organization->setText(m_profile.organizationId);
    m_project->setText(m_profile.projectId);
    m_proxy->setCurrentIndex(m_proxy->findData(int(m_profile.proxy.kind)));
    m_proxyHost->setText(m_profile.proxy.host);
    m_proxyPort->setValue(m_profile.proxy.port > 0 ? m_profile.proxy.port : standardProxyPort);
    m_caFile->setText(m_profile.caFile);
}

CredentialKind ProfileForm::kind() const
{
    return CredentialKind(m_kind->currentData().toInt());
}

bool ProfileForm::hasOwnProxy() const
{
    const auto chosen = ProxyChoice::Kind(m_proxy->currentData().toInt());
    return chosen == ProxyChoice::Kind::Http || chosen == ProxyChoice::Kind::Socks5;
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text().simplified();
    const QString known = m_service->currentData().toString();
    const auto url = parseBaseUrl(known.isEmpty() ? m_url->text() : known);
    profile.baseUrl = url ? url.value() : QUrl();
    profile.kind = kind();
    profile.publicId =
        profile.kind == CredentialKind::AccessToken ? QString() : withoutSpaces(m_publicId->text());
    profile.isReadOnly = m_readOnly->isChecked();
    profile.colour = m_colour->currentData().toString();
    profile.organizationId = withoutSpaces(m_organization->text());
    profile.projectId = withoutSpaces(m_project->text());
    profile.proxy.kind = ProxyChoice::Kind(m_proxy->currentData().toInt());
    profile.proxy.host = hasOwnProxy() ? m_proxyHost->text().trimmed() : QString();
    profile.proxy.port = hasOwnProxy() ? quint16(m_proxyPort->value()) : quint16(0);
    profile.caFile = m_caFile->text().trimmed();
    return profile;
}

QString ProfileForm::secret() const
{
    return m_secret->secret();
}

bool ProfileForm::needsSecret() const
{
    const Profile now = profile();
    return m_isSecretDemanded || m_profile.id.isEmpty() || m_profile.isSessionOnly
        || now.kind != m_profile.kind || now.publicId != m_profile.publicId
        || Origin::of(now.baseUrl) != Origin::of(m_profile.baseUrl);
}

void ProfileForm::demandSecret()
{
    m_isSecretDemanded = true;
    update();
    const bool isNamed = !m_publicId->isVisibleTo(this) || !m_publicId->text().isEmpty();
    (isNamed ? static_cast<QWidget*>(m_secret) : m_publicId)->setFocus(Qt::OtherFocusReason);
}

bool ProfileForm::check()
{
    QWidget* first = nullptr;
    for (Field& field : m_fields) {
        look(field);
        if (!first && !field.note->mistake().isEmpty())
            first = field.editor;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void ProfileForm::hideSecret()
{
    m_secret->hideSecret();
}

void ProfileForm::look(Field& field)
{
    const bool isShown = m_form->isRowVisible(field.label);
    field.note->setMistake(isShown && field.rule ? field.rule() : QString());
}

QString ProfileForm::secretHint() const
{
    if (!m_secret->secret().isEmpty())
        return {};
    if (m_profile.isSessionOnly)
        return tr("For this session only; it is not saved.");
    if (m_profile.id.isEmpty())
        return tr("Goes into the system's keychain, or stays in memory where there is none.");
    if (!needsSecret())
        return tr("Leave it empty to keep the one that is saved.");
    const Profile now = profile();
    if (!now.baseUrl.isEmpty() && Origin::of(now.baseUrl) != Origin::of(m_profile.baseUrl))
        return tr("The saved secret was given for %1 and is not sent anywhere else. Give the one for %2.")
            .arg(Origin::of(m_profile.baseUrl).toString(), Origin::of(now.baseUrl).toString());
    return m_isSecretDemanded ? tr("The saved secret could not be had. Give it again.")
                              : tr("The saved secret belongs to other credentials. Give the one for these.");
}

void ProfileForm::setShown(Field& field, bool isShown)
{
    m_form->setRowVisible(field.label, isShown);
    if (isShown)
        field.note->setMistake(
            field.note->mistake()); // the row has shown its note too: hidden again where it is empty
}

// What is shown, named and demanded follows what is chosen.
void ProfileForm::update()
{
    // Why it cannot be changed.
    const QString given =
        m_profile.isSessionOnly ? tr("Given when the program was started, for this session.") : QString();
    for (Field& field : m_fields) {
        if (field.editor == m_service)
            field.note->setHint(m_service->currentData().toString().isEmpty() ? QString() : given);
        if (field.editor == m_url) {
            field.note->setHint(given);
            setShown(field, m_service->currentData().toString().isEmpty());
        }
        if (field.editor == m_publicId) {
            setShown(field, kind() != CredentialKind::AccessToken);
            field.label->setText(kind() == CredentialKind::ApiKey ? tr("Public ke&y:") : tr("Cl&ient ID:"));
        }
        if (field.editor == m_secret->edit()) {
            field.label->setText(kind() == CredentialKind::ServiceAccount ? tr("Client s&ecret:")
                    : kind() == CredentialKind::ApiKey                    ? tr("Private k&ey:")
                                                                          : tr("Access tok&en:"));
            field.note->setHint(secretHint());
        }
        if (field.editor == m_proxyHost)
            setShown(field, hasOwnProxy());
        field.editor->setAccessibleName(QString(field.label->text()).remove(u'&').remove(u':'));
        // A mistake that was pointed out goes as soon as it is mended.
        if (!field.note->mistake().isEmpty())
            look(field);
    }
    m_publicId->setPlaceholderText(kind() == CredentialKind::ServiceAccount ? u"mdb_sa_id_…"_s : QString());
    m_secret->edit()->setPlaceholderText(needsSecret() ? QString() : tr("saved"));
    Q_EMIT edited();
}

void ProfileForm::browseForAuthorities()
{
    auto* dialog = new QFileDialog(this, tr("Certificates of your network"),
        QFileInfo(m_caFile->text()).path(), tr("Certificates (*.pem *.crt *.cer *.der);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace Telamon
