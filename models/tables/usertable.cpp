// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout userTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "id" }, {
        { "users", "/results", "", {}, 0 },
    }, {
        { { "username", QT_TRANSLATE_NOOP("Column", "User"), Text, Plain, true, 42 },
          { "/username" } },
        { { "name", QT_TRANSLATE_NOOP("Column", "Name"), Text, Plain, true, 24 },
          { "/firstName|_/lastName" } },
        { { "membership", QT_TRANSLATE_NOOP("Column", "Membership"), Enum, Plain, true, 20 },
          { "/orgMembershipStatus" } },
        { { "roles", QT_TRANSLATE_NOOP("Column", "Roles"), Enum, Roles, true, 44 },
          { "/roles/*|+/roles/orgRoles/*" } },
        { { "lastAuth", QT_TRANSLATE_NOOP("Column", "Last sign-in"), Time, Age, true, 12 },
          { "/lastAuth" } },
        { { "firstName", QT_TRANSLATE_NOOP("Column", "First name"), Text, Plain, false, 14 },
          { "/firstName" } },
        { { "lastName", QT_TRANSLATE_NOOP("Column", "Last name"), Text, Plain, false, 16 },
          { "/lastName" } },
        { { "invitationExpires", QT_TRANSLATE_NOOP("Column", "Invitation expires"), Time, Age, true, 14 },
          { "/invitationExpiresAt" } },
        { { "invitedBy", QT_TRANSLATE_NOOP("Column", "Invited by"), Text, Plain, true, 28 },
          { "/inviterUsername" } },
        { { "invited", QT_TRANSLATE_NOOP("Column", "Invited"), Time, Age, false, 12 },
          { "/invitationCreatedAt" } },
        { { "created", QT_TRANSLATE_NOOP("Column", "Created"), Time, Age, false, 12 },
          { "/createdAt" } },
        { { "teams", QT_TRANSLATE_NOOP("Column", "Teams"), Integer, Plain, false, 8 },
          { "#/teamIds" } },
        { { "projects", QT_TRANSLATE_NOOP("Column", "Projects"), Integer, Plain, false, 8 },
          { "#/roles/groupRoleAssignments" } },
        { { "country", QT_TRANSLATE_NOOP("Column", "Country"), Text, Plain, false, 8 },
          { "/country" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "ID"), Text, Plain, false, 26 },
          { "/id" } },
    });
    // clang-format on
}

} // namespace Telamon
