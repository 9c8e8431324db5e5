// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldeditor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/objectkeys.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

FieldEditor::FieldEditor(const FieldContext& context, const QString& pointer)
    : m_context(context), m_pointer(pointer)
{
}

void FieldEditor::setWidget(QWidget* widget)
{
    m_widget = widget;
    setParent(widget);
}

void finishTypingIn(const QWidget& form)
{
    QList<QPointer<FieldEditor>> editors; // what one takes may end another
    const QList<FieldEditor*> all = form.findChildren<FieldEditor*>();
    for (FieldEditor* each : all)
        editors.append(each);
    for (const QPointer<FieldEditor>& each : std::as_const(editors)) {
        if (each)
            each->finishTyping();
    }
}

QWidget* FieldEditor::reveal(const QString& /*place*/)
{
    return control();
}

const Schema* FieldEditor::schema() const
{
    return model().schema(m_pointer);
}

QJsonValue FieldEditor::value() const
{
    return model().value(m_pointer);
}

void FieldEditor::setValue(const QJsonValue& value)
{
    if (value.isUndefined() && goesWithItsValue())
        model().setUnreadable(m_pointer, {}, tr("A value is missing."));
    else
        model().setValue(m_pointer, value);
}

// A member's name, or a place in a list, would be gone while a person writes another value for it.
bool FieldEditor::goesWithItsValue() const
{
    return isFreeMember(model(), m_pointer) || model().value(parentPointer(m_pointer)).isArray();
}

bool FieldEditor::isRequired() const
{
    return model().isRequired(m_pointer);
}

QJsonValue FieldEditor::clearedValue(const QJsonValue& empty) const
{
    const QJsonValue start = model().startValue(m_pointer);
    return start.type() == empty.type() || goesWithItsValue() ? empty : QJsonValue(QJsonValue::Undefined);
}

QString FieldEditor::ownTitle(bool isEmpty) const
{
    QString title = captionText(label());
    if (isRequired())
        title += u" *"_s;
    const QString told = isEmpty ? absence() : QString();
    return told.isEmpty() ? title : u"%1 (%2)"_s.arg(title, told);
}

QString FieldEditor::absence() const
{
    const QJsonValue now = value();
    if (now.isUndefined())
        return isRequired() ? QString() : tr("not set");
    return now.isNull() ? tr("null") : tr("empty");
}

} // namespace Telamon
