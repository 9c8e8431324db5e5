// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace Telamon {

class ProfileStore;
class SecretStore;
struct Profile;

// Saves a profile and, where one was given, its secret. Only once the profile is saved does the secret of a
// former address go. Returns what went wrong with the profile: nothing was changed then. What the keychain
// says comes later; an empty sentence is not told.
QString keepProfile(ProfileStore& profiles, SecretStore& secrets, const Profile& profile,
    const QByteArray& secret, QObject* context, const std::function<void(const QString& sentence)>& told);

} // namespace Telamon
