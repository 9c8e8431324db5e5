// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

struct CallOptions;
struct Review;

// A review for a terminal: the request, what it would change, and what it asks to be confirmed. Control
// characters of the service's texts are shown, not sent to the terminal.
QString reviewText(const Review& review);

// Which options are still to be added before this may be sent, all at once; empty: none.
QString missingConfirmation(const Review& review, const CallOptions& options);

} // namespace Telamon
