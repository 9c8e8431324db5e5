// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace Telamon {

struct Operation;
struct Schema;
struct Arguments;

// One broken rule.
struct Violation {
    QString pointer; // JSON Pointer into the value; for parameters "/parameters/name", for a body "/body/..."
    QString rule; // JSON Schema keyword or named rule: "pattern", "dependentRequired"
    QString sentence; // for a person
    bool isUnchecked = false; // the pattern hit its match limit: not a refusal, the value is "not checked"
    bool operator==(const Violation&) const = default;
};

using Violations = QList<Violation>;

// The rule of what breaks none: a value that most likely is not meant (x-advice). Unchecked, it stops
// nothing.
inline QString adviceRule()
{
    return QStringLiteral("advice");
}

Violations validate(const Schema& schema, const QJsonValue& value, const QString& pointer = {});
// Every parameter, the rules between them, and the body, as they would be sent. readOnly properties in a body
// are violations.
Violations validate(const Operation& operation, const Arguments& arguments);
Violations adviceOn(const Operation& operation, const Arguments& arguments);

} // namespace Telamon
