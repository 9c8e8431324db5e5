// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <QByteArray>
#include <QList>

#include <vector>

class QObject;

namespace Telamon {

class RecordModel;

// One resource's table as data: its columns, what names a record, and where the values are in each operation's answers.
// (Written by the lead: the ui is built against exactly this interface. Fill in the tables; add what is missing, keep these names.
//  The lead also needs in RecordModel: `QString recordText(int record, const QByteArray &key) const` and
//  `QVariant recordValue(int record, const QByteArray &key) const` for 0 <= record < totalCount(), independent of filter and sort
//  (the navigator reads all clusters while the Fleet page filters), and `int attention(int record)`.)
struct TableDescription {
    QByteArray id; // "clusters": settings are kept under it
    Columns columns;
    QList<QByteArray> idColumns;
    std::vector<RecordSource> sources;
    RecordModel *(*create)(const TableDescription &, QObject *parent) = nullptr; // null: a plain RecordModel

    // Asserts that it is known.
    const RecordSource &source(const QByteArray &sourceId) const;
};

// A model for the table, of the resource's own class where it has one.
RecordModel *newModel(const TableDescription &table, QObject *parent);

const TableDescription &organizationsTable(); // source "organizations"
const TableDescription &projectsTable(); // source "projects" (columns: name, organization (known value), id, organizationId, clusterCount, created, tags)
const TableDescription &clustersTable(); // sources in this order: "clusters" (listGroupClusters), "flexClusters", "allClusters" (GET /clusters), "unreadable"
                                         // keys: name, project, projectId, organization, organizationId, kind (dedicated|flex|tenant…), type, state, ...
const TableDescription &alertsTable(); // source "alerts"; known values: project, organization
const TableDescription &searchIndexesTable(); // source "searchIndexes"
const TableDescription &searchIndexHostsTable(); // source "hosts": one index record's /statusDetail rows (hostname, status, queryable, main and staged status/version)
const TableDescription &snapshotsTable(); // sources "replicaSetSnapshots", "shardedSnapshots"
const TableDescription &snapshotMembersTable(); // source "members": one snapshot record's /members rows
const TableDescription &flexSnapshotsTable(); // source "flexSnapshots"

} // namespace Telamon
