// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/secretedit.h"

#include "ui/widgets/theme.h"

#include <QAction>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Telamon {

SecretEdit::SecretEdit(QWidget* parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_eye = addAction(themedIcon(u"reveal"_s), QLineEdit::TrailingPosition);
    m_eye->setToolTip(tr("Show the secret for ten seconds"));
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(std::chrono::seconds(10));
    connect(m_eye, &QAction::triggered, this, &SecretEdit::reveal);
    connect(&m_hideAgain, &QTimer::timeout, this, &SecretEdit::hideSecret);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        // What is copied from a web page or a file often ends in a line break.
        if (const QString trimmed = text.trimmed(); trimmed != text)
            setText(trimmed);
    });
}

void SecretEdit::reveal()
{
    if (echoMode() == QLineEdit::Normal) {
        hideSecret();
        return;
    }
    setEchoMode(QLineEdit::Normal);
    m_hideAgain.start();
}

void SecretEdit::hideSecret()
{
    m_hideAgain.stop();
    setEchoMode(QLineEdit::Password);
}

} // namespace Telamon
