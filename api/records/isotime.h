// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Telamon {

// ISO 8601 as services write it: a date, or a date and time with seconds or without, any fraction (cut to
// milliseconds), any zone ("Z", "+02:00", "+0200", "+02"); without a zone it is UTC. Milliseconds since the
// epoch.
std::optional<qint64> parseIsoTime(std::string_view text);

// "2026-08-10T03:02:28Z" into 20 characters at `out`; fractions are left out. False, and nothing written, for
// years outside 0 to 9999.
bool writeIsoTime(qint64 msecsSinceEpoch, char* out);
constexpr std::size_t IsoTimeLength = 20;

} // namespace Telamon
