// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alertmodel.h"

#include "api/records/plaintext.h"
#include "models/tables/tables.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace Telamon {

using namespace Qt::StringLiterals;

AlertModel::AlertModel(QObject* parent) : RecordModel(alertTable(), parent)
{
}

RecordModel::Attention AlertModel::recordAttention(int record) const
{
    const QString status = recordValue(record, "status").toString();
    if (status == "TRACKING"_L1)
        return Notice;
    if (status != "OPEN"_L1)
        return NoAttention;
    const QDateTime until = recordValue(record, "acknowledgedUntil").toDateTime();
    if (until.isValid() && until.toMSecsSinceEpoch() > now())
        return Notice;
    const QString type = recordValue(record, "eventType").toString();
    static const QStringList critical {u"HOST_DOWN"_s, u"NO_PRIMARY"_s, u"CLUSTER_MONGOS_IS_MISSING"_s,
        u"HOST_NOT_ENOUGH_DISK_SPACE"_s, u"REPLICATION_OPLOG_WINDOW_RUNNING_OUT"_s,
        u"HOST_MONGOT_CRASHING_OOM"_s};
    const bool isLoss = critical.contains(type) || type.endsWith("_ENCRYPTION_KEY_INVALID"_L1)
        || (type.startsWith("CPS_"_L1) && type.endsWith("_FAILED"_L1));
    return isLoss ? Critical : Warning;
}

QVariant AlertModel::decoration(int row, int column, int role) const
{
    // A value and its units are one thing to a person; a RAW value has none.
    if (role == Qt::DisplayRole && column == columnOf("currentValue")) {
        const QVariant number = value(row, "currentValue");
        const QString units = value(row, "units").toString();
        if (number.isValid() && !units.isEmpty() && units != "RAW"_L1)
            return QString(QLocale().toString(number.toDouble(), 'g', 6) + u' ' + visibleText(units));
    }
    return {};
}

} // namespace Telamon
