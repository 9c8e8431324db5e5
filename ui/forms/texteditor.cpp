// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/texteditor.h"

#include <QLineEdit>

#include <limits>

using namespace Qt::StringLiterals;

namespace Telamon {

TextEditor::TextEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_line(new QLineEdit(parent))
{
    setWidget(m_line);
    m_line->setMaxLength(std::numeric_limits<int>::max());
    connect(m_line, &QLineEdit::textEdited, this,
        [this](const QString& text) { setValue(text.isEmpty() ? clearedValue(u""_s) : QJsonValue(text)); });
    refresh({pointer});
}

void TextEditor::refresh(const FieldChange& /*change*/)
{
    m_line->setPlaceholderText(absence());
    const QString text = value().toString();
    if (m_line->text() != text) {
        m_line->setText(text);
        m_line->setCursorPosition(0);
    }
}

} // namespace Telamon
