// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout serviceAccountSecretTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "secrets", "/secrets", "", {}, 0 },
    }, {
        { { "id", QT_TRANSLATE_NOOP("Column", "Secret"), Text, Plain, true, 26 },
          { "/id" } },
        { { "expires", QT_TRANSLATE_NOOP("Column", "Expires"), Time, Age, true, 12 },
          { "/expiresAt" } },
        { { "expiresAt", QT_TRANSLATE_NOOP("Column", "On"), Time, Moment, true, 18 },
          { "/expiresAt" } },
        { { "lastUsed", QT_TRANSLATE_NOOP("Column", "Last used"), Time, Age, true, 12 },
          { "/lastUsedAt" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/createdAt" } },
        { { "masked", QT_TRANSLATE_NOOP("Column", "Ends in"), Text, Plain, true, 24 },
          { "/maskedSecretValue" } },
    });
    // clang-format on
}

} // namespace Telamon
