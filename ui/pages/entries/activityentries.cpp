// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "models/eventfilter.h"
#include "models/eventgroup.h"
#include "models/eventmodel.h"
#include "models/inventory.h"
#include "models/session.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/links.h"
#include "ui/pages/entries/reads.h"
#include "ui/widgets/wordsedit.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// A list of events as it is asked for, and what of the choices the service cannot be asked for.
struct EventRead {
    Read read;
    EventFilter here;
};

// `clusters`: of the project; none: whatever they are about.
EventRead eventRead(const PageQuery& query, const QStringList& clusters)
{
    const bool isOfProject = !query.place.projectId.isEmpty();
    EventRead events {.read = isOfProject ? projectRead(query, u"listGroupEvents"_s, "events")
                                          : organizationRead(query, u"listOrgEvents"_s, "events"),
        .here = {}};
    QMap<QString, QJsonValue>& parameters = events.read.arguments.parameters;
    if (const auto start = startOf(query))
        parameters.insert(
            u"minDate"_s, QDateTime::fromMSecsSinceEpoch(*start, Qt::UTC).toString(Qt::ISODate));
    for (const char* key : {"eventType", "excludedEventType"}) {
        if (const QStringList types = WordsEdit::split(query.choices.value(key)); !types.isEmpty())
            parameters.insert(QString::fromLatin1(key), QJsonArray::fromStringList(types));
    }
    if (query.choices.value("raw") == "true"_L1)
        parameters.insert(u"includeRaw"_s, true);
    if (!clusters.isEmpty())
        parameters.insert(u"clusterNames"_s, QJsonArray::fromStringList(clusters));
    if (const Operation* operation = query.session.catalog().find(events.read.operationId))
        events.here = EventFilter::takenOut(*operation, events.read.arguments);
    if (!events.here.isEmpty())
        events.read.reshape = [here = events.here](const QByteArray& page) { return here.filtered(page); };
    return events;
}

// The clusters of the choice or of the place; in parts, where they are too many for one request.
QList<QStringList> clusterParts(const PageQuery& query)
{
    constexpr qsizetype mostBytes = EventFilter::MostTarget / 2; // the rest is for types
    const QStringList clusters = query.place.clusterName.isEmpty()
        ? WordsEdit::split(query.choices.value("clusterNames"))
        : QStringList {query.place.clusterName};
    QList<QStringList> parts {{}};
    qsizetype bytes = 0;
    for (const QString& cluster : clusters) {
        const qsizetype own = u"clusterNames=&"_s.size() + QUrl::toPercentEncoding(cluster).size();
        if (bytes + own > mostBytes && !parts.constLast().isEmpty()) {
            parts.append(QStringList());
            bytes = 0;
        }
        parts.last().append(cluster);
        bytes += own;
    }
    return parts;
}

QHash<QString, QString> clusterNamesById(const RecordModel& clusters)
{
    QHash<QString, QString> names;
    for (int record = 0; record < clusters.totalCount(); ++record)
        names.insert(clusters.recordText(record, "clusterId"), clusters.recordText(record, "name"));
    return names;
}

void loadEvents(const PageQuery& query, RecordLoad& load)
{
    if (auto* events = qobject_cast<EventModel*>(load.model()))
        events->setClusterNames(clusterNamesById(query.session.inventory().clusters()));
    const QList<QStringList> parts = clusterParts(query);
    for (const QStringList& clusters : parts)
        load.add(eventRead(query, clusters).read);
}

std::optional<PageNote> whereEventsAreFiltered(
    const PageQuery& query, const RecordModel& /*events*/, const Read& /*last*/)
{
    const EventFilter here = eventRead(query, clusterParts(query).constFirst()).here;
    if (here.isEmpty())
        return {};
    return PageNote {.sentence = here.isTooLong()
            ? QCoreApplication::translate("Page",
                "This filter is too long to be sent to the service: it is applied here, to what is read "
                "without it.")
            : QCoreApplication::translate("Page",
                "The service cannot leave out types of an organization's events: they are left out here.")};
}

