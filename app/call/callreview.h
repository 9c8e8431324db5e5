// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

struct Review;

// A review for a terminal: the request, what it would change, and what it asks to be confirmed. Control
// characters of the service's texts are shown, not sent to the terminal.
QString reviewText(const Review& review);

} // namespace Telamon
