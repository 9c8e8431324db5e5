// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reviewleaves.h"

#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool isScalarArray(const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && std::none_of(array.begin(), array.end(), [](const QJsonValue& each) {
        return each.isObject() || each.isArray();
    });
}

bool isBranch(const QJsonValue& value)
{
    return (value.isObject() && !value.toObject().isEmpty())
        || (value.isArray() && !value.toArray().isEmpty() && !isScalarArray(value));
}

// The names or indexes inside, in order.
QStringList tokensInside(const QJsonValue& value)
{
    if (value.isObject())
        return value.toObject().keys();
    QStringList indexes;
    for (qsizetype i = 0; i < value.toArray().size(); ++i)
        indexes.append(QString::number(i));
    return indexes;
}

// As a form has them: what is laid out, what is described, the rest by name.
QStringList inFormOrder(const SchemaSet& schemas, const QStringList& names)
{
    QStringList ordered;
    for (const Schema* schema : schemas) {
        for (const FieldGroup& group : schema->formGroups)
            ordered += group.fields;
    }
    for (const Schema* schema : schemas) {
        for (const Property& property : schema->properties)
            ordered.append(property.name);
    }
    ordered += names;
    ordered.removeDuplicates();
    ordered.removeIf([&names](const QString& name) { return !names.contains(name); });
    return ordered;
}

void addLeaves(
    const ReviewStates& states, const QString& pointer, const SchemaSet& stated, QList<ReviewLeaf>& leaves)
{
    const QJsonValue opened = states.hasOpened ? valueAt(states.opened, pointer) : states.opened;
    const QJsonValue now = states.hasNow ? valueAt(states.now, pointer) : states.now;
    const QJsonValue proposed = valueAt(states.proposed, pointer);
    const bool changedMeanwhile = states.hasOpened && states.hasNow && opened != now;
    const QJsonValue& last = states.hasNow ? now : opened;
    if (last == proposed && !changedMeanwhile)
        return;
    const auto isNothing = [](const QJsonValue& value) {
        return value.isUndefined() || (value.isObject() && value.toObject().isEmpty());
    };
    if (pointer.isEmpty() && isNothing(opened) && isNothing(now) && isNothing(proposed) && !changedMeanwhile)
        return; // "body {}" tells nobody anything
    // The whole is gone through, also where there is nothing inside yet.
    const auto isOpen = [&pointer](const QJsonValue& value) {
        return isBranch(value) || value.isUndefined() || (pointer.isEmpty() && value.isObject());
    };
    const bool isAnyBranch = isBranch(opened) || isBranch(now) || isBranch(proposed);
    const bool areSameKind = isAnyBranch && isOpen(opened) && isOpen(now) && isOpen(proposed);
    if (!areSameKind) {
        leaves.append({states.root + pointer, opened, now, proposed, changedMeanwhile});
        return;
    }
    QStringList tokens;
    bool isList = false;
    for (const QJsonValue& value : {opened, now, proposed}) {
        tokens += tokensInside(value);
        isList |= value.isArray();
    }
    tokens.removeDuplicates();
    const SchemaSet schemas = withSiblings(stated);
    if (!isList)
        tokens = inFormOrder(schemas, tokens);
    for (const QString& token : std::as_const(tokens)) {
        addLeaves(states, childPointer(pointer, token),
            isList ? schemasOfItems(schemas) : schemasOfField(schemas, token), leaves);
    }
}

} // namespace

QList<ReviewLeaf> differingLeaves(const ReviewStates& states)
{
    QList<ReviewLeaf> leaves;
    addLeaves(states, {}, states.schemas, leaves);
    return leaves;
}

SchemaSet stateSchemas(const ReviewInput& input)
{
    const std::optional<StateRead>& state = input.operation.state;
    const Operation* read = state && input.catalog ? input.catalog->find(state->read.operationId) : nullptr;
    const Schema* answer = read ? read->answerSchema() : nullptr;
    if (answer == nullptr)
        return {};
    return state->read.list ? recordsAt({answer}, state->read.list->toUtf8()) : SchemaSet {answer};
}

QList<ReviewLeaf> lostLeaves(const QList<ReviewLeaf>& leaves, const QStringList& lost)
{
    QList<ReviewLeaf> ordered;
    for (const QString& each : lost) {
        for (const ReviewLeaf& leaf : leaves) {
            if (isInside(leaf.pointer, u"/before"_s + each))
                ordered.append(leaf);
        }
    }
    return ordered;
}

} // namespace Telamon
