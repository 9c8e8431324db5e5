// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/secretvault.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

SecretVault::SecretVault(SecretStore& keychain, QObject* parent) : SecretStore(parent), m_keychain(keychain)
{
    connect(&keychain, &SecretStore::lateAnswer, this, &SecretStore::lateAnswer);
}

QString SecretVault::keyOf(const QString& profileId, const Origin& origin)
{
    return profileId + u' ' + origin.toString();
}

bool SecretVault::isOnlyInMemory(const QString& profileId, const Origin& origin) const
{
    return m_memory.contains(keyOf(profileId, origin));
}

void SecretVault::read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    const auto found = m_memory.constFind(keyOf(profileId, origin));
    if (found != m_memory.cend()) {
        QMetaObject::invokeMethod(
            context,
            [receiver = std::move(receiver), secret = *found] {
                receiver({Outcome::Done, secret, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    m_keychain.read(profileId, origin, context, std::move(receiver));
}

void SecretVault::write(const QString& profileId, const Origin& origin, const QByteArray& secret,
    QObject* context, Receiver receiver)
{
    // In memory first: whatever the keychain does, this session goes on.
    const QString key = keyOf(profileId, origin);
    m_memory.insert(key, secret);
    m_keychain.write(profileId, origin, secret, this,
        [this, key, secret, keeper = QPointer<QObject>(context), receiver = std::move(receiver)](
            const Answer& answer) {
            Answer told = answer;
            if (answer.outcome == Outcome::Done) {
                if (m_memory.value(key) == secret)
                    m_memory.remove(key);
            } else {
                told.sentence += u' ' + tr("The secret is kept for this session only.");
            }
            if (keeper)
                receiver(told);
        });
}

void SecretVault::remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    m_memory.remove(keyOf(profileId, origin));
    m_keychain.remove(profileId, origin, context, std::move(receiver));
}

} // namespace Telamon
