// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callrun.h"

#include "api/auth/authenticator.h"
#include "api/catalog/argumentsjson.h"
#include "api/catalog/catalog.h"
#include "api/catalog/validation.h"
#include "api/journal/changejson.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "api/journal/statereader.h"
#include "api/records/plaintext.h"
#include "app/call/callarguments.h"
#include "app/call/callconnection.h"
#include "app/call/callreview.h"
#include "app/call/callsecrets.h"
#include "models/review.h"

#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr std::chrono::seconds readingLimit {10};
}

CallRun::CallRun(CallOptions options, Services services, QTextStream& out, QTextStream& err, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_services(std::move(services)), m_out(out), m_err(err)
{
}

CallRun::~CallRun() = default;

void CallRun::start()
{
    QMetaObject::invokeMethod(this, &CallRun::prepare, Qt::QueuedConnection);
}

void CallRun::prepare()
{
    m_operation = m_services.catalog.find(m_options.operationId);
    if (m_operation == nullptr) {
        end(Invalid,
            tr("There is no operation \"%1\". \"telamon operations\" lists them.")
                .arg(m_options.operationId));
        return;
    }
    QString mistake;
    const std::optional<QByteArray> body = readBody(mistake);
    if (!mistake.isEmpty()) {
        end(Invalid, mistake);
        return;
    }
    auto arguments = argumentsOf(*m_operation, m_options.values, body);
    if (!arguments) {
        end(Invalid, arguments.error());
        return;
    }
    auto whole = withSecretsAsked(*m_operation, arguments.value(), m_err);
    if (!whole) {
        end(Invalid, whole.error());
        return;
    }
    m_arguments = std::move(whole).value();
    check();
}

std::optional<QByteArray> CallRun::readBody(QString& mistake) const
{
    if (m_options.bodyFile.isEmpty())
        return std::nullopt;
    QFile file(m_options.bodyFile);
    const bool isOpen =
        m_options.bodyFile == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (isOpen)
        return file.readAll();
    mistake = tr("The body cannot be read from %1: %2").arg(m_options.bodyFile, file.errorString());
    return std::nullopt;
}

void CallRun::check()
{
    Violations violations = validate(*m_operation, m_arguments);
    violations.removeIf([](const Violation& violation) { return violation.isUnchecked; });
    for (const Violation& violation : std::as_const(violations))
        say(violation.pointer + ": "_L1 + violation.sentence);
    if (!violations.isEmpty()) {
        end(Invalid, tr("Nothing was sent."));
        return;
    }
    m_connection = new CallConnection(m_services.profiles, m_services.secrets, m_services.log, this);
    connect(m_connection, &CallConnection::connected, this, &CallRun::begin);
    connect(m_connection, &CallConnection::failed, this,
        [this](const QString& sentence) { end(NotSent, sentence); });
    m_connection->open(m_options.profileName);
}

void CallRun::begin()
{
    if (m_operation->isRead() && !m_options.isDryRun) {
        read();
        return;
    }
    if (m_operation->isRead() || !StateReader::canRead(*m_operation)) {
        review({QJsonValue::Undefined}, false, {});
        return;
    }
    auto* reader =
        new StateReader(m_connection->client(), m_services.catalog, *m_operation, toJson(m_arguments), this);
    connect(reader, &StateReader::finished, this,
        [this](const QJsonValue& state, const std::optional<Problem>& problem) {
            review(state, !problem, problem ? problem->sentence() : QString());
        });
}

void CallRun::read()
{
    ApiCall* call = m_connection->client().call(*m_operation, m_arguments, this);
    connect(call, &ApiCall::finished, this, [this](const ApiCall* ended) { takeAnswer(*ended); });
}

void CallRun::takeAnswer(const ApiCall& call)
{
    if (!call.problem()) {
        printAnswer(call.answer().body);
        end(Done);
        return;
    }
    say(call.problem()->sentence());
    printFields(*call.problem());
    // Without an answer of its own it was the signing in that failed.
    end(call.problem()->kind == Problem::Kind::Service && call.answer().status != 0 ? Refused : NotSent);
}

void CallRun::review(const QJsonValue& state, bool wasRead, const QString& whyNot)
{
    auto made = makeReview({.operation = *m_operation,
        .arguments = m_arguments,
        .opened = state,
        .now = state,
        .wasReadNow = wasRead,
        .ownCredentialId = m_connection->profile().publicId});
    if (!made) {
        end(Invalid, made.error().sentence());
        return;
    }
    Review& review = made.value();
    if (!whyNot.isEmpty())
        review.notes.append(tr("The state before could not be read: %1").arg(whyNot));
    if (m_options.isDryRun) {
        m_out << reviewText(review);
        end(Done);
        return;
    }
    if (const QString missing = missingConfirmation(review, m_options); !missing.isEmpty()) {
        m_err << reviewText(review) << '\n';
        end(Invalid, missing);
        return;
    }
    send(state);
}

void CallRun::send(const QJsonValue& state)
{
    auto journal = Journal::open(m_services.journalFile);
    if (!journal) {
        end(NotSent, tr("Nothing was sent, since the journal cannot be written: %1").arg(journal.error()));
        return;
    }
    m_journal = std::move(journal).value();
    const Profile& profile = m_connection->profile();
    m_runner = std::make_unique<ChangeRunner>(m_connection->client(), m_services.catalog, *m_journal,
        ProfileIdentity {profile.id, profile.name, Origin::of(profile.baseUrl).toString()});
    connect(m_runner.get(), &ChangeRunner::waiting, this,
        [this](const QString& /*id*/, const Problem& why, std::chrono::milliseconds pause) {
            say(tr("%1 Sent again in %2 s, since it provably did not run.")
                    .arg(why.sentence())
                    .arg(double(pause.count()) / 1000, 0, 'f', 1));
            m_err.flush();
        });
    connect(m_runner.get(), &ChangeRunner::answered, this,
        [this](const QString& /*id*/, const QByteArray& body) { printAnswer(body); });
    connect(m_runner.get(), &ChangeRunner::ended, this, &CallRun::takeVerdict);
    m_runner->run(*m_operation, m_arguments, state, {.where = whereOf(*m_operation, m_arguments, {})});
}

void CallRun::takeVerdict(const QString& id)
{
    const std::optional<Change> change = m_journal->change(id);
    if (!change) {
        end(Unknown, tr("The journal lost the change."));
        return;
    }
    if (change->verdict != Change::Verdict::Unknown) {
        conclude(*change);
        return;
    }
    // It is being read what came of it: that is worth a moment.
    const auto concludeAsKnown = [this, id] { conclude(*m_journal->change(id)); };
    connect(m_runner.get(), &ChangeRunner::changed, this, concludeAsKnown, Qt::SingleShotConnection);
    QTimer::singleShot(readingLimit, this, concludeAsKnown);
}

void CallRun::conclude(const Change& change)
{
    if (std::exchange(m_isConcluded, true))
        return;
    if (!change.sentence.isEmpty())
        say(change.sentence);
    switch (change.verdict) {
    case Change::Verdict::Done:
        end(Done);
        return;
    case Change::Verdict::Refused:
        printFields(problemFromJson(change.problem));
        end(Refused);
        return;
    case Change::Verdict::NotSent:
        end(NotSent);
        return;
    case Change::Verdict::Sent:
    case Change::Verdict::AsProposed: // somebody else may have made it so
    case Change::Verdict::Unknown:
        break;
    }
    end(Unknown);
}

// What the service says may hold what a terminal obeys.
void CallRun::say(const QString& sentence)
{
    m_err << visibleText(sentence) << '\n';
}

void CallRun::printFields(const Problem& problem)
{
    for (const FieldProblem& field : problem.fields)
        say("  "_L1 + field.field + ": "_L1 + field.description);
}

void CallRun::printAnswer(const QByteArray& body)
{
    if (body.isEmpty())
        return;
    m_out << QString::fromUtf8(body);
    if (!body.endsWith('\n'))
        m_out << '\n';
    m_out.flush();
}

void CallRun::end(ExitCode code, const QString& sentence)
{
    say("telamon: "_L1 + sentence);
    end(code);
}

// A token that was fetched is given back; two seconds at most, which the authenticator keeps.
void CallRun::end(ExitCode code)
{
    m_out.flush();
    m_err.flush();
    if (m_connection == nullptr || !m_connection->isConnected()) {
        Q_EMIT finished(code);
        return;
    }
    m_connection->client().authenticator().signOut(this, [this, code] { Q_EMIT finished(code); });
}

} // namespace Telamon
