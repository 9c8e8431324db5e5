// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

namespace Telamon {

// The tables of the console, as data. A new resource is a new function here and a file beside the others.

// Sources: "organizations" (listOrgs).
TableLayout organizationTable();

// Sources: "projects" (listGroups). Known values: orgName.
TableLayout projectTable();

// Sources: "listGroupClusters" (2024-08-05), "listGroupFlexClusters", "listClusterDetails", named as the
// operations, since "known from" and the detail show them; and "unreadable" for a project that could not be
// read: {groupId, groupName, orgName, problem}. Known values: groupName, orgId, orgName.
TableLayout clusterTable();

// Sources: "alerts" (listGroupAlerts, all eight kinds). Known values: groupId, groupName, orgName.
TableLayout alertTable();

// Sources: "searchIndexes" (listGroupClusterSearchIndexes, text and vector). Known values: groupId,
// clusterName.
TableLayout searchIndexTable();

// Sources: "snapshots" (listGroupClusterBackupSnapshots), "shardedSnapshots"
// (listGroupClusterBackupSnapshotShardedClusters), "flexSnapshots" (listGroupFlexClusterBackupSnapshots).
// Known values: groupId, clusterName.
TableLayout snapshotTable();

// What one record contains. Sources: "hosts", the statusDetail of a search index.
TableLayout searchIndexHostTable();

// Sources: "members" of one sharded snapshot.
TableLayout snapshotMemberTable();

} // namespace Telamon
