// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alertmodel.h"
#include "models/inventory.h"
#include "models/judgements.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/links.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void loadAlerts(const PageQuery& query, RecordLoad& load)
{
    const QStringList projects = projectsOf(query);
    for (const QString& projectId : projects) {
        Read read = projectRead(query, u"listGroupAlerts"_s, "alerts", projectId);
        if (const QString status = query.choices.value("status"); !status.isEmpty())
            read.arguments.parameters.insert(u"status"_s, status);
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

QJsonArray words(const QString& text)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    return QJsonArray::fromStringList(text.split(between, Qt::SkipEmptyParts));
}

void restrictEvents(const PageQuery& query, QMap<QString, QJsonValue>& parameters)
{
    if (const auto start = startOf(query))
        parameters.insert(
            u"minDate"_s, QDateTime::fromMSecsSinceEpoch(*start, Qt::UTC).toString(Qt::ISODate));
    if (const QJsonArray types = words(query.choices.value("eventType")); !types.isEmpty())
        parameters.insert(u"eventType"_s, types);
    if (query.choices.value("raw") == "true"_L1)
        parameters.insert(u"includeRaw"_s, true);
}

void loadEvents(const PageQuery& query, RecordLoad& load)
{
    Read read = projectRead(query, u"listGroupEvents"_s, "events");
    restrictEvents(query, read.arguments.parameters);
    if (const QJsonArray types = words(query.choices.value("excludedEventType")); !types.isEmpty())
        read.arguments.parameters.insert(u"excludedEventType"_s, types);
    if (!query.place.clusterName.isEmpty())
        read.arguments.parameters.insert(u"clusterNames"_s, QJsonArray {query.place.clusterName});
    load.add(read);
}

void loadOrganizationEvents(const PageQuery& query, RecordLoad& load)
{
    Read read = organizationRead(query, u"listOrgEvents"_s, "events");
    restrictEvents(query, read.arguments.parameters);
    load.add(read);
}

// Of the whole cluster, or of one of its hosts.
void loadAccessHistory(const PageQuery& query, RecordLoad& load)
{
    const QString host = query.choices.value("host");
    Read read = clusterRead(query, u"getGroupDbAccessHistoryCluster"_s, "accessLogs");
    QMap<QString, QJsonValue>& parameters = read.arguments.parameters;
    if (!host.isEmpty()) {
        read.operationId = u"getGroupDbAccessHistoryProcess"_s;
        parameters.remove(u"clusterName"_s);
        parameters.insert(u"hostname"_s, host);
    }
    if (const auto start = startOf(query)) { // the service wants both or none
        parameters.insert(u"start"_s, *start);
        parameters.insert(u"end"_s, query.session.now());
    }
    if (const QString result = query.choices.value("authResult"); !result.isEmpty())
        parameters.insert(u"authResult"_s, result == "true"_L1);
    if (const QString address = query.choices.value("ipAddress"); !address.isEmpty())
        parameters.insert(u"ipAddress"_s, address);
    parameters.insert(u"nLogs"_s, query.choices.value("nLogs").toInt());
    load.add(read);
}

const char* accessHindrance(const PageQuery& query)
{
    static const QStringList tenantSizes {u"M0"_s, u"M2"_s, u"M5"_s};
    return tenantSizes.contains(clusterValue(query, "instanceSize")) ? QT_TRANSLATE_NOOP("Page",
               "The service keeps no access history of a cluster that shares its machines with others (M0, "
               "M2, M5).")
                                                                     : nullptr;
}

PageChoice alertStatus()
{
    return {.key = "status",
        .label = QT_TRANSLATE_NOOP("Page", "Status"),
        .values = {{"OPEN", QT_TRANSLATE_NOOP("Page", "Open")},
            {"TRACKING", QT_TRANSLATE_NOOP("Page", "Tracking")},
            {"CLOSED", QT_TRANSLATE_NOOP("Page", "Closed")}, {"", QT_TRANSLATE_NOOP("Page", "Any status")}}};
}

PageChoice eventSpan()
{
    return spanChoice({{"168", QT_TRANSLATE_NOOP("Page", "Last week")},
        {"24", QT_TRANSLATE_NOOP("Page", "Last day")}, {"720", QT_TRANSLATE_NOOP("Page", "Last 30 days")},
        {"2160", QT_TRANSLATE_NOOP("Page", "Last 90 days")}, {"", QT_TRANSLATE_NOOP("Page", "All")}});
}

PageChoice eventTypes(const QByteArray& key, const char* label)
{
    return {.key = key, .label = label, .hint = QT_TRANSLATE_NOOP("Page", "such as HOST_DOWN")};
}

PageChoice rawEvents()
{
    return {.key = "raw",
        .label = QT_TRANSLATE_NOOP("Page", "Detail"),
        .values = {{"", QT_TRANSLATE_NOOP("Page", "Normal")}, {"true", QT_TRANSLATE_NOOP("Page", "Raw")}}};
}

std::vector<PageChoice> accessChoices()
{
    return {spanChoice(
                {{"24", QT_TRANSLATE_NOOP("Page", "Last day")}, {"1", QT_TRANSLATE_NOOP("Page", "Last hour")},
                    {"168", QT_TRANSLATE_NOOP("Page", "Last week")}, {"", QT_TRANSLATE_NOOP("Page", "All")}}),
        {.key = "authResult",
            .label = QT_TRANSLATE_NOOP("Page", "Result"),
            .values = {{"", QT_TRANSLATE_NOOP("Page", "Any")}, {"false", QT_TRANSLATE_NOOP("Page", "Failed")},
                {"true", QT_TRANSLATE_NOOP("Page", "Succeeded")}}},
        {.key = "nLogs",
            .label = QT_TRANSLATE_NOOP("Page", "Lines"),
            .values = {{"1000", "1,000"}, {"5000", "5,000"}, {"20000", "20,000"}}},
        {.key = "ipAddress",
            .label = QT_TRANSLATE_NOOP("Page", "Address"),
            .hint = QT_TRANSLATE_NOOP("Page", "IPv4 or IPv6")},
        {.key = "host",
            .label = QT_TRANSLATE_NOOP("Page", "Host"),
            .hint = QT_TRANSLATE_NOOP("Page", "any")}};
}

std::vector<PageAction> alertActions()
{
    const std::vector<ActionValue> alert {{"groupId", "@projectId|groupId"}, {"alertId", "id"}};
    return {{.operationId = "acknowledgeGroupAlert",
                .label = QT_TRANSLATE_NOOP("Page", "Acknowledge…"),
                .iconName = "acknowledge",
                .fixed = alert,
                .start = {{"/body/acknowledgementComment", "/acknowledgementComment"}},
                .condition = {"status", "OPEN|TRACKING", QT_TRANSLATE_NOOP("Page", "This alert is closed.")},
                .key = PageAction::Key::Edit},
        {.operationId = "acknowledgeGroupAlert",
            .label = QT_TRANSLATE_NOOP("Page", "Unacknowledge…"),
            .iconName = "undo",
            .fixed = alert,
            .start = {{"/body/unacknowledgeAlert", "=true"}},
            .condition = {"status", "OPEN|TRACKING", QT_TRANSLATE_NOOP("Page", "This alert is closed.")},
            .alsoCondition = {
                "acknowledgedUntil", "*", QT_TRANSLATE_NOOP("Page", "This alert is not acknowledged.")}}};
}

std::string_view firstWord(std::string_view eventType)
{
    return eventType.substr(0, eventType.find('_'));
}

std::vector<SeriesDescription> eventCharts()
{
    return {{.title = QT_TRANSLATE_NOOP("Page", "Events"),
                .timeKey = "created",
                .seriesKey = "eventType",
                .group = firstWord},
        {.kind = SeriesDescription::Kind::Categories,
            .title = QT_TRANSLATE_NOOP("Page", "Types"),
            .seriesKey = "eventType"},
        {.kind = SeriesDescription::Kind::Categories,
            .title = QT_TRANSLATE_NOOP("Page", "By"),
            .seriesKey = "actor"}};
}

SeriesDescription failing(const char* title, const QByteArray& key)
{
    return {.kind = SeriesDescription::Kind::Categories,
        .title = title,
        .seriesKey = key,
        .only = "result:==FAILED"};
}

std::vector<SeriesDescription> accessCharts()
{
    return {{.title = QT_TRANSLATE_NOOP("Page", "Sign-ins"),
                .timeKey = "time",
                .seriesKey = "result",
                .bad = "FAILED"},
        failing(QT_TRANSLATE_NOOP("Page", "Failing users"), "username"),
        failing(QT_TRANSLATE_NOOP("Page", "Addresses"), "address"),
        failing(QT_TRANSLATE_NOOP("Page", "Reasons"), "reason")};
}

} // namespace

