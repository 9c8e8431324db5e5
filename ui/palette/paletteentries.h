// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palettemodel.h"

#include <vector>

namespace Telamon {

class Session;

// Everything that a session can lead to: the pages of the place shown, all places, all operations.
std::vector<PaletteEntry> paletteEntries(Session& session, const Place& shown);
// The pages that places have.
std::vector<PalettePage> palettePages();

} // namespace Telamon
