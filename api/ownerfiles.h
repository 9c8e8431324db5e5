// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>

namespace Telamon {

// What this program writes is for its owner's eyes only.
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions folderOfOwner = ownerOnly | QFileDevice::ExeOwner;

} // namespace Telamon
