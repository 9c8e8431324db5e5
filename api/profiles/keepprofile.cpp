// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keepprofile.h"

#include "api/http/origin.h"
#include "api/profiles/profilestore.h"
#include "api/profiles/secretstore.h"

namespace Telamon {

QString keepProfile(ProfileStore& profiles, SecretStore& secrets, const Profile& profile,
    const QByteArray& secret, QObject* context, const std::function<void(const QString& sentence)>& told)
{
    const std::optional<Profile> former = profiles.find(profile.id);
    if (QString wrong = profiles.save(profile); !wrong.isEmpty())
        return wrong;
    const Origin origin = Origin::of(profile.baseUrl);
    // It would lie in the keychain for ever.
    if (former && Origin::of(former->baseUrl) != origin)
        secrets.remove(profile.id, Origin::of(former->baseUrl), &secrets, [](const SecretStore::Answer&) {});
    if (!secret.isEmpty()) {
        secrets.write(profile.id, origin, secret, context, [told](const SecretStore::Answer& answer) {
            if (!answer.sentence.isEmpty())
                told(answer.sentence);
        });
    }
    return {};
}

} // namespace Telamon
