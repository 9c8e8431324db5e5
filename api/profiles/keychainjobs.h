// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace Telamon {

// What KeychainSecretStore asks of the system's keychain, one job at a time. Every answer comes later, from
// the event loop, or never; a job is never ended from here, since the keychain may still be at it.
class KeychainJobs {
public:
    enum class Error { None, NotFound, Denied, DeniedByPerson, NoBackend, Other };
    struct Result {
        Error error = Error::None;
        QByteArray secret {};
        QString text {}; // the keychain's own words, where it has any
    };
    enum class State {
        Unknown, // it cannot be asked
        Open,
        Locked,
        Empty, // the service is there and holds no keychain: to write, it asks the person to make one
        Absent, // there is no keychain service
    };
    using Receiver = std::function<void(const Result&)>;
    using StateReceiver = std::function<void(State)>;

    KeychainJobs() = default;
    KeychainJobs(const KeychainJobs&) = delete;
    KeychainJobs& operator=(const KeychainJobs&) = delete;
    virtual ~KeychainJobs() = default;

    // Receivers are not called when `context` is gone.
    virtual void read(const QString& key, QObject* context, Receiver receiver) = 0;
    virtual void write(const QString& key, const QByteArray& secret, QObject* context, Receiver receiver) = 0;
    virtual void remove(const QString& key, QObject* context, Receiver receiver) = 0;
    virtual void askState(QObject* context, StateReceiver receiver) = 0;
};

} // namespace Telamon
