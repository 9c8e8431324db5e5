// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/verdictview.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/journal/maskeduse.h"
#include "api/records/plaintext.h"
#include "models/enumwords.h"
#include "ui/forms/valuetext.h"
#include "ui/review/answerview.h"
#include "ui/review/oncesecrets.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString sentenceOf(const Change& change)
{
    switch (change.verdict) {
    case Change::Verdict::Done:
        switch (change.progress) {
        case Change::Progress::None:
            return VerdictView::tr("Done.");
        case Change::Progress::Following:
            return VerdictView::tr("Accepted. The service is still at work; the activity list follows it.");
        case Change::Progress::Finished:
            return VerdictView::tr("Done. The service has finished it.");
        case Change::Progress::Failed:
            return VerdictView::tr("Accepted, and it has failed: %1").arg(enumWords(change.progressText));
        }
        break;
    case Change::Verdict::AsProposed:
        return VerdictView::tr("No answer came, but it is as proposed. That may be somebody else's doing.");
    case Change::Verdict::Refused:
        return VerdictView::tr("Refused.");
    case Change::Verdict::NotSent:
        return VerdictView::tr("Not sent.");
    case Change::Verdict::Sent:
    case Change::Verdict::Unknown:
        break;
    }
    return VerdictView::tr("Sent, and not known whether it was carried out. It is not sent again.");
}

} // namespace

VerdictView::VerdictView(QWidget* parent)
    : QWidget(parent),
      m_what(new QLabel(this)),
      m_verdict(new MessageBar(this)),
      m_attempts(new QLabel(this)),
      m_secrets(new OnceSecrets(this)),
      m_answer(new AnswerView(this))
{
    for (QLabel* each : {m_what, m_attempts}) {
        each->setTextFormat(Qt::PlainText);
        each->setWordWrap(true);
    }
    QFont bold = m_what->font();
    bold.setBold(true);
    m_what->setFont(bold);
    connect(m_secrets, &OnceSecrets::taken, this, &VerdictView::secretsTaken);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_what);
    layout->addWidget(m_verdict);
    layout->addWidget(m_attempts);
    layout->addWidget(m_secrets);
    layout->addWidget(m_answer, 1);
    layout->addStretch(0);
}

void VerdictView::showSecrets(const Operation& operation, const QByteArray& answer)
{
    m_secrets->showSecrets(operation, answer);
    m_told = secretsInAnswer(operation, answer).keys();
}

bool VerdictView::holdsSecrets() const
{
    return m_secrets->holdsSecrets();
}

void VerdictView::showVerdict(const Operation& operation, const Change& change, const Schema* before)
{
    const QString title = change.title.isEmpty() ? operation.title : change.title;
    const QString where = change.where.join(u" › "_s);
    m_what->setText(visibleText(where.isEmpty() ? title : tr("%1: %2").arg(title, where)));
    m_what->setVisible(!m_what->text().isEmpty());
    QString sentence = sentenceOf(change);
    const bool isDone = change.verdict == Change::Verdict::Done;
    const bool isGood = isDone && change.progress != Change::Progress::Failed;
    if (!isDone && !change.sentence.isEmpty())
        sentence += u' ' + change.sentence;
    m_verdict->showMessage(isGood ? MessageBar::Kind::Notice : MessageBar::Kind::Warning, sentence);
    m_attempts->setText(
        change.attempts.size() > 1 ? tr("Attempts: %1").arg(change.attempts.size()) : QString());
    m_attempts->setVisible(change.attempts.size() > 1);
    showData(operation, change, before);
}

// What the service answered; where something is gone and it answered nothing, what that was.
void VerdictView::showData(const Operation& operation, const Change& change, const Schema* before)
{
    const QStringList fields = change.answer.toObject().keys();
    const bool isMore = std::any_of(fields.cbegin(), fields.cend(),
        [this](const QString& each) { return !m_told.contains(childPointer({}, each)); });
    const bool hasAnswer = isMore || !change.answer.toArray().isEmpty();
    const bool isGone = change.verdict == Change::Verdict::Done && operation.state
        && operation.state->effect == StateRead::Effect::Absent && change.before.isObject();
    m_answer->setVisible(hasAnswer || isGone);
    if (hasAnswer)
        m_answer->showAnswer(
            tr("The service answered:"), operation.answerSchema(), toJsonText(change.answer, false));
    else if (isGone)
        m_answer->showAnswer(tr("As it was before:"), before, toJsonText(change.before, false));
}

QString VerdictView::text() const
{
    return m_verdict->text();
}

} // namespace Telamon
