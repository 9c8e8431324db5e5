// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/connect.h"
#include "api/profiles/profilerules.h"
#include "ui/profiles/fieldnote.h"
#include "ui/profiles/profileform.h"
#include "ui/profiles/secretfield.h"
#include "ui/profiles/swatches.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

// How ProfileForm is laid out.

using namespace Qt::StringLiterals;

namespace Telamon {

void ProfileForm::addHeading(const QString& text)
{
    auto* heading = new QLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    if (m_form->rowCount() > 0)
        heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    m_form->addRow(heading);
}

// `row` is what stands in the layout, where the editor is only a part of it.
void ProfileForm::addField(const QString& label, QWidget* editor, std::function<QString()> rule, QWidget* row)
{
    auto* caption = new QLabel(label, this);
    caption->setBuddy(editor);
    // A layout and not a widget: an assistive technology finds a label only among its editor's siblings.
    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 5);
    auto* note = new FieldNote(editor, this);
    if (qobject_cast<QComboBox*>(editor)) // as wide as the lines above and below it
        editor->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(row ? row : editor);
    column->addWidget(note);
    m_form->addRow(caption, column);
    m_fields.push_back({caption, editor, note, std::move(rule)});
}

QLineEdit* ProfileForm::addLine(const QString& label, std::function<QString()> rule)
{
    auto* line = new QLineEdit(this);
    line->setMaxLength(4096);
    addField(label, line, std::move(rule));
    const std::size_t index = m_fields.size() - 1;
    connect(line, &QLineEdit::textEdited, this, &ProfileForm::update);
    connect(line, &QLineEdit::editingFinished, this, [this, index, line] {
        // Nobody is told that a field is empty before having had the chance to fill it.
        if (!line->text().isEmpty())
            look(m_fields[index]);
    });
    return line;
}

void ProfileForm::buildIdentity()
{
    addHeading(tr("Connection"));
    m_name = addLine(tr("&Name:"), [this] {
        return m_name->text().trimmed().isEmpty() ? tr("Give the connection a name.") : QString();
    });
    m_service = new QComboBox(this);
    m_service->addItem(tr("MongoDB Atlas"), QString::fromLatin1(commercialUrl));
    m_service->addItem(tr("MongoDB Atlas for Government"), QString::fromLatin1(governmentUrl));
    m_service->addItem(tr("Another address"), QString());
    addField(tr("Ser&vice:"), m_service);
    m_url = addLine(tr("A&ddress:"), [this] {
        if (!m_service->currentData().toString().isEmpty())
            return QString();
        const auto url = parseBaseUrl(m_url->text());
        return url ? QString() : url.error();
    });
    m_url->setPlaceholderText(QString::fromLatin1(commercialUrl));
    m_readOnly = new QCheckBox(tr("&Read-only: never send a change"), this);
    m_form->addRow(QString(), m_readOnly);
    connect(m_service, &QComboBox::currentIndexChanged, this, &ProfileForm::update);
    connect(m_readOnly, &QCheckBox::toggled, this, &ProfileForm::edited);
}

void ProfileForm::buildCredentials()
{
    addHeading(tr("Credentials"));
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("Service account"), int(CredentialKind::ServiceAccount));
    m_kind->addItem(tr("API key"), int(CredentialKind::ApiKey));
    m_kind->addItem(tr("Access token"), int(CredentialKind::AccessToken));
    addField(tr("Sign in &with:"), m_kind);
    m_publicId = addLine({}, [this] { return publicIdViolation(kind(), withoutSpaces(m_publicId->text())); });
    m_secret = new SecretField(this);
    addField(
        {}, m_secret->edit(),
        [this] {
            return m_secret->secret().isEmpty() && !needsSecret()
                ? QString()
                : secretViolation(kind(), m_secret->secret());
        },
        m_secret);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_secret->edit()->clear(); // a private key is never sent as a token
        update();
    });
    connect(m_secret->edit(), &QLineEdit::textEdited, this, &ProfileForm::update);
}

void ProfileForm::buildBehaviour()
{
    addHeading(tr("Appearance and start"));
    m_colour = new QComboBox(this);
    addSwatches(*m_colour);
    addField(tr("Co&lor:"), m_colour);
    m_organization = addLine(tr("Open &organization:"),
        [this] { return objectIdViolation(withoutSpaces(m_organization->text())); });
    m_project =
        addLine(tr("Open &project:"), [this] { return objectIdViolation(withoutSpaces(m_project->text())); });
    m_organization->setPlaceholderText(tr("ID (optional)"));
    m_project->setPlaceholderText(m_organization->placeholderText());
}

void ProfileForm::buildNetwork()
{
    addHeading(tr("Network"));
    m_proxy = new QComboBox(this);
    m_proxy->addItem(tr("System settings"), int(ProxyChoice::Kind::System));
    m_proxy->addItem(tr("No proxy"), int(ProxyChoice::Kind::None));
    m_proxy->addItem(tr("HTTP proxy"), int(ProxyChoice::Kind::Http));
    m_proxy->addItem(tr("SOCKS 5 proxy"), int(ProxyChoice::Kind::Socks5));
    addField(tr("Pro&xy:"), m_proxy);
    m_proxyRow = new QWidget(this);
    m_proxyHost = new QLineEdit(m_proxyRow);
    m_proxyHost->setPlaceholderText(u"proxy.example.org"_s);
    m_proxyPort = new QSpinBox(m_proxyRow);
    m_proxyPort->setRange(1, 65535);
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    auto* hostAndPort = new QHBoxLayout(m_proxyRow);
    hostAndPort->setContentsMargins(0, 0, 0, 0);
    hostAndPort->addWidget(m_proxyHost, 1);
    hostAndPort->addWidget(m_proxyPort);
    addField(
        tr("Proxy &host:"), m_proxyHost, [this] { return proxyViolation(profile().proxy); }, m_proxyRow);
    auto* fileRow = new QWidget(this);
    m_caFile = new QLineEdit(fileRow);
    m_caFile->setPlaceholderText(tr("Certificates of the system"));
    auto* browse = new QPushButton(tr("&Browse…"), fileRow);
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Browse for a file of certificates"));
    auto* fileAndButton = new QHBoxLayout(fileRow);
    fileAndButton->setContentsMargins(0, 0, 0, 0);
    fileAndButton->addWidget(m_caFile, 1);
    fileAndButton->addWidget(browse);
    addField(
        tr("Certi&ficates:"), m_caFile,
        [this] {
            const QString file = m_caFile->text().trimmed();
            const auto read = file.isEmpty() ? QList<QSslCertificate>() : readAuthorities(file);
            return read ? QString() : read.error();
        },
        fileRow);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ProfileForm::update);
    connect(m_proxyHost, &QLineEdit::textEdited, this, &ProfileForm::update);
    connect(m_caFile, &QLineEdit::textChanged, this, &ProfileForm::update);
    connect(browse, &QPushButton::clicked, this, &ProfileForm::browseForAuthorities);
}

} // namespace Telamon
