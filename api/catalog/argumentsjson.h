// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"

#include <QJsonObject>

namespace Telamon {

// Arguments as text: {"parameters": {"groupId": ...}, "body": ...}. What is absent is left out, so that no
// body and a body of null stay different. Pointers of Violations lead into it.
QJsonObject toJson(const Arguments& arguments);
Arguments argumentsFromJson(const QJsonObject& use);

} // namespace Telamon
