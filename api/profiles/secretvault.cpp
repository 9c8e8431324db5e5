// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/secretvault.h"

#include <QPointer>

#include <utility>

namespace Telamon {

SecretVault::SecretVault(SecretStore& keychain, QObject* parent) : SecretStore(parent), m_keychain(keychain)
{
    connect(&m_keychain, &SecretStore::lateAnswer, this, &SecretVault::adoptLate);
}

void SecretVault::read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    if (isOnlyInMemory(profileId, origin)) {
        m_memory.read(profileId, origin, context, std::move(receiver));
    } else if (m_readLate.find(profileId, origin)) {
        m_readLate.read(profileId, origin, context, std::move(receiver));
        m_readLate.drop(profileId, origin);
    } else {
        m_keychain.read(profileId, origin, context, std::move(receiver));
    }
}

void SecretVault::write(const QString& profileId, const Origin& origin, const QByteArray& secret,
    QObject* context, Receiver receiver)
{
    // In memory until the keychain has it: who reads meanwhile finds it, and a write that nobody waits for
    // any more is not lost either.
    m_memory.put(profileId, origin, secret);
    m_readLate.drop(profileId, origin);
    m_removed.remove({profileId, origin.toString()});
    m_keychain.write(profileId, origin, secret, this,
        [this, profileId, origin, secret, asker = QPointer(context), receiver = std::move(receiver)](
            Answer answer) {
            if (answer.outcome == Outcome::Done)
                dropIfSaved(profileId, origin, secret);
            else
                answer.sentence += u' ' + tr("It is kept in memory until the program ends.");
            if (asker)
                receiver(answer);
        });
}

void SecretVault::remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    m_memory.drop(profileId, origin);
    m_readLate.drop(profileId, origin);
    m_removed.insert({profileId, origin.toString()});
    m_keychain.remove(profileId, origin, context, std::move(receiver));
}

bool SecretVault::isOnlyInMemory(const QString& profileId, const Origin& origin) const
{
    return m_memory.find(profileId, origin) != nullptr;
}

void SecretVault::adoptLate(const QString& profileId, const Answer& answer)
{
    if (answer.action == Action::Write)
        dropIfSaved(profileId, answer.origin, answer.secret);
    // Read late: kept, so that whoever asks again need not wait again; unless the person has removed or
    // replaced it while the keychain was at it.
    if (answer.action == Action::Read && !isOnlyInMemory(profileId, answer.origin)
        && !m_removed.contains({profileId, answer.origin.toString()}))
        m_readLate.put(profileId, answer.origin, answer.secret);
    Q_EMIT lateAnswer(profileId, answer);
}

// A newer secret than the saved one stays until it is saved itself.
void SecretVault::dropIfSaved(const QString& profileId, const Origin& origin, const QByteArray& saved)
{
    const SecretBytes* kept = m_memory.find(profileId, origin);
    if (kept && kept->view() == QByteArrayView(saved))
        m_memory.drop(profileId, origin);
}

} // namespace Telamon
