// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Answer listGroupAlerts(const Call& call)
{
    const Place place = projectOf(call);
    if (!place.isFound())
        return place.refusal;
    const QString status = call.query(u"status");
    QList<QByteArray> rows;
    for (const Row& alert : call.store().alerts(*place.project)) {
        if (status.isEmpty() || alert.value.value(u"status"_s) == status)
            rows.append(alert.json);
    }
    return call.page(rows);
}

Row* alertOf(const Call& call, Answer& refusal)
{
    const Place place = projectOf(call);
    refusal = place.refusal;
    if (!place.isFound())
        return nullptr;
    const QString id = call.path(u"alertId"_s);
    Row* alert = findRow(call.store().alerts(*place.project), id);
    if (!alert)
        refusal = errorAnswer(404, "ALERT_NOT_FOUND",
            u"No alert with ID %1 exists in group %2."_s.arg(id, place.project->id), {id, place.project->id});
    return alert;
}

Answer getGroupAlert(const Call& call)
{
    Answer refusal;
    const Row* alert = alertOf(call, refusal);
    return alert ? rowAnswer(*alert) : refusal;
}

Answer acknowledgeGroupAlert(const Call& call)
{
    Answer refusal;
    Row* alert = alertOf(call, refusal);
    if (!alert)
        return refusal;
    const QJsonObject change = QJsonDocument::fromJson(call.request().body).object();
    QJsonObject value = alert->value;
    if (change.value(u"unacknowledgeAlert"_s).toBool()) {
        value.remove(u"acknowledgedUntil"_s);
        value.remove(u"acknowledgementComment"_s);
        value.remove(u"acknowledgingUsername"_s);
    } else {
        for (const QString& field : {u"acknowledgedUntil"_s, u"acknowledgementComment"_s}) {
            if (change.contains(field))
                value[field] = change.value(field);
        }
        value[u"acknowledgingUsername"_s] = u"sandbox@example.com"_s;
    }
    value[u"updated"_s] = isoTime(call.store().dataset().now());
    *alert = Row::of(alert->id, value);
    return rowAnswer(*alert);
}
} // namespace

std::vector<Route> alertRoutes()
{
    const QByteArray one = "/api/atlas/v2/groups/{groupId}/alerts/{alertId}";
    return {
        {"GET", "/api/atlas/v2/groups/{groupId}/alerts", u"listGroupAlerts"_s, only("2023-01-01"), 1200,
            listGroupAlerts, {}, nullptr},
        {"GET", one, u"getGroupAlert"_s, only("2023-01-01"), 1200, getGroupAlert, {}, nullptr},
        {"PATCH", one, u"acknowledgeGroupAlert"_s,
            {old("2023-01-01", "Thu, 30 May 2024 00:00:00 GMT"), {"2024-05-30", {}, {}}}, 1200,
            acknowledgeGroupAlert, {}, nullptr},
    };
}

} // namespace Telamon::Sandbox
