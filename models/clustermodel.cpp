// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"

#include "models/judgements.h"
#include "models/tables/tables.h"

#include <algorithm>

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

void ClusterModel::setAlerts(const ClusterAlerts& alerts)
{
    if (m_alerts == &alerts)
        return;
    m_alerts = &alerts;
    connect(&alerts, &ClusterAlerts::changed, this, &ClusterModel::judgeAgain);
    judgeAgain();
}

RecordModel::Attention ClusterModel::recordAttention(int record) const
{
    if (recordValue(record, "problem").isValid())
        return Warning;
    const Attention health = judgeHealth(recordValue(record, "availability").toString(), worstAlert(record),
        recordValue(record, "openAlerts").toLongLong());
    const QString state = recordValue(record, "state").toString();
    if (state == "REPAIRING"_L1)
        return std::max(health, Warning);
    const bool isChanging = !state.isEmpty() && state != "IDLE"_L1;
    const bool isTold =
        isChanging || recordValue(record, "paused").toBool() || isProductionWithoutBackup(*this, record);
    return std::max(health, isTold ? Notice : NoAttention);
}

std::optional<RecordModel::Attention> ClusterModel::worstAlert(int record) const
{
    if (!m_alerts)
        return {};
    const auto text = [this, record](const char* key) { return recordValue(record, key).toString(); };
    return m_alerts->worst({text("groupId"), text("name"), text("clusterId"), text("connection")}, now());
}

QVariant ClusterModel::decoration(int row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QByteArray& key = columns()[size_t(column)].key;
    if (role == Qt::ToolTipRole)
        return isOfOverview(key) && !isLoading() && isNotInOverview(*this, row)
            ? QVariant(tr("The service's overview does not name this cluster."))
            : QVariant();
    const bool isProject = key == "name" && value(row, "problem").isValid();
    return isProject ? QVariant(tr("Project not readable")) : QVariant();
}

} // namespace Telamon
