// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/fieldnote.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Telamon {

FieldNote::FieldNote(QWidget* editor, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_layout(new QVBoxLayout(this)),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(fontMetrics().height() / 3);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    m_layout->addLayout(line);
    update();
}

void FieldNote::setHint(const QString& hint, const QString& help)
{
    m_hint = hint;
    m_help = help;
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
    showHelp(isMarked ? m_help : QString());
    m_editor->setAccessibleDescription(
        isMarked && !m_help.isEmpty() ? text() + QLatin1Char('\n') + m_help : text());
    setVisible(!text().isEmpty());
}

// Most notes never need it.
void FieldNote::showHelp(const QString& help)
{
    if (!m_helpLabel && help.isEmpty())
        return;
    if (!m_helpLabel) {
        m_helpLabel = new QLabel(this);
        m_helpLabel->setTextFormat(Qt::PlainText);
        m_helpLabel->setWordWrap(true);
        m_helpLabel->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(m_helpLabel);
    }
    m_helpLabel->setText(help);
    m_helpLabel->setVisible(!help.isEmpty());
}

} // namespace Telamon
