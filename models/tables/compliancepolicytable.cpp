// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout compliancePolicyTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "groupId" }, {
        { "policy", "", "", {}, 0 },
    }, {
        { { "name", QT_TRANSLATE_NOOP("Column", "Policy"), Text, Plain, false, 26 },
          { "=Backup compliance policy" } },
        { { "state", QT_TRANSLATE_NOOP("Column", "State"), Enum, Plain, true, 12 },
          { "/state" } },
        { { "copyProtection", QT_TRANSLATE_NOOP("Column", "Copies protected"), Flag, Plain, true, 0 },
          { "/copyProtectionEnabled" } },
        { { "encryption", QT_TRANSLATE_NOOP("Column", "Encryption at rest"), Flag, Plain, true, 0 },
          { "/encryptionAtRestEnabled" } },
        { { "pointInTime", QT_TRANSLATE_NOOP("Column", "Point-in-time restore"), Flag, Plain, true, 0 },
          { "/pitEnabled" } },
        { { "restoreWindow", QT_TRANSLATE_NOOP("Column", "Restore window"), Integer, Plain, true, 12 },
          { "/restoreWindowDays" } },
        { { "items", QT_TRANSLATE_NOOP("Column", "Scheduled items"), Integer, Plain, true, 10 },
          { "#/scheduledPolicyItems" } },
        { { "deletable", QT_TRANSLATE_NOOP("Column", "Can be lifted"), Flag, Plain, true, 0 },
          { "/deletable" } },
        { { "authorized", QT_TRANSLATE_NOOP("Column", "Authorized person"), Text, Plain, true, 24 },
          { "/authorizedUserFirstName|_/authorizedUserLastName" } },
        { { "email", QT_TRANSLATE_NOOP("Column", "Authorized e-mail address"), Text, Plain, true, 34 },
          { "/authorizedEmail" } },
        { { "updated", QT_TRANSLATE_NOOP("Column", "Updated"), Time, Age, true, 12 },
          { "/updatedDate" } },
        { { "updatedBy", QT_TRANSLATE_NOOP("Column", "Updated by"), Text, Plain, true, 28 },
          { "/updatedUser" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "" } },
    });
    // clang-format on
}

} // namespace Telamon
