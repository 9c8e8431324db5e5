// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/keychainjobs.h"

namespace Telamon {

// Asks org.freedesktop.secrets whether its default keychain is locked, without a prompt. Unknown where this
// program has no D-Bus, and where another keychain than that is used.
void askSecretService(QObject* context, KeychainJobs::StateReceiver receiver);

} // namespace Telamon
