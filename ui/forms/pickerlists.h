// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/pickersource.h"

#include <QJsonArray>
#include <QMap>

#include <optional>

namespace Telamon {

class FormModel;
class Session;
struct Operation;
struct PickerEntry;

// The lists that a form's values are picked from: what the console has loaded, and what its session reads
// when a picker first asks for it. What cannot be read has to be typed. The session outlives it.
class PickerLists {
public:
    explicit PickerLists(Session& session) : m_session(session) { }

    PickerSource source() const;

private:
    struct Read {
        const Operation* operation = nullptr;
        QMap<QString, QJsonValue> parameters;
    };
    QString parameterText(const FormModel& model, const QString& name) const;
    std::optional<Read> readFor(const PickerEntry& entry, const FormModel& model) const;
    PickList list(const QString& picker, const QString& pointer, const FormModel& model) const;
    QStringList loadedValues(const QString& picker, const QString& pointer, const FormModel& model) const;
    bool request(const QString& picker, const FormModel& model, bool isAgain, QObject* receiver,
        std::function<void()> arrived) const;

    Session& m_session;
};

} // namespace Telamon
