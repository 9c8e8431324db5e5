// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changesentences.h"

#include "api/catalog/operation.h"
#include "api/journal/changejson.h"

#include <QCoreApplication>

namespace Telamon {

namespace {

struct ChangeSentenceText {
    Q_DECLARE_TR_FUNCTIONS(ChangeSentences)
};

QString placeToLook(const Operation* write, const Operation* reading)
{
    if (write == nullptr)
        return ChangeSentenceText::tr(
            "This program does not know the operation: look at what it was meant to change.");
    if (write->state && !write->state->where.isEmpty())
        return write->state->where;
    if (reading != nullptr)
        return ChangeSentenceText::tr("Where to look: %1.")
            .arg(reading->title.isEmpty() ? reading->id : reading->title);
    return ChangeSentenceText::tr("Look at what it was meant to change before it is tried again.");
}

} // namespace

QString verdictSentence(const Change& change)
{
    QString why = change.problem.isEmpty() ? QString() : problemFromJson(change.problem).sentence();
    switch (change.verdict) {
    case Change::Verdict::Sent:
        return {};
    case Change::Verdict::Done:
        return ChangeSentenceText::tr("Done: the service answered with status %1.").arg(change.status);
    case Change::Verdict::AsProposed:
        return ChangeSentenceText::tr(
            "No answer came, but what was read now is as proposed. Somebody else may have made it so.");
    case Change::Verdict::Refused:
        return why;
    case Change::Verdict::NotSent:
        return ChangeSentenceText::tr("Not carried out. %1").arg(why);
    case Change::Verdict::Unknown:
        break;
    }
    return why.isEmpty()
        ? ChangeSentenceText::tr("The program ended before an answer came.")
        : ChangeSentenceText::tr("It was sent, and no answer came that settles it. %1").arg(why);
}

QString unknownSentence(
    const Change& change, const QString& found, const Operation* write, const Operation* reading)
{
    const QString place = placeToLook(write, reading);
    QStringList sentences {verdictSentence(change), found};
    if (!found.contains(place)) // it may name the place already
        sentences.append(place);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace Telamon
