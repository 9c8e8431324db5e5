// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <QtGlobal>

namespace Telamon {

// How tables are written down: one line a column, with one path per source, in the sources' order; "|" parts
// alternatives (see FieldPath), "" stands for what a source does not know.
struct ColumnEntry {
    Column column;
    std::vector<const char*> paths;
};

TableLayout tableLayout(const QByteArrayList& idColumns, std::vector<RecordSource> sources,
    const std::vector<ColumnEntry>& entries);

} // namespace Telamon
