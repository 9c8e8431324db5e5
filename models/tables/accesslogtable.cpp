// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout accessLogTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "at", "hostname", "line", "username", "address", "source", "result", "reason" }, {
        { "accessLogs", "/accessLogs", "", {}, 0 },
    }, {
        { { "time", QT_TRANSLATE_NOOP("Column", "Time"), Time, Moment, true, 18 },
          { "/timestamp" } },
        { { "result", QT_TRANSLATE_NOOP("Column", "Result"), Enum, Plain, true, 12 },
          { "/authResult?SUCCEEDED:FAILED" } },
        { { "username", QT_TRANSLATE_NOOP("Column", "User"), Text, Plain, true, 28 },
          { "/username" } },
        { { "reason", QT_TRANSLATE_NOOP("Column", "Reason"), Enum, Verbatim, true, 48 },
          { "/failureReason" } },
        { { "address", QT_TRANSLATE_NOOP("Column", "From address"), Text, Plain, true, 18 },
          { "/ipAddress" } },
        { { "hostname", QT_TRANSLATE_NOOP("Column", "Host"), Text, Plain, true, 40 },
          { "/hostname" } },
        { { "source", QT_TRANSLATE_NOOP("Column", "Database"), Enum, Verbatim, false, 12 },
          { "/authSource" } },
        { { "line", QT_TRANSLATE_NOOP("Column", "Log line"), Text, Plain, false, 60 },
          { "/logLine" } },
        { { "at", QT_TRANSLATE_NOOP("Column", "Timestamp"), Text, Plain, false, 28 },
          { "/timestamp" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "/groupId" } },
    });
    // clang-format on
}

} // namespace Telamon
