// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"

#include <QJsonObject>

#include <optional>

namespace Telamon {

// A profile as it is written down, without its secret. Members that this version does not know stay in
// `json`.
void writeProfile(const Profile& profile, QJsonObject& json);
// None where the object has no id or no base URL that may be used.
std::optional<Profile> readProfile(const QJsonObject& json);

} // namespace Telamon
