// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Answer oneSnapshot(const Call& call, std::vector<Row>& rows)
{
    const QString id = call.path(u"snapshotId"_s);
    const Row* row = findRow(rows, id);
    return row ? rowAnswer(*row) : resourceNotFound(u"Snapshot with id "_s + id);
}

Answer listSnapshots(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? call.page(texts(place.cluster->snapshots)) : place.refusal;
}

Answer getSnapshot(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? oneSnapshot(call, place.cluster->snapshots) : place.refusal;
}

// Not paged: the operation takes no pageNum.
Answer listShardedSnapshots(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? call.page(texts(place.cluster->shardedSnapshots)) : place.refusal;
}

Answer getShardedSnapshot(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? oneSnapshot(call, place.cluster->shardedSnapshots) : place.refusal;
}

Answer listFlexSnapshots(const Call& call)
{
    const Place place = flexClusterOf(call);
    return place.isFound() ? call.page(texts(place.cluster->snapshots)) : place.refusal;
}

Answer getFlexSnapshot(const Call& call)
{
    const Place place = flexClusterOf(call);
    return place.isFound() ? oneSnapshot(call, place.cluster->snapshots) : place.refusal;
}
} // namespace

std::vector<Route> backupRoutes()
{
    const QByteArray all = "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots";
    const QByteArray flex = "/api/atlas/v2/groups/{groupId}/flexClusters/{name}/backup/snapshots";
    const QList<Version> v1 = only("2023-01-01");
    const QList<Version> v2024 = only("2024-11-13");
    return {
        {"GET", all, u"listGroupClusterBackupSnapshots"_s, v1, 1200, listSnapshots, {}, nullptr},
        {"GET", all + "/{snapshotId}", u"getGroupClusterBackupSnapshot"_s, v1, 1200, getSnapshot, {},
            nullptr},
        {"GET", all + "/shardedClusters", u"listGroupClusterBackupSnapshotShardedClusters"_s, v1, 1200,
            listShardedSnapshots, {}, nullptr},
        {"GET", all + "/shardedCluster/{snapshotId}", u"getGroupClusterBackupSnapshotShardedCluster"_s, v1,
            1200, getShardedSnapshot, {}, nullptr},
        {"GET", flex, u"listGroupFlexClusterBackupSnapshots"_s, v2024, 1200, listFlexSnapshots, {}, nullptr},
        {"GET", flex + "/{snapshotId}", u"getGroupFlexClusterBackupSnapshot"_s, v2024, 1200, getFlexSnapshot,
            {}, nullptr},
    };
}

} // namespace Telamon::Sandbox
