// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callconnection.h"

#include "api/profiles/connect.h"
#include "api/profiles/environment.h"
#include "api/profiles/profilestore.h"
#include "api/profiles/secretstore.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <utility>

namespace Telamon {

CallConnection::CallConnection(ProfileStore& profiles, SecretStore& secrets, RequestLog& log, QObject* parent)
    : QObject(parent), m_profiles(profiles), m_secrets(secrets), m_log(log)
{
}

CallConnection::~CallConnection() = default;

void CallConnection::open(const QString& profileName)
{
    QMetaObject::invokeMethod(
        this, [this, profileName] { choose(profileName); }, Qt::QueuedConnection);
}

void CallConnection::choose(const QString& profileName)
{
    if (profileName.isEmpty()) {
        const auto environment = profileFromEnvironment(QProcessEnvironment::systemEnvironment());
        if (!environment) {
            Q_EMIT failed(environment.error());
            return;
        }
        if (const std::optional<SessionProfile>& session = environment.value()) {
            use(session->profile, session->secret);
            return;
        }
    }
    if (const QString wrong = m_profiles.load(); !wrong.isEmpty()) {
        Q_EMIT failed(wrong);
        return;
    }
    if (profileName.isEmpty()) {
        if (const auto last = m_profiles.lastUsed())
            askKeychain(*last);
        else
            Q_EMIT failed(tr("There is no saved connection. Set MONGODB_ATLAS_CLIENT_ID and "
                             "MONGODB_ATLAS_CLIENT_SECRET, or make one in the window."));
        return;
    }
    QList<Profile> named;
    std::copy_if(m_profiles.profiles().begin(), m_profiles.profiles().end(), std::back_inserter(named),
        [&profileName](const Profile& profile) { return profile.name == profileName; });
    if (named.size() == 1)
        askKeychain(named.constFirst());
    else
        Q_EMIT failed((named.isEmpty() ? tr("There is no saved connection named \"%1\".")
                                       : tr("More than one saved connection is named \"%1\"."))
                          .arg(profileName));
}

void CallConnection::askKeychain(const Profile& profile)
{
    m_secrets.read(
        profile.id, Origin::of(profile.baseUrl), this, [this, profile](const SecretStore::Answer& answer) {
            if (!answer.secret.isEmpty())
                use(profile, answer.secret);
            else
                Q_EMIT failed(answer.sentence.isEmpty()
                        ? tr("The keychain has no secret for \"%1\".").arg(profile.name)
                        : answer.sentence);
        });
}

void CallConnection::use(const Profile& profile, const QByteArray& secret)
{
    auto client = makeClient(profile, secret, m_log);
    if (!client) {
        Q_EMIT failed(client.error().sentence());
        return;
    }
    m_profile = profile;
    m_client = std::move(client).value();
    Q_EMIT connected();
}

} // namespace Telamon
