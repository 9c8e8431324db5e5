// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickeditor.h"

#include "models/forms/formmodel.h"
#include "ui/forms/pickbox.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Telamon {

PickEditor::PickEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_pick(new PickBox(context, pointer, parent))
{
    setWidget(m_pick);
    connect(m_pick, &PickBox::typed, this, &PickEditor::take);
    connect(m_pick, &PickBox::picked, this, [this](const QString& value) {
        setValue(value);
        refresh({this->pointer()});
    });
    connect(m_pick, &PickBox::filled, this, [this] {
        const QString now = value().toString(); // a name may have been typed before the list was there
        if (const QString meant = m_pick->valueOf(now); meant != now)
            setValue(meant);
        refresh({this->pointer()});
    });
    refresh({pointer});
}

QWidget* PickEditor::control() const
{
    return m_pick->box();
}

void PickEditor::take(const QString& text)
{
    setValue(text.isEmpty() ? clearedValue(u""_s) : QJsonValue(m_pick->valueOf(text)));
}

void PickEditor::refresh(const FieldChange& change)
{
    // What there is to pick may depend on what was picked elsewhere.
    if (!m_isFilled || change.pointer != pointer()) {
        m_isFilled = true;
        m_pick->fill();
    }
    m_pick->setAbsence(absence());
    // What was picked may not be there any more once another field has changed.
    const QString now = value().toString();
    model().setDoubt(pointer(), m_pick->isDoubtful(now) ? tr("is not among those of the list") : QString());
    QLineEdit* line = m_pick->box()->lineEdit();
    // What is being typed stays; a list of matches has the focus in its place.
    const QCompleter* matches = line->completer();
    const bool isMatching = matches && matches->popup()->isVisible();
    if (line->isModified() && (line->hasFocus() || isMatching))
        return;
    const QString shown = m_pick->textOf(now);
    if (line->text() != shown) {
        m_pick->box()->setCurrentIndex(now.isEmpty() ? -1 : m_pick->box()->findData(now));
        line->setText(shown);
        line->setCursorPosition(0);
    }
}

} // namespace Telamon
