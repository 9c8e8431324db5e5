// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/theme.h"

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
    const Attention attention = kind == Kind::Failure ? Attention::Critical
        : kind == Kind::Warning                       ? Attention::Warning
                                                      : Attention::Notice;
    const int side = fontMetrics().height();
    m_icon->setPixmap(attentionIcon(attention).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(sentence);
    m_text->setAccessibleDescription(sentence);
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    QColor tint = attentionColour(attention, palette());
    const QColor base = palette().color(QPalette::Window);
    constexpr float share = 0.12F;
    const auto mixed = [](float a, float b) { return a * share + b * (1 - share); };
    QPalette tinted = palette();
    tinted.setColor(QPalette::Window,
        QColor::fromRgbF(mixed(tint.redF(), base.redF()), mixed(tint.greenF(), base.greenF()),
            mixed(tint.blueF(), base.blueF())));
    setPalette(tinted);
    show();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace Telamon
