// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keychainsecretstore.h"

#include "api/profiles/systemkeychain.h"

#include <QPointer>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr std::chrono::milliseconds standardLimit {15000};
}

// One question to the keychain: answers its asker once, within the limit; what comes later is told to
// everybody.
class KeychainSecretStore::Task : public QObject {
public:
    Task(KeychainSecretStore& store, QString profileId, QObject* context, Receiver receiver)
        : QObject(&store),
          m_store(store),
          m_profileId(std::move(profileId)),
          m_context(context),
          m_receiver(std::move(receiver))
    {
        m_limit.setSingleShot(true);
        connect(&m_limit, &QTimer::timeout, this, [this] {
            m_isLate = true;
            tell({Outcome::TimedOut, {},
                tr("The keychain has not answered within %n second(s).", nullptr,
                    int(m_limit.interval() / 1000))});
        });
        m_limit.start(store.m_limit);
    }

    void finish(const Answer& answer)
    {
        m_limit.stop();
        deleteLater();
        if (m_isLate)
            Q_EMIT m_store.lateAnswer(m_profileId, lateVersion(answer));
        else
            tell(answer);
    }

private:
    static Answer lateVersion(Answer answer)
    {
        if (answer.outcome == Outcome::Done)
            answer.sentence = tr("The keychain has answered after all; what it said is used from now on.");
        return answer;
    }

    void tell(const Answer& answer)
    {
        if (m_context && m_receiver)
            std::exchange(m_receiver, nullptr)(answer);
    }

    KeychainSecretStore& m_store;
    QString m_profileId;
    QPointer<QObject> m_context;
    Receiver m_receiver;
    QTimer m_limit;
    bool m_isLate = false;
};

KeychainSecretStore::KeychainSecretStore(QObject* parent)
    : KeychainSecretStore(std::make_unique<SystemKeychain>(), standardLimit, parent)
{
}

KeychainSecretStore::KeychainSecretStore(
    std::unique_ptr<KeychainJobs> jobs, std::chrono::milliseconds limit, QObject* parent)
    : SecretStore(parent), m_jobs(std::move(jobs)), m_limit(limit)
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

namespace {

QString keyOf(const QString& profileId, const Origin& origin)
{
    return profileId + u' ' + origin.toString();
}

} // namespace

SecretStore::Answer KeychainSecretStore::failure(const KeychainReply& reply, bool isLocked)
{
    const QString words = reply.text.isEmpty() ? QString() : u" ("_s + reply.text + u')';
    switch (reply.error) {
    case KeychainReply::Error::NotFound:
        return isLocked
            ? Answer {Outcome::CouldNotLook, {},
                tr("The keychain is locked: nobody knows whether the secret is in it. Unlock it, or enter "
                   "the secret.")}
            : Answer {Outcome::NotFound, {}, tr("The keychain has no secret for this connection: enter it.")};
    case KeychainReply::Error::Denied:
        return {Outcome::Refused, {}, tr("The keychain refused%1.").arg(words)};
    case KeychainReply::Error::NoBackend:
        return {Outcome::NoKeychain, {}, tr("There is no keychain on this system%1.").arg(words)};
    case KeychainReply::Error::None:
    case KeychainReply::Error::Other:
        break;
    }
    return isLocked ? Answer {Outcome::CouldNotLook, {}, tr("The keychain is locked%1.").arg(words)}
                    : Answer {Outcome::NoKeychain, {}, tr("The keychain cannot be used%1.").arg(words)};
}

KeychainSecretStore::Task* KeychainSecretStore::begin(
    const QString& profileId, QObject* context, Receiver receiver)
{
    return new Task(*this, profileId, context, std::move(receiver));
}

void KeychainSecretStore::read(
    const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    Task* task = begin(profileId, context, std::move(receiver));
    m_jobs->read(keyOf(profileId, origin), task, [this, task](const KeychainReply& reply) {
        if (reply.error == KeychainReply::Error::None) {
            task->finish({Outcome::Done, reply.value, {}});
            return;
        }
        m_jobs->askLocked(task, [task, reply](bool isLocked) { task->finish(failure(reply, isLocked)); });
    });
}

void KeychainSecretStore::write(const QString& profileId, const Origin& origin, const QByteArray& secret,
    QObject* context, Receiver receiver)
{
    Task* task = begin(profileId, context, std::move(receiver));
    const QString key = keyOf(profileId, origin);
    m_jobs->write(key, secret, task, [this, task, key, secret](const KeychainReply& reply) {
        if (reply.error != KeychainReply::Error::None) {
            m_jobs->askLocked(task, [task, reply](bool isLocked) { task->finish(failure(reply, isLocked)); });
            return;
        }
        // A keychain that says yes and keeps nothing would be noticed at the next start, too late.
        m_jobs->read(key, task, [task, secret](const KeychainReply& back) {
            if (back.error == KeychainReply::Error::None && back.value == secret)
                task->finish({Outcome::Done, {}, {}});
            else
                task->finish(
                    {Outcome::Failed, {}, tr("The keychain took the secret but does not give it back.")});
        });
    });
}

void KeychainSecretStore::remove(
    const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    Task* task = begin(profileId, context, std::move(receiver));
    const QString key = keyOf(profileId, origin);
    m_jobs->remove(key, task, [this, task, key](const KeychainReply& reply) {
        const bool isGone = reply.error == KeychainReply::Error::NotFound;
        if (reply.error != KeychainReply::Error::None && !isGone) {
            m_jobs->askLocked(task, [task, reply](bool isLocked) { task->finish(failure(reply, isLocked)); });
            return;
        }
        // A locked keychain says "done" and deletes nothing.
        m_jobs->askLocked(task, [this, task, key](bool isLocked) {
            if (isLocked) {
                task->finish({Outcome::CouldNotLook, {},
                    tr("The keychain is locked: the secret may still be in it.")});
                return;
            }
            m_jobs->read(key, task, [task](const KeychainReply& back) {
                if (back.error == KeychainReply::Error::NotFound)
                    task->finish({Outcome::Done, {}, {}});
                else
                    task->finish({Outcome::Failed, {}, tr("The keychain still has the secret.")});
            });
        });
    });
}

} // namespace Telamon
