// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/message.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QJsonObject;

namespace Telamon::Sandbox {

struct InvalidField {
    QString field;
    QString description;
};

// What an operation answers: a status and a JSON text, or the service's error body. Versions, limits and the
// envelope are added by the service.
struct Answer {
    int status = 200;
    QByteArray json;
    QByteArray errorCode; // empty for a good answer

    bool isError() const { return !errorCode.isEmpty(); }
    Response toResponse() const;
};

Answer jsonAnswer(const QJsonObject& object, int status = 200);
Answer errorAnswer(
    int status, const QByteArray& code, const QString& detail, const QStringList& parameters = {});
// 400 with badRequestDetail.fields.
Answer invalidAnswer(const QList<InvalidField>& fields);

Answer groupNotFound(const QString& groupId);
Answer clusterNotFound(const QString& name, const QString& groupId);
Answer resourceNotFound(const QString& what);

} // namespace Telamon::Sandbox
