// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/secretbytes.h"
#include "api/profiles/secretstore.h"

#include <map>

namespace Telamon {

// Secrets for this session only, overwritten when they are dropped.
class MemorySecretStore : public SecretStore {
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    void read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;
    void write(const QString& profileId, const Origin& origin, const QByteArray& secret, QObject* context,
        Receiver receiver) override;
    void remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;

    // The same at once; null where there is none.
    const SecretBytes* find(const QString& profileId, const Origin& origin) const;
    void put(const QString& profileId, const Origin& origin, const QByteArray& secret);
    void drop(const QString& profileId, const Origin& origin);

private:
    std::map<std::pair<QString, QString>, SecretBytes> m_secrets;
};

} // namespace Telamon
