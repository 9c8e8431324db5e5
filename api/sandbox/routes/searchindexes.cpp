// SPDX-License-Identifier: GPL-3.0-or-later
// Search indexes, and the same ones in the shape of the older fts resource.
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& indexesOf(Store&, const Place& place)
{
    return place.cluster->searchIndexes;
}

bool isOn(const Row& index, const QString& database, const QString& collection)
{
    return index.value.value(u"database"_s) == database
        && index.value.value(u"collectionName"_s) == collection;
}

// By {databaseName}, {collectionName} and {indexName}.
Found findByName(const Call& call)
{
    Found found = findAll(call);
    if (!found.rows)
        return found;
    const QString name = call.path(u"indexName"_s);
    for (Row& index : *found.rows) {
        if (isOn(index, call.path(u"databaseName"_s), call.path(u"collectionName"_s))
            && index.value.value(u"name"_s) == name)
            found.row = &index;
    }
    if (!found.row)
        found.refusal = resourceNotFound(u"Search index "_s + name);
    return found;
}

Found findIndex(const Call& call)
{
    return call.pathValues().contains(u"indexName"_s) ? findByName(call) : find(call);
}

Answer listOfCollection(const Call& call, QJsonObject (*shape)(const QJsonObject&))
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    QByteArrayList rows;
    for (const Row& index : *found.rows) {
        if (isOn(index, call.path(u"databaseName"_s), call.path(u"collectionName"_s)))
            rows.append(shape ? jsonAnswer(shape(index.value)).json : index.json);
    }
    return {200, '[' + rows.join(',') + ']', {}};
}

Answer listGroupClusterSearchIndex(const Call& call)
{
    return listOfCollection(call, nullptr);
}

Answer getByName(const Call& call)
{
    const Found found = findByName(call);
    return found.row ? rowAnswer(*found.row) : found.refusal;
}

// First it waits, then the hosts build it, then it answers queries.
void build(const Call& call, const Cluster& cluster, Row& index)
{
    const QJsonObject definition = index.value.value(u"latestDefinition"_s).toObject();
    const qint64 version = index.value[u"latestDefinitionVersion"_s][u"version"_s].toInteger();
    const bool isQueryable = index.value.value(u"queryable"_s).toBool();
    const qint64 begun = call.store().after(1);
    const auto state = [&](const QString& status, bool queryable) {
        return QJsonObject {{u"status"_s, status}, {u"queryable"_s, queryable},
            {u"statusDetail"_s, searchStatusDetail(cluster, status, definition, version, isoTime(begun))}};
    };
    index.steps = {{begun, state(u"BUILDING"_s, isQueryable), false},
        {call.store().after(2), state(u"READY"_s, true), false}};
}

Answer createGroupClusterSearchIndex(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const QJsonObject body = call.body();
    const QString name = body.value(u"name"_s).toString();
    const QString database = body.value(u"database"_s).toString();
    const QString collection = body.value(u"collectionName"_s).toString();
    for (const Row& index : *found.rows) {
        if (isOn(index, database, collection) && index.value.value(u"name"_s) == name)
            return errorAnswer(409, "ATLAS_FTS_DUPLICATE_INDEX",
                u"An index named %1 exists on %2.%3."_s.arg(name, database, collection), {name});
    }
    const QString id = call.store().newId();
    Row index = Row::of(id,
        {{u"indexID"_s, id}, {u"name"_s, name}, {u"database"_s, database}, {u"collectionName"_s, collection},
            {u"status"_s, u"PENDING"_s}, {u"queryable"_s, false},
            {u"type"_s, body.value(u"type"_s).toString(u"search"_s)},
            {u"latestDefinition"_s, body.value(u"definition"_s)},
            {u"latestDefinitionVersion"_s, QJsonObject {{u"version"_s, 0}}}});
    build(call, *found.place.cluster, index);
    found.rows->push_back(index);
    return rowAnswer(index, 201);
}

Answer updateIndex(const Call& call)
{
    const Found found = findIndex(call);
    if (!found.row)
        return found.refusal;
    Row& index = *found.row;
    const QJsonObject definition = call.body().value(u"definition"_s).toObject();
    const bool isVector = index.value.value(u"type"_s) == "vectorSearch"_L1;
    if (isVector != definition.contains(u"fields"_s))
        return invalidAnswer({{u"definition"_s, u"The definition is not one of an index of this type."_s}});
    const qint64 version = index.value[u"latestDefinitionVersion"_s][u"version"_s].toInteger() + 1;
    index.set(merged(index.value,
        {{u"latestDefinition"_s, definition}, {u"status"_s, u"PENDING"_s},
            {u"latestDefinitionVersion"_s,
                QJsonObject {{u"version"_s, version}, {u"createdAt"_s, isoTime(call.store().now())}}}}));
    build(call, *found.place.cluster, index);
    return rowAnswer(index);
}

