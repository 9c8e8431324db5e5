// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

class QTimeZone;

namespace Telamon {

struct TimeBuckets;

// Which buckets of a time axis get a mark: those that begin at a full hour, day, month or year, as many as
// have room. `least`: buckets from one mark to the next.
std::vector<std::size_t> timeMarks(const TimeBuckets& buckets, std::size_t least, const QTimeZone& zone);

} // namespace Telamon