std::vector<PageDescription> activityEntries()
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
        .titleKey = "eventType",
        .sortKey = "created",
        .actions = alertActions(),
        .links = {clusterLink()}});
    pages.push_back({.id = "events",
        .title = QT_TRANSLATE_NOOP("Page", "Events"),
        .iconName = "event",
        .places = {Kind::Project, Kind::Cluster},
        .newModel = newJudged<eventTable, judgeEvent>,
        .load = loadEvents,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nothing of the kind happened in this time."),
        .choices = {eventSpan(), eventTypes("eventType", QT_TRANSLATE_NOOP("Page", "Event types")),
            eventTypes("excludedEventType", QT_TRANSLATE_NOOP("Page", "Except")), rawEvents()},
        .titleKey = "eventType",
        .clusterKey = "target",
        .sortKey = "created",
        .links = {actorLink(), clusterLink()},
        .charts = eventCharts()});
    pages.push_back({.id = "organizationEvents",
        .title = QT_TRANSLATE_NOOP("Page", "Events"),
        .iconName = "event",
        .places = {Kind::Organization},
        .newModel = newJudged<eventTable, judgeEvent>,
        .load = loadOrganizationEvents,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nothing of the kind happened in this time."),
        .choices = {eventSpan(), eventTypes("eventType", QT_TRANSLATE_NOOP("Page", "Event types")),
            rawEvents()},
        .titleKey = "eventType",
        .sortKey = "created",
        .links = {actorLink(), clusterLink()},
        .charts = eventCharts()});
    pages.push_back({.id = "accessHistory",
        .title = QT_TRANSLATE_NOOP("Page", "Access history"),
        .iconName = "access",
        .places = {Kind::Cluster},
        .newModel = newJudged<accessLogTable, judgeAccessLog>,
        .load = loadAccessHistory,
        .hindrance = accessHindrance,
        .emptyText = QT_TRANSLATE_NOOP(
            "Page", "Nobody signed in to a database in this time, as far as these restrictions go."),
        .choices = accessChoices(),
        .titleKey = "username",
        .sortKey = "time",
        .charts = accessCharts()});
    return pages;
}

} // namespace Telamon
