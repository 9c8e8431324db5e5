// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout apiKeyTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "apiUserId" }, {
        { "keys", "/results", "", {}, 0 },
        { "accessList", "", "", {}, 0 },
    }, {
        { { "key", QT_TRANSLATE_NOOP("Column", "API key"), Text, Plain, true, 30 },
          { "/desc|/publicKey", "" } },
        { { "publicKey", QT_TRANSLATE_NOOP("Column", "Public key"), Text, Plain, true, 14 },
          { "/publicKey", "" } },
        { { "roles", QT_TRANSLATE_NOOP("Column", "Roles"), Enum, Roles, true, 44 },
          { "/roles/*/roleName", "" } },
        { { "entries", QT_TRANSLATE_NOOP("Column", "Access list"), Integer, Plain, true, 8 },
          { "", "#/results" } },
        { { "address", QT_TRANSLATE_NOOP("Column", "Addresses"), Text, List, true, 40 },
          { "", "/results/*/cidrBlock|/results/*/ipAddress" } },
        { { "lastUsed", QT_TRANSLATE_NOOP("Column", "Last used"), Time, Age, true, 12 },
          { "", "/results/*/lastUsed" } },
        { { "uses", QT_TRANSLATE_NOOP("Column", "Uses"), Integer, Plain, true, 8 },
          { "", "/results/*/count" } },
        { { "apiUserId", QT_TRANSLATE_NOOP("Column", "API key ID"), Text, Plain, false, 26 },
          { "/id", "" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization ID"), Text, Plain, false, 26 },
          { "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
