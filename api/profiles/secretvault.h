// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/memorysecretstore.h"
#include "api/profiles/secretstore.h"

#include <QSet>

#include <utility>

namespace Telamon {

// Where the program asks for secrets: the system's keychain, and where that fails this session's memory.
// Whatever happened is in the answer's sentence. A secret that is only in memory is found by read() too.
class SecretVault : public SecretStore {
    Q_OBJECT
public:
    // `keychain` is owned elsewhere and outlives the vault.
    explicit SecretVault(SecretStore& keychain, QObject* parent = nullptr);

    void read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;
    // The outcome is the keychain's; whatever it is, the secret is there for this session.
    void write(const QString& profileId, const Origin& origin, const QByteArray& secret, QObject* context,
        Receiver receiver) override;
    void remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;
    bool isOnlyInMemory(const QString& profileId, const Origin& origin) const;

private:
    void adoptLate(const QString& profileId, const Answer& answer);
    void dropIfSaved(const QString& profileId, const Origin& origin, const QByteArray& saved);

    MemorySecretStore m_memory; // what the keychain does not have, or not yet
    MemorySecretStore m_readLate; // what it gave too late: for the next one who asks
    QSet<std::pair<QString, QString>> m_removed; // in this session, and not written since
    SecretStore& m_keychain;
};

} // namespace Telamon
