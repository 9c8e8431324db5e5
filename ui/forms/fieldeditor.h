// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldcontext.h"

#include <QJsonValue>
#include <QObject>

class QWidget;

namespace Telamon {

struct Schema;

// Edits one place of a FormModel. It belongs to its widget, which stands in the form directly, so that an
// assistive technology finds the label beside it.
class FieldEditor : public QObject {
    Q_OBJECT
public:
    const QString& pointer() const { return m_pointer; }
    QWidget* widget() const { return m_widget; }
    // What the label names and what takes the focus.
    virtual QWidget* control() const { return m_widget; }
    // Shows what the model has by now. What a person is typing stays, as long as it says the same.
    virtual void refresh(const FieldChange& change) = 0;
    // Takes what was typed and waits for a key or a button to become part of the value.
    virtual void finishTyping() { }
    // Makes the place inside visible and returns what can take the focus there.
    virtual QWidget* reveal(const QString& place);
    // The editor shows the label itself, as the title of a frame.
    virtual bool hasOwnTitle() const { return false; }

protected:
    FieldEditor(const FieldContext& context, const QString& pointer);
    void setWidget(QWidget* widget); // owns this from now on

    const FieldContext& context() const { return m_context; }
    FormModel& model() const { return m_context.model; }
    const Schema* schema() const;
    QJsonValue value() const;
    void setValue(const QJsonValue& value);
    bool isRequired() const;
    bool goesWithItsValue() const;
    QString label() const { return fieldLabel(m_context.model, m_pointer); }
    // What the field stands for once a person has emptied it: unset, or empty where there was something.
    QJsonValue clearedValue(const QJsonValue& empty) const;
    // "not set", "null" or "empty", for where nothing else is shown.
    QString absence() const;
    // The label as the title of a frame, with what is to be told of a list or map.
    QString ownTitle(bool isEmpty) const;

private:
    const FieldContext& m_context;
    QString m_pointer;
    QWidget* m_widget = nullptr;
};

// The same in all editors of a form.
void finishTypingIn(const QWidget& form);

} // namespace Telamon
