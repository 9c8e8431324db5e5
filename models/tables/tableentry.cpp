// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"

namespace Telamon {

TableLayout tableLayout(const QByteArrayList& idColumns, std::vector<RecordSource> sources,
    const std::vector<ColumnEntry>& entries)
{
    TableLayout layout;
    layout.idColumns = idColumns;
    layout.sources = std::move(sources);
    for (const ColumnEntry& entry : entries) {
        Q_ASSERT(entry.paths.size() == layout.sources.size());
        layout.columns.push_back(entry.column);
        for (std::size_t i = 0; i < layout.sources.size(); ++i) {
            const QByteArray paths(entry.paths[i]);
            layout.sources[i].paths.push_back({paths.isEmpty() ? QByteArrayList() : paths.split('|')});
        }
    }
    return layout;
}

} // namespace Telamon
