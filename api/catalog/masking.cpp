// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/masking.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Schemas = std::vector<const Schema*>;

QString mask()
{
    return u"••••••"_s;
}

void addIfAny(Schemas& schemas, const Schema* schema)
{
    if (schema != nullptr)
        schemas.push_back(schema);
}

// Other schemas that speak about the same value.
void addSiblings(const Schema& schema, Schemas& schemas)
{
    for (const Schema* variant : schema.variants)
        addIfAny(schemas, variant);
    for (const Schema* variant : schema.discriminatorMapping)
        addIfAny(schemas, variant);
    for (const ConditionalRule& rule : schema.rules) {
        addIfAny(schemas, rule.when);
        addIfAny(schemas, rule.then);
        addIfAny(schemas, rule.otherwise);
    }
}

// Everything that speaks about the value that these schemas speak about.
Schemas withSiblings(Schemas schemas)
{
    std::unordered_set<const Schema*> seen;
    Schemas all;
    while (!schemas.empty()) {
        const Schema* schema = schemas.back();
        schemas.pop_back();
        if (!seen.insert(schema).second)
            continue;
        all.push_back(schema);
        addSiblings(*schema, schemas);
    }
    return all;
}

Schemas schemasOfField(const Schemas& schemas, const QString& name)
{
    Schemas fields;
    for (const Schema* schema : schemas) {
        const Schema* property = schema->property(name);
        addIfAny(fields, property != nullptr ? property : schema->additionalProperties);
    }
    return fields;
}

QJsonValue maskedBy(const Schemas& stated, const QJsonValue& value)
{
    if (stated.empty() || value.isNull() || value.isUndefined())
        return value;
    const Schemas schemas = withSiblings(stated);
    if (std::any_of(schemas.begin(), schemas.end(), [](const Schema* schema) { return schema->isSecret; }))
        return mask();
    if (value.isArray()) {
        Schemas items;
        for (const Schema* schema : schemas)
            addIfAny(items, schema->items);
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, maskedBy(items, array.at(i)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString& name : names)
            object.insert(name, maskedBy(schemasOfField(schemas, name), object.value(name)));
        return object;
    }
    return value;
}

} // namespace

bool hasSecrets(const Schema& schema)
{
    std::unordered_set<const Schema*> seen;
    Schemas waiting {&schema};
    while (!waiting.empty()) {
        const Schema* next = waiting.back();
        waiting.pop_back();
        if (!seen.insert(next).second)
            continue;
        if (next->isSecret)
            return true;
        addSiblings(*next, waiting);
        for (const Property& property : next->properties)
            addIfAny(waiting, property.schema);
        addIfAny(waiting, next->additionalProperties);
        addIfAny(waiting, next->items);
    }
    return false;
}

QJsonValue masked(const Schema& schema, const QJsonValue& value)
{
    QJsonValue result = maskedBy({&schema}, value);
    const bool isEnvelope = result.isObject() && result.toObject().contains("content"_L1)
        && schemasOfField(withSiblings({&schema}), u"content"_s).empty();
    if (!isEnvelope)
        return result;
    QJsonObject envelope = result.toObject();
    envelope.insert("content"_L1, maskedBy({&schema}, value.toObject().value("content"_L1)));
    return envelope;
}

QByteArray maskedJson(const Schema* schema, const QByteArray& json)
{
    if (schema == nullptr || json.isEmpty() || !hasSecrets(*schema))
        return json;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull()) {
        return QCoreApplication::translate("Masking", "(%1 bytes, not shown)").arg(json.size()).toUtf8();
    }
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue shown = masked(*schema, value);
    if (shown.isArray())
        return QJsonDocument(shown.toArray()).toJson(QJsonDocument::Compact);
    if (shown.isObject())
        return QJsonDocument(shown.toObject()).toJson(QJsonDocument::Compact);
    return '"' + shown.toString().toUtf8() + '"'; // the whole body is the secret
}

} // namespace Telamon
