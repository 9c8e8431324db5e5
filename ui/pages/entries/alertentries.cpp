// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alertmodel.h"
#include "models/session.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/links.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr auto unacknowledged = "UNACKNOWLEDGED";
constexpr auto acknowledged = "ACKNOWLEDGED";

QByteArray alertsOf(bool areAcknowledged, const QByteArray& body, qint64 now)
{
    QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (!answer.contains("results"_L1))
        return body; // the table tells what is wrong with it
    const QJsonArray alerts = answer.value("results"_L1).toArray();
    QJsonArray wanted;
    for (const QJsonValue& alert : alerts) {
        if (isAcknowledgedAlert(alert.toObject(), now) == areAcknowledged)
            wanted.append(alert);
    }
    answer[u"results"_s] = wanted;
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

// To the service an alert that somebody has acknowledged is open as any other.
void askForStatus(Read& read, const QString& status, qint64 now)
{
    const bool isOfHere =
        status == QLatin1StringView(unacknowledged) || status == QLatin1StringView(acknowledged);
    read.arguments.parameters.insert(u"status"_s, isOfHere ? u"OPEN"_s : status);
    if (isOfHere)
        read.reshape = [areAcknowledged = status == QLatin1StringView(acknowledged), now](
                           const QByteArray& body) { return alertsOf(areAcknowledged, body, now); };
}

void loadAlerts(const PageQuery& query, RecordLoad& load)
{
    const QStringList projects = projectsOf(query);
    for (const QString& projectId : projects) {
        Read read = projectRead(query, u"listGroupAlerts"_s, "alerts", projectId);
        if (const QString status = query.choices.value("status"); !status.isEmpty())
            askForStatus(read, status, query.session.now());
        load.add(read);
    }
}

Read alertDetail(const PageQuery& query, const RecordModel& alerts, int row)
{
    Read read {.operationId = u"getGroupAlert"_s};
    const QString projectId =
        query.place.projectId.isEmpty() ? alerts.text(row, "groupId") : query.place.projectId;
    read.arguments.parameters = {{u"groupId"_s, projectId}, {u"alertId"_s, alerts.text(row, "id")}};
    return read;
}

PageChoice alertStatus()
{
    return {.key = "status",
        .label = QT_TRANSLATE_NOOP("Page", "Status"),
        .values = {{"OPEN", QT_TRANSLATE_NOOP("Page", "Open or acknowledged")},
            {unacknowledged, QT_TRANSLATE_NOOP("Page", "Open")},
            {acknowledged, QT_TRANSLATE_NOOP("Page", "Acknowledged")},
            {"TRACKING", QT_TRANSLATE_NOOP("Page", "Tracking")},
            {"CLOSED", QT_TRANSLATE_NOOP("Page", "Closed")}, {"", QT_TRANSLATE_NOOP("Page", "Any status")}}};
}

std::vector<PageAction> alertActions()
{
    const std::vector<ActionValue> alert {{"groupId", "@projectId|groupId"}, {"alertId", "id"}};
    return {
        {.operationId = "acknowledgeGroupAlert",
            .label = QT_TRANSLATE_NOOP("Page", "Acknowledge…"),
            .iconName = "acknowledge",
            .fixed = alert,
            .start = {{"/body/acknowledgementComment", "/acknowledgementComment"}},
            .conditions = {{"status", "OPEN|TRACKING", QT_TRANSLATE_NOOP("Page", "This alert is closed.")}},
            .key = PageAction::Key::Edit},
        {.operationId = "acknowledgeGroupAlert",
            .label = QT_TRANSLATE_NOOP("Page", "Unacknowledge…"),
            .iconName = "undo",
            .fixed = alert,
            .start = {{"/body/unacknowledgeAlert", "=true"}},
            .conditions = {{"status", "OPEN|TRACKING", QT_TRANSLATE_NOOP("Page", "This alert is closed.")},
                {"acknowledgedUntil", "*", QT_TRANSLATE_NOOP("Page", "This alert is not acknowledged.")}},
            .title = QT_TRANSLATE_NOOP("Page", "Unacknowledge an alert"),
            .isComplete = true}};
}

} // namespace

std::vector<PageDescription> alertEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "alerts",
        .title = QT_TRANSLATE_NOOP("Page", "Alerts"),
        .iconName = "alert",
        .places = {Kind::Fleet, Kind::Organization, Kind::Project},
        .newModel = newModel<AlertModel>,
        .load = loadAlerts,
        .emptyText =
            QT_TRANSLATE_NOOP("Page", "No alert has this status. Choose another status to see more."),
        .choices = {alertStatus()},
        .detail = alertDetail,
        .fieldWords = alertFieldWords,
        .titleKey = "eventType",
        .sortKey = "created",
        .actions = alertActions(),
        .links = {clusterLink()}});
    return pages;
}

} // namespace Telamon
