// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changerunner.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/catalog.h"
#include "api/http/httpclient.h"
#include "api/http/problemreader.h"
#include "api/http/secretmask.h"
#include "api/journal/changejson.h"
#include "api/journal/changesentences.h"
#include "api/journal/journal.h"
#include "api/journal/maskeduse.h"
#include "api/journal/stateeffect.h"
#include "api/journal/statereader.h"
#include "api/journal/undo.h"

#include <QPointer>
#include <QUuid>

#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

Change::Verdict verdictOf(const std::optional<Problem>& problem)
{
    if (!problem)
        return Change::Verdict::Done;
    if (!problem->provablyNotRun)
        return Change::Verdict::Unknown;
    constexpr int tooManyRequests = 429;
    const bool isAnswered = problem->kind == Problem::Kind::Service && problem->status != tooManyRequests;
    return isAnswered ? Change::Verdict::Refused : Change::Verdict::NotSent;
}

} // namespace

ChangeRunner::ChangeRunner(
    HttpClient& client, const Catalog& catalog, Journal& journal, ProfileIdentity profile, QObject* parent)
    : QObject(parent), m_client(client), m_catalog(catalog), m_journal(journal), m_profile(std::move(profile))
{
}

ChangeRunner::~ChangeRunner()
{
    const QStringList ids = m_calls.keys();
    for (const QString& id : ids) {
        Running running = m_calls.take(id);
        running.call->disconnect(this);
        running.call->abort();
        judge(running);
        if (running.change.verdict == Change::Verdict::Unknown) {
            running.change.problem = {}; // the end of the program, not a person, has cancelled it
            running.change.sentence = verdictSentence(running.change);
        }
        m_journal.update(running.change);
    }
}

QDateTime ChangeRunner::now() const
{
    return m_clock ? QDateTime::fromMSecsSinceEpoch(m_clock(), Qt::UTC) : QDateTime::currentDateTimeUtc();
}

Change ChangeRunner::made(const Operation& operation, const Arguments& masked, const QJsonValue& before) const
{
    Change change;
    change.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    change.operationId = operation.id;
    change.title = operation.title;
    change.profileId = m_profile.id;
    change.profileName = m_profile.name;
    change.origin = m_profile.origin;
    change.arguments = toJson(masked);
    change.method = operation.method;
    const Result<WireRequest, Problem> request = buildRequest(operation, masked);
    change.target = request ? request.value().target : operation.path.toUtf8().toPercentEncoding("/{}:");
    const Operation* reading = operation.state ? m_catalog.find(operation.state->read.operationId) : nullptr;
    if (reading != nullptr)
        change.before = maskedState(*reading, operation.state->read, before);
    change.proposed = proposedState(operation, change.arguments.value("body"_L1), change.before);
    change.createdAt = now();
    return change;
}

QString ChangeRunner::run(const Operation& operation, const Arguments& arguments, const QJsonValue& before,
    const ChangeContext& context)
{
    Q_ASSERT(!operation.isRead());
    const MaskedUse use = MaskedUse::of(operation, arguments);
    Running running {made(operation, use.arguments, before), nullptr, use.secrets};
    running.change.where = context.where;
    running.change.undoOf = context.undoOf;
    if (!context.title.isEmpty())
        running.change.title = context.title;
    QString id = running.change.id;
    const QString wrong = m_journal.add(running.change);
    if (!wrong.isEmpty()) {
        running.change.verdict = Change::Verdict::NotSent;
        running.change.endedAt = now();
        running.change.sentence = tr("Not sent. %1").arg(wrong);
        m_journal.update(running.change);
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT ended(id); }, Qt::QueuedConnection);
        return id;
    }
    running.call = m_client.call(operation, arguments, this);
    connect(running.call, &ApiCall::attempted, this,
        [this, id](const WireAnswer& answer, const std::optional<Problem>& problem) {
            noteAttempt(id, answer, problem);
        });
    connect(running.call, &ApiCall::waiting, this,
        [this, id](const Problem& why, std::chrono::milliseconds pause) {
            save(m_calls[id].change);
            Q_EMIT waiting(id, why, pause);
        });
    connect(running.call, &ApiCall::finished, this, [this, id] { conclude(id); });
    m_calls.insert(id, running);
    return id;
}

void ChangeRunner::cancel(const QString& id)
{
    const auto found = m_calls.constFind(id);
    if (found != m_calls.cend())
        found->call->abort();
}

void ChangeRunner::noteAttempt(
    const QString& id, const WireAnswer& answer, const std::optional<Problem>& problem)
{
    Running& running = m_calls[id];
    const SecretMask mask(m_client.authenticator().secrets() + running.secrets);
    QString sentence;
    if (problem)
        sentence = problem->sentence();
    else if (answer.status >= 300)
        sentence = readProblem(answer).sentence();
    running.change.attempts.append(
        {now().addMSecs(-answer.duration.count()), answer.status, mask.masked(sentence)});
}

void ChangeRunner::judge(Running& running) const
{
    Change& change = running.change;
    const ApiCall& call = *running.call;
    const SecretMask mask(m_client.authenticator().secrets() + running.secrets);
    change.verdict = verdictOf(call.problem());
    change.endedAt = now();
    change.status = change.attempts.isEmpty() ? 0 : change.attempts.last().status;
    if (call.problem()) {
        const Problem problem = mask.masked(*call.problem());
        change.problem = toJson(problem);
        if (call.attemptCount() > change.attempts.size()) // the one that was ended here
            change.attempts.append({change.endedAt, 0, problem.sentence()});
    } else {
        change.status = call.answer().status; // in an envelope the one inside counts
        change.answer = maskedAnswer(call.operation(), parsedJson(mask.masked(call.answer().body)));
        if (call.operation().followUp)
            change.progress = Change::Progress::Following;
    }
    change.sentence = verdictSentence(change);
}

void ChangeRunner::conclude(const QString& id)
{
    Running running = m_calls.take(id);
    judge(running);
    running.call->deleteLater();
    const Change change = running.change;
    const QByteArray body = running.call->answer().body;
    const QPointer<ChangeRunner> self(this);
    save(change);
    if (self && change.verdict == Change::Verdict::Done)
        Q_EMIT answered(id, body);
    if (self && change.verdict == Change::Verdict::Unknown)
        readAgain(change);
    if (self && change.progress == Change::Progress::Following)
        follow(change);
    if (self)
        Q_EMIT ended(id);
    if (self && m_calls.isEmpty())
        Q_EMIT allEnded();
}

void ChangeRunner::save(const Change& change)
{
    m_journal.update(change); // what fails is kept there, and written later
    Q_EMIT changed(change.id);
}

std::optional<std::pair<const Operation*, Arguments>> ChangeRunner::undoOf(const Change& change) const
{
    return Telamon::undoOf(m_catalog, change);
}

} // namespace Telamon
