// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "api/records/plaintext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPaintEvent>
#include <QToolButton>

namespace Telamon {

namespace {

Attention attentionOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Failure:
        return Attention::Critical;
    case MessageBar::Kind::Warning:
        return Attention::Warning;
    case MessageBar::Kind::Notice:
        break;
    }
    return Attention::Notice;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new WrappedLabel(this)),
      m_action(new QToolButton(this))
{
    setFrameShape(QFrame::NoFrame);
    QSizePolicy narrow = m_text->sizePolicy(); // one long word must not make the window wider
    narrow.setHorizontalPolicy(QSizePolicy::Ignored);
    m_text->setSizePolicy(narrow);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* layout = new QHBoxLayout(this);
    const int margin = fontMetrics().height() / 2;
    layout->setContentsMargins(margin, margin / 2, margin, margin / 2);
    // One line high at least, so that the icon, the text's first line and the button stand on one line.
    const int line = m_action->sizeHint().expandedTo(QSize(0, fontMetrics().height())).height();
    m_icon->setFixedHeight(line);
    m_text->setContentsMargins(
        0, (line - fontMetrics().height()) / 2, 0, (line - fontMetrics().height()) / 2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1, Qt::AlignTop);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    connect(m_action, &QToolButton::clicked, this, &MessageBar::actionTriggered);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& sentence, const QString& actionText)
{
    m_text->setText(visibleText(sentence));
    m_text->setAccessibleDescription(m_text->text());
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_kind = kind;
    updateIcon();
    update();
    show();
}

void MessageBar::updateIcon()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(attentionIcon(attentionOf(m_kind)).pixmap(QSize(side, side), devicePixelRatioF()));
}

// A picture of an icon does not follow the theme by itself.
void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

// The level's colour, thin over the window's: both come from the palette of the moment.
void MessageBar::paintEvent(QPaintEvent* event)
{
    QColor tint = attentionColour(attentionOf(m_kind), palette());
    tint.setAlphaF(0.14F);
    QPainter painter(this);
    painter.fillRect(event->rect(), tint);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace Telamon
