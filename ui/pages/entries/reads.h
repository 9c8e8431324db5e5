// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judgedmodel.h"
#include "ui/pages/pagedescription.h"

namespace Telamon {

// What the entries of the page table have in common.

template <typename Model> RecordModel* newModel(QObject* parent)
{
    return new Model(parent);
}

template <TableLayout (*table)(), JudgedModel::Judge judge, JudgedModel::Words words = nullptr>
RecordModel* newJudged(QObject* parent)
{
    return new JudgedModel(table(), judge, words, parent);
}

template <TableLayout (*table)()> RecordModel* newPlain(QObject* parent)
{
    return new RecordModel(table(), parent);
}

// Reads of one organisation, project or cluster, with what is known of its records beside what they say.
Read organizationRead(const PageQuery& query, const QString& operationId, const QByteArray& source);
Read projectRead(
    const PageQuery& query, const QString& operationId, const QByteArray& source, const QString& projectId);
Read projectRead(const PageQuery& query, const QString& operationId, const QByteArray& source);
Read clusterRead(const PageQuery& query, const QString& operationId, const QByteArray& source,
    const QString& parameter = QStringLiteral("clusterName"));

// The project of the place, or all that the organisation has, or all.
QStringList projectsOf(const PageQuery& query);

// The place's cluster in the inventory's table; nothing where it does not know it.
std::optional<int> clusterRecord(const PageQuery& query);

// A value of the place's cluster as the inventory knows it; empty where it does not.
QString clusterValue(const PageQuery& query, const QByteArray& key);

// The names of the clusters of the place's project; as the service takes a list of them, none with a blank or
// a comma in it.
QStringList clusterNames(const PageQuery& query);

// "When": the last hours, and how far back that is; nothing: everything. Milliseconds since the epoch.
PageChoice spanChoice(std::vector<PageChoice::Value> spans);
std::optional<qint64> startOf(const PageQuery& query);

} // namespace Telamon
