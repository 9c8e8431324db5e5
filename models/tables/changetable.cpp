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
        { { "on", QT_TRANSLATE_NOOP("Column", "On"), Text, Plain, true, 34 },
          { "/on" } },
        { { "outcome", QT_TRANSLATE_NOOP("Column", "Outcome"), Enum, Plain, true, 24 },
          { "/outcome" } },
        { { "profile", QT_TRANSLATE_NOOP("Column", "Connection"), Text, Plain, true, 16 },
          { "/profileName" } },
        { { "sentence", QT_TRANSLATE_NOOP("Column", "What came of it"), Text, Plain, false, 52 },
          { "/sentence" } },
        { { "verdict", QT_TRANSLATE_NOOP("Column", "Verdict"), Enum, Plain, false, 14 },
          { "/verdict" } },
        { { "progress", QT_TRANSLATE_NOOP("Column", "Progress"), Enum, Plain, false, 20 },
          { "/progress" } },
        { { "target", QT_TRANSLATE_NOOP("Column", "Request"), Text, Plain, false, 60 },
          { "/target" } },
        { { "method", QT_TRANSLATE_NOOP("Column", "Method"), Enum, Verbatim, false, 8 },
          { "/method" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "HTTP status"), Integer, Plain, false, 8 },
          { "/status" } },
        { { "attempts", QT_TRANSLATE_NOOP("Column", "Attempts"), Integer, Plain, false, 8 },
          { "#/attempts" } },
        { { "ended", QT_TRANSLATE_NOOP("Column", "Answered"), Time, Age, false, 12 },
          { "/endedAt" } },
        { { "operationId", QT_TRANSLATE_NOOP("Column", "Operation"), Text, Plain, false, 40 },
          { "/operationId" } },
        { { "progressText", QT_TRANSLATE_NOOP("Column", "Service says"), Text, Plain, false, 20 },
          { "/progressText" } },
        { { "statusKept", QT_TRANSLATE_NOOP("Column", "Ended as before"), Flag, Plain, false, 8 },
          { "/statusKept" } },
        { { "undoOf", QT_TRANSLATE_NOOP("Column", "Takes back"), Text, Plain, false, 38 },
          { "/undoOf" } },
        { { "origin", QT_TRANSLATE_NOOP("Column", "Service"), Text, Plain, false, 30 },
          { "/origin" } },
        { { "number", QT_TRANSLATE_NOOP("Column", "Number"), Integer, Plain, false, 8 },
          { "/number" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 38 },
          { "/id" } },
    });
    // clang-format on
}

} // namespace Telamon
