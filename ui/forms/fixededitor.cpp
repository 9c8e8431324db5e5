// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fixededitor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/valuetext.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace Telamon {

FixedEditor::FixedEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_text(new QLabel(parent))
{
    setWidget(m_text);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // Whom or what an id stands for is worth a reading.
    const QString picker = fieldPicker(model(), pointer);
    if (!picker.isEmpty() && context.pickers.request)
        context.pickers.request(picker, model(), false, m_text, [this, pointer] { refresh({pointer}); });
    refresh({pointer});
}

void FixedEditor::refresh(const FieldChange& /*change*/)
{
    const QString text = valueText(value());
    QString name;
    const QString picker = fieldPicker(model(), pointer());
    if (!picker.isEmpty() && context().pickers.list) {
        const QStringList known = context().pickers.list(picker, pointer(), model()).values;
        for (const QString& each : known) {
            if (each.section(u'\t', 0, 0) == value().toString())
                name = valueText(each.section(u'\t', 1));
        }
    }
    m_text->setText(name.isEmpty() || name == text ? text : u"%1 (%2)"_s.arg(name, text));
}

} // namespace Telamon
