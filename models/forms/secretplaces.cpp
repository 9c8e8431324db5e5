// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/secretplaces.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/masking.h"
#include "api/catalog/operation.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// The same without texts that look like a placeholder, so that what masking makes of it stands out.
QJsonValue withoutLookalikes(const QJsonValue& value)
{
    if (value.isString())
        return value.toString() == secretPlaceholder() ? QJsonValue(QString()) : value;
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, withoutLookalikes(array.at(i)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString& name : names)
            object.insert(name, withoutLookalikes(object.value(name)));
        return object;
    }
    return value;
}

void addMasked(QStringList& places, const QString& pointer, const QJsonValue& value, const QJsonValue& shown)
{
    if (value == shown)
        return;
    if (shown.isString()) {
        places.append(pointer);
    } else if (shown.isArray()) {
        const QJsonArray items = shown.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            addMasked(places, childPointer(pointer, i), value.toArray().at(i), items.at(i));
    } else {
        const QJsonObject members = shown.toObject();
        for (auto it = members.constBegin(); it != members.constEnd(); ++it)
            addMasked(places, childPointer(pointer, it.key()), value.toObject().value(it.key()), it.value());
    }
}

} // namespace

QString secretPlaceholder()
{
    return u"••••••"_s;
}

QJsonValue withPlaceholders(const Operation& operation, const QJsonValue& use)
{
    QJsonObject shown = use.toObject();
    QJsonObject parameters = shown.value("parameters"_L1).toObject();
    for (const Parameter& parameter : operation.parameters) {
        const QJsonValue value = parameters.value(parameter.name);
        if (parameter.schema != nullptr && !value.isUndefined())
            parameters.insert(parameter.name, masked(*parameter.schema, value));
    }
    if (shown.contains("parameters"_L1))
        shown.insert("parameters"_L1, parameters);
    if (shown.contains("body"_L1) && operation.requestSchema != nullptr)
        shown.insert("body"_L1, masked(*operation.requestSchema, shown.value("body"_L1)));
    return shown;
}

QStringList secretPlaces(const Operation& operation, const QJsonValue& use)
{
    QStringList places;
    const QJsonValue probe = withoutLookalikes(use);
    addMasked(places, {}, probe, withPlaceholders(operation, probe));
    return places;
}

QJsonValue withoutSecrets(const Operation& operation, const QJsonValue& use)
{
    const QStringList places = secretPlaces(operation, use);
    QJsonValue rest = use;
    for (qsizetype i = places.size() - 1; i >= 0; --i) // from the end of lists
        rest = withValueAt(rest, places.at(i), QJsonValue(QJsonValue::Undefined));
    return rest;
}

} // namespace Telamon
