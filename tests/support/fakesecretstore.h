// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/memorysecretstore.h"

#include <QTimer>

namespace Telamon {

// A secret store in memory that fails, or keeps silent, when told.
class FakeSecretStore : public MemorySecretStore {
public:
    using MemorySecretStore::MemorySecretStore;

    Outcome outcome = Outcome::Done; // anything else: of every question
    bool isSilent = false;
    int readCount = 0;

    void read(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override
    {
        ++readCount;
        if (!fails(Action::Read, origin, context, receiver))
            MemorySecretStore::read(profileId, origin, context, std::move(receiver));
    }
    void write(const QString& profileId, const Origin& origin, const QByteArray& secret, QObject* context,
        Receiver receiver) override
    {
        if (!fails(Action::Write, origin, context, receiver))
            MemorySecretStore::write(profileId, origin, secret, context, std::move(receiver));
    }
    void remove(const QString& profileId, const Origin& origin, QObject* context, Receiver receiver) override
    {
        if (!fails(Action::Remove, origin, context, receiver))
            MemorySecretStore::remove(profileId, origin, context, std::move(receiver));
    }

private:
    bool fails(Action action, const Origin& origin, QObject* context, const Receiver& receiver) const
    {
        if (isSilent)
            return true;
        if (outcome == Outcome::Done)
            return false;
        QTimer::singleShot(0, context,
            [receiver, answer = Answer {outcome, {}, failure, action, origin}] { receiver(answer); });
        return true;
    }

public:
    QString failure = QStringLiteral("The keychain is locked.");
};

} // namespace Telamon