PageChoice eventSpan()
{
    return spanChoice({{"168", QT_TRANSLATE_NOOP("Page", "Last week")},
        {"24", QT_TRANSLATE_NOOP("Page", "Last day")}, {"720", QT_TRANSLATE_NOOP("Page", "Last 30 days")},
        {"2160", QT_TRANSLATE_NOOP("Page", "Last 90 days")}, {"", QT_TRANSLATE_NOOP("Page", "All")}});
}

// Those that the description of the service names; newer ones may be written.
QStringList knownEventTypes(const PageQuery& query)
{
    const QString id = query.place.projectId.isEmpty() ? u"listOrgEvents"_s : u"listGroupEvents"_s;
    const Operation* operation = query.session.catalog().find(id);
    const Parameter* parameter = operation ? operation->parameter(u"eventType") : nullptr;
    const Schema* each = parameter && parameter->schema ? parameter->schema->items : nullptr;
    QStringList types;
    const QJsonArray values = each ? each->examples : QJsonArray();
    for (const QJsonValue& value : values)
        types.append(value.toString());
    return types;
}

// `hint`: what is asked for where nothing is written.
PageChoice eventTypes(const QByteArray& key, const char* label, const char* hint)
{
    return {.key = key, .label = label, .hint = hint, .offered = knownEventTypes};
}

PageChoice eventClusters()
{
    return {.key = "clusterNames",
        .label = QT_TRANSLATE_NOOP("Page", "Clusters"),
        .hint = QT_TRANSLATE_NOOP("Page", "all"),
        .offered = clusterNames,
        .places = {Place::Kind::Project}};
}

PageChoice rawEvents()
{
    return {.key = "raw",
        .label = QT_TRANSLATE_NOOP("Page", "Detail"),
        .values = {{"", QT_TRANSLATE_NOOP("Page", "Normal")}, {"true", QT_TRANSLATE_NOOP("Page", "Raw")}}};
}

std::vector<PageChoice> eventChoices()
{
    return {eventSpan(),
        eventTypes("eventType", QT_TRANSLATE_NOOP("Page", "Event types"), QT_TRANSLATE_NOOP("Page", "all")),
        eventTypes(
            "excludedEventType", QT_TRANSLATE_NOOP("Page", "Except"), QT_TRANSLATE_NOOP("Page", "none")),
        eventClusters(), rawEvents()};
}

std::vector<SeriesDescription> eventCharts()
{
    return {{.title = QT_TRANSLATE_NOOP("Page", "Events"),
                .timeKey = "created",
                .seriesKey = "eventType",
                .group = eventGroup,
                .kinds = eventGroups()},
        {.kind = SeriesDescription::Kind::Categories,
            .title = QT_TRANSLATE_NOOP("Page", "Types"),
            .seriesKey = "eventType"},
        {.kind = SeriesDescription::Kind::Categories,
            .title = QT_TRANSLATE_NOOP("Page", "By"),
            .seriesKey = "actor"}};
}

} // namespace

std::vector<PageDescription> activityEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "events",
        .title = QT_TRANSLATE_NOOP("Page", "Events"),
        .iconName = "event",
        .places = {Kind::Project, Kind::Cluster},
        .newModel = newModel<EventModel>,
        .load = loadEvents,
        .note = whereEventsAreFiltered,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nothing of the kind happened in this time."),
        .choices = eventChoices(),
        .titleKey = "eventType",
        .clusterKey = "target",
        .sortKey = "created",
        .links = {actorLink(), clusterLink()},
        .charts = eventCharts()});
    pages.push_back({.id = "organizationEvents",
        .title = QT_TRANSLATE_NOOP("Page", "Events"),
        .iconName = "event",
        .places = {Kind::Organization},
        .newModel = newModel<EventModel>,
        .load = loadEvents,
        .note = whereEventsAreFiltered,
        .emptyText = QT_TRANSLATE_NOOP("Page", "Nothing of the kind happened in this time."),
        .choices = eventChoices(),
        .titleKey = "eventType",
        .sortKey = "created",
        .links = {actorLink(), clusterLink()},
        .charts = eventCharts()});
    return pages;
}

} // namespace Telamon
