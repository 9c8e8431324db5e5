// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/valuetext.h"

#include "api/records/plaintext.h"
#include "models/enumwords.h"
#include "models/jsontext.h"
#include "models/rolewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

QByteArray toJsonText(const QJsonValue& value, bool isIndented)
{
    const auto format = isIndented ? QJsonDocument::Indented : QJsonDocument::Compact;
    if (value.isUndefined())
        return {};
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(format);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(format);
    const QByteArray wrapped = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

QString valueText(const QJsonValue& value)
{
    return value.isString() ? visibleText(value.toString())
                            : visibleText(QString::fromUtf8(toJsonText(value, false)));
}

// Codes of regions are spelled by no form and no table.
QString choiceText(const QString& field, const QJsonValue& value)
{
    if (!value.isString() || field.endsWith("region"_L1, Qt::CaseInsensitive))
        return valueText(value);
    const QString role = roleWords(value.toString());
    return visibleText(role == value.toString() ? enumWords(role) : role);
}

QString edgedText(const QString& text)
{
    return text == text.trimmed() ? text : u"“%1”"_s.arg(text);
}

QString editableJson(const QJsonValue& value)
{
    return value.isUndefined() ? QString() : prettyJson(toJsonText(value, false));
}

} // namespace Telamon
