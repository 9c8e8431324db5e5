// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout changeTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "changes", "", "", {}, 0 },
    }, {
        { { "created", QT_TRANSLATE_NOOP("Column", "When"), Time, Age, true, 12 },
          { "/createdAt" } },
        { { "title", QT_TRANSLATE_NOOP("Column", "What"), Text, Plain, true, 34 },
          { "/title|/operationId" } },
        { { "verdict", QT_TRANSLATE_NOOP("Column", "Verdict"), Enum, Plain, true, 14 },
          { "/verdict" } },
        { { "progress", QT_TRANSLATE_NOOP("Column", "Progress"), Enum, Plain, true, 20 },
          { "/progress" } },
        { { "sentence", QT_TRANSLATE_NOOP("Column", "What came of it"), Text, Plain, true, 52 },
          { "/sentence" } },
        { { "target", QT_TRANSLATE_NOOP("Column", "Request"), Text, Plain, true, 60 },
          { "/target" } },
        { { "profile", QT_TRANSLATE_NOOP("Column", "Connection"), Text, Plain, true, 16 },
          { "/profileName" } },
        { { "method", QT_TRANSLATE_NOOP("Column", "Method"), Enum, Verbatim, false, 8 },
          { "/method" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Integer, Plain, false, 8 },
          { "/status" } },
        { { "attempts", QT_TRANSLATE_NOOP("Column", "Attempts"), Integer, Plain, false, 8 },
          { "#/attempts" } },
        { { "ended", QT_TRANSLATE_NOOP("Column", "Ended"), Time, Age, false, 12 },
          { "/endedAt" } },
        { { "operationId", QT_TRANSLATE_NOOP("Column", "Operation"), Text, Plain, false, 40 },
          { "/operationId" } },
        { { "progressText", QT_TRANSLATE_NOOP("Column", "Service says"), Text, Plain, false, 20 },
          { "/progressText" } },
        { { "undoOf", QT_TRANSLATE_NOOP("Column", "Takes back"), Text, Plain, false, 38 },
          { "/undoOf" } },
        { { "origin", QT_TRANSLATE_NOOP("Column", "Service"), Text, Plain, false, 30 },
          { "/origin" } },
        { { "number", QT_TRANSLATE_NOOP("Column", "Number"), Integer, Plain, false, 8 },
          { "/number" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "Id"), Text, Plain, false, 38 },
          { "/id" } },
    });
    // clang-format on
}

} // namespace Telamon
