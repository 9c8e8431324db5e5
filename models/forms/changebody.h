// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"
#include "models/forms/formshape.h"

namespace Telamon {

// What is sent of a change to something that the service has: required fields and what differs from the
// start; arrays, unions and definitions whole. Fields that a rule wants together travel together.
Arguments changedArguments(
    const Operation& operation, const FormShape& shape, const QJsonValue& use, const QJsonValue& start);

// The places where the use has something else than the start, or nothing any more. What travels whole is one
// place.
struct PlaceDifference {
    QString pointer;
    QJsonValue value; // undefined: taken away
};
QList<PlaceDifference> placeDifferences(
    const FormShape& shape, const QJsonValue& use, const QJsonValue& start);

} // namespace Telamon
