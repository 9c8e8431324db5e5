// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of replica sets, sharded clusters and flex clusters.
#include "api/sandbox/routes/routes.h"

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& snapshotsOf(Store&, const Place& place)
{
    return place.cluster->snapshots;
}

std::vector<Row>& shardedSnapshotsOf(Store&, const Place& place)
{
    return place.cluster->shardedSnapshots;
}

constexpr Resource snapshots {dedicatedClusterOf, snapshotsOf, "snapshotId", "Snapshot with id"};
constexpr Resource shardedSnapshots {
    dedicatedClusterOf, shardedSnapshotsOf, "snapshotId", "Snapshot with id"};
constexpr Resource flexSnapshots {flexClusterOf, snapshotsOf, "snapshotId", "Snapshot with id"};
} // namespace

std::span<const Entry> backupRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/clusters/{clusterName}/backup/snapshots",
            "listGroupClusterBackupSnapshots", "2023-01-01", listRows, &snapshots},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}",
            "getGroupClusterBackupSnapshot", "2023-01-01", oneRow, &snapshots},
        // Takes no pageNum: one page is all there is.
        {"GET", "/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters",
            "listGroupClusterBackupSnapshotShardedClusters", "2023-01-01", listRows, &shardedSnapshots},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}",
            "getGroupClusterBackupSnapshotShardedCluster", "2023-01-01", oneRow, &shardedSnapshots},
        {"GET", "/groups/{groupId}/flexClusters/{name}/backup/snapshots",
            "listGroupFlexClusterBackupSnapshots", "2024-11-13", listRows, &flexSnapshots},
        {"GET", "/groups/{groupId}/flexClusters/{name}/backup/snapshots/{snapshotId}",
            "getGroupFlexClusterBackupSnapshot", "2024-11-13", oneRow, &flexSnapshots},
    };
    return entries;
}

} // namespace Telamon::Sandbox
