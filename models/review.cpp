// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "api/catalog/writablepart.h"
#include "api/journal/bodyshape.h"
#include "api/journal/maskeduse.h"
#include "api/journal/stateeffect.h"
#include "api/records/plaintext.h"
#include "models/changeplace.h"
#include "models/fieldpath.h"
#include "models/forms/formadvice.h"
#include "models/forms/formshape.h"
#include "models/reviewleaves.h"
#include "models/reviewsentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Effect = StateRead::Effect;

QString plainText(const QJsonValue& value)
{
    return value.toVariant().toString();
}

QJsonValue shownState(const Operation& operation, const QJsonValue& state)
{
    if (state.isUndefined() || operation.requestSchema == nullptr || !operation.state)
        return state;
    return writablePart(*operation.requestSchema, operation.state->bodyOf(state));
}

// What the body says beyond the state that is read is shown as it is sent.
void addUntold(const StateRead& state, const QJsonObject& body, QJsonValue& proposed)
{
    const QStringList told = state.body.keys();
    for (auto it = body.constBegin(); it != body.constEnd(); ++it) {
        const QString place = childPointer(QString(), it.key());
        const bool isTold = std::any_of(told.cbegin(), told.cend(),
            [&place](const QString& each) { return isInside(each, place) || isInside(place, each); });
        if (!isTold)
            proposed = withValueAt(proposed, place, it.value());
    }
}

ReviewStates statesOf(const ReviewInput& input, const QJsonValue& body)
{
    const Operation& operation = input.operation;
    ReviewStates states;
    const bool isUndecided = operation.state && operation.state->effect == Effect::None;
    const bool isRead = operation.state && (!isUndecided || !operation.state->lost.isEmpty());
    const bool wasReadNow = input.wasReadNow || !input.now.isUndefined();
    if (isRead && operation.state->effect != Effect::Present) {
        const QJsonValue last = wasReadNow ? input.now : input.opened;
        states.opened = shownState(operation, input.opened);
        states.now = shownState(operation, input.now);
        states.hasOpened = !input.opened.isUndefined();
        states.hasNow = wasReadNow;
        if (!isUndecided) // else it goes
            states.proposed = shownState(operation, proposedState(operation, body, last));
        if (!operation.state->body.isEmpty())
            addUntold(*operation.state, body.toObject(), states.proposed);
    } else {
        states.proposed = body;
    }
    const bool isOfState = isRead && operation.requestSchema == nullptr;
    states.root = isOfState ? u"/before"_s : u"/body"_s;
    if (isOfState)
        states.schemas = stateSchemas(input);
    else if (operation.requestSchema != nullptr)
        states.schemas = {operation.requestSchema};
    return states;
}

// In the shape of the body the body's own schema knows what is secret; a state of its own has none that
// travels.
void maskLeaves(const Schema* schema, QList<ReviewLeaf>& leaves)
{
    for (ReviewLeaf& leaf : leaves) {
        const Schema* field = schemaAt(schema, leaf.pointer.mid(leaf.pointer.indexOf(u'/', 1)));
        if (field == nullptr || !field->isSecret)
            continue;
        for (QJsonValue* value : {&leaf.opened, &leaf.now, &leaf.proposed}) {
            if (!value->isUndefined() && !value->isNull())
                *value = maskText();
        }
    }
}

QByteArray indented(const QJsonValue& body)
{
    if (body.isUndefined())
        return {};
    if (body.isObject())
        return QJsonDocument(body.toObject()).toJson();
    if (body.isArray())
        return QJsonDocument(body.toArray()).toJson();
    const QByteArray wrapped = QJsonDocument(QJsonArray {body}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2) + '\n';
}

void noteConfirmation(const ReviewInput& input, Review& review)
{
    const Operation& operation = input.operation;
    if (operation.writeClass != Operation::WriteClass::Destructive)
        return;
    const QString value = plainText(valueAt(toJson(input.arguments), operation.confirmPointer));
    review.confirmText = value.isEmpty() ? operation.id : value;
    const QString name = value.isEmpty() ? QString() : input.names.value(operation.confirmPointer);
    if (name != value)
        review.confirmName = name;
}

