// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/secretfield.h"

#include "api/profiles/profilerules.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace Telamon {

SecretField::SecretField(QWidget* parent, std::chrono::milliseconds revealTime)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_reveal(new QToolButton(this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_reveal->setText(tr("Sho&w"));
    m_reveal->setCheckable(true);
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    m_reveal->setAccessibleName(tr("Show the secret"));
    m_reveal->setToolTip(tr("Show the secret for ten seconds"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_reveal);
    setFocusProxy(m_edit);
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(revealTime);
    connect(m_reveal, &QToolButton::toggled, this, &SecretField::setRevealed);
    connect(&m_hideAgain, &QTimer::timeout, this, &SecretField::hideSecret);
}

// Cleaned here and not while typing: the cursor stays where it is.
QString SecretField::secret() const
{
    return withoutSpaces(m_edit->text());
}

bool SecretField::isRevealed() const
{
    return m_edit->echoMode() == QLineEdit::Normal;
}

void SecretField::hideSecret()
{
    m_reveal->setChecked(false);
}

void SecretField::setRevealed(bool isRevealed)
{
    m_edit->setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    if (isRevealed)
        m_hideAgain.start();
    else
        m_hideAgain.stop();
}

} // namespace Telamon
