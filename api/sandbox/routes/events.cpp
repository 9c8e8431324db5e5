// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/eventkinds.h"
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& eventsOf(Store& store, const Place& place)
{
    if (place.project)
        store.clusters(*place.project);
    return store.room(u"events"_s, place, makeEvents);
}

qint64 timeOf(const QString& text, qint64 fallback)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : fallback;
}

// What the service notes for itself.
QByteArray withRaw(const Found& found, const Row& event)
{
    const Place& place = found.place;
    const QString type = event.value.value(u"eventTypeName"_s).toString();
    QJsonObject raw {{u"_t"_s, u"EVENT"_s}, {u"id"_s, event.id}, {u"cre"_s, event.value.value(u"created"_s)},
        {u"description"_s, QJsonValue()},
        {u"severity"_s, type.contains("FAIL"_L1) || type.contains("DOWN"_L1) ? u"WARNING"_s : u"INFO"_s}};
    if (place.project) {
        raw[u"cid"_s] = place.project->id;
        raw[u"gn"_s] = place.project->name;
        raw[u"orgId"_s] = place.project->organizationId;
        raw[u"orgName"_s] = place.project->organizationName;
    } else {
        raw[u"orgId"_s] = place.organization->id;
        raw[u"orgName"_s] = place.organization->name;
    }
    return jsonAnswer(merged(event.value, {{u"raw"_s, raw}})).json;
}

Answer listEvents(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const QStringList types = call.queryAll(u"eventType");
    const QStringList excluded = call.queryAll(u"excludedEventType");
    const QStringList clusters = call.queryAll(u"clusterNames");
    const qint64 from = timeOf(call.query(u"minDate"), 0);
    const qint64 to = timeOf(call.query(u"maxDate"), std::numeric_limits<qint64>::max());
    const bool isRaw = call.flag(u"includeRaw", false);
    QList<QByteArray> rows;
    for (const Row& event : *found.rows) {
        const QString type = event.value.value(u"eventTypeName"_s).toString();
        const qint64 at = timeOf(event.value.value(u"created"_s).toString(), 0);
        if ((!types.isEmpty() && !types.contains(type)) || excluded.contains(type) || at < from || at > to)
            continue;
        if (!clusters.isEmpty() && !clusters.contains(event.value.value(u"clusterName"_s).toString()))
            continue;
        rows.append(isRaw ? withRaw(found, event) : event.json);
    }
    return call.page(rows);
}

Answer getEvent(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    return call.flag(u"includeRaw", false) ? Answer {200, withRaw(found, *found.row), {}}
                                           : rowAnswer(*found.row);
}

Answer listEventTypes(const Call& call)
{
    QList<QByteArray> rows;
    for (const EventKind& kind : eventKinds())
        rows.append(jsonAnswer({{u"eventType"_s, QString::fromLatin1(kind.name)},
                                   {u"description"_s, QString::fromLatin1(kind.description)},
                                   {u"alertable"_s, kind.isAlertable}})
                        .json);
    return call.page(rows);
}

constexpr Resource events {projectOf, eventsOf, "eventId", "Event with id", "EVENT_NOT_FOUND"};
constexpr Resource organizationEvents {organizationOf, eventsOf};
} // namespace

std::span<const Entry> eventRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/events", "listGroupEvents", "2023-01-01", listEvents, &events},
        {"GET", "/groups/{groupId}/events/{eventId}", "getGroupEvent", "2023-01-01", getEvent, &events},
        {"GET", "/orgs/{orgId}/events", "listOrgEvents", "2023-01-01", listEvents, &organizationEvents},
        {"GET", "/eventTypes", "listEventTypes", "2023-01-01", listEventTypes},
    };
    return entries;
}

} // namespace Telamon::Sandbox
