// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/pickersource.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>

#include <optional>

namespace Telamon {

class ApiCall;
class FormModel;
class Session;
struct Arguments;
struct Operation;
struct PickerEntry;

// The lists that a form's values are picked from: what the console has loaded, and what is read when a picker
// first asks for it. Lives as long as its form.
class PickerLists : public QObject {
    Q_OBJECT
public:
    explicit PickerLists(Session& session, QObject* parent = nullptr);

    PickerSource source();

private:
    struct Read {
        const Operation* operation = nullptr;
        QMap<QString, QJsonValue> parameters;
        QString key;
    };
    std::optional<Read> readFor(const PickerEntry& entry, const FormModel& model) const;
    QStringList values(const QString& picker, const QString& field, const FormModel& model) const;
    QStringList loadedValues(const QString& picker, const FormModel& model) const;
    void request(
        const QString& picker, const FormModel& model, QObject* receiver, std::function<void()> arrived);
    void take(const QString& key, const ApiCall& call);

    Session& m_session;
    QHash<QString, QJsonArray> m_read; // by operation and parameters
    QHash<QString, ApiCall*> m_running;
};

} // namespace Telamon
