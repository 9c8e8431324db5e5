// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/keychainjobs.h"
#include "api/profiles/secretstore.h"

#include <chrono>
#include <memory>

namespace Telamon {

// Secrets in the system's keychain, under profile and origin. Believes nothing: what was written is read
// back, what was removed is looked for, and "not found" counts only while the keychain is open.
class KeychainSecretStore : public SecretStore {
    Q_OBJECT
public:
    explicit KeychainSecretStore(QObject* parent = nullptr); // the system's, within 15 s
    KeychainSecretStore(
        std::unique_ptr<KeychainJobs> jobs, std::chrono::milliseconds limit, QObject* parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;
    void write(const QString& profileId, const Origin& origin, const QByteArray& secret, QObject* context,
        Receiver receiver) override;
    void remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;

private:
    class Task;
    Task* begin(const QString& profileId, QObject* context, Receiver receiver);
    static Answer failure(const KeychainReply& reply, bool isLocked);

    std::unique_ptr<KeychainJobs> m_jobs;
    std::chrono::milliseconds m_limit;
};

} // namespace Telamon
