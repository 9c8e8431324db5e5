// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>
#include <vector>

namespace Telamon {

// What an event is about, of a few things that a chart can tell apart, as a word of the service's kind:
// "SEARCH_INDEXES". Not so many that some would not be drawn.
std::string_view eventGroup(std::string_view eventType);
// All of them, always in this order.
std::vector<QByteArray> eventGroups();

} // namespace Telamon
