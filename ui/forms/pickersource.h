// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace Telamon {

class FormModel;

// What there is to pick from by now.
struct PickList {
    enum class State { Unknown /* not asked for, or it cannot be */, Reading, Read, Failed };
    State state = State::Unknown;
    QStringList values {}; // the value, or "value\tlabel"
    bool hasMore = false; // than are listed
    QString sentence {}; // why it could not be read
    bool isWhole = false; // what is not listed is not there
};

// Where the values of a picked field come from (x-picker). Both functions may be empty: then everything is
// typed.
struct PickerSource {
    // `pointer` is the field to be filled.
    std::function<PickList(const QString& picker, const QString& pointer, const FormModel& model)> list {};
    // Reads what is not loaded yet, where the other fields allow that; `isAgain`: also what has failed.
    // `arrived` is called in the receiver's name when there is another list, once. False: nothing is read.
    std::function<bool(const QString& picker, const FormModel& model, bool isAgain, QObject* receiver,
        std::function<void()> arrived)>
        request {};
};

} // namespace Telamon
