// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backupmodel.h"

#include "models/tables/tables.h"

namespace Telamon {

using namespace Qt::StringLiterals;

BackupModel::BackupModel(QObject* parent) : RecordModel(snapshotTable(), parent)
{
}

RecordModel::Attention BackupModel::recordAttention(int record) const
{
    // Flex clusters write the same words in capitals.
    const QString status = recordValue(record, "status").toString().toLower();
    if (status == "failed"_L1)
        return Critical;
    return status.isEmpty() || status == "completed"_L1 ? NoAttention : Notice;
}

QVariant BackupModel::decoration(int row, int column, int role) const
{
    const bool isOfSize = role == Qt::DisplayRole && columns()[size_t(column)].key == "size";
    // What is not there yet, or never will be, has no size.
    if (isOfSize && value(row, "status").toString().toLower() != "completed"_L1)
        return QString();
    return {};
}

} // namespace Telamon
