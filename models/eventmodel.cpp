// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmodel.h"

#include "api/records/plaintext.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/tables/tables.h"

namespace Telamon {

EventModel::EventModel(QObject* parent) : JudgedModel(eventTable(), judgeEvent, eventWords, parent)
{
}

QVariant EventModel::decoration(int row, int column, int role) const
{
    if (role == Qt::DisplayRole && columns()[size_t(column)].key == "target") {
        const QString target = value(row, "target").toString();
        const auto name = m_clusterNames.constFind(target);
        if (name != m_clusterNames.cend() && target == value(row, "resourceId").toString())
            return visibleText(*name);
    }
    return JudgedModel::decoration(row, column, role);
}

} // namespace Telamon
