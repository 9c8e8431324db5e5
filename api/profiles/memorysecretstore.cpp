// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/memorysecretstore.h"

#include "api/profiles/secretsentences.h"

#include <QMetaObject>

#include <utility>

namespace Telamon {

namespace {

void answerLater(QObject* context, SecretStore::Receiver receiver, SecretStore::Answer answer)
{
    QMetaObject::invokeMethod(
        context, [receiver = std::move(receiver), answer = std::move(answer)] { receiver(answer); },
        Qt::QueuedConnection);
}

} // namespace

void MemorySecretStore::read(
    const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    const SecretBytes* found = find(profileId, origin);
    const Outcome outcome = found ? Outcome::Done : Outcome::NotFound;
    answerLater(context, std::move(receiver),
        {outcome, found ? found->copy() : QByteArray(), sentenceOf(Action::Read, outcome, {}), Action::Read,
            origin});
}

void MemorySecretStore::write(const QString& profileId, const Origin& origin, const QByteArray& secret,
    QObject* context, Receiver receiver)
{
    put(profileId, origin, secret);
    answerLater(context, std::move(receiver), {Outcome::Done, {}, {}, Action::Write, origin});
}

void MemorySecretStore::remove(
    const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    drop(profileId, origin);
    answerLater(context, std::move(receiver), {Outcome::Done, {}, {}, Action::Remove, origin});
}

const SecretBytes* MemorySecretStore::find(const QString& profileId, const Origin& origin) const
{
    const auto found = m_secrets.find({profileId, origin.toString()});
    return found == m_secrets.end() ? nullptr : &found->second;
}

void MemorySecretStore::put(const QString& profileId, const Origin& origin, const QByteArray& secret)
{
    m_secrets.insert_or_assign({profileId, origin.toString()}, SecretBytes(secret));
}

void MemorySecretStore::drop(const QString& profileId, const Origin& origin)
{
    m_secrets.erase({profileId, origin.toString()});
}

} // namespace Telamon
