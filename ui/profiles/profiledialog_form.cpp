// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiledialog.h"
#include "ui/profiles/secretedit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

// How ProfileDialog is laid out.

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct Swatch {
    const char* name;
    const char* colour;
};

// Told apart by name too: the colour marks the window, it does not say anything alone.
constexpr Swatch swatches[] = {
    {QT_TRANSLATE_NOOP("ProfileDialog", "None"), ""},
    {QT_TRANSLATE_NOOP("ProfileDialog", "Green"), "#2e9e6b"},
    {QT_TRANSLATE_NOOP("ProfileDialog", "Blue"), "#2f7fd1"},
    {QT_TRANSLATE_NOOP("ProfileDialog", "Purple"), "#8a5cd0"},
    {QT_TRANSLATE_NOOP("ProfileDialog", "Orange"), "#d9822b"},
    {QT_TRANSLATE_NOOP("ProfileDialog", "Red"), "#cc3d3d"},
    {QT_TRANSLATE_NOOP("ProfileDialog", "Grey"), "#7d8a8c"},
};

QIcon swatchIcon(const QString& colour, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    if (!colour.isEmpty()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(colour));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(pixmap.rect().adjusted(1, 1, -1, -1));
    }
    return pixmap;
}

QLabel* note(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

void ProfileDialog::buildForm()
{
    auto* content = new QWidget;
    auto* form = new QFormLayout(content);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = new QLineEdit(content);
    m_name->setMaxLength(80);
    m_service = new QComboBox(content);
    m_service->addItem(tr("MongoDB Atlas"), u"https://cloud.mongodb.com"_s);
    m_service->addItem(tr("MongoDB Atlas for Government"), u"https://cloud.mongodbgov.com"_s);
    m_service->addItem(tr("Another address"), QString());
    m_url = new QLineEdit(content);
    m_url->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_kind = new QComboBox(content);
    m_kind->addItem(tr("Service account"), int(CredentialKind::ServiceAccount));
    m_kind->addItem(tr("API key"), int(CredentialKind::ApiKey));
    m_kind->addItem(tr("Access token"), int(CredentialKind::AccessToken));
    m_publicId = new QLineEdit(content);
    m_publicIdLabel = new QLabel(content);
    m_publicIdLabel->setBuddy(m_publicId);
    m_secret = new SecretEdit(content);
    m_secretLabel = new QLabel(content);
    m_secretLabel->setBuddy(m_secret);
    m_secretNote = note({}, content);
    m_readOnly = new QCheckBox(tr("&Read-only: this connection never sends a change"), content);
    m_colour = new QComboBox(content);
    for (const Swatch& swatch : swatches) {
        const QString colour = QString::fromLatin1(swatch.colour);
        m_colour->addItem(swatchIcon(colour, fontMetrics().height()), tr(swatch.name), colour);
    }
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Ser&vice:"), m_service);
    form->addRow(tr("&Base URL:"), m_url);
    form->addRow(tr("Credentia&ls:"), m_kind);
    form->addRow(m_publicIdLabel, m_publicId);
    form->addRow(m_secretLabel, m_secret);
    form->addRow(QString(), m_secretNote);
    form->addRow(QString(), m_readOnly);
    form->addRow(tr("&Colour:"), m_colour);
    buildProxy(form);

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_message = new MessageBar(this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_message);
    // As tall as the form wants, as long as the screen has the room; then it scrolls.
    const QSize wanted = content->sizeHint();
    const int line = fontMetrics().height();
    resize(wanted.width() + 4 * line, wanted.height() + 8 * line);
}

void ProfileDialog::buildProxy(QFormLayout* form)
{
    QWidget* content = form->parentWidget();
    m_proxy = new QComboBox(content);
    m_proxy->addItem(tr("As the system says"), int(ProxyChoice::Kind::System));
    m_proxy->addItem(tr("No proxy"), int(ProxyChoice::Kind::None));
    m_proxy->addItem(tr("HTTP proxy"), int(ProxyChoice::Kind::Http));
    m_proxy->addItem(tr("SOCKS 5 proxy"), int(ProxyChoice::Kind::Socks5));
    m_proxyHost = new QLineEdit(content);
    m_proxyHost->setPlaceholderText(tr("host"));
    m_proxyHost->setAccessibleName(tr("Proxy host"));
    m_proxyPort = new QSpinBox(content);
    m_proxyPort->setRange(1, 65535);
    m_proxyPort->setAccessibleName(tr("Proxy port"));
    auto* proxyRow = new QHBoxLayout;
    proxyRow->addWidget(m_proxyHost, 1);
    proxyRow->addWidget(m_proxyPort);
    m_caFile = new QLineEdit(content);
    m_caFile->setPlaceholderText(tr("none: the system's authorities"));
    auto* browse = new QToolButton(content);
    browse->setText(tr("…"));
    browse->setAccessibleName(tr("Choose a certificate file"));
    connect(browse, &QToolButton::clicked, this, &ProfileDialog::browseForCertificates);
    auto* caRow = new QHBoxLayout;
    caRow->addWidget(m_caFile, 1);
    caRow->addWidget(browse);
    form->addRow(tr("Pro&xy:"), m_proxy);
    form->addRow(QString(), proxyRow);
    auto* caLabel = new QLabel(tr("Extra C&A file:"), content);
    caLabel->setBuddy(m_caFile);
    form->addRow(caLabel, caRow);
}

void ProfileDialog::buildTest()
{
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_test = m_buttons->addButton(tr("&Test"), QDialogButtonBox::ActionRole);
    m_test->setIcon(themedIcon(u"connect"_s));
    m_test->setAutoDefault(false);
    connect(m_test, &QPushButton::clicked, this, &ProfileDialog::test);
    layout()->addWidget(m_buttons);
}

void ProfileDialog::fill()
{
    m_name->setText(m_profile.name);
    const QString url = m_profile.baseUrl.toString();
    const int known = m_service->findData(url);
    m_service->setCurrentIndex(url.isEmpty() ? 0 : known >= 0 ? known : m_service->count() - 1);
    m_url->setText(url);
    m_kind->setCurrentIndex(m_kind->findData(int(m_profile.kind)));
    m_publicId->setText(m_profile.publicId);
    m_readOnly->setChecked(m_profile.isReadOnly);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(m_profile.colour)));
    m_proxy->setCurrentIndex(m_proxy->findData(int(m_profile.proxy.kind)));
    m_proxyHost->setText(m_profile.proxy.host);
    m_proxyPort->setValue(m_profile.proxy.port > 0 ? m_profile.proxy.port : 3128);
    m_caFile->setText(m_profile.caFile);
}

} // namespace Telamon
