// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/systemkeychainjobs.h"

#include "api/profiles/secretservicestate.h"

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

KeychainJobs::Error errorOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return KeychainJobs::Error::None;
    case QKeychain::EntryNotFound:
        return KeychainJobs::Error::NotFound;
    case QKeychain::AccessDeniedByUser:
        return KeychainJobs::Error::DeniedByPerson;
    case QKeychain::AccessDenied:
        return KeychainJobs::Error::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainJobs::Error::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return KeychainJobs::Error::Other;
}

template <typename Job> Job* newJob(const QString& key)
{
    // Without a parent: the backend holds on to a running job, so it must live until it has ended.
    auto* job = new Job(u"Telamon"_s);
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

template <typename Job> void start(Job* job, QObject* context, KeychainJobs::Receiver receiver)
{
    QObject::connect(job, &QKeychain::Job::finished, context, [job, receiver = std::move(receiver)] {
        KeychainJobs::Result result {errorOf(*job), {}, job->errorString()};
        if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) {
            if (result.error == KeychainJobs::Error::None)
                result.secret = job->binaryData();
        }
        receiver(result);
    });
    job->start();
}

} // namespace

void SystemKeychainJobs::read(const QString& key, QObject* context, Receiver receiver)
{
    start(newJob<QKeychain::ReadPasswordJob>(key), context, std::move(receiver));
}

void SystemKeychainJobs::write(
    const QString& key, const QByteArray& secret, QObject* context, Receiver receiver)
{
    auto* job = newJob<QKeychain::WritePasswordJob>(key);
    job->setBinaryData(secret);
    start(job, context, std::move(receiver));
}

void SystemKeychainJobs::remove(const QString& key, QObject* context, Receiver receiver)
{
    start(newJob<QKeychain::DeletePasswordJob>(key), context, std::move(receiver));
}

void SystemKeychainJobs::askState(QObject* context, StateReceiver receiver)
{
    askSecretService(context, std::move(receiver));
}

} // namespace Telamon
