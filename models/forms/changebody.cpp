// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/changebody.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "api/catalog/validation.h"

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

void addDifferences(QList<PlaceDifference>& found, const FormShape& shape, const QString& pointer,
    const QJsonValue& value, const QJsonValue& start)
{
    if (value == start)
        return;
    // The parameters are always there, each on its own.
    const bool isPlain = value.isObject() && (start.isObject() || start.isUndefined())
        && (pointer.isEmpty() || pointer == "/parameters"_L1 || !shape.isWhole(pointer));
    const QJsonObject members = value.toObject();
    if (!isPlain || (start.isUndefined() && members.isEmpty())) {
        found.append({pointer, value});
        return;
    }
    const QJsonObject before = start.toObject();
    for (auto it = members.constBegin(); it != members.constEnd(); ++it)
        addDifferences(found, shape, childPointer(pointer, it.key()), it.value(), before.value(it.key()));
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        if (!members.contains(it.key()))
            found.append({childPointer(pointer, it.key()), QJsonValue(QJsonValue::Undefined)});
    }
}

// The required members of what is there.
void addRequired(QJsonValue& body, const FormShape& shape, const QJsonValue& use, const QString& pointer)
{
    const QJsonObject members = valueAt(use, pointer).toObject();
    for (auto it = members.constBegin(); it != members.constEnd(); ++it) {
        const QString child = childPointer(pointer, it.key());
        if (!shape.isRequiredBeside(child, valueAt(body, pointer).toObject())
            || !valueAt(body, child).isUndefined())
            continue;
        const bool isObject = it.value().isObject() && !shape.isWhole(child);
        body = withValueAt(body, child, isObject ? QJsonValue(QJsonObject()) : QJsonValue(it.value()));
    }
    // What an object that travels has to carry.
    for (auto it = members.constBegin(); it != members.constEnd(); ++it) {
        const QString child = childPointer(pointer, it.key());
        if (valueAt(body, child).isObject() && !shape.isWhole(child))
            addRequired(body, shape, use, child);
    }
}

// What a rule misses in the part that travels, and the whole has.
bool addMissed(QJsonValue& body, const Operation& operation, const QJsonValue& use)
{
    bool isAdded = false;
    const Violations violations = validate(operation, argumentsFromJson(body.toObject()));
    for (const Violation& violation : violations) {
        const QJsonValue value = valueAt(use, violation.pointer);
        const bool isMissing = violation.rule == "required"_L1 || violation.rule == "dependentRequired"_L1;
        if (!isMissing || value.isUndefined() || !valueAt(body, violation.pointer).isUndefined())
            continue;
        body = withValueAt(body, violation.pointer, value);
        isAdded = true;
    }
    return isAdded;
}

} // namespace

QList<PlaceDifference> placeDifferences(
    const FormShape& shape, const QJsonValue& use, const QJsonValue& start)
{
    QList<PlaceDifference> found;
    addDifferences(found, shape, {}, use, start);
    return found;
}

Arguments changedArguments(
    const Operation& operation, const FormShape& shape, const QJsonValue& use, const QJsonValue& start)
{
    QJsonValue body = QJsonObject {{u"parameters"_s, valueAt(use, u"/parameters"_s)}};
    const QList<PlaceDifference> differences = placeDifferences(shape, use, start);
    for (const PlaceDifference& difference : differences) {
        if (isInside(difference.pointer, u"/body"_s) && !difference.value.isUndefined())
            body = withValueAt(body, difference.pointer, difference.value);
    }
    if (operation.isRequestRequired && valueAt(body, u"/body"_s).isUndefined())
        body = withValueAt(body, u"/body"_s, QJsonObject());
    if (valueAt(body, u"/body"_s).isObject() && !shape.isWhole(u"/body"_s))
        addRequired(body, shape, use, u"/body"_s);
    constexpr int maxRounds = 4; // one rule may bring in another's field
    for (int round = 0; round < maxRounds && addMissed(body, operation, use); ++round) { }
    return argumentsFromJson(body.toObject());
}

} // namespace Telamon
