// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"
#include "api/result.h"

#include <QByteArray>

#include <optional>

class QProcessEnvironment;

namespace Telamon {

// A profile for this session, with its secret.
struct SessionProfile {
    Profile profile;
    QByteArray secret;
};

// The connection that MONGODB_ATLAS_* variables describe, as the service's command line reads them. None
// where they hold no credentials; the error says in one sentence what contradicts itself or cannot be used.
// An empty variable is an unset one. It wins over every saved profile, and its originNote says so.
Result<std::optional<SessionProfile>, QString> profileFromEnvironment(const QProcessEnvironment& environment);

// The id of a profile for this session: the same for the same service and identity, so that what was drafted
// or changed with them is found again; of the secret it knows nothing. No saved profile has such an id, and
// the keychain is neither read nor written for it.
QString sessionProfileId(const Profile& profile);

// The connection of --base-url: without credentials, and with an id that no saved secret has.
Profile commandLineProfile(const QUrl& baseUrl);

} // namespace Telamon
