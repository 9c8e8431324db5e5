// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsoneditor.h"

#include "models/forms/formmodel.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/valuetext.h"

#include <algorithm>

namespace Telamon {

namespace {

constexpr int leastLines = 2;
constexpr int mostLines = 8;

} // namespace

JsonEditor::JsonEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_text(new JsonTextEdit(parent))
{
    setWidget(m_text);
    connect(m_text, &JsonTextEdit::edited, this, &JsonEditor::take);
    connect(m_text, &QPlainTextEdit::blockCountChanged, this, &JsonEditor::fitLines);
    refresh({pointer});
}

// Grows with what is in it, up to a height beside which the other fields are still seen.
void JsonEditor::fitLines(int lines)
{
    m_text->setLineCount(std::clamp(lines, leastLines, mostLines));
}

// What stands for nothing, and what could stand there.
QString JsonEditor::placeholder() const
{
    QString nothing = absence();
    if (!schema() || !schema()->example)
        return nothing;
    const QString example = QString::fromUtf8(toJsonText(*schema()->example, false));
    return nothing.isEmpty() ? tr("for example %1").arg(example)
                             : tr("%1, for example %2").arg(nothing, example);
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
    m_text->setPlaceholderText(placeholder());
    const auto shown = jsonValueOf(m_text->toPlainText());
    if (model().isUnreadable(pointer()))
        m_text->showText(model().unreadableText(pointer()));
    else if (!shown || shown.value() != value())
        m_text->showText(editableJson(value()));
    fitLines(m_text->blockCount());
}

} // namespace Telamon
