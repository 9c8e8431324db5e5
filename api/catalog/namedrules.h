// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace Telamon {

// The rules that JSON Schema cannot say, by the name that x-rule gives them.
bool isNamedRule(QStringView name);

// Why the value breaks the rule, as a sentence; nothing where it keeps it, or where the rule says nothing
// about a value of that type. `now` is what rules about time count from.
std::optional<QString> brokenNamedRule(
    QStringView name, const QJsonValue& value, const QDateTime& now = QDateTime::currentDateTimeUtc());

// The member of an object that the sentence is about; empty where it is about the value itself.
QString memberOfNamedRule(QStringView name);

} // namespace Telamon