// What replaces or completes a state, or is told which one; another action does its work whatever the state
// is.
bool doesNothing(const ReviewInput& input, const ReviewStates& states)
{
    const Operation& operation = input.operation;
    const bool isTold = operation.state && operation.state->effect == Effect::Set
        && !operation.state->body.isEmpty()
        && !input.arguments.body.value_or(QJsonValue()).toObject().isEmpty();
    const bool isState = operation.method == "PATCH" || operation.method == "PUT" || isTold;
    return isState && operation.state && operation.state->effect != Effect::None
        && !operation.state->isDoneAnew && states.hasNow && !input.now.isUndefined()
        && states.now == states.proposed;
}

void noteLockout(const ReviewInput& input, Review& review)
{
    const std::optional<Lockout>& lockout = input.operation.lockout;
    if (!lockout)
        return;
    const bool isOwn = !lockout->parameter.isEmpty() && !input.ownCredentialId.isEmpty()
        && plainText(input.arguments.parameters.value(lockout->parameter)) == input.ownCredentialId;
    // Neither an account nor a key has a person's roles; a token may be a person's, and does not say whose.
    const bool mayBePersons = lockout->parameter.isEmpty() && input.ownCredentialId.isEmpty();
    review.asksOnceMore = mayBePersons || isOwn;
    if (review.asksOnceMore)
        review.onceMoreSentence = lockout->sentence;
}

} // namespace

QStringList whereOf(
    const Operation& operation, const Arguments& arguments, const QMap<QString, QString>& names)
{
    QStringList parts;
    bool isId = false; // what was added last, which nobody has a name for
    bool isOfDatabase = false; // what was added last is a database's name
    for (qsizetype at = operation.path.indexOf(u'{'); at >= 0; at = operation.path.indexOf(u'{', at + 1)) {
        const QString name = operation.path.mid(at + 1, operation.path.indexOf(u'}', at) - at - 1);
        const QString value = plainText(arguments.parameters.value(name));
        const QString known = names.value(childPointer(u"/parameters"_s, name));
        if (value.isEmpty())
            continue;
        // An ID tells nobody where; only the thing itself is named by it, where nothing else is known.
        if (isId && !isOfDatabase)
            parts.removeLast();
        const QString part = known.isEmpty() ? value : known;
        if (name == "collectionName"_L1 && isOfDatabase) // written as everybody writes it
            parts.last() += u'.' + part;
        else
            parts.append(part);
        isOfDatabase = name == "databaseName"_L1;
        isId = known.isEmpty() && isServiceId(value);
    }
    return parts;
}

Result<Review, Problem> makeReview(const ReviewInput& input)
{
    const Result<WireRequest, Problem> real = buildRequest(input.operation, input.arguments);
    if (!real)
        return real.error();
    const MaskedUse use = MaskedUse::of(input.operation, input.arguments);
    const Result<WireRequest, Problem> request = buildRequest(input.operation, use.arguments);
    if (!request)
        return request.error();
    Review review;
    review.operation = &input.operation;
    review.request = request.value();
    review.headers = Transport::headersOf(review.request, {});
    review.arguments = toJson(use.arguments);
    review.where = whereOf(input.operation, input.arguments, input.names);
    review.secrets = use.pointers;
    review.maskedBody = indented(review.arguments.value("body"_L1));
    // Compared as they are, so that another secret is seen as a change; masked after that.
    const ReviewStates states =
        statesOf(input, input.arguments.body.value_or(QJsonValue(QJsonValue::Undefined)));
    review.leaves = differingLeaves(states);
    if (states.root == "/before"_L1) {
        review.state = states.schemas;
        if (!input.operation.state->lost.isEmpty())
            review.leaves = lostLeaves(review.leaves, input.operation.state->lost);
    }
    maskLeaves(input.operation.requestSchema, review.leaves);
    review.changesNothing = doesNothing(input, states);
    review.changedMeanwhile = std::any_of(review.leaves.cbegin(), review.leaves.cend(),
        [](const ReviewLeaf& leaf) { return leaf.changedMeanwhile; });
    review.warnings = reviewWarnings(input);
    review.notes = reviewNotes(input, states);
    review.roles = input.operation.roles;
    noteConfirmation(input, review);
    noteLockout(input, review);
    return review;
}

} // namespace Telamon
