// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"

#include "models/tables/tables.h"

namespace Telamon {

using namespace Qt::StringLiterals;

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
    const bool isChanging = !state.isEmpty() && state != "IDLE"_L1;
    return isChanging || recordValue(record, "paused").toBool() ? Notice : NoAttention;
}

} // namespace Telamon
