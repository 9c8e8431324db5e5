// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/secreteditor.h"

#include "ui/profiles/secretfield.h"

#include <QLineEdit>
#include <QToolButton>

#include <limits>

namespace Telamon {

SecretEditor::SecretEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_field(new SecretField(parent))
{
    setWidget(m_field);
    m_field->setFocusProxy(nullptr); // the form orders its controls one by one
    m_field->edit()->setMaxLength(std::numeric_limits<int>::max());
    m_field->edit()->setAccessibleName(label());
    m_field->revealButton()->setText(tr("Show")); // a form may have several
    m_field->revealButton()->setAccessibleName(tr("Show %1").arg(label()));
    connect(m_field->edit(), &QLineEdit::textEdited, this, [this](const QString& text) {
        // A password may have spaces: it is taken as it is typed.
        setValue(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
    });
    refresh({pointer});
}

QWidget* SecretEditor::control() const
{
    return m_field->edit();
}

void SecretEditor::refresh(const FieldChange& /*change*/)
{
    m_field->edit()->setPlaceholderText(absence());
    const QString secret = value().toString();
    if (m_field->edit()->text() != secret)
        m_field->edit()->setText(secret);
}

} // namespace Telamon
