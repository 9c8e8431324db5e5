// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
QJsonObject errorBody(
    int status, const QByteArray& code, const QString& detail, const QStringList& parameters)
{
    QJsonObject body {{u"error"_s, status}, {u"errorCode"_s, QString::fromLatin1(code)},
        {u"detail"_s, detail}, {u"reason"_s, QString::fromLatin1(reasonPhrase(status))}};
    if (status != 401) // as recorded
        body[u"parameters"_s] = QJsonArray::fromStringList(parameters);
    return body;
}
} // namespace

Response Answer::toResponse() const
{
    Response response {status, {{"Content-Type", "application/json"}}, json};
    if (isError())
        response.headers.emplaceBack("X-Error-Code", errorCode);
    return response;
}

Answer jsonAnswer(const QJsonObject& object, int status)
{
    return {status, QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

Answer errorAnswer(int status, const QByteArray& code, const QString& detail, const QStringList& parameters)
{
    Answer answer = jsonAnswer(errorBody(status, code, detail, parameters), status);
    answer.errorCode = code;
    return answer;
}

Answer invalidAnswer(const QList<InvalidField>& fields)
{
    QJsonArray list;
    for (const InvalidField& field : fields)
        list.append(QJsonObject {{u"field"_s, field.field}, {u"description"_s, field.description}});
    QJsonObject body = errorBody(400, "VALIDATION_ERROR", u"The request is invalid."_s, {});
    body[u"badRequestDetail"_s] = QJsonObject {{u"fields"_s, list}};
    Answer answer = jsonAnswer(body, 400);
    answer.errorCode = "VALIDATION_ERROR";
    return answer;
}

Answer groupNotFound(const QString& groupId)
{
    return errorAnswer(404, "GROUP_NOT_FOUND", u"No group with ID %1 exists."_s.arg(groupId), {groupId});
}

Answer clusterNotFound(const QString& name, const QString& groupId)
{
    return errorAnswer(404, "CLUSTER_NOT_FOUND",
        u"No cluster named %1 exists in group %2."_s.arg(name, groupId), {name, groupId});
}

Answer resourceNotFound(const QString& what)
{
    return errorAnswer(404, "RESOURCE_NOT_FOUND", u"Cannot find resource %1."_s.arg(what), {what});
}

} // namespace Telamon::Sandbox
