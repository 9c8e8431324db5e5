// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"

#include <QJsonValue>

namespace Telamon {

// Which of a union's variants a value is meant to be: by its discriminator, else by a property whose constant
// or enumeration only one variant allows, its type, or the fields that only one requires. Null where that
// does not decide it: never guessed. The value need not be valid or complete.
const Schema* resolveVariant(const Schema& unionSchema, const QJsonValue& value);

// Whether a schema of these types takes a value of that type. Null is not looked at.
bool allowsType(Schema::Types types, const QJsonValue& value);

} // namespace Telamon
