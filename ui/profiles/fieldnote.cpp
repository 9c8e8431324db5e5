// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/fieldnote.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Telamon {

FieldNote::FieldNote(QWidget* editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 3);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    update();
}

void FieldNote::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void FieldNote::setMistake(const QString& mistake)
{
    m_mistake = mistake;
    update();
}

void FieldNote::setAdvice(const QString& advice)
{
    m_advice = advice;
    update();
}

void FieldNote::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void FieldNote::update()
{
    const bool isMarked = !m_mistake.isEmpty() || !m_advice.isEmpty();
    const Attention attention = m_mistake.isEmpty() ? Attention::Warning : Attention::Critical;
    if (isMarked) {
        const int side = fontMetrics().height();
        m_icon->setPixmap(attentionIcon(attention).pixmap(QSize(side, side), devicePixelRatioF()));
    }
    m_icon->setVisible(isMarked);
    QPalette colours = palette();
    if (isMarked)
        colours.setColor(QPalette::WindowText, attentionColour(attention, palette()));
    m_text->setPalette(colours);
    m_text->setForegroundRole(isMarked ? QPalette::WindowText : QPalette::PlaceholderText);
    m_text->setText(text());
    m_editor->setAccessibleDescription(text());
    setVisible(!text().isEmpty());
}

} // namespace Telamon
