// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/secretservicestate.h"

#ifdef TELAMON_HAS_DBUS
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif
#include <QMetaObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void answerLater(QObject* context, KeychainJobs::StateReceiver receiver, KeychainJobs::State state)
{
    QMetaObject::invokeMethod(
        context, [receiver = std::move(receiver), state] { receiver(state); }, Qt::QueuedConnection);
}

#ifdef TELAMON_HAS_DBUS

constexpr int answerLimit = 3000; // milliseconds: a service that works answers in two
constexpr auto service = "org.freedesktop.secrets"_L1;

QDBusMessage call(
    const QString& path, const QString& interface, const QString& method, const QVariantList& arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return message;
}

template <typename Receiver> void send(const QDBusMessage& message, QObject* context, Receiver receiver)
{
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, answerLimit), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, receiver] {
        watcher->deleteLater();
        receiver(*watcher);
    });
}

KeychainJobs::State stateOf(const QDBusError& error)
{
    const bool isAbsent = error.type() == QDBusError::ServiceUnknown
        || error.name().startsWith("org.freedesktop.DBus.Error.Spawn"_L1);
    return isAbsent ? KeychainJobs::State::Absent : KeychainJobs::State::Unknown;
}

void askWhetherLocked(
    const QString& collection, QObject* context, const KeychainJobs::StateReceiver& receiver)
{
    send(call(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
             {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}),
        context, [receiver](const QDBusPendingReply<QDBusVariant>& reply) {
            if (reply.isError())
                receiver(stateOf(reply.error()));
            else
                receiver(reply.value().variant().toBool() ? KeychainJobs::State::Locked
                                                          : KeychainJobs::State::Open);
        });
}

#endif

} // namespace

#ifdef TELAMON_HAS_DBUS
void askSecretService(QObject* context, KeychainJobs::StateReceiver receiver)
{
    // QtKeychain uses KWallet in a Plasma session: what the Secret Service says then is about another
    // keychain.
    if (qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains("KDE"_L1)) {
        answerLater(context, std::move(receiver), KeychainJobs::State::Unknown);
        return;
    }
    if (!QDBusConnection::sessionBus().isConnected()) {
        answerLater(context, std::move(receiver), KeychainJobs::State::Absent);
        return;
    }
    send(call(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s,
             {u"default"_s}),
        context, [context, receiver = std::move(receiver)](const QDBusPendingReply<QDBusObjectPath>& reply) {
            if (reply.isError())
                receiver(stateOf(reply.error()));
            else if (reply.value().path() == "/"_L1)
                receiver(KeychainJobs::State::Empty);
            else
                askWhetherLocked(reply.value().path(), context, receiver);
        });
}
#else
void askSecretService(QObject* context, KeychainJobs::StateReceiver receiver)
{
    answerLater(context, std::move(receiver), KeychainJobs::State::Unknown);
}
#endif

} // namespace Telamon
