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

void FieldNote::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        update();
}

void FieldNote::update()
{
    const bool isWrong = !m_mistake.isEmpty();
    if (isWrong) {
        const int side = fontMetrics().height();
        m_icon->setPixmap(attentionIcon(Attention::Critical).pixmap(QSize(side, side), devicePixelRatioF()));
    }
    m_icon->setVisible(isWrong);
    QPalette colours = palette();
    if (isWrong)
        colours.setColor(QPalette::WindowText, attentionColour(Attention::Critical, palette()));
    m_text->setPalette(colours);
    m_text->setForegroundRole(isWrong ? QPalette::WindowText : QPalette::PlaceholderText);
    m_text->setText(text());
    m_editor->setAccessibleDescription(text());
    setVisible(!text().isEmpty());
}

} // namespace Telamon
