// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace Telamon {

class FormModel;

// Where the values of a picked field come from (x-picker). Both functions may be empty: then everything is
// typed.
struct PickerSource {
    // What is loaded by now: the value, or "value\tlabel". `field` is the name of the field to be filled.
    std::function<QStringList(const QString& picker, const QString& field, const FormModel& model)> values {};
    // Reads what is not loaded yet, where the other fields allow that. `arrived` is called in the receiver's
    // name when there are other values, at most once.
    std::function<void(
        const QString& picker, const FormModel& model, QObject* receiver, std::function<void()> arrived)>
        request {};
};

} // namespace Telamon
