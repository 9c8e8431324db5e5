// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/pickersource.h"

#include <QString>

namespace Telamon {

class FormModel;

// What every editor of one form shares. Owned by its FormView, outlives the editors.
struct FieldContext {
    FormModel& model;
    PickerSource pickers;
};

// Something that changed at a place of the form. Structural: other fields, variant or items are there now.
struct FieldChange {
    QString pointer;
    bool isStructural = false;

    bool touches(const QString& place) const; // the place, something inside it or around it
};

// How a person knows the field: its title, else its name.
QString fieldLabel(const FormModel& model, const QString& pointer);
// What it is for, in a sentence; may be empty.
QString fieldDescription(const FormModel& model, const QString& pointer);
// It has to be there, or every kind that can still be chosen needs it.
bool isAskedFor(const FormModel& model, const QString& pointer);
QString fieldPicker(const FormModel& model, const QString& pointer); // x-picker, empty: none
// A rule or a violation as a sentence of its own.
QString sentenceText(const QString& text);
// For QLabel, QGroupBox and the like, where & marks a mnemonic: control characters shown, & doubled.
QString captionText(const QString& text);

} // namespace Telamon
