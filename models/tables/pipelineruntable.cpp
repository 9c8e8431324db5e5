// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout pipelineRunTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "runs", "", "", {}, 0 },
    }, {
        { { "dataset", QT_TRANSLATE_NOOP("Column", "Data set"), Text, Plain, true, 40 },
          { "/datasetName" } },
        { { "state", QT_TRANSLATE_NOOP("Column", "State"), Enum, Plain, true, 12 },
          { "/state" } },
        { { "phase", QT_TRANSLATE_NOOP("Column", "Phase"), Enum, Plain, true, 12 },
          { "/phase" } },
        { { "frequency", QT_TRANSLATE_NOOP("Column", "Frequency"), Enum, Plain, true, 12 },
          { "/backupFrequencyType" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/createdDate" } },
        { { "updated", QT_TRANSLATE_NOOP("Column", "Updated"), Time, Age, true, 12 },
          { "/lastUpdatedDate" } },
        { { "size", QT_TRANSLATE_NOOP("Column", "Exported"), Integer, Bytes, true, 10 },
          { "/stats/bytesExported" } },
        { { "snapshotId", QT_TRANSLATE_NOOP("Column", "Snapshot ID"), Text, Plain, false, 26 },
          { "/snapshotId" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/_id" } },
    });
    // clang-format on
}

} // namespace Telamon
