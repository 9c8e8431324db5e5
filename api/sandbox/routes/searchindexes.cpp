// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Answer listGroupClusterSearchIndexes(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? listAnswer(place.cluster->searchIndexes) : place.refusal;
}

Answer listGroupClusterSearchIndex(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    if (!place.isFound())
        return place.refusal;
    std::vector<Row> rows;
    for (const Row& row : place.cluster->searchIndexes) {
        if (row.value.value(u"database"_s) == call.path(u"databaseName"_s)
            && row.value.value(u"collectionName"_s) == call.path(u"collectionName"_s))
            rows.push_back(row);
    }
    return listAnswer(rows);
}

Answer getGroupClusterSearchIndex(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    if (!place.isFound())
        return place.refusal;
    const QString id = call.path(u"indexId"_s);
    const Row* row = findRow(place.cluster->searchIndexes, id);
    return row ? rowAnswer(*row) : resourceNotFound(u"Search index with id "_s + id);
}
} // namespace

std::vector<Route> searchIndexRoutes()
{
    const QByteArray all = "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/search/indexes";
    const QList<Version> version = only("2024-05-30");
    return {
        {"GET", all, u"listGroupClusterSearchIndexes"_s, version, 500, listGroupClusterSearchIndexes, {},
            nullptr},
        {"GET", all + "/{indexId}", u"getGroupClusterSearchIndex"_s, version, 500, getGroupClusterSearchIndex,
            {}, nullptr},
        {"GET", all + "/{databaseName}/{collectionName}", u"listGroupClusterSearchIndex"_s, version, 500,
            listGroupClusterSearchIndex, {}, nullptr},
    };
}

} // namespace Telamon::Sandbox
