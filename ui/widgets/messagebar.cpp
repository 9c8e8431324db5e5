// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "api/records/plaintext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Telamon {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_action(new QToolButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    QSizePolicy narrow = m_text->sizePolicy(); // one long word must not make the window wider
    narrow.setHorizontalPolicy(QSizePolicy::Ignored);
    m_text->setSizePolicy(narrow);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    connect(m_action, &QToolButton::clicked, this, &MessageBar::actionTriggered);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& sentence, const QString& actionText)
{
    m_kind = kind;
    m_text->setText(visibleText(sentence));
    m_text->setAccessibleDescription(m_text->text());
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    tint();
    show();
}

void MessageBar::tint()
{
    const Attention attention = m_kind == Kind::Failure ? Attention::Critical
        : m_kind == Kind::Warning                       ? Attention::Warning
                                                        : Attention::Notice;
    const int side = fontMetrics().height();
    m_icon->setPixmap(attentionIcon(attention).pixmap(QSize(side, side), devicePixelRatioF()));
    QPalette tinted = QGuiApplication::palette();
    const QColor colour = attentionColour(attention, tinted);
    const QColor base = tinted.color(QPalette::Window);
    constexpr float share = 0.12F;
    const auto mixed = [](float a, float b) { return a * share + b * (1 - share); };
    tinted.setColor(QPalette::Window,
        QColor::fromRgbF(mixed(colour.redF(), base.redF()), mixed(colour.greenF(), base.greenF()),
            mixed(colour.blueF(), base.blueF())));
    setPalette(tinted);
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        tint();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace Telamon
