// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"

#include "models/tables/tables.h"

namespace Telamon {

using namespace Qt::StringLiterals;

ClusterModel::ClusterModel(QObject* parent) : RecordModel(clusterTable(), parent)
{
}

RecordModel::Attention ClusterModel::attention(int row) const
{
    if (value(row, "problem").isValid())
        return Warning;
    const QString availability = value(row, "availability").toString();
    if (availability == "dead"_L1 || availability == "unavailable"_L1)
        return Critical;
    const QString state = value(row, "state").toString();
    if (availability == "warning"_L1 || state == "REPAIRING"_L1 || value(row, "openAlerts").toLongLong() > 0)
        return Warning;
    const bool isChanging = !state.isEmpty() && state != "IDLE"_L1;
    return isChanging || value(row, "paused").toBool() ? Notice : NoAttention;
}

QVariant ClusterModel::decoration(int row, int /*column*/, int role) const
{
    return role == AttentionRole ? QVariant(attention(row)) : QVariant();
}

} // namespace Telamon
