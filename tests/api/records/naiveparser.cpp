// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/records/naiveparser.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QJsonArray valuesAt(const QJsonValue& value, QStringList path)
{
    if (path.isEmpty())
        return {value};
    QString key = path.takeFirst();
    if (key != "*"_L1) {
        key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        return value.isObject() && value.toObject().contains(key) ? valuesAt(value[key], path) : QJsonArray();
    }
    QJsonArray all;
    const QJsonArray elements = value.toArray();
    for (const QJsonValue& element : elements) {
        const QJsonArray found = valuesAt(element, path);
        for (const QJsonValue& one : found)
            all.append(one);
    }
    return all;
}

QVariant converted(const QJsonValue& value, ColumnType type)
{
    const QString text = value.isString() ? value.toString()
        : value.isDouble()                ? QString::number(value.toDouble(), 'g', 15)
                                          : QString();
    bool isNumber = value.isDouble();
    switch (type) {
    case ColumnType::Text:
    case ColumnType::Enum:
        if (value.isBool())
            return value.toBool() ? u"true"_s : u"false"_s;
        return value.isString() || value.isDouble() ? QVariant(text) : QVariant();
    case ColumnType::Flag:
        if (value.isBool())
            return value.toBool();
        return text == "true"_L1 ? QVariant(true) : text == "false"_L1 ? QVariant(false) : QVariant();
    case ColumnType::Time:
        if (const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs); time.isValid())
            return time.toMSecsSinceEpoch();
        [[fallthrough]];
    case ColumnType::Integer: {
        const qlonglong integer = value.isDouble() ? value.toInteger() : text.toLongLong(&isNumber);
        return isNumber ? QVariant(integer) : QVariant();
    }
    case ColumnType::Number: {
        const double number = value.isDouble() ? value.toDouble() : text.toDouble(&isNumber);
        return isNumber ? QVariant(number) : QVariant();
    }
    }
    return {};
}

QVariant gathered(const QVariantList& values, ColumnType type)
{
    if (values.isEmpty())
        return {};
    QVariant result = values.front();
    QStringList texts;
    for (const QVariant& value : values) {
        if (!texts.contains(value.toString()))
            texts += value.toString();
        if (&value == &values.front())
            continue;
        if (type == ColumnType::Integer)
            result = result.toLongLong() + value.toLongLong();
        else if (type == ColumnType::Number)
            result = result.toDouble() + value.toDouble();
        else if (type == ColumnType::Time)
            result = qMax(result.toLongLong(), value.toLongLong());
        else if (type == ColumnType::Flag)
            result = result.toBool() && value.toBool();
    }
    return type == ColumnType::Text || type == ColumnType::Enum ? QVariant(texts.join(u", "_s)) : result;
}

QVariant valueOf(const QJsonValue& record, const QJsonValue& outer, const FieldPath& path, ColumnType type)
{
    for (const QByteArray& alternative : path.alternatives) {
        if (alternative.startsWith('='))
            return QString::fromUtf8(alternative.sliced(1));
        const bool isOuter = alternative.startsWith('^');
        const QStringList keys =
            QString::fromUtf8(alternative).section(u'/', 1).split(u'/', Qt::KeepEmptyParts);
        QVariantList values;
        const QJsonArray found = valuesAt(isOuter ? outer : record, keys);
        for (const QJsonValue& value : found) {
            if (const QVariant one = converted(value, type); one.isValid())
                values += one;
        }
        if (!values.isEmpty())
            return gathered(values, type);
    }
    return {};
}
} // namespace

QList<QVariantList> naiveRecords(const QByteArray& answer, const RecordSource& source, const Columns& columns)
{
    QList<QVariantList> rows;
    const auto keysOf = [](const QByteArray& path) {
        return path.isEmpty() ? QStringList() : QString::fromUtf8(path).sliced(1).split(u'/');
    };
    const QJsonObject root = QJsonDocument::fromJson(answer).object();
    const QJsonArray outers = valuesAt(root, keysOf(source.recordsPath) + QStringList {u"*"_s});
    for (const QJsonValue& outer : outers) {
        const QStringList nested = keysOf(source.nestedPath);
        const QJsonArray records =
            nested.isEmpty() ? QJsonArray {outer} : valuesAt(outer, nested + QStringList {u"*"_s});
        for (const QJsonValue& record : records) {
            if (!record.isObject())
                continue;
            QVariantList row;
            for (std::size_t i = 0; i < columns.size(); ++i)
                row += valueOf(record, outer, source.paths[i], columns[i].type);
            rows += row;
        }
    }
    return rows;
}

} // namespace Telamon
