// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pageaction.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "models/recordmodel.h"
#include "ui/pages/pagetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QJsonValue constant(const QByteArray& json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

QJsonValue textOrNothing(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QJsonValue inRow(const RecordModel& model, int row, const QByteArray& from)
{
    if (row < 0)
        return QJsonValue::Undefined;
    if (!from.startsWith('/'))
        return QJsonValue::fromVariant(model.value(row, from));
    const auto sources = model.json(row);
    for (const auto& [source, json] : sources) {
        QJsonValue found = valueAt(QJsonDocument::fromJson(json).object(), QString::fromLatin1(from));
        if (!found.isUndefined() && !found.isNull())
            return found;
    }
    return QJsonValue::Undefined;
}

QJsonValue valueFrom(const char* from, const Place& place, const RecordModel& model, int row)
{
    const QByteArrayList alternatives = QByteArray(from).split('|');
    for (const QByteArray& each : alternatives) {
        QJsonValue value(QJsonValue::Undefined);
        if (each == "@organizationId")
            value = textOrNothing(place.organizationId);
        else if (each == "@projectId")
            value = textOrNothing(place.projectId);
        else if (each == "@clusterName")
            value = textOrNothing(place.clusterName);
        else if (each.startsWith('='))
            value = constant(each.mid(1));
        else
            value = inRow(model, row, each);
        if (!value.isUndefined() && !value.isNull() && value != QJsonValue(QString()))
            return value;
    }
    return QJsonValue::Undefined;
}

} // namespace

OperationRequest requestFor(const PageAction& action, const Place& place, const RecordModel& model, int row)
{
    const int meant = action.needsRow ? row : -1;
    OperationRequest request {.operationId = QString::fromLatin1(action.operationId),
        .title = pageText(action.title),
        .isComplete = action.isComplete};
    for (const ActionValue& each : action.fixed) {
        const QJsonValue value = valueFrom(each.from, place, model, meant);
        if (!value.isUndefined())
            request.fixed.insert(QString::fromLatin1(each.to), value);
    }
    QJsonValue start = QJsonObject();
    for (const ActionValue& each : action.start) {
        const QJsonValue value = valueFrom(each.from, place, model, meant);
        QString to = QString::fromLatin1(each.to);
        const bool isList = to.endsWith("/-"_L1);
        if (isList)
            to.chop(2);
        if (!value.isUndefined())
            start = withValueAt(start, to, isList ? QJsonValue(QJsonArray {value}) : value);
    }
    request.start = start.toObject();
    return request;
}

const char* unmetCondition(const PageAction& action, const RecordModel& model, int row)
{
    if (row < 0 || !action.needsRow)
        return nullptr;
    const auto isUnmet = [&model, row](const PageAction::RowCondition& condition) {
        const QVariant value = model.value(row, condition.key);
        const QByteArray wanted(condition.text);
        if (wanted == "*")
            return !value.isValid();
        const QByteArray text = value.toString().toUtf8();
        return wanted.startsWith('!') ? text == wanted.sliced(1) : !wanted.split('|').contains(text);
    };
    const auto found = std::find_if(action.conditions.cbegin(), action.conditions.cend(), isUnmet);
    return found == action.conditions.cend() ? nullptr : found->reason;
}

OperationRequest requestAt(const Place& place, const Operation& operation)
{
    OperationRequest request {.operationId = operation.id};
    const auto add = [&](const QString& name, const QString& value) {
        const Parameter* parameter = operation.parameter(name);
        if (!value.isEmpty() && parameter && parameter->in == Parameter::In::Path)
            request.fixed.insert(name, value);
    };
    add(u"orgId"_s, place.organizationId);
    add(u"groupId"_s, place.projectId);
    add(u"clusterName"_s, place.clusterName);
    if (place.kind == Place::Kind::FlexCluster)
        add(u"name"_s, place.clusterName);
    return request;
}

} // namespace Telamon
