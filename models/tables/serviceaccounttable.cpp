// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout serviceAccountTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "clientId" }, {
        { "serviceAccounts", "/results", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Service account"), Text, Plain, true, 28 },
          { "/name" } },
        { { "description", QT_TRANSLATE_NOOP("Column", "Description"), Text, Plain, true, 36 },
          { "/description" } },
        { { "roles", QT_TRANSLATE_NOOP("Column", "Roles"), Enum, Roles, true, 36 },
          { "/roles/*" } },
        { { "secrets", QT_TRANSLATE_NOOP("Column", "Secrets"), Integer, Plain, true, 8 },
          { "#/secrets" } },
        { { "expires", QT_TRANSLATE_NOOP("Column", "Secrets valid until"), Time, Age, true, 18 },
          { "/secrets/*/expiresAt" } },
        { { "lastUsed", QT_TRANSLATE_NOOP("Column", "Last used"), Time, Age, true, 12 },
          { "/secrets/*/lastUsedAt" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, true, 12 },
          { "/createdAt" } },
        { { "clientId", QT_TRANSLATE_NOOP("Column", "Client ID"), Text, Plain, false, 40 },
          { "/clientId" } },
    });
    // clang-format on
}

} // namespace Telamon
