// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout apiKeyTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "apiUserId", "address" }, {
        { "keys", "/results", "", {}, 0 },
        { "entries", "/results", "", {}, 0 },
    }, {
        { { "key", QT_TRANSLATE_NOOP("Column", "API key"), Text, Plain, true, 30 },
          { "/desc|/publicKey", "" } },
        { { "kind", QT_TRANSLATE_NOOP("Column", "What"), Enum, Plain, true, 20 },
          { "=API key", "=Access list entry" } },
        { { "publicKey", QT_TRANSLATE_NOOP("Column", "Public key"), Text, Plain, true, 14 },
          { "/publicKey", "" } },
        { { "roles", QT_TRANSLATE_NOOP("Column", "Roles"), Text, List, true, 36 },
          { "/roles/*/roleName", "" } },
        { { "address", QT_TRANSLATE_NOOP("Column", "Address"), Text, Plain, true, 36 },
          { "", "/cidrBlock|/ipAddress" } },
        { { "uses", QT_TRANSLATE_NOOP("Column", "Uses"), Integer, Plain, true, 8 },
          { "", "/count" } },
        { { "lastUsed", QT_TRANSLATE_NOOP("Column", "Last used"), Time, Age, true, 12 },
          { "", "/lastUsed" } },
        { { "lastAddress", QT_TRANSLATE_NOOP("Column", "Last used from"), Text, Plain, true, 18 },
          { "", "/lastUsedAddress" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "", "/created" } },
        { { "ipAddress", QT_TRANSLATE_NOOP("Column", "IP address"), Text, Plain, false, 18 },
          { "", "/ipAddress" } },
        { { "apiUserId", QT_TRANSLATE_NOOP("Column", "API key id"), Text, Plain, false, 26 },
          { "/id", "" } },
        { { "orgId", QT_TRANSLATE_NOOP("Column", "Organization id"), Text, Plain, false, 26 },
          { "", "" } },
    });
    // clang-format on
}

} // namespace Telamon
