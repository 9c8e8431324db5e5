// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choiceeditor.h"

#include "api/catalog/choicewords.h"
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuetext.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStandardItemModel>

namespace Telamon {

namespace {

constexpr qsizetype MostChoicesWithoutSearch = 12;

} // namespace

ChoiceEditor::ChoiceEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_box(new QComboBox(parent))
{
    setWidget(m_box);
    fill();
    if (schema()->enumValues.size() > MostChoicesWithoutSearch) {
        makeSearchable(*m_box);
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ChoiceEditor::takeTyped);
    }
    connect(m_box, &QComboBox::activated, this, &ChoiceEditor::choose);
    leaveWheelToForm(*m_box);
    refresh({pointer});
}

void ChoiceEditor::fill()
{
    m_box->clear();
    if (!isRequired())
        m_box->addItem(tr("not set"), QVariant());
    const QJsonArray values = schema()->enumValues;
    for (const QJsonValue& each : values)
        m_box->addItem(textOf(each), QVariant::fromValue(each));
    m_offered = m_box->count();
}

// What the catalog does not know is shown while it is the value, and never offered: it may be refused.
void ChoiceEditor::showUnknown(const QJsonValue& value)
{
    m_box->addItem(valueText(value), QVariant::fromValue(value));
    if (auto* items = qobject_cast<QStandardItemModel*>(m_box->model()))
        items->item(m_box->count() - 1)->setEnabled(false);
}

QString ChoiceEditor::textOf(const QJsonValue& value) const
{
    return choiceText(pointerTokens(pointer()).constLast(), value);
}

void ChoiceEditor::choose(int index)
{
    const QVariant chosen = m_box->itemData(index);
    setValue(chosen.isValid() ? chosen.toJsonValue() : QJsonValue(QJsonValue::Undefined));
}

// What was typed is one of the values, in our words or the service's, whatever its case, or it is nothing
// that could be sent.
void ChoiceEditor::takeTyped()
{
    const QString typed = m_box->currentText().trimmed();
    int found = m_box->findText(typed, Qt::MatchFixedString);
    for (int i = 0; i < m_box->count() && found < 0; ++i) {
        const QString word = m_box->itemData(i).toJsonValue().toString(); // the service's own
        if (!typed.isEmpty() && word.compare(typed, Qt::CaseInsensitive) == 0)
            found = i;
    }
    if (found >= 0 || typed.isEmpty()) {
        m_box->setCurrentIndex(found);
        choose(found);
    } else {
        model().setUnreadable(pointer(), typed,
            choiceSentence(
                schema()->enumValues, typed, [this](const QJsonValue& each) { return textOf(each); }));
    }
}

void ChoiceEditor::refresh(const FieldChange& /*change*/)
{
    if (model().isUnreadable(pointer())) {
        const QString typed = model().unreadableText(pointer());
        if (m_box->isEditable() && !m_box->lineEdit()->isModified())
            m_box->setEditText(typed); // of a draft
        return;
    }
    const QJsonValue now = value();
    // What is typed into a searchable one does not begin after "not set".
    if (m_box->isEditable())
        m_box->lineEdit()->setPlaceholderText(absence());
    while (m_box->count() > m_offered && m_box->itemData(m_box->count() - 1).toJsonValue() != now)
        m_box->removeItem(m_box->count() - 1);
    int index = now.isUndefined() && !isRequired() && !m_box->isEditable() ? 0 : -1;
    for (int i = 0; i < m_box->count() && !now.isUndefined(); ++i) {
        const QVariant data = m_box->itemData(i);
        if (data.isValid() && data.toJsonValue() == now)
            index = i;
    }
    if (index < 0 && !now.isUndefined()) {
        showUnknown(now);
        index = m_box->count() - 1;
    }
    if (m_box->currentIndex() != index || (index < 0 && m_box->isEditable())) {
        m_box->setCurrentIndex(index);
        if (index < 0 && m_box->isEditable() && !m_box->lineEdit()->hasFocus())
            m_box->clearEditText();
    }
}

} // namespace Telamon
