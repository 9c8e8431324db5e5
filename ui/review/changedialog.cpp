// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changedialog.h"

#include "api/catalog/catalog.h"
#include "api/journal/changejson.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "api/journal/statereader.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/review.h"
#include "models/session.h"
#include "ui/forms/formview.h"
#include "ui/forms/pickertable.h"
#include "ui/forms/placenote.h"
#include "ui/review/answerview.h"
#include "ui/review/confirmationview.h"
#include "ui/review/reviewpickers.h"
#include "ui/review/reviewview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

// The steps from the form to the verdict; how the dialog begins and is laid out stands in
// changedialog_start.cpp.

using namespace Qt::StringLiterals;

namespace Telamon {

bool ChangeDialog::isRead() const
{
    return m_request.operation->isRead();
}

bool ChangeDialog::isHeldBack() const
{
    return !isRead() && m_session.profile().isReadOnly;
}

void ChangeDialog::advance()
{
    switch (m_step) {
    case Step::Form:
        m_form->takeTyped();
        if (!m_form->canSend())
            m_form->focusNextMissing();
        else if (isRead())
            sendRead();
        else
            readAgain();
        break;
    case Step::Review:
        if (isHeldBack() || m_changesNothing)
            break;
        if (m_confirmation->isConfirmed())
            send();
        else
            m_confirmation->focusFirst();
        break;
    case Step::Reading:
    case Step::Rereading:
    case Step::Sending:
    case Step::End:
        break;
    }
}

void ChangeDialog::back()
{
    delete m_reader;
    m_message->hide();
    setStep(Step::Form);
    m_form->focusFirst();
}

// The state as it is now, for the review: it may be another than the one the form began with.
void ChangeDialog::readAgain()
{
    m_arguments = m_model->arguments();
    if (!StateReader::canRead(*m_request.operation)) {
        showReview({QJsonValue::Undefined}, false, std::nullopt);
        return;
    }
    setStep(Step::Rereading, tr("Reading how it is now…"));
    auto* reader = new StateReader(
        m_session.client(), m_session.catalog(), *m_request.operation, toJson(m_arguments), this);
    m_reader = reader;
    connect(reader, &StateReader::finished, this,
        [this, reader](const QJsonValue& state, const std::optional<Problem>& problem) {
            reader->deleteLater();
            m_reader = nullptr;
            showReview(state, !problem, problem);
        });
}

void ChangeDialog::showReview(const QJsonValue& now, bool wasRead, const std::optional<Problem>& problem)
{
    m_now = now;
    auto review = makeReview({.operation = *m_request.operation,
        .arguments = m_arguments,
        .opened = m_opened,
        .now = now,
        .wasReadNow = wasRead,
        .ownCredentialId = m_session.profile().publicId,
        .names = knownNames(),
        .catalog = &m_session.catalog(),
        .advice = m_model->advice()});
    if (!review) {
        m_model->takeProblem(review.error());
        returnToForm(review.error().sentence());
        return;
    }
    const QString named = m_request.operation->confirmPointer;
    const QString picker = fieldPicker(*m_model, named);
    if (!labelsAreNames(picker))
        review.value().confirmName.clear(); // the label says something else about it
    m_changesNothing = review.value().changesNothing;
    m_review->showReview(review.value(), m_session.profile());
    m_confirmation->ask(review.value());
    m_pickers = pickersOf(review.value(), *m_model);
    showNames();
    askForNames();
    if (problem)
        m_message->showMessage(MessageBar::Kind::Warning,
            tr("How it is now could not be read: %1 The review shows only what is sent.")
                .arg(problem->sentence()));
    else if (isHeldBack())
        m_message->showMessage(MessageBar::Kind::Notice,
            tr("This connection is read-only: the change can be looked at and copied, not sent."));
    else if (m_changesNothing)
        m_message->showMessage(
            MessageBar::Kind::Notice, tr("It is like this already: there is nothing to send."));
    else
        m_message->hide();
    setStep(Step::Review);
    if (isHeldBack())
        m_close->setFocus(Qt::OtherFocusReason);
    else if (m_confirmation->asksSomething())
        m_confirmation->focusFirst();
    else
        (m_primary->isEnabled() ? m_primary : m_close)->setFocus(Qt::OtherFocusReason);
}

// Begins anew from the state as it is now; what the person has entered stays where it differs.
void ChangeDialog::takeNow()
{
    const QJsonObject entered = m_model->draft();
    m_opened = m_now;
    m_model->startFrom(m_now);
    m_model->restoreDraft(entered);
    setStep(Step::Form);
    m_message->showMessage(
        MessageBar::Kind::Notice, tr("The form begins from how it is now; what you entered stays."));
    m_form->focusFirst();
}

void ChangeDialog::send()
{
    if (!m_session.changes() || !m_session.journal()) {
        m_message->showMessage(
            MessageBar::Kind::Failure, tr("There is no journal of changes; nothing is sent without it."));
        return;
    }
    setStep(Step::Sending,
        tr("Sending. Closing this window does not stop it; the journal shows what comes of it."));
    ChangeRunner* runner = m_session.changes();
    disconnect(runner, nullptr, this, nullptr); // of a try before
    connect(runner, &ChangeRunner::answered, this, [this](const QString& id, const QByteArray& body) {
        if (id == m_changeId)
            m_verdict->showSecrets(*m_request.operation, body);
    });
    connect(runner, &ChangeRunner::ended, this, [this](const QString& id) {
        const auto change = id == m_changeId ? m_session.journal()->change(id) : std::nullopt;
        if (change && m_step == Step::Sending)
            takeVerdict(*change);
    });
    // A reading may tell later what no answer told.
    connect(runner, &ChangeRunner::changed, this, [this](const QString& id) {
        const auto change =
            id == m_changeId && m_step == Step::End ? m_session.journal()->change(id) : std::nullopt;
        if (change)
            m_verdict->showVerdict(*m_request.operation, *change, stateSchema());
    });
    connect(runner, &ChangeRunner::waiting, this,
        [this](const QString& id, const Problem& why, std::chrono::milliseconds pause) {
            if (id == m_changeId)
                countDown(pause, tr("%1 It was not carried out; it is sent again in %2 s."), why.sentence());
        });
    m_changeId = runner->run(*m_request.operation, m_arguments, m_now,
        {.where = whereOf(*m_request.operation, m_arguments, knownNames(Known::Names)),
            .title = m_request.title,
            .undoOf = m_request.undoOf});
    Q_EMIT changeStarted(m_changeId);
    // What could not be journalled has ended before its id was known here.
    const auto change = m_session.journal()->change(m_changeId);
    if (change && change->isEnded() && m_step == Step::Sending)
        takeVerdict(*change);
}

void ChangeDialog::takeVerdict(const Change& change)
{
    switch (change.verdict) {
    case Change::Verdict::Refused: {
        const Problem problem = problemFromJson(change.problem);
        m_model->takeProblem(problem);
        returnToForm(problem.sentence()); // which begins with who refused
        return;
    }
    case Change::Verdict::NotSent:
        returnToForm(tr("Not sent. %1").arg(change.sentence));
        return;
    case Change::Verdict::Sent:
    case Change::Verdict::Done:
    case Change::Verdict::AsProposed:
    case Change::Verdict::Unknown:
        break;
    }
    m_wasSent = true;
    m_message->hide();
    m_verdict->showVerdict(*m_request.operation, change, stateSchema());
    setStep(Step::End);
    m_close->setFocus(Qt::OtherFocusReason);
}

// Every field keeps what it has; the service's errors stand at their fields, its detail above.
void ChangeDialog::returnToForm(const QString& sentence)
{
    setStep(Step::Form);
    m_message->showMessage(MessageBar::Kind::Failure, sentence);
    const Violations violations = m_model->violations();
    const auto first = std::find_if(violations.cbegin(), violations.cend(), isShown);
    if (first != violations.cend())
        m_form->focusField(first->pointer);
    else
        m_form->focusFirst();
}

void ChangeDialog::sendRead()
{
    m_arguments = m_model->arguments();
    setStep(Step::Sending, tr("Reading…"));
    ApiCall* call = m_session.client().call(*m_request.operation, m_arguments, this);
    m_reader = call;
    connect(call, &ApiCall::waiting, this, [this](const Problem& why, std::chrono::milliseconds pause) {
        countDown(pause, tr("%1 Trying again in %2 s."), why.sentence());
    });
    connect(call, &ApiCall::finished, this, [this](ApiCall* ended) {
        m_reader = nullptr;
        takeAnswer(*ended);
        ended->deleteLater();
    });
}

// The last second stays until something is known.
void ChangeDialog::countDown(std::chrono::milliseconds pause, const QString& sentence, const QString& why)
{
    m_pause.start(pause, [this, sentence, why](qint64 seconds) {
        if (seconds > 0)
            m_waiting->setText(visibleText(sentence.arg(why, QString::number(seconds))));
    });
}

void ChangeDialog::takeAnswer(const ApiCall& call)
{
    if (call.problem()) {
        m_model->takeProblem(*call.problem());
        returnToForm(call.problem()->sentence());
        return;
    }
    m_wasSent = true;
    m_message->hide();
    const qsizetype size = call.answer().body.size();
    m_answer->showAnswer(tr("Answered with status %1, %2 bytes.")
                             .arg(QString::number(call.answer().status), QString::number(size)),
        m_request.operation->answerSchema(), call.answer().body);
    setStep(Step::End);
}

} // namespace Telamon
