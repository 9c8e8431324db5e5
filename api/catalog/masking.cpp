// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/masking.h"

#include "api/catalog/schemaset.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unordered_set>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QJsonValue maskedBy(const SchemaSet& stated, const QJsonValue& value)
{
    if (stated.empty() || holdsNothing(value))
        return value;
    const SchemaSet schemas = withSiblings(stated);
    if (isAnySecret(schemas))
        return secretMark();
    if (value.isArray()) {
        const SchemaSet items = schemasOfItems(schemas);
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

// By a schema that has secrets.
QByteArray maskedText(const Schema& schema, const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull())
        return QCoreApplication::translate("Masking", "(%1 bytes, not shown)").arg(json.size()).toUtf8();
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue shown = masked(schema, value);
    if (shown.isArray())
        return QJsonDocument(shown.toArray()).toJson(QJsonDocument::Compact);
    if (shown.isObject())
        return QJsonDocument(shown.toObject()).toJson(QJsonDocument::Compact);
    return '"' + shown.toString().toUtf8() + '"'; // the whole body is the secret
}

} // namespace

bool holdsNothing(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
}

QString secretMark()
{
    return u"••••••"_s;
}

bool hasSecrets(const Schema& schema)
{
    std::unordered_set<const Schema*> seen;
    SchemaSet waiting {&schema};
    while (!waiting.empty()) {
        const SchemaSet next = withSiblings(std::exchange(waiting, {}));
        if (isAnySecret(next))
            return true;
        for (const Schema* each : next) {
            if (!seen.insert(each).second)
                continue;
            for (const Property& property : each->properties)
                waiting.push_back(property.schema);
            waiting.push_back(each->additionalProperties);
            waiting.push_back(each->items);
        }
        std::erase_if(
            waiting, [&seen](const Schema* each) { return each == nullptr || seen.count(each) > 0; });
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
    return JsonMasker()(schema, json);
}

QByteArray JsonMasker::operator()(const Schema* schema, const QByteArray& json)
{
    if (schema == nullptr || json.isEmpty())
        return json;
    auto known = m_hasSecrets.find(schema);
    if (known == m_hasSecrets.end())
        known = m_hasSecrets.emplace(schema, hasSecrets(*schema)).first;
    return known->second ? maskedText(*schema, json) : json;
}

} // namespace Telamon
