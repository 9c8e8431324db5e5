// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"

#include "models/tables/tables.h"

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Its tags say "environment: production", or the like.
bool isProductionWithoutBackup(const RecordModel& clusters, int record)
{
    const QVariant backup = clusters.recordValue(record, "backup");
    const QString tags = clusters.recordValue(record, "tags").toString();
    return backup.isValid() && !backup.toBool() && tags.contains(": prod"_L1, Qt::CaseInsensitive);
}

bool isOfOverview(const QByteArray& key)
{
    return key == "openAlerts" || key == "availability" || key == "dataSize";
}

// The overview leaves some kinds of clusters out: nothing is known, not even that nothing is wrong.
bool isNotInOverview(const RecordModel& clusters, int row)
{
    return !clusters.value(row, "problem").isValid()
        && !clusters.text(row, "knownFrom").contains("listClusterDetails"_L1);
}

} // namespace

ClusterModel::ClusterModel(QObject* parent) : RecordModel(clusterTable(), parent)
{
}

RecordModel::Attention ClusterModel::recordAttention(int record) const
{
    if (recordValue(record, "problem").isValid())
        return Warning;
    const QString availability = recordValue(record, "availability").toString();
    if (availability == "dead"_L1 || availability == "unavailable"_L1)
        return Critical;
    const QString state = recordValue(record, "state").toString();
    if (availability == "warning"_L1 || state == "REPAIRING"_L1
        || recordValue(record, "openAlerts").toLongLong() > 0)
        return Warning;
    if (isProductionWithoutBackup(*this, record))
        return Notice;
    const bool isChanging = !state.isEmpty() && state != "IDLE"_L1;
    return isChanging || recordValue(record, "paused").toBool() ? Notice : NoAttention;
}

QVariant ClusterModel::decoration(int row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QByteArray& key = columns()[size_t(column)].key;
    if (isOfOverview(key) && !isLoading() && isNotInOverview(*this, row))
        return role == Qt::DisplayRole ? u"–"_s : tr("The service's overview does not name this cluster.");
    if (role == Qt::ToolTipRole)
        return {};
    const bool isProject = key == "name" && value(row, "problem").isValid();
    return isProject ? QVariant(tr("Project not readable")) : QVariant();
}

} // namespace Telamon
