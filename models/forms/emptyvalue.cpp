// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/emptyvalue.h"

#include "api/catalog/schema.h"
#include "api/catalog/validation.h"

#include <QJsonObject>

namespace Telamon {

using namespace Qt::StringLiterals;

QJsonValue emptyItem(const Schema* schema)
{
    using Type = Schema::Type;
    if (schema == nullptr)
        return QJsonValue(QJsonValue::Null);
    if (schema->constant)
        return *schema->constant;
    if (schema->defaultValue)
        return *schema->defaultValue;
    if (schema->enumValues.size() == 1)
        return schema->enumValues.first();
    if (schema->types == Type::Object || !schema->properties.empty())
        return QJsonObject();
    if (schema->types == Type::Array)
        return QJsonArray();
    if (schema->types == Type::String)
        return QString();
    if (schema->types == Type::Boolean)
        return false;
    return QJsonValue(QJsonValue::Null);
}

QJsonValue emptyMember(const Schema* schema)
{
    QJsonValue empty = emptyItem(schema);
    if (schema == nullptr || !empty.isNull() || validate(*schema, empty).isEmpty())
        return empty;
    for (const QJsonValue& each : {QJsonValue(QJsonObject()), QJsonValue(u""_s), QJsonValue(QJsonArray()),
             QJsonValue(false), QJsonValue(0)}) {
        if (validate(*schema, each).isEmpty())
            return each;
    }
    return empty;
}

} // namespace Telamon
