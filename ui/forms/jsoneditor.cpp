// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsoneditor.h"

#include "models/forms/formmodel.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/valuetext.h"

namespace Telamon {

namespace {

constexpr int shownLines = 8;

} // namespace

JsonEditor::JsonEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_text(new JsonTextEdit(parent))
{
    setWidget(m_text);
    m_text->setLineCount(shownLines);
    connect(m_text, &JsonTextEdit::edited, this, &JsonEditor::take);
    refresh({pointer});
}

void JsonEditor::take()
{
    const QString text = m_text->toPlainText();
    const auto read = jsonValueOf(text);
    if (read) {
        m_text->mark({});
        setValue(read.value());
        return;
    }
    m_text->mark({{read.error().line, read.error().column}});
    model().setUnreadable(pointer(), text, mistakeText(read.error()));
}

void JsonEditor::refresh(const FieldChange& /*change*/)
{
    m_text->setPlaceholderText(absence());
    if (model().isUnreadable(pointer())) {
        m_text->showText(model().unreadableText(pointer()));
        return;
    }
    const auto shown = jsonValueOf(m_text->toPlainText());
    if (!shown || shown.value() != value())
        m_text->showText(editableJson(value()));
}

} // namespace Telamon
