// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>

namespace Telamon {

// An operation that a person wants to use, with what the place where they asked for it already knows. Whoever
// opens the form fixes `fixed`, reads the state where none is given, and begins with `start`.
struct OperationRequest {
    QString operationId {};
    QMap<QString, QJsonValue> fixed {}; // parameters: shown, not edited
    QJsonValue state {QJsonValue::Undefined}; // what the service has; undefined: to be read
    QJsonObject start {}; // {"parameters": {...}, "body": ...}: what the form begins with
    QString title {}; // what it does in words; empty: the operation's title
    bool isComplete = false; // all is said: the review comes at once
    QString undoOf {}; // the change that this one takes back

    bool operator==(const OperationRequest&) const = default;
};

} // namespace Telamon
