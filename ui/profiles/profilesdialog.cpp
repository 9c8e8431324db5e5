// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesdialog.h"

#include "api/http/origin.h"
#include "api/profiles/keepprofile.h"
#include "api/profiles/profilerules.h"
#include "api/profiles/profilestore.h"
#include "api/records/plaintext.h"
#include "models/celltext.h"
#include "ui/profiles/swatches.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString secondLine(const Profile& profile, const QDateTime& used)
{
    QStringList parts {profile.baseUrl.toString(),
        used.isValid() ? ProfilesDialog::tr("last used %1").arg(momentText(used.toMSecsSinceEpoch()))
                       : ProfilesDialog::tr("not used yet")};
    if (profile.isReadOnly)
        parts += ProfilesDialog::tr("read-only");
    parts += nameOf(profile.kind);
    return parts.join(u" · "_s);
}

} // namespace

ProfilesDialog::ProfilesDialog(ProfileStore& store, ProfileDialog::Services services, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_services(services),
      m_list(new QListWidget(this)),
      m_empty(buildEmptyState()),
      m_stack(new QStackedLayout),
      m_message(new MessageBar(this)),
      m_connect(new QPushButton(tr("C&onnect"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connections"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setAlternatingRowColors(true);
    m_list->setSpacing(fontMetrics().height() / 6);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto* buttons = new QVBoxLayout;
    buildButtons(*buttons);
    buildShortcuts();
    auto* columns = new QHBoxLayout;
    columns->addLayout(m_stack, 1);
    columns->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addLayout(columns, 1);
    resize(fontMetrics().averageCharWidth() * 116, fontMetrics().height() * 22);

    connect(m_list, &QListWidget::itemActivated, this, &ProfilesDialog::connectCurrent);
    connect(&m_store, &ProfileStore::profilesChanged, this, &ProfilesDialog::refill);
    refill();
    QWidget* first = m_list->count() > 0 ? static_cast<QWidget*>(m_list) : m_empty->findChild<QPushButton*>();
    first->setFocus(Qt::OtherFocusReason);
}

QWidget* ProfilesDialog::buildEmptyState()
{
    auto* text = new QLabel(
        tr("There is no saved connection yet.\n\n"
           "To connect, you need a service account or an API key. In the service's web console, open your "
           "organization, then Access Manager, then Applications, and make one:\n\n"
           "• Give it the roles you need. Organization Read Only is enough to look around.\n"
           "• Put the address of this machine on its access list.\n"
           "• Copy the ID and the secret. The secret is shown only once.\n\n"
           "Then add the connection and paste both.\n\n"
           "To look around first, open the sandbox: it is a service on this machine with invented data."));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    const int line = fontMetrics().height();
    layout->setContentsMargins(line, line, line, line);
    layout->setSpacing(line);
    layout->addWidget(text);
    auto* ways = new QHBoxLayout;
    const auto addWay = [&](const QString& caption, auto action) {
        auto* button = new QPushButton(caption, page);
        button->setAutoDefault(true); // Enter presses it: there is nothing to connect to
        connect(button, &QPushButton::clicked, this, action);
        ways->addWidget(button);
    };
    addWay(tr("Add a connection…"), [this] { editProfile({}); });
    addWay(tr("Look around in the sandbox"), [this] { openSandbox(); });
    ways->addStretch(1);
    layout->addLayout(ways);
    layout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("How to connect"));
    return scroll;
}

void ProfilesDialog::buildButtons(QVBoxLayout& column)
{
    const auto add = [this, &column](const QString& text, bool isOfOne, auto action) {
        auto* made = new QPushButton(text, this);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, action);
        column.addWidget(made);
        if (isOfOne)
            m_ofOne.append(made);
        return made;
    };
    m_connect->setDefault(true);
    connect(m_connect, &QPushButton::clicked, this, &ProfilesDialog::connectCurrent);
    column.addWidget(m_connect);
    m_ofOne.append(m_connect);
    m_besideList.append(add(tr("&Add…"), false, [this] { editProfile({}); }));
    add(tr("&Edit…"), true, [this] { editProfile(current()); });
    add(tr("&Duplicate…"), true, [this] { duplicateCurrent(); });
    add(tr("&Remove…"), true, [this] { removeCurrent(); });
    column.addStretch(1);
    m_besideList.append(add(tr("Open the &sandbox"), false, [this] { openSandbox(); }));
    add(tr("&Close"), false, [this] { reject(); });
}

void ProfilesDialog::buildShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence::Delete, [this] { removeCurrent(); });
    add(Qt::Key_F2, [this] {
        if (!current().id.isEmpty())
            editProfile(current());
    });
    add(Qt::Key_Insert, [this] { editProfile({}); });
}

void ProfilesDialog::refill()
{
    const QString chosen = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString()
        : m_store.lastUsed()                     ? m_store.lastUsed()->id
                                                 : QString();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Profile& profile : m_store.profiles()) {
        const QString first = visibleText(profile.name);
        const QString second = visibleText(secondLine(profile, m_store.lastUsedAt(profile.id)));
        auto* item = new QListWidgetItem(
            swatchIcon(profile.colour, fontMetrics().height()), first + u'\n' + second, m_list);
        item->setData(Qt::UserRole, profile.id);
        item->setData(Qt::AccessibleTextRole, QString(first + ", "_L1 + second));
        item->setToolTip(second.toHtmlEscaped());
        if (profile.id == chosen)
            m_list->setCurrentItem(item);
    }
    // After a removal the next one is chosen, so that the keyboard goes on from where it was.
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    m_stack->setCurrentWidget(m_list->count() > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    for (QPushButton* each : std::as_const(m_ofOne))
        each->setEnabled(m_list->count() > 0);
    for (QPushButton* each : std::as_const(m_besideList))
        each->setVisible(m_list->count() > 0);
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

void ProfilesDialog::openSandbox()
{
    Q_EMIT sandboxRequested();
    accept();
}

void ProfilesDialog::duplicateCurrent()
{
    Profile copy = current();
    copy.id.clear(); // a copy has no secret: it asks for one of its own
    copy.name = tr("%1 (copy)").arg(copy.name);
    editProfile(copy);
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
    const QString wrong = keepProfile(m_store, m_services.secrets, profile, secret, this,
        [this](const QString& sentence) { m_message->showMessage(MessageBar::Kind::Warning, sentence); });
    if (!wrong.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Failure, wrong);
        return;
    }
    m_message->hide();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == profile.id)
            m_list->setCurrentRow(row);
    }
    m_list->setFocus(Qt::OtherFocusReason);
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
    const QPushButton* button = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(button, &QPushButton::clicked, this, [this, profile] { remove(profile); });
    box->open();
}

void ProfilesDialog::remove(const Profile& profile)
{
    if (const QString wrong = m_store.remove(profile.id); !wrong.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Failure, wrong);
        return;
    }
    m_services.secrets.remove(
        profile.id, Origin::of(profile.baseUrl), this, [this](const SecretStore::Answer& answer) {
            if (!answer.sentence.isEmpty() && answer.outcome != SecretStore::Outcome::NotFound)
                m_message->showMessage(MessageBar::Kind::Warning, answer.sentence);
        });
}

} // namespace Telamon
