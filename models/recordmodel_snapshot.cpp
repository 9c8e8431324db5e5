// SPDX-License-Identifier: GPL-3.0-or-later
// RecordModel: what schemas say of its records, and what is handed to another thread.
#include "api/records/recordsnapshot.h"
#include "models/recordmodel_p.h"

namespace Telamon {

void RecordModel::noteSchema(const QByteArray& sourceId, const Schema& answer)
{
    if (const RecordSource* source = layout().source(sourceId))
        d->masks.note(columns(), *source, answer);
}

const RecordMasks& RecordModel::masks() const
{
    return d->masks;
}

FieldTitles RecordModel::titles(const QByteArray& sourceId) const
{
    if (d->masks.isKnown(sourceId))
        return d->masks.titles(sourceId);
    const RecordSource* source = layout().source(sourceId);
    return source ? FieldTitles(columns(), *source) : FieldTitles();
}

std::shared_ptr<RecordSnapshot> RecordModel::beginSnapshot(bool ofAllRows, const QList<int>& columns) const
{
    std::vector<std::size_t> wanted;
    for (const int column : columns)
        wanted.push_back(static_cast<std::size_t>(column));
    return std::make_shared<RecordSnapshot>(
        d->table, ofAllRows ? d->order.rows() : d->shown, std::move(wanted));
}

bool RecordModel::continueSnapshot(RecordSnapshot& snapshot) const
{
    if (!snapshot.isOf(d->table))
        return false;
    if (!snapshot.isWhole())
        snapshot.copyColumn(d->table);
    return true;
}

} // namespace Telamon
