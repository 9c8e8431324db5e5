// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reviewsentences.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "api/journal/stateeffect.h"
#include "api/records/plaintext.h"
#include "models/fieldpath.h"
#include "models/fieldwords.h"
#include "models/forms/formadvice.h"
#include "models/forms/formshape.h"
#include "models/reviewleaves.h"

#include <QCoreApplication>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

struct ReviewText {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

QStringList statedWarnings(const ReviewInput& input)
{
    const Operation& operation = input.operation;
    QStringList warnings;
    QJsonObject use = toJson(input.arguments);
    const bool wasReadNow = input.wasReadNow || !input.now.isUndefined();
    if (const QJsonValue before = wasReadNow ? input.now : input.opened; !before.isUndefined())
        use.insert("before"_L1, before);
    for (const WriteWarning& each : operation.warnings) {
        if (each.concerns(use))
            warnings.append(each.sentence);
    }
    if (operation.sunset.isValid())
        warnings.append(ReviewText::tr("Deprecated: the service ends this operation on %1.")
                            .arg(operation.sunset.toString(Qt::ISODate)));
    else if (operation.isDeprecated)
        warnings.append(ReviewText::tr("Deprecated: the service may end this operation."));
    return warnings;
}

// With what it stands in, as the rows of the review have it: two fields may have one name.
QString nameOf(const Operation& operation, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    if (tokens.value(0) == "body"_L1 && operation.requestSchema)
        return fieldPath(fieldSteps({operation.requestSchema}, pointer));
    const Parameter* parameter = operation.parameter(tokens.value(1));
    return parameter && parameter->schema && !parameter->schema->title.isEmpty() ? parameter->schema->title
                                                                                 : tokens.value(1);
}

// What may be sent and most likely is not meant, each with the field's name.
QStringList doubtsOf(const ReviewInput& input)
{
    const Operation& operation = input.operation;
    const FormShape shape(operation, toJson(input.arguments), {});
    const QJsonValue known = operation.state ? operation.state->bodyOf(input.opened) : input.opened;
    QStringList doubts;
    const Violations advice =
        input.advice ? *input.advice : formAdvice(operation, shape, input.arguments, known);
    for (const Violation& each : advice) {
        const QString name = nameOf(operation, each.pointer);
        doubts.append(
            visibleText(name.isEmpty() ? each.sentence : ReviewText::tr("%1: %2").arg(name, each.sentence)));
    }
    return doubts;
}

// What a person weighs before that is said: "As it is now: Status: Working. Lag (s): 3."
QString nowSentence(const ReviewInput& input)
{
    if (!input.operation.state || input.now.isUndefined())
        return {};
    QStringList parts;
    for (const QString& pointer : input.operation.state->told) {
        const QJsonValue value = valueAt(input.now, pointer);
        if (value.isUndefined() || value.isNull())
            continue;
        const QString name = pointerTokens(pointer).constLast();
        parts.append(
            ReviewText::tr("%1: %2.").arg(fieldPath(fieldSteps(stateSchemas(input), u"/before"_s + pointer)),
                visibleText(valueWords(name, value, true))));
    }
    return parts.isEmpty() ? QString() : ReviewText::tr("As it is now: %1").arg(parts.join(u' '));
}

} // namespace

QStringList reviewWarnings(const ReviewInput& input)
{
    return statedWarnings(input) + doubtsOf(input);
}

QStringList reviewNotes(const ReviewInput& input, const ReviewStates& states)
{
    QStringList notes;
    if (const QString now = nowSentence(input); !now.isEmpty())
        notes.append(now);
    const bool isTold = input.operation.state && !input.operation.state->told.isEmpty();
    const bool isMissing = (states.hasNow || (isTold && input.wasReadNow)) && input.now.isUndefined();
    if (isMissing)
        notes.append(states.hasNow && states.root == "/body"_L1
                ? ReviewText::tr("What this changes is not there any more.")
                : ReviewText::tr("What this is about is not there: the service will most likely refuse."));
    else if (states.hasOpened || states.hasNow) {
        notes.append(ReviewText::tr("What is there was read a moment ago. If somebody else changes it before "
                                    "your change is made, you will not be told, and theirs may be lost."));
    }
    return notes;
}

} // namespace Telamon
