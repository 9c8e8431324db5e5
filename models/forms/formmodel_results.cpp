// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of a form: what is sent, its JSON side, its draft.
#include "api/catalog/jsonpointer.h"
#include "models/forms/changebody.h"
#include "models/forms/formdraft.h"
#include "models/forms/formmodel.h"
#include "models/forms/jsonplaces.h"
#include "models/forms/placekeys.h"
#include "models/forms/secretplaces.h"

namespace Telamon {

using namespace Qt::StringLiterals;

Arguments FormModel::arguments() const
{
    // Only a PATCH leaves as it is what it does not name.
    if (!m_serviceState.isUndefined() && m_operation.method == "PATCH")
        return changedArguments(m_operation, m_shape, m_state.use, m_start);
    Arguments arguments = argumentsFromJson(m_state.use.toObject());
    const bool isObject = m_operation.requestSchema != nullptr
        && (!m_operation.requestSchema->types
            || m_operation.requestSchema->types.testFlag(Schema::Type::Object));
    if (!arguments.body && m_operation.isRequestRequired && isObject)
        arguments.body = QJsonObject(); // so that what is missing is missing inside
    return arguments;
}

Arguments FormModel::maskedArguments() const
{
    return argumentsFromJson(withPlaceholders(m_operation, Telamon::toJson(arguments())).toObject());
}

QJsonObject FormModel::json() const
{
    return withPlaceholders(m_operation, m_state.use).toObject();
}

void FormModel::takeUse(const QJsonObject& use)
{
    FormState next;
    next.use = use;
    // The text does not tell which variant a person chose: it stays where the place is the same.
    for (auto it = m_state.choices.cbegin(); it != m_state.choices.cend(); ++it) {
        const QJsonValue now = next.value(it.key());
        bool isInList = false;
        for (QString list = parentPointer(it.key()); !list.isEmpty(); list = parentPointer(list))
            isInList |= next.value(list).isArray();
        if (!now.isUndefined() && (!isInList || now == value(it.key())))
            next.choices.insert(it.key(), it.value());
    }
    if (!next.value(u"/body"_s).toObject().isEmpty())
        next.made.insert(u"/body"_s, true);
    m_unfinished.clear();
    change({}, next);
}

std::optional<FormModel::Mistake> FormModel::setJson(const QByteArray& text)
{
    QStringList fixed;
    for (const QString& pointer : std::as_const(m_fixed)) {
        if (pointer.startsWith("/parameters/"_L1))
            fixed.append(pointerTokens(pointer).value(1));
    }
    const Result<QJsonObject, Mistake> use = useFromText(m_operation, text, m_state.use.toObject(), fixed);
    if (!use)
        return use.error();
    for (const QString& pointer : std::as_const(m_fixed)) {
        if (valueAt(use.value(), pointer) == value(pointer))
            continue;
        const JsonPlaces::Place place = JsonPlaces(text).at(pointer);
        return Mistake {tr("It stays as it was read."), place.line, place.column, pointer};
    }
    if (use.value() != m_state.use.toObject() || !m_state.unreadable.isEmpty() || !m_unfinished.isEmpty())
        takeUse(use.value());
    return std::nullopt;
}

QJsonObject FormModel::draft() const
{
    FormDraft draft;
    const QList<PlaceDifference> differences = placeDifferences(m_shape, m_state.use, m_start);
    const QStringList secrets = secretPlaces(m_operation, m_state.use);
    for (const PlaceDifference& difference : differences) {
        if (isFixed(difference.pointer))
            continue;
        QJsonValue value = difference.value;
        for (qsizetype i = secrets.size() - 1; i >= 0; --i) { // from the end of lists
            if (isInside(secrets.at(i), difference.pointer))
                value = withValueAt(
                    value, secrets.at(i).mid(difference.pointer.size()), QJsonValue(QJsonValue::Undefined));
        }
        if (!value.isUndefined() || difference.value.isUndefined())
            draft.differences.append({difference.pointer, value});
    }
    for (auto it = m_state.choices.cbegin(); it != m_state.choices.cend(); ++it)
        draft.choices.insert(it.key(), it.value());
    for (auto it = m_state.unreadable.cbegin(); it != m_state.unreadable.cend(); ++it) {
        if (isKeptAsTyped(it.key()))
            draft.unreadable.insert(it.key(), it.value());
    }
    return draft.toJson();
}

// A text that was to be an object or a list may hold a secret that nothing finds in it.
bool FormModel::isKeptAsTyped(const QString& pointer) const
{
    const Schema* described = isFixed(pointer) ? nullptr : schema(pointer);
    constexpr Schema::Types open = Schema::Type::Object | Schema::Type::Array;
    bool isKept = described && described->types && !(described->types & open);
    for (QString at = pointer; isKept && !at.isEmpty(); at = parentPointer(at)) {
        const Schema* around = schema(at);
        isKept = !around || !around->isSecret;
    }
    return isKept;
}

void FormModel::restoreDraft(const QJsonObject& json)
{
    const FormDraft draft = FormDraft::fromJson(json);
    FormState next = m_state;
    for (const PlaceDifference& difference : draft.differences) {
        const bool isKnown =
            isInside(difference.pointer, u"/body"_s) || difference.pointer.startsWith("/parameters/"_L1);
        if (isKnown && !isFixed(difference.pointer))
            next.set(difference.pointer, difference.value);
    }
    next.choices = draft.choices;
    change({}, next);
    for (auto it = draft.unreadable.cbegin(); it != draft.unreadable.cend(); ++it) {
        if (isKeptAsTyped(it.key()))
            setUnreadable(it.key(), it->text, it->sentence);
    }
    touchRestored(draft);
}

// What was typed then is not being typed now: it may be told of at once.
void FormModel::touchRestored(const FormDraft& draft)
{
    QStringList places = draft.unreadable.keys();
    for (const PlaceDifference& difference : draft.differences)
        places.append(difference.pointer);
    for (const QString& place : std::as_const(places)) {
        m_touched.insert(place);
        for (const Violation& each : violations()) {
            if (isInside(each.pointer, place))
                m_touched.insert(each.pointer);
        }
    }
    Q_EMIT violationsChanged();
}

bool FormModel::isDirty() const
{
    return m_state.use != m_begun || !m_state.unreadable.isEmpty();
}

void FormModel::beginHere()
{
    m_begun = m_state.use;
}

} // namespace Telamon
