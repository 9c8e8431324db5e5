// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Telamon {

class FieldEditor;
struct FieldContext;
class FormModel;

enum class EditorKind {
    Fixed, // shown as text
    Group, // an object or a union, in a frame
    Variant, // a union that has values of their own among its variants
    Secret,
    Boolean,
    Choice, // one of an enumeration
    CheckList, // several of an enumeration
    EpochTime,
    Time,
    Number,
    Picked, // text that is picked from a list
    Text,
    Lines, // list of texts
    Rows, // list of anything else
    Map, // members by name
    Json, // free-form
};

// The first row of the table that fits what may stand at the place.
EditorKind editorKindAt(const FormModel& model, const QString& pointer);
// The same for the value of a union whose variant is chosen: what that variant is edited with.
EditorKind plainEditorKindAt(const FormModel& model, const QString& pointer);
FieldEditor* makeEditor(
    EditorKind kind, const FieldContext& context, const QString& pointer, QWidget* parent);

} // namespace Telamon
