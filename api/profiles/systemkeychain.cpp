// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/systemkeychain.h"

#include <qt6keychain/keychain.h>

#ifdef TELAMON_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

KeychainReply replyOf(const QKeychain::Job& job)
{
    using Error = KeychainReply::Error;
    switch (job.error()) {
    case QKeychain::NoError:
        return {Error::None, {}, {}};
    case QKeychain::EntryNotFound:
        return {Error::NotFound, job.errorString(), {}};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {Error::Denied, job.errorString(), {}};
    case QKeychain::NoBackendAvailable:
        return {Error::NoBackend, job.errorString(), {}};
    default:
        return {Error::Other, job.errorString(), {}};
    }
}

QString service()
{
    return u"Telamon"_s;
}

// Starts a job that deletes itself; its answer is dropped when the context is gone.
template <typename Job>
void start(Job* job, const QString& key, QObject* context, KeychainJobs::Receiver receiver)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(
        job, &QKeychain::Job::finished, context, [receiver = std::move(receiver)](QKeychain::Job* done) {
            KeychainReply reply = replyOf(*done);
            if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(done))
                reply.value = read->binaryData();
            receiver(reply);
        });
    job->start();
}

} // namespace

void SystemKeychain::read(const QString& key, QObject* context, Receiver receiver)
{
    start(new QKeychain::ReadPasswordJob(service()), key, context, std::move(receiver));
}

void SystemKeychain::write(const QString& key, const QByteArray& value, QObject* context, Receiver receiver)
{
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(value);
    start(job, key, context, std::move(receiver));
}

void SystemKeychain::remove(const QString& key, QObject* context, Receiver receiver)
{
    start(new QKeychain::DeletePasswordJob(service()), key, context, std::move(receiver));
}

void SystemKeychain::askLocked(QObject* context, std::function<void(bool isLocked)> receiver)
{
#ifdef TELAMON_HAS_DBUS
    constexpr std::chrono::milliseconds patience {2000};
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
        u"/org/freedesktop/secrets/aliases/default"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setAutoStartService(false);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    auto* watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, int(patience.count())), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
        [receiver = std::move(receiver)](QDBusPendingCallWatcher* done) {
            const QDBusPendingReply<QDBusVariant> reply = *done;
            done->deleteLater();
            receiver(reply.isValid() && reply.value().variant().toBool());
        });
#else
    QMetaObject::invokeMethod(
        context, [receiver = std::move(receiver)] { receiver(false); }, Qt::QueuedConnection);
#endif
}

} // namespace Telamon
