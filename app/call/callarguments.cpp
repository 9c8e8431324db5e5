// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callarguments.h"

#include "api/catalog/operation.h"
#include "models/forms/jsonfault.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct CallArgumentText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QJsonValue typedValue(const Schema& schema, const QString& text)
{
    using Type = Schema::Type;
    if (schema.types.testFlag(Type::Boolean) && (text == "true"_L1 || text == "false"_L1))
        return text == "true"_L1;
    if (schema.types & (Schema::Types(Type::Integer) | Type::Number)) {
        bool isNumber = false;
        if (const qlonglong whole = text.toLongLong(&isNumber); isNumber)
            return qint64(whole);
        const double number = text.toDouble(&isNumber);
        if (isNumber && schema.types.testFlag(Type::Number))
            return number;
    }
    return text;
}

QString placeOf(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = offset - before.lastIndexOf('\n');
    return CallArgumentText::tr("line %1, column %2").arg(line).arg(column);
}

Result<QJsonValue, QString> parsedBody(const QByteArray& text)
{
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const JsonFault fault = jsonFaultIn(text).value_or(JsonFault {error.offset, error.errorString()});
        return CallArgumentText::tr("The body is not JSON: %1 (%2).")
            .arg(fault.sentence, placeOf(text, fault.offset));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

Result<Arguments, QString> argumentsOf(const Operation& operation,
    const QList<std::pair<QString, QString>>& values, const std::optional<QByteArray>& body)
{
    Arguments arguments;
    for (const auto& value : values) {
        const Parameter* parameter = operation.parameter(value.first);
        if (parameter == nullptr)
            return CallArgumentText::tr("%1 has no parameter named \"%2\".").arg(operation.id, value.first);
        const Schema* schema = parameter->schema;
        if (schema != nullptr && schema->isSecret)
            return CallArgumentText::tr(
                "\"%1\" is a secret: an argument would show it to every process of this machine.")
                .arg(value.first);
        const bool isList = schema != nullptr && schema->types.testFlag(Schema::Type::Array);
        const Schema* item = isList ? schema->items : schema;
        const QJsonValue typed = item != nullptr ? typedValue(*item, value.second) : QJsonValue(value.second);
        QJsonValue& held = arguments.parameters[value.first];
        if (isList) {
            QJsonArray list = held.toArray();
            list.append(typed);
            held = list;
        } else if (!held.isNull()) {
            return CallArgumentText::tr("\"%1\" is given twice and takes one value.").arg(value.first);
        } else {
            held = typed;
        }
    }
    if (body) {
        auto parsed = parsedBody(*body);
        if (!parsed)
            return parsed.error();
        arguments.body = parsed.value();
    }
    return arguments;
}

} // namespace Telamon
