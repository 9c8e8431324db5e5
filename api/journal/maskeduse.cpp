// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/maskeduse.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/masking.h"
#include "api/catalog/operation.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QByteArray textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().toUtf8();
    const QByteArray wrapped = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

// A shorter one would take half of any text with it.
bool isWorthHiding(const QByteArray& secret)
{
    constexpr qsizetype shortest = 4;
    return secret.size() >= shortest;
}

void compare(const QJsonValue& value, const QJsonValue& shown, const QString& pointer, MaskedUse& use)
{
    if (value.isObject() && shown.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            compare(it.value(), shown[it.key()], childPointer(pointer, it.key()), use);
        return;
    }
    if (value.isArray() && shown.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            compare(array.at(i), shown.toArray().at(i), childPointer(pointer, i), use);
        return;
    }
    if (value == shown && shown != QJsonValue(maskText()))
        return;
    use.pointers.append(pointer);
    const QByteArray text = textOf(value);
    if (isWorthHiding(text) && value != shown)
        use.secrets.append(text);
}

} // namespace

QString maskText()
{
    return u"••••••"_s;
}

MaskedUse MaskedUse::of(const Operation& operation, const Arguments& arguments)
{
    MaskedUse use {arguments, {}, {}};
    for (auto it = use.arguments.parameters.begin(); it != use.arguments.parameters.end(); ++it) {
        const Parameter* parameter = operation.parameter(it.key());
        if (parameter != nullptr && parameter->schema != nullptr)
            *it = masked(*parameter->schema, *it);
        compare(arguments.parameters.value(it.key()), *it, childPointer(u"/parameters"_s, it.key()), use);
    }
    if (use.arguments.body && operation.requestSchema != nullptr)
        use.arguments.body = masked(*operation.requestSchema, *use.arguments.body);
    if (arguments.body)
        compare(*arguments.body, *use.arguments.body, u"/body"_s, use);
    return use;
}

QJsonValue maskedAnswer(const Operation& operation, const QJsonValue& answer)
{
    const Schema* schema = operation.answerSchema();
    return schema == nullptr || answer.isUndefined() ? answer : masked(*schema, answer);
}

QMap<QString, QString> secretsInAnswer(const Operation& operation, const QByteArray& answer)
{
    const QJsonValue told = parsedJson(answer);
    MaskedUse use;
    compare(told, maskedAnswer(operation, told), {}, use);
    QMap<QString, QString> secrets;
    for (const QString& pointer : std::as_const(use.pointers)) {
        if (const QString secret = valueAt(told, pointer).toString(); !secret.isEmpty())
            secrets.insert(pointer, secret);
    }
    return secrets;
}

QJsonValue maskedState(const Operation& reading, const RelatedRead& read, const QJsonValue& state)
{
    if (!read.list || state.isUndefined())
        return maskedAnswer(reading, state);
    // As the only element of its list: so it is masked by what the list says of it.
    const QJsonValue answer = withValueAt(QJsonValue(QJsonValue::Undefined), *read.list, QJsonArray {state});
    return valueAt(maskedAnswer(reading, answer), *read.list)[0];
}

QJsonValue parsedJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return QJsonValue(QJsonValue::Undefined);
    return document.array().at(0);
}

} // namespace Telamon
