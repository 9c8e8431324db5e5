// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiledialog.h"

#include "api/http/origin.h"
#include "api/profiles/environment.h"
#include "api/records/plaintext.h"
#include "ui/profiles/connectiontest.h"
#include "ui/profiles/profileform.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QUuid>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString titleOf(const Profile& profile)
{
    if (profile.isSessionOnly)
        return ProfileDialog::tr("Connect to %1").arg(visibleText(profile.name));
    return profile.id.isEmpty() ? ProfileDialog::tr("New connection")
                                : ProfileDialog::tr("Edit connection “%1”").arg(visibleText(profile.name));
}

} // namespace

ProfileDialog::ProfileDialog(const Profile& profile, Services services, QWidget* parent)
    : QDialog(parent),
      m_profile(profile),
      m_services(services),
      m_form(new ProfileForm(profile)),
      m_message(new MessageBar(this)),
      m_connectionTest(new ConnectionTest(services.catalog, services.log, this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this)),
      m_test(m_buttons->addButton(tr("&Test connection"), QDialogButtonBox::ActionRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleOf(profile));
    if (profile.isSessionOnly)
        m_buttons->button(QDialogButtonBox::Save)->setText(tr("&Connect"));
    m_test->setAutoDefault(false);
    m_test->setMinimumWidth(m_test->sizeHint().width() + fontMetrics().averageCharWidth() * 4);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_connectionTest);
    layout->addWidget(m_buttons);
    // As tall as the form wants, as long as the screen has the room; then it scrolls.
    const int width = fontMetrics().averageCharWidth() * 72;
    const int around = layout->sizeHint().height() - scroll->sizeHint().height();
    resize(QSize(width, m_form->sizeHint().height() + around).boundedTo(screen()->availableSize() * 0.9));
    if (!profile.originNote.isEmpty())
        m_message->showMessage(MessageBar::Kind::Notice, profile.originNote);

    connect(m_test, &QPushButton::clicked, this, &ProfileDialog::test);
    connect(m_connectionTest, &ConnectionTest::runningChanged, this, &ProfileDialog::updateTestButton);
    // A verdict is about what was tested, not about what stands there now.
    connect(m_form, &ProfileForm::edited, this, [this] {
        m_reading.reset();
        m_connectionTest->clear();
    });
    // Where a mistake is pointed out, it is seen: the scroll area follows the Tab key alone.
    connect(qApp, &QApplication::focusChanged, this, [this, scroll](QWidget*, QWidget* now) {
        if (now && m_form->isAncestorOf(now))
            scroll->ensureWidgetVisible(now);
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->setFocus(Qt::OtherFocusReason);
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::demandSecret(const QString& why)
{
    if (!why.isEmpty())
        m_message->showMessage(MessageBar::Kind::Warning, why);
    m_form->demandSecret();
}

void ProfileDialog::save()
{
    m_form->hideSecret();
    if (!m_form->check())
        return;
    Profile profile = m_form->profile();
    if (profile.isSessionOnly)
        profile.id = sessionProfileId(profile); // by the credentials that were given
    else if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Q_EMIT saved(profile, m_form->secret().toUtf8());
    accept();
}

void ProfileDialog::test()
{
    if (m_connectionTest->isRunning()) { // a second click ends it
        m_reading.reset();
        m_connectionTest->clear();
        return;
    }
    m_form->hideSecret();
    if (!m_form->check())
        return;
    const Profile profile = m_form->profile();
    if (const QString secret = m_form->secret(); !secret.isEmpty()) {
        m_connectionTest->start(profile, secret.toUtf8());
        return;
    }
    // Nothing was entered and nothing has to be: the stored secret is for this origin.
    m_connectionTest->showWaiting(tr("Asking the keychain for the secret…"));
    m_reading = std::make_unique<QObject>();
    m_services.secrets.read(profile.id, Origin::of(profile.baseUrl), m_reading.get(),
        [this, profile](const SecretStore::Answer& answer) { takeStoredSecret(profile, answer); });
}

void ProfileDialog::takeStoredSecret(const Profile& profile, const SecretStore::Answer& answer)
{
    m_reading.release()->deleteLater(); // this is called in its name
    if (!answer.secret.isEmpty()) {
        m_connectionTest->start(profile, answer.secret);
        return;
    }
    m_form->demandSecret(); // ends the test under way, so that the failure comes after it
    m_connectionTest->showFailure(answer.sentence);
}

void ProfileDialog::updateTestButton()
{
    m_test->setText(m_connectionTest->isRunning() ? tr("S&top the test") : tr("&Test connection"));
}

} // namespace Telamon
