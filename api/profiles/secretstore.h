// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/origin.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace Telamon {

// Where secrets are kept: the system's keychain, or memory. Every answer comes later, from the event loop,
// and within the store's own limit; a later answer is still adopted and told by lateAnswer().
class SecretStore : public QObject {
    Q_OBJECT
public:
    enum class Outcome {
        Done,
        NotFound, // the keychain was open and has no such secret
        CouldNotLook, // locked, refused or absent: nobody knows whether it is there
        Cancelled, // the keychain asked the person, who did not agree
        NotMade, // there is no keychain yet, and the question for one was cancelled or could not be shown
        Refused, // the keychain said no
        NoKeychain,
        TimedOut,
        Failed,
    };
    enum class Action { Read, Write, Remove };
    struct Answer {
        Outcome outcome = Outcome::Failed;
        QByteArray secret {}; // what was read; of a late write, what was written
        QString sentence {}; // what happened and what follows, for a person; empty when Done
        Action action = Action::Read;
        Origin origin {};
    };
    using Receiver = std::function<void(const Answer&)>;
    using QObject::QObject;

    // A secret belongs to a profile and to the origin it was given for; another origin never finds it.
    virtual void read(
        const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) = 0;
    virtual void write(const QString& profileId, const Origin& origin, const QByteArray& secret,
        QObject* context, Receiver receiver) = 0;
    virtual void remove(
        const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) = 0;

Q_SIGNALS:
    void lateAnswer(const QString& profileId, const Telamon::SecretStore::Answer& answer);
};

} // namespace Telamon
