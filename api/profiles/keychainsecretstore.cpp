// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keychainsecretstore.h"

#include "api/auth/secretbytes.h"
#include "api/profiles/secretsentences.h"
#include "api/profiles/systemkeychainjobs.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Telamon {

struct KeychainSecretStore::Request {
    Action action = Action::Read;
    QString profileId;
    Origin origin;
    QString key;
    QByteArray secret;
    QPointer<QObject> context;
    Receiver receiver;
    bool wasAnswered = false; // by the limit: what comes now is late

    Request() = default;
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
    ~Request() { wipe(secret); }
};

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds limit, QObject* parent)
    : KeychainSecretStore(std::make_unique<SystemKeychainJobs>(), limit, parent)
{
}

KeychainSecretStore::KeychainSecretStore(
    std::unique_ptr<KeychainJobs> jobs, std::chrono::milliseconds limit, QObject* parent)
    : SecretStore(parent), m_jobs(std::move(jobs)), m_limit(limit)
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

QString KeychainSecretStore::key(const QString& profileId, const Origin& origin)
{
    return profileId + u'|' + origin.toString();
}

void KeychainSecretStore::read(
    const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    auto request = std::make_shared<Request>();
    request->action = Action::Read;
    request->profileId = profileId;
    request->origin = origin;
    request->context = context;
    request->receiver = std::move(receiver);
    enqueue(request);
}

void KeychainSecretStore::write(const QString& profileId, const Origin& origin, const QByteArray& secret,
    QObject* context, Receiver receiver)
{
    auto request = std::make_shared<Request>();
    request->action = Action::Write;
    request->profileId = profileId;
    request->origin = origin;
    request->secret = QByteArray(secret.constData(), secret.size()); // a copy of its own, to be overwritten
    request->context = context;
    request->receiver = std::move(receiver);
    enqueue(request);
}

void KeychainSecretStore::remove(
    const QString& profileId, const Origin& origin, QObject* context, Receiver receiver)
{
    auto request = std::make_shared<Request>();
    request->action = Action::Remove;
    request->profileId = profileId;
    request->origin = origin;
    request->context = context;
    request->receiver = std::move(receiver);
    enqueue(request);
}

void KeychainSecretStore::enqueue(const RequestPointer& request)
{
    request->key = key(request->profileId, request->origin);
    QTimer::singleShot(m_limit, this, [this, weak = std::weak_ptr<Request>(request)] {
        if (const RequestPointer late = weak.lock())
            passLimit(late);
    });
    m_waiting.push_back(request);
    startNext();
}

void KeychainSecretStore::startNext()
{
    if (m_current || m_waiting.empty())
        return;
    m_current = m_waiting.front();
    m_waiting.pop_front();
    switch (m_current->action) {
    case Action::Read:
        return read(m_current);
    case Action::Write:
        return write(m_current);
    case Action::Remove:
        return remove(m_current);
    }
}

void KeychainSecretStore::read(const RequestPointer& request)
{
    m_jobs->read(request->key, this, [this, request](const KeychainJobs::Result& result) {
        if (result.error == KeychainJobs::Error::None)
            finish(request, Outcome::Done, {}, result.secret);
        else
            explain(request, result);
    });
}

void KeychainSecretStore::write(const RequestPointer& request)
{
    m_jobs->write(request->key, request->secret, this, [this, request](const KeychainJobs::Result& result) {
        if (result.error != KeychainJobs::Error::None) {
            explain(request, result);
            return;
        }
        m_jobs->read(request->key, this, [this, request](const KeychainJobs::Result& found) {
            if (found.error == KeychainJobs::Error::None && found.secret == request->secret)
                finish(request, Outcome::Done, {}, request->secret);
            else if (found.error == KeychainJobs::Error::None)
                finish(request, Outcome::Failed, tr("It gives back something else than was written."));
            else
                explain(request, found);
        });
    });
}

void KeychainSecretStore::remove(const RequestPointer& request)
{
    m_jobs->remove(request->key, this, [this, request](const KeychainJobs::Result& result) {
        if (result.error != KeychainJobs::Error::None && result.error != KeychainJobs::Error::NotFound) {
            explain(request, result);
            return;
        }
        m_jobs->read(request->key, this,
            [this, request](const KeychainJobs::Result& found) { confirmRemoval(request, found); });
    });
}

void KeychainSecretStore::confirmRemoval(const RequestPointer& request, const KeychainJobs::Result& found)
{
    if (found.error == KeychainJobs::Error::None) {
        finish(request, Outcome::Failed, tr("The secret is still there."));
    } else {
        explain(request, found);
    }
}

// What an error means depends on whether the keychain is there and open: a locked one says "not found", a
// missing one "unknown error".
void KeychainSecretStore::explain(const RequestPointer& request, const KeychainJobs::Result& result)
{
    using Error = KeychainJobs::Error;
    if (result.error == Error::DeniedByPerson)
        return finish(request, Outcome::Cancelled);
    if (result.error == Error::NoBackend)
        return finish(request, Outcome::NoKeychain);
    m_jobs->askState(this, [this, request, result](KeychainJobs::State state) {
        if (state == KeychainJobs::State::Empty && request->action == Action::Write)
            return finish(request, Outcome::NotMade);
        if (state == KeychainJobs::State::Absent || state == KeychainJobs::State::Empty)
            return finish(request, Outcome::NoKeychain);
        if (state == KeychainJobs::State::Locked)
            return finish(request, Outcome::CouldNotLook);
        if (result.error == Error::Denied)
            return finish(request, Outcome::Refused);
        if (result.error != Error::NotFound)
            return finish(request, Outcome::Failed, result.text);
        switch (request->action) {
        case Action::Read:
            return finish(request, Outcome::NotFound);
        case Action::Write:
            return finish(request, Outcome::Failed, tr("It took the secret and does not have it."));
        case Action::Remove:
            return finish(request, Outcome::Done);
        }
    });
}

void KeychainSecretStore::passLimit(const RequestPointer& request)
{
    const auto waiting = std::find(m_waiting.begin(), m_waiting.end(), request);
    if (waiting == m_waiting.end() && request != m_current)
        return;
    // A question that nobody waits for any more need not be asked; a change that was wanted still is.
    if (waiting != m_waiting.end() && request->action == Action::Read)
        m_waiting.erase(waiting);
    request->wasAnswered = true;
    if (const Receiver receiver = std::exchange(request->receiver, {}); receiver && request->context)
        receiver({Outcome::TimedOut, {}, sentenceOf(request->action, Outcome::TimedOut, {}), request->action,
            request->origin});
}

void KeychainSecretStore::finish(
    const RequestPointer& request, Outcome outcome, const QString& detail, const QByteArray& secret)
{
    if (m_current == request)
        m_current.reset();
    Answer answer {
        outcome, secret, sentenceOf(request->action, outcome, detail), request->action, request->origin};
    startNext();
    if (request->wasAnswered) {
        if (outcome == Outcome::Done) {
            answer.sentence = lateSentenceOf(request->action);
            Q_EMIT lateAnswer(request->profileId, answer);
        }
        return;
    }
    if (request->action != Action::Read)
        answer.secret.clear();
    if (const Receiver receiver = std::exchange(request->receiver, {}); receiver && request->context)
        receiver(answer);
}

} // namespace Telamon
