// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numbereditor.h"

#include "models/forms/formmodel.h"
#include "ui/forms/numberbox.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuetext.h"

namespace Telamon {

NumberEditor::NumberEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_box(new NumberBox(*schema(), parent))
{
    setWidget(m_box);
    leaveWheelToForm(*m_box);
    connect(m_box, &NumberBox::edited, this, &NumberEditor::take);
    refresh({pointer});
}

void NumberEditor::take()
{
    const QString typed = m_box->text().trimmed();
    if (typed.isEmpty())
        setValue(QJsonValue(QJsonValue::Undefined));
    else if (const std::optional<QJsonValue> number = m_box->number())
        setValue(*number);
    else
        model().setUnreadable(pointer(), typed,
            schema()->types == Schema::Type::Integer ? tr("Give a whole number.") : tr("Give a number."));
}

void NumberEditor::refresh(const FieldChange& /*change*/)
{
    m_box->setPlaceholderText(absence());
    const QString unreadable = model().unreadableText(pointer());
    const QJsonValue now = value();
    // "1.0" and "01" stay as they are typed.
    const std::optional<QJsonValue> shown = m_box->number();
    if (model().isUnreadable(pointer())) {
        if (m_box->text().trimmed() != unreadable)
            m_box->setText(unreadable);
    } else if (now.isUndefined() || now.isNull()) {
        m_box->setText({});
    } else if (!shown || *shown != now) {
        m_box->setText(valueText(now));
    }
}

} // namespace Telamon
