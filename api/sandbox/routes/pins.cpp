// SPDX-License-Identifier: GPL-3.0-or-later
// What is pinned to a cluster: its feature compatibility version, and namespaces whose latency is collected.
#include "api/sandbox/routes/routes.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
constexpr qint64 longestPin = 28 * day;
constexpr qsizetype mostNamespaces = 50;

constexpr auto versionField = "featureCompatibilityVersion"_L1;
constexpr auto expirationField = "featureCompatibilityVersionExpirationDate"_L1;

qint64 msecsOf(const QJsonValue& time)
{
    return QDateTime::fromString(time.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

Answer wrongDate(const QString& description)
{
    return invalidAnswer({{u"expirationDate"_s, description}});
}

Answer pinVersion(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    if (!place.isFound())
        return place.refusal;
    Cluster& cluster = *place.cluster;
    if (cluster.isTenant())
        return errorAnswer(400, "CANNOT_PIN_TENANT_CLUSTER_FCV",
            u"The version of the shared cluster %1 cannot be pinned."_s.arg(cluster.name), {cluster.name});
    const qint64 now = call.store().now();
    const bool isPinned = cluster.pinnedAt > 0;
    const qint64 last = (isPinned ? cluster.pinnedAt : now) + longestPin;
    const QJsonValue wanted = call.body().value(u"expirationDate"_s);
    const qint64 expiration = wanted.isString() ? msecsOf(wanted) : last;
    if (expiration <= now)
        return wrongDate(u"The date is not in the future."_s);
    if (expiration > last)
        return wrongDate(u"The date is more than four weeks after the version was pinned."_s);
    if (isPinned && expiration < msecsOf(cluster.description.value.value(expirationField)))
        return wrongDate(u"An existing pin can only be extended."_s);
    if (!isPinned)
        cluster.pinnedAt = now;
    cluster.description.set(merged(cluster.description.value, {{expirationField, isoTime(expiration)}}));
    return noContent();
}

Answer unpinVersion(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    if (!place.isFound())
        return place.refusal;
    Cluster& cluster = *place.cluster;
    if (cluster.pinnedAt == 0)
        return errorAnswer(409, "CLUSTER_FCV_NOT_PINNED",
            u"The version of cluster %1 is not pinned."_s.arg(cluster.name), {cluster.name});
    cluster.pinnedAt = 0;
    QJsonObject value = cluster.description.value;
    value.remove(expirationField);
    value[versionField] = value.value(u"mongoDBMajorVersion"_s);
    cluster.description.set(value);
    return noContent();
}

std::vector<Row> makeNamespaces(const Dataset&, const Scope& scope)
{
    const QJsonArray pinned = scope.cluster->has(Trait::PointInTime)
        ? QJsonArray {u"app.orders"_s, u"app.customers"_s, u"app.events"_s}
        : QJsonArray();
    return {Row::of(scope.cluster->id,
        {{u"clusterId"_s, scope.cluster->id}, {u"groupId"_s, scope.project->id},
            {u"pinnedNamespaces"_s, pinned}})};
}

std::vector<Row>& namespacesOf(Store& store, const Place& place)
{
    return store.room(u"pinnedNamespaces"_s, place, makeNamespaces);
}

enum class Use { Replace, Add, Remove };

Answer changeNamespaces(const Call& call, Use use)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    QStringList given;
    const QJsonArray list = call.body().value(u"namespaces"_s).toArray();
    for (const QJsonValue& name : list)
        given.append(name.toString());
    QStringList names;
    const QJsonArray before = found.row->value.value(u"pinnedNamespaces"_s).toArray();
    for (const QJsonValue& name : before) {
        if (use == Use::Add || (use == Use::Remove && !given.contains(name.toString())))
            names.append(name.toString());
    }
    if (use != Use::Remove)
        names.append(given);
    names.removeDuplicates();
    if (names.size() > mostNamespaces)
        return invalidAnswer({{u"namespaces"_s, u"At most 50 namespaces can be pinned."_s}});
    const bool isFirst = before.isEmpty() && !names.isEmpty();
    found.row->set(merged(found.row->value, {{u"pinnedNamespaces"_s, QJsonArray::fromStringList(names)}}));
    return rowAnswer(*found.row, isFirst ? 201 : 200);
}

Answer replaceNamespaces(const Call& call)
{
    return changeNamespaces(call, Use::Replace);
}

Answer addNamespaces(const Call& call)
{
    return changeNamespaces(call, Use::Add);
}

Answer removeNamespaces(const Call& call)
{
    return changeNamespaces(call, Use::Remove);
}

constexpr Resource namespaces {dedicatedClusterOf, namespacesOf};
} // namespace

std::span<const Entry> pinRoutes()
{
    static constexpr Entry entries[] = {
        {"POST", "/groups/{groupId}/clusters/{clusterName}:pinFeatureCompatibilityVersion",
            "pinGroupClusterFeatureCompatibilityVersion", "2024-05-30", pinVersion},
        {"POST", "/groups/{groupId}/clusters/{clusterName}:unpinFeatureCompatibilityVersion",
            "unpinGroupClusterFeatureCompatibilityVersion", "2024-05-30", unpinVersion},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/collStats/pinned",
            "listGroupClusterCollStatPinnedNamespaces", "2023-11-15", oneRow, &namespaces},
        {"PUT", "/groups/{groupId}/clusters/{clusterName}/collStats/pinned",
            "pinGroupClusterCollStatPinnedNamespaces", "2023-11-15", replaceNamespaces, &namespaces},
        {"PATCH", "/groups/{groupId}/clusters/{clusterName}/collStats/pinned",
            "updateGroupClusterCollStatPinnedNamespaces", "2023-11-15", addNamespaces, &namespaces},
        {"PATCH", "/groups/{groupId}/clusters/{clusterName}/collStats/unpin",
            "unpinGroupClusterCollStatUnpinNamespaces", "2023-11-15", removeNamespaces, &namespaces},
    };
    return entries;
}

} // namespace Telamon::Sandbox