// The hosts clean up before it is gone.
Answer deleteIndex(const Call& call)
{
    const Found found = findIndex(call);
    if (!found.row)
        return found.refusal;
    found.row->set(merged(found.row->value, {{u"status"_s, u"DELETING"_s}, {u"queryable"_s, false}}));
    found.row->steps = {{call.store().after(1), {}, true}};
    return noContent();
}

QString ftsStatus(const QString& status)
{
    return status == "READY"_L1                         ? u"STEADY"_s
        : status == "STALE"_L1 || status == "FAILED"_L1 ? status
        : status == "DOES_NOT_EXIST"_L1                 ? u"PAUSED"_s
                                                        : u"IN_PROGRESS"_s;
}

// The definition's fields stand beside the index's own.
QJsonObject asFts(const QJsonObject& index)
{
    QJsonObject value = index.value(u"latestDefinition"_s).toObject();
    for (const QString& field : {u"indexID"_s, u"name"_s, u"database"_s, u"collectionName"_s, u"type"_s})
        value[field] = index.value(field);
    value[u"status"_s] = ftsStatus(index.value(u"status"_s).toString());
    if (index.value(u"type"_s) == "search"_L1 && !value.contains(u"synonyms"_s))
        value[u"synonyms"_s] = QJsonArray();
    return value;
}

Answer listGroupClusterFtsIndex(const Call& call)
{
    return listOfCollection(call, asFts);
}

Answer getGroupClusterFtsIndex(const Call& call)
{
    const Found found = find(call);
    return found.row ? jsonAnswer(asFts(found.row->value)) : found.refusal;
}

constexpr Resource indexes {dedicatedClusterOf, indexesOf, "indexId", "Search index with id"};
} // namespace

std::span<const Entry> searchIndexRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/clusters/{clusterName}/search/indexes", "listGroupClusterSearchIndexes",
            "2024-05-30", listAllRows, &indexes, 500},
        {"POST", "/groups/{groupId}/clusters/{clusterName}/search/indexes", "createGroupClusterSearchIndex",
            "2024-05-30", createGroupClusterSearchIndex, &indexes},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/search/indexes/{indexId}",
            "getGroupClusterSearchIndex", "2024-05-30", oneRow, &indexes, 500},
        {"PATCH", "/groups/{groupId}/clusters/{clusterName}/search/indexes/{indexId}",
            "updateGroupClusterSearchIndex", "2024-05-30", updateIndex, &indexes},
        {"DELETE", "/groups/{groupId}/clusters/{clusterName}/search/indexes/{indexId}",
            "deleteGroupClusterSearchIndex", "2024-05-30", deleteIndex, &indexes},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/search/indexes/{databaseName}/{collectionName}",
            "listGroupClusterSearchIndex", "2024-05-30", listGroupClusterSearchIndex, &indexes, 500},
        {"GET",
            "/groups/{groupId}/clusters/{clusterName}/search/indexes/{databaseName}/{collectionName}/"
            "{indexName}",
            "getGroupClusterSearchIndexByName", "2024-05-30", getByName, &indexes},
        {"PATCH",
            "/groups/{groupId}/clusters/{clusterName}/search/indexes/{databaseName}/{collectionName}/"
            "{indexName}",
            "updateGroupClusterSearchIndexByName", "2024-05-30", updateIndex, &indexes},
        {"DELETE",
            "/groups/{groupId}/clusters/{clusterName}/search/indexes/{databaseName}/{collectionName}/"
            "{indexName}",
            "deleteGroupClusterSearchIndexByName", "2024-05-30", deleteIndex, &indexes},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/fts/indexes/{databaseName}/{collectionName}",
            "listGroupClusterFtsIndex", "2023-01-01~", listGroupClusterFtsIndex, &indexes},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/fts/indexes/{indexId}", "getGroupClusterFtsIndex",
            "2023-01-01~", getGroupClusterFtsIndex, &indexes},
        {"DELETE", "/groups/{groupId}/clusters/{clusterName}/fts/indexes/{indexId}",
            "deleteGroupClusterFtsIndex", "2023-01-01~", deleteIndex, &indexes},
    };
    return entries;
}

} // namespace Telamon::Sandbox
