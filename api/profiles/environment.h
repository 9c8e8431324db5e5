// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"
#include "api/result.h"

#include <QByteArray>
#include <QProcessEnvironment>

#include <optional>

namespace Telamon {

struct EnvironmentProfile {
    Profile profile;
    QByteArray secret;
};

// The connection that the environment describes, as users of the service's command line know it:
// MONGODB_ATLAS_BASE_URL or OPS_MANAGER_URL, SERVICE, CLIENT_ID and CLIENT_SECRET, or PUBLIC_API_KEY and
// PRIVATE_API_KEY, or ACCESS_TOKEN, ORG_ID, PROJECT_ID. For this session only. Nothing where it has no
// credentials; a sentence where they contradict each other.
Result<std::optional<EnvironmentProfile>, QString> profileFromEnvironment(
    const QProcessEnvironment& environment);

// A new connection to an address given on the command line: it has an identity of its own and so finds no
// saved secret.
Profile commandLineProfile(const QUrl& baseUrl);

} // namespace Telamon
