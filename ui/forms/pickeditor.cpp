// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickeditor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuetext.h"

#include <QComboBox>
#include <QLineEdit>

#include <limits>

using namespace Qt::StringLiterals;

namespace Telamon {

PickEditor::PickEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_box(new QComboBox(parent))
{
    setWidget(m_box);
    makeSearchable(*m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->lineEdit()->setMaxLength(std::numeric_limits<int>::max());
    ignoreWheelWithoutFocus(*m_box);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &PickEditor::take);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        setValue(m_box->itemData(index).toString());
        refresh({this->pointer()});
    });
    refresh({pointer});
}

void PickEditor::take(const QString& text)
{
    // The name of something that is loaded stands for it.
    const int known = m_box->findText(text);
    if (known >= 0)
        setValue(m_box->itemData(known).toString());
    else
        setValue(text.isEmpty() ? clearedValue(u""_s) : QJsonValue(text));
}

void PickEditor::fill()
{
    const PickerSource& source = context().pickers;
    const QString picker = fieldPicker(model(), pointer());
    const QStringList values =
        source.values ? source.values(picker, pointerTokens(pointer()).constLast(), model()) : QStringList();
    const QString typed = m_box->lineEdit()->text();
    m_box->clear();
    for (const QString& each : values) {
        const QString id = each.section(u'\t', 0, 0);
        const QString name = each.section(u'\t', 1);
        m_box->addItem(
            name.isEmpty() || name == id ? valueText(id) : u"%1 (%2)"_s.arg(valueText(name), id), id);
    }
    m_box->setCurrentIndex(-1);
    m_box->lineEdit()->setText(typed);
    if (values.isEmpty() && source.request)
        source.request(picker, model(), this, [this] {
            fill();
            refresh({pointer()});
        });
}

void PickEditor::refresh(const FieldChange& change)
{
    // What there is to pick may depend on what was picked elsewhere.
    if (!m_isFilled || change.pointer != pointer()) {
        m_isFilled = true;
        fill();
    }
    const QString now = value().toString();
    m_box->lineEdit()->setPlaceholderText(absence());
    const int known = m_box->findData(now);
    const QString shown = known >= 0 && !now.isEmpty() ? m_box->itemText(known) : now;
    if (m_box->lineEdit()->hasFocus() && m_box->lineEdit()->isModified())
        return;
    if (m_box->lineEdit()->text() != shown) {
        m_box->setCurrentIndex(now.isEmpty() ? -1 : known);
        m_box->lineEdit()->setText(shown);
        m_box->lineEdit()->setCursorPosition(0);
    }
}

} // namespace Telamon
