// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& alertsOf(Store& store, const Place& place)
{
    return store.alerts(*place.project);
}

Answer listGroupAlerts(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const QString status = call.query(u"status");
    QList<QByteArray> rows;
    for (const Row& alert : *found.rows) {
        if (status.isEmpty() || alert.value.value(u"status"_s) == status)
            rows.append(alert.json);
    }
    return call.page(rows);
}

// An acknowledgement until a time that has passed takes one back, too.
bool isTakenBack(const QJsonObject& change, qint64 now)
{
    const QDateTime until =
        QDateTime::fromString(change.value(u"acknowledgedUntil"_s).toString(), Qt::ISODateWithMs);
    return change.value(u"unacknowledgeAlert"_s).toBool()
        || (until.isValid() && until.toMSecsSinceEpoch() <= now);
}

Answer acknowledgeGroupAlert(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    const QJsonObject change = call.body();
    QJsonObject value = found.row->value;
    if (isTakenBack(change, call.store().now())) {
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
    value[u"updated"_s] = isoTime(call.store().now());
    found.row->set(value);
    return rowAnswer(*found.row);
}

constexpr Resource alerts {projectOf, alertsOf, "alertId", "Alert with ID", "ALERT_NOT_FOUND"};
} // namespace

std::span<const Entry> alertRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/alerts", "listGroupAlerts", "2023-01-01", listGroupAlerts, &alerts},
        {"GET", "/groups/{groupId}/alerts/{alertId}", "getGroupAlert", "2023-01-01", oneRow, &alerts},
        {"PATCH", "/groups/{groupId}/alerts/{alertId}", "acknowledgeGroupAlert", "2023-01-01 2024-05-30",
            acknowledgeGroupAlert, &alerts},
    };
    return entries;
}

} // namespace Telamon::Sandbox
