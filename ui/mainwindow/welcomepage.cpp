// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/welcomepage.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), m_problem(new MessageBar(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // never what keeps the window from being small
    const int line = fontMetrics().height();
    auto* logo = new QLabel(this);
    logo->setPixmap(
        QIcon(u":/telamon/icons/telamon.svg"_s).pixmap(QSize(line * 5, line * 5), devicePixelRatioF()));
    logo->setAlignment(Qt::AlignCenter);
    auto* title = new QLabel(tr("Telamon"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setAlignment(Qt::AlignCenter);
    auto* text =
        new QLabel(tr("A desktop console for MongoDB Atlas.\n\n"
                      "Connect with a service account, an API key or an access token, or look around first:\n"
                      "the sandbox is a service of its own inside this program, with made-up data."),
            this);
    text->setTextFormat(Qt::PlainText);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto* connections = new QPushButton(themedIcon(u"connect"_s), tr("&Connections…"), this);
    connections->setDefault(true);
    setFocusProxy(connections);
    auto* sandbox = new QPushButton(tr("Open the &sandbox"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(connections);
    buttons->addWidget(sandbox);
    buttons->addStretch(1);
    m_problem->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_problem);
    layout->addStretch(2);
    layout->addWidget(logo);
    layout->addWidget(title);
    layout->addSpacing(line / 2);
    layout->addWidget(text);
    layout->addSpacing(line);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(connections, &QPushButton::clicked, this, &WelcomePage::connectionsRequested);
    connect(sandbox, &QPushButton::clicked, this, &WelcomePage::sandboxRequested);
}

void WelcomePage::showProblem(const QString& sentence)
{
    m_problem->showMessage(MessageBar::Kind::Warning, sentence);
}

QString WelcomePage::problem() const
{
    return m_problem->text();
}

} // namespace Telamon
