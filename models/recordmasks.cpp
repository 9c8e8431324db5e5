// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmasks.h"

#include <algorithm>

namespace Telamon {

void RecordMasks::note(const Columns& columns, const RecordSource& source, const Schema& answer)
{
    QList<Noted>& noted = m_masks[source.id];
    const bool isKnown = std::any_of(
        noted.cbegin(), noted.cend(), [&answer](const Noted& each) { return each.answer == &answer; });
    if (isKnown)
        return;
    const RecordShape records(answer, source.recordsPath, source.nestedPath);
    noted.append({&answer, RecordMask(records), FieldTitles(records, source).withColumns(columns, source)});
}

QByteArray RecordMasks::masked(const QByteArray& sourceId, const QByteArray& record) const
{
    QByteArray shown = record;
    const QList<Noted> noted = m_masks.value(sourceId);
    for (const Noted& each : noted)
        shown = each.mask.masked(shown);
    return shown;
}

FieldTitles RecordMasks::titles(const QByteArray& sourceId) const
{
    const QList<Noted> noted = m_masks.value(sourceId);
    return noted.isEmpty() ? FieldTitles() : noted.first().titles;
}

bool RecordMasks::isSecret(const TableLayout& layout, std::size_t column) const
{
    for (const RecordSource& source : layout.sources) {
        if (column >= source.paths.size())
            continue;
        const QByteArrayList& alternatives = source.paths[column].alternatives;
        const QList<Noted> noted = m_masks.value(source.id);
        for (const Noted& each : noted) {
            if (std::any_of(alternatives.cbegin(), alternatives.cend(),
                    [&each](const QByteArray& path) { return each.mask.isSecret(path); }))
                return true;
        }
    }
    return false;
}

} // namespace Telamon
