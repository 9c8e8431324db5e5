// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/parametercheck.h"

#include "api/catalog/operation.h"
#include "api/sandbox/bodycheck.h"
#include "api/sandbox/route.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
// A text as the value that the schema wants; undefined where it is none.
QJsonValue typedValue(const Schema& schema, const QString& text)
{
    if (schema.types.testFlag(Schema::Type::Boolean))
        return text == "true"_L1 ? QJsonValue(true)
            : text == "false"_L1 ? QJsonValue(false)
                                 : QJsonValue(QJsonValue::Undefined);
    if (schema.types.testFlag(Schema::Type::Integer)) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    if (schema.types.testFlag(Schema::Type::Number)) {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    return text;
}

void checkText(const Schema& schema, const QString& name, const QString& text, QList<InvalidField>& found)
{
    const QJsonValue value = typedValue(schema, text);
    if (value.isUndefined())
        found.append({name, u"The value is not of the right type."_s});
    else
        checkValue(schema, value, name, found);
}

// What goes for parameters together.
void checkTogether(const Operation& operation, const Call& call, QList<InvalidField>& found)
{
    if (!operation.parameterRules)
        return;
    QJsonObject values;
    for (const Parameter& parameter : operation.parameters) {
        const QStringList texts = call.queryAll(parameter.name);
        if (parameter.schema && texts.size() == 1)
            values[parameter.name] = typedValue(*parameter.schema, texts.constFirst());
    }
    checkValue(*operation.parameterRules, values, {}, found);
}
} // namespace

QList<InvalidField> invalidParameters(const Call& call)
{
    const Operation* operation = call.route().operation;
    QList<InvalidField> found;
    if (!operation)
        return found;
    for (const Parameter& parameter : operation->parameters) {
        if (!parameter.schema)
            continue;
        const bool isPath = parameter.in == Parameter::In::Path;
        const QStringList values =
            isPath ? QStringList {call.path(parameter.name)} : call.queryAll(parameter.name);
        if (values.isEmpty() && parameter.isRequired)
            found.append({parameter.name, u"The parameter is missing."_s});
        const bool isList = parameter.schema->types.testFlag(Schema::Type::Array) && parameter.schema->items;
        if (!isList && values.size() > 1)
            found.append({parameter.name, u"The parameter is given more than once."_s});
        for (const QString& value : values)
            checkText(isList ? *parameter.schema->items : *parameter.schema, parameter.name, value, found);
    }
    for (const auto& [name, value] : call.query()) {
        const bool isKnown = std::any_of(operation->parameters.begin(), operation->parameters.end(),
            [&name = name](
                const Parameter& known) { return known.in == Parameter::In::Query && known.name == name; });
        if (!isKnown)
            found.append({name, u"There is no such parameter."_s});
    }
    checkTogether(*operation, call, found);
    return found;
}

} // namespace Telamon::Sandbox
