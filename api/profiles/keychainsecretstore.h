// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/keychainjobs.h"
#include "api/profiles/secretstore.h"

#include <chrono>
#include <deque>
#include <memory>

namespace Telamon {

// Secrets in the system's keychain, one question at a time. Believes nothing: what was written or removed is
// read back, and "not found" counts only where the keychain is not locked. After its own limit it answers
// TimedOut; the keychain may still do what it was asked, and lateAnswer() tells.
class KeychainSecretStore : public SecretStore {
    Q_OBJECT
public:
    explicit KeychainSecretStore(
        std::chrono::milliseconds limit = std::chrono::seconds(15), QObject* parent = nullptr);
    KeychainSecretStore(
        std::unique_ptr<KeychainJobs> jobs, std::chrono::milliseconds limit, QObject* parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;
    void write(const QString& profileId, const Origin& origin, const QByteArray& secret, QObject* context,
        Receiver receiver) override;
    void remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override;

    // The name of a secret in the keychain.
    static QString key(const QString& profileId, const Origin& origin);

private:
    struct Request;
    using RequestPointer = std::shared_ptr<Request>;

    void enqueue(const RequestPointer& request);
    void startNext();
    void read(const RequestPointer& request);
    void write(const RequestPointer& request);
    void remove(const RequestPointer& request);
    void confirmRemoval(const RequestPointer& request, const KeychainJobs::Result& found);
    void explain(const RequestPointer& request, const KeychainJobs::Result& result);
    void passLimit(const RequestPointer& request);
    void finish(const RequestPointer& request, Outcome outcome, const QString& detail = {},
        const QByteArray& secret = {});

    std::unique_ptr<KeychainJobs> m_jobs;
    std::chrono::milliseconds m_limit;
    std::deque<RequestPointer> m_waiting;
    RequestPointer m_current;
};

} // namespace Telamon
