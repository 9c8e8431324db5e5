// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesdialog.h"

#include "api/http/origin.h"
#include "api/profiles/profilestore.h"
#include "api/profiles/secretstore.h"
#include "api/records/plaintext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QIcon colourChip(const QString& colour, int side)
{
    if (colour.isEmpty())
        return themedIcon(u"connect"_s);
    QPixmap chip(side, side);
    chip.fill(Qt::transparent);
    QPainter painter(&chip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(colour));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(chip.rect().adjusted(2, 2, -2, -2));
    painter.end();
    return chip;
}

} // namespace

ProfilesDialog::ProfilesDialog(ProfileStore& store, ProfileDialog::Services services, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_services(services),
      m_list(new QListWidget(this)),
      m_empty(new QLabel(
          tr("There is no saved connection yet.\n\n"
             "In the web console, open an organisation's Access Manager, make a service account or an API "
             "key with the roles you need, and put this machine's address on its access list. Then add a "
             "connection here.\n\nTo look around first, open the sandbox."),
          this)),
      m_stack(new QStackedLayout),
      m_message(new MessageBar(this)),
      m_connect(new QPushButton(tr("C&onnect"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connections"));
    auto* emptyText = static_cast<QLabel*>(m_empty);
    emptyText->setTextFormat(Qt::PlainText);
    emptyText->setWordWrap(true);
    emptyText->setAlignment(Qt::AlignCenter);
    emptyText->setMargin(fontMetrics().height());
    m_list->setAccessibleName(tr("Connections"));
    m_list->setAlternatingRowColors(true);
    m_list->setSpacing(fontMetrics().height() / 6);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_connect->setDefault(true);

    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_connect);
    const auto button = [this, buttons](const QString& text, bool isOfOne, auto action) {
        auto* made = new QPushButton(text, this);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, action);
        buttons->addWidget(made);
        if (isOfOne)
            m_ofOne.append(made);
    };
    m_ofOne.append(m_connect);
    button(tr("&Add…"), false, [this] { editProfile({}); });
    button(tr("&Edit…"), true, [this] { editProfile(current()); });
    button(tr("&Duplicate…"), true, [this] {
        Profile copy = current();
        copy.id.clear(); // a copy has no secret: it asks for one of its own
        copy.name = tr("%1 (copy)").arg(copy.name);
        editProfile(copy);
    });
    button(tr("&Remove…"), true, [this] { removeCurrent(); });
    buttons->addStretch(1);
    button(tr("Open the &sandbox"), false, [this] {
        Q_EMIT sandboxRequested();
        accept();
    });
    button(tr("&Close"), false, [this] { reject(); });
    auto* columns = new QHBoxLayout;
    columns->addLayout(m_stack, 1);
    columns->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addLayout(columns, 1);
    resize(fontMetrics().averageCharWidth() * 88, fontMetrics().height() * 22);

    connect(m_connect, &QPushButton::clicked, this, &ProfilesDialog::connectCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &ProfilesDialog::connectCurrent);
    connect(&m_store, &ProfileStore::profilesChanged, this, &ProfilesDialog::refill);
    auto* removeKey = new QShortcut(QKeySequence::Delete, m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &ProfilesDialog::removeCurrent);
    refill();
}

void ProfilesDialog::refill()
{
    const QString chosen = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString()
        : m_store.lastUsed()                     ? m_store.lastUsed()->id
                                                 : QString();
    m_list->clear();
    for (const Profile& profile : m_store.profiles()) {
        const QDateTime used = m_store.lastUsedAt(profile.id);
        QString second = Origin::of(profile.baseUrl).host;
        if (profile.isReadOnly)
            second += tr(" · read-only");
        if (used.isValid())
            second += tr(" · last used %1").arg(QLocale().toString(used.toLocalTime(), QLocale::ShortFormat));
        auto* item = new QListWidgetItem(colourChip(profile.colour, fontMetrics().height()),
            visibleText(profile.name) + u'\n' + visibleText(second), m_list);
        item->setData(Qt::UserRole, profile.id);
        if (profile.id == chosen)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_stack->setCurrentWidget(m_list->count() > 0 ? m_list : m_empty);
    for (QPushButton* each : std::as_const(m_ofOne))
        each->setEnabled(m_list->count() > 0);
}

Profile ProfilesDialog::current() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? m_store.find(item->data(Qt::UserRole).toString()).value_or(Profile()) : Profile();
}

void ProfilesDialog::connectCurrent()
{
    const Profile profile = current();
    if (profile.id.isEmpty())
        return;
    Q_EMIT connectRequested(profile);
    accept();
}

ProfileDialog* ProfilesDialog::editProfile(const Profile& profile)
{
    auto* dialog = new ProfileDialog(profile, m_services, this);
    connect(dialog, &ProfileDialog::saved, this, &ProfilesDialog::keep);
    dialog->open();
    return dialog;
}

void ProfilesDialog::keep(const Profile& profile, const QByteArray& secret)
{
    if (const QString wrong = m_store.save(profile); !wrong.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Failure, wrong);
        return;
    }
    if (secret.isEmpty())
        return;
    m_services.secrets.write(
        profile.id, Origin::of(profile.baseUrl), secret, this, [this](const SecretStore::Answer& answer) {
            if (!answer.sentence.isEmpty())
                m_message->showMessage(MessageBar::Kind::Warning, answer.sentence);
        });
}

void ProfilesDialog::removeCurrent()
{
    const Profile profile = current();
    if (profile.id.isEmpty())
        return;
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Remove connection"),
        tr("Remove “%1” and its secret? Nothing changes at the service.").arg(visibleText(profile.name)),
        QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* removeButton = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(removeButton, &QPushButton::clicked, this, [this, profile] {
        const QString wrong = m_store.remove(profile.id);
        if (!wrong.isEmpty())
            m_message->showMessage(MessageBar::Kind::Failure, wrong);
        m_services.secrets.remove(
            profile.id, Origin::of(profile.baseUrl), this, [this](const SecretStore::Answer& answer) {
                if (!answer.sentence.isEmpty() && answer.outcome != SecretStore::Outcome::NotFound)
                    m_message->showMessage(MessageBar::Kind::Warning, answer.sentence);
            });
    });
    box->open();
}

} // namespace Telamon
