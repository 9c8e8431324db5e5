// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/envelope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

bool unwrap(WireAnswer& answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        return false;
    const QJsonObject envelope = document.object();
    const int status = envelope["status"_L1].toInt();
    if (status < 100 || status > 599)
        return false;
    const QJsonValue content = envelope["content"_L1];
    if (content.isObject())
        answer.body = QJsonDocument(content.toObject()).toJson(QJsonDocument::Compact);
    else if (content.isArray())
        answer.body = QJsonDocument(content.toArray()).toJson(QJsonDocument::Compact);
    else if (content.isNull() && envelope.contains("content"_L1))
        answer.body.clear();
    answer.status = status;
    return true;
}

} // namespace Telamon
