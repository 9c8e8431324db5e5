// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/stateeffect.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/journal/bodyshape.h"
#include "api/journal/maskeduse.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Effect = StateRead::Effect;

struct StateEffectText {
    Q_DECLARE_TR_FUNCTIONS(StateEffect)
};

bool isSameTime(const QString& a, const QString& b)
{
    const QDateTime time = QDateTime::fromString(a, Qt::ISODateWithMs);
    return a.contains(u'T') && time.isValid() && time == QDateTime::fromString(b, Qt::ISODateWithMs);
}

// Whether everything that is wanted is there; the service may add to objects. Counts the leaves compared.
bool holds(const QJsonValue& state, const QJsonValue& wanted, int& leaves)
{
    if (wanted == QJsonValue(maskText()))
        return true;
    if (wanted.isObject() && !wanted.toObject().isEmpty()) {
        const QJsonObject object = wanted.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (!holds(state[it.key()], it.value(), leaves))
                return false;
        }
        return true;
    }
    if (wanted.isArray() && !wanted.toArray().isEmpty()) {
        const QJsonArray array = wanted.toArray();
        if (state.toArray().size() != array.size())
            return false;
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!holds(state.toArray().at(i), array.at(i), leaves))
                return false;
        }
        return true;
    }
    ++leaves;
    if (wanted.isNull())
        return state.isNull() || state.isUndefined();
    return state == wanted
        || (wanted.isString() && state.isString() && isSameTime(wanted.toString(), state.toString()));
}

// The parts of the body that the state has, with where it has them.
QMap<QString, QString> placesOf(const StateRead& description)
{
    return description.body.isEmpty() ? QMap<QString, QString> {{QString(), QString()}} : description.body;
}

std::optional<bool> isSet(const StateRead& description, const QJsonValue& body, const QJsonValue& state)
{
    int leaves = 0;
    bool areThere = !state.isUndefined();
    const QMap<QString, QString> places = placesOf(description);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const QJsonValue wanted = valueAt(body, it.key());
        if (!wanted.isUndefined())
            areThere = holds(valueAt(state, it.value()), wanted, leaves) && areThere;
    }
    // Nothing but secrets, or no body at all: nothing to look for.
    return leaves == 0 && areThere ? std::nullopt : std::optional(areThere);
}

bool hasElement(const QJsonArray& array, const QJsonValue& wanted)
{
    return std::any_of(array.begin(), array.end(), [&wanted](const QJsonValue& element) {
        int leaves = 0;
        return holds(element, wanted, leaves);
    });
}

std::optional<bool> hasElements(
    const StateRead& description, const QJsonValue& body, const QJsonValue& state, bool wanted)
{
    int count = 0;
    bool isSo = true;
    const QMap<QString, QString> places = placesOf(description);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const QJsonArray there = valueAt(state, it.value()).toArray();
        const QJsonArray elements = valueAt(body, it.key()).toArray();
        for (const QJsonValue& element : elements) {
            ++count;
            isSo = hasElement(there, element) == wanted && isSo;
        }
    }
    return count == 0 ? std::nullopt : std::optional(isSo);
}

bool isNamed(const QJsonArray& named, const QJsonValue& element)
{
    return std::any_of(named.begin(), named.end(), [&element](const QJsonValue& each) {
        int leaves = 0;
        return holds(element, each, leaves);
    });
}

// The array with the elements added (Contains) or taken away (Lacks).
QJsonArray withElements(const QJsonArray& array, const QJsonArray& named, Effect effect)
{
    QJsonArray elements;
    for (const QJsonValue& element : array) {
        if (effect == Effect::Contains || !isNamed(named, element))
            elements.append(element);
    }
    for (const QJsonValue& element : named) {
        if (effect == Effect::Contains && !hasElement(array, element))
            elements.append(element);
    }
    return elements;
}

} // namespace

std::optional<bool> shows(const StateRead& description, const QJsonValue& body, const QJsonValue& state)
{
    switch (description.effect) {
    case Effect::Set:
        return isSet(description, body, state);
    case Effect::Absent:
        return state.isUndefined();
    case Effect::Present:
        return !state.isUndefined();
    case Effect::Contains:
        return hasElements(description, body, state, true);
    case Effect::Lacks:
        return hasElements(description, body, state, false);
    case Effect::None:
        break;
    }
    return std::nullopt;
}

QString whyUndecidable(
    const std::optional<StateRead>& description, const QJsonValue& body, const QJsonValue& before)
{
    if (!description || description->effect == Effect::None)
        return StateEffectText::tr("No reading can show whether it was carried out.");
    if (before.isUndefined() && description->effect != Effect::Present)
        return StateEffectText::tr(
            "The state before was not read, so that the state now cannot show whether it was carried out.");
    const std::optional<bool> wasSo = shows(*description, body, before);
    if (!wasSo)
        return StateEffectText::tr("What it changes cannot be read.");
    if (*wasSo)
        return StateEffectText::tr(
            "It was already as proposed before, so that the state now cannot show whether it was "
            "carried out.");
    return {};
}

Reading judgeState(
    const StateRead& description, const QJsonValue& body, const QJsonValue& before, const QJsonValue& state)
{
    const QString why = whyUndecidable(description, body, before);
    if (!why.isEmpty())
        return {Reading::Says::NothingCertain, why};
    if (shows(description, body, state).value_or(false))
        return {Reading::Says::IsAsProposed, {}};
    return {Reading::Says::IsNotAsProposed,
        StateEffectText::tr(
            "What was read now is not as proposed: it was not carried out, it is not finished yet, or it was "
            "changed again.")};
}

QJsonValue proposedState(const Operation& write, const QJsonValue& body, const QJsonValue& before)
{
    const std::optional<StateRead>& description = write.state;
    if (!description || description->effect == Effect::None || description->effect == Effect::Present)
        return body;
    if (description->effect == Effect::Absent)
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue proposed = before;
    const QMap<QString, QString> places = placesOf(*description);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const QJsonValue part = valueAt(body, it.key());
        if (part.isUndefined())
            continue;
        const QJsonValue old = valueAt(before, it.value());
        const QJsonValue now = description->effect == Effect::Set
            ? merged(schemaAt(write.requestSchema, it.key()), old, part)
            : QJsonValue(withElements(old.toArray(), part.toArray(), description->effect));
        proposed = withValueAt(proposed, it.value(), now);
    }
    return proposed;
}

} // namespace Telamon
