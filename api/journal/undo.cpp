// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/undo.h"

#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "api/catalog/validation.h"
#include "api/journal/bodyshape.h"
#include "api/journal/change.h"
#include "api/journal/maskeduse.h"
#include "api/journal/statereader.h"

#include <QJsonArray>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool holdsMask(const QJsonValue& value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(
            array.begin(), array.end(), [](const QJsonValue& each) { return holdsMask(each); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(
            object.constBegin(), object.constEnd(), [](const QJsonValue& each) { return holdsMask(each); });
    }
    return value == QJsonValue(maskText());
}

std::optional<QJsonValue> bodyBefore(const Operation& operation, const Change& change)
{
    const QJsonValue update = change.arguments.value("body"_L1);
    if (change.before.isUndefined() || operation.requestSchema == nullptr || update.isUndefined())
        return std::nullopt;
    const QJsonValue before = operation.state ? operation.state->bodyOf(change.before) : change.before;
    std::optional<QJsonValue> body = restoringBody(*operation.requestSchema, before, update);
    return body && *body != update ? body : std::nullopt;
}

std::optional<QJsonValue> statedBody(const UndoDescription& undo, const QJsonValue& use)
{
    QJsonValue body(QJsonValue::Undefined);
    for (auto it = undo.body.cbegin(); it != undo.body.cend(); ++it) {
        const QJsonValue value = it->in(use);
        if (value.isUndefined())
            return std::nullopt;
        body = withValueAt(body, it.key(), value);
    }
    return body;
}

bool isValid(const Operation& operation, const Arguments& arguments)
{
    const Violations violations = validate(operation, arguments);
    return std::all_of(
        violations.cbegin(), violations.cend(), [](const Violation& each) { return each.isUnchecked; });
}

} // namespace

std::optional<std::pair<const Operation*, Arguments>> undoOf(const Catalog& catalog, const Change& change)
{
    const bool wasCarriedOut =
        change.verdict == Change::Verdict::Done || change.verdict == Change::Verdict::AsProposed;
    const Operation* operation = catalog.find(change.operationId);
    if (!wasCarriedOut || operation == nullptr || !operation->undo)
        return std::nullopt;
    const UndoDescription& undo = *operation->undo;
    const Operation* undoing = catalog.find(undo.operationId);
    if (undoing == nullptr)
        return std::nullopt;
    const QJsonObject use = useOf(change);
    QStringList names;
    for (const Parameter& parameter : undoing->parameters) {
        if (!parameter.isWireOption)
            names.append(parameter.name);
    }
    Arguments arguments;
    arguments.parameters = RelatedRead {.parameters = undo.parameters}.parametersFor(use, names);
    if (undo.fromBefore || !undo.body.isEmpty()) {
        const std::optional<QJsonValue> body =
            undo.fromBefore ? bodyBefore(*operation, change) : statedBody(undo, use);
        if (!body)
            return std::nullopt;
        arguments.body = *body;
    }
    const auto isMasked = [](const QJsonValue& value) { return holdsMask(value); };
    if ((arguments.body && holdsMask(*arguments.body))
        || std::any_of(arguments.parameters.cbegin(), arguments.parameters.cend(), isMasked)
        || !isValid(*undoing, arguments))
        return std::nullopt;
    return std::pair(undoing, arguments);
}

} // namespace Telamon
