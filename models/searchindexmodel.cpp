// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchindexmodel.h"

#include "models/tables/tables.h"

namespace Telamon {

using namespace Qt::StringLiterals;

SearchIndexModel::SearchIndexModel(QObject* parent) : RecordModel(searchIndexTable(), parent)
{
}

RecordModel::Attention SearchIndexModel::recordAttention(int record) const
{
    const QString status = recordValue(record, "status").toString();
    if (status == "FAILED"_L1)
        return Critical;
    if (status == "STALE"_L1 || status == "DOES_NOT_EXIST"_L1)
        return Warning;
    const QVariant queryable = recordValue(record, "queryable");
    if (status == "READY"_L1)
        return queryable.isValid() && !queryable.toBool() ? Warning : NoAttention;
    return status.isEmpty() ? NoAttention : Notice;
}

QVariant SearchIndexModel::decoration(int row, int column, int role) const
{
    if (role == Qt::DisplayRole && column == columnOf("hostsReady")) {
        const QVariant ready = value(row, "hostsReady");
        const QVariant hosts = value(row, "hosts");
        if (ready.isValid() && hosts.isValid())
            return tr("%1 of %2").arg(ready.toLongLong()).arg(hosts.toLongLong());
    }
    return {};
}

} // namespace Telamon
