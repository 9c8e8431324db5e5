// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profiles/fieldnote.h"

namespace Telamon {

class FormModel;
struct Violation;

// What is wrong at one place of a form. Silent until a person has left the place or tried to send.
class PlaceNote : public FieldNote {
    Q_OBJECT
public:
    PlaceNote(FormModel& model, const QString& pointer, QWidget* editor, QWidget* parent);

    const QString& pointer() const { return m_pointer; }
    void coversInside(bool covers); // what is inside has no notes of its own
    void showViolations();
    void touch(); // a person has left the place

private:
    FormModel& m_model;
    QString m_pointer;
    bool m_coversInside = false;
};

// Whether a person is told of it: the service's verdict is, though it does not stop another try; what could
// not be checked is not.
bool isShown(const Violation& violation);

} // namespace Telamon
