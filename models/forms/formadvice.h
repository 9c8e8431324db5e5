// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/validation.h"

namespace Telamon {

class FormShape;

// What a person should look at once more although it may be sent: values that break the advice of the
// description, and names in the body that it does not know (`known`: the body that the form began with, whose
// names the service has).
Violations formAdvice(const Operation& operation, const FormShape& shape, const Arguments& sent,
    const QJsonValue& known = {QJsonValue::Undefined});

} // namespace Telamon
