// SPDX-License-Identifier: GPL-3.0-or-later
// People. They belong to organisations; a project shows those that have roles in it.
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
// Of the organisation named, or of that of the project.
std::vector<Row>& usersOf(Store& store, const Place& place)
{
    Scope scope;
    scope.organization =
        place.organization ? place.organization : store.organization(place.project->organizationId);
    scope.projects = store.projects();
    return store.room(u"users"_s, scope, makeUsers);
}

QJsonArray assignmentsOf(const Row& user)
{
    return user.value[u"roles"_s][u"groupRoleAssignments"_s].toArray();
}

void setAssignments(Row& user, const QJsonArray& assignments)
{
    QJsonObject roles = user.value.value(u"roles"_s).toObject();
    roles[u"groupRoleAssignments"_s] = assignments;
    user.set(merged(user.value, {{u"roles"_s, roles}}));
}

QJsonArray rolesIn(const Row& user, const QString& projectId)
{
    const QJsonArray assignments = assignmentsOf(user);
    for (const QJsonValue& assignment : assignments) {
        if (assignment[u"groupId"_s] == projectId)
            return assignment[u"groupRoles"_s].toArray();
    }
    return {};
}

QJsonObject asProjectUser(const Row& user, const QString& projectId)
{
    QJsonObject value = merged(user.value, {{u"roles"_s, rolesIn(user, projectId)}});
    value.remove(u"teamIds"_s);
    return value;
}

bool isWanted(const Call& call, const Row& user)
{
    const QString name = call.query(u"username");
    QStringList statuses = call.queryAll(u"orgMembershipStatuses");
    statuses += call.queryAll(u"orgMembershipStatus"); // its older name
    return (name.isEmpty() || user.value.value(u"username"_s).toString() == name)
        && (statuses.isEmpty() || statuses.contains(user.value.value(u"orgMembershipStatus"_s).toString()));
}

Answer listOrgUsers(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    QList<QByteArray> rows;
    for (const Row& user : *found.rows) {
        if (isWanted(call, user))
            rows.append(user.json);
    }
    return call.page(rows);
}

Answer listGroupUsers(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const QString id = found.place.project->id;
    QList<QByteArray> rows;
    for (const Row& user : *found.rows) {
        // Owners of the organisation can reach every project.
        const bool reaches = call.flag(u"includeOrgUsers", false)
            && user.value[u"roles"_s][u"orgRoles"_s].toArray().contains(u"ORG_OWNER"_s);
        if (isWanted(call, user) && (reaches || !rolesIn(user, id).isEmpty()))
            rows.append(jsonAnswer(asProjectUser(user, id)).json);
    }
    return call.page(rows);
}

Found findInProject(const Call& call)
{
    Found found = find(call);
    if (found.row && rolesIn(*found.row, found.place.project->id).isEmpty()) {
        found.row = nullptr;
        found.refusal = errorAnswer(404, "USER_NOT_IN_GROUP",
            u"The user has no role in group %1."_s.arg(found.place.project->id), {found.place.project->id});
    }
    return found;
}

Answer getGroupUser(const Call& call)
{
    const Found found = findInProject(call);
    return found.row ? jsonAnswer(asProjectUser(*found.row, found.place.project->id)) : found.refusal;
}

Row& invite(const Call& call, std::vector<Row>& users, const QString& username)
{
    Store& store = call.store();
    const QString id = store.newId();
    users.push_back(Row::of(id,
        {{u"id"_s, id}, {u"orgMembershipStatus"_s, u"PENDING"_s}, {u"username"_s, username},
            {u"invitationCreatedAt"_s, isoTime(store.now())},
            {u"invitationExpiresAt"_s, isoTime(store.now() + 30 * day)},
            {u"inviterUsername"_s, u"sandbox@example.com"_s}, {u"teamIds"_s, QJsonArray()},
            {u"roles"_s, QJsonObject {{u"orgRoles"_s, QJsonArray {u"ORG_MEMBER"_s}}}}}));
    return users.back();
}

Answer addGroupUsers(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const QJsonArray roles = call.body().value(u"roles"_s).toArray();
    for (qsizetype i = 0; i < roles.size(); ++i) {
        if (!roles.at(i).toString().startsWith("GROUP_"_L1))
            return invalidAnswer({{u"roles.%1"_s.arg(i), u"The role is not one of a project."_s}});
    }
    const QString username = call.body().value(u"username"_s).toString();
    const QString id = found.place.project->id;
    Row* user = nullptr;
    for (Row& known : *found.rows) {
        const QString status = known.value.value(u"orgMembershipStatus"_s).toString();
        if (known.value.value(u"username"_s) == username && (status == "ACTIVE"_L1 || status == "PENDING"_L1))
            user = &known;
    }
    if (user && !rolesIn(*user, id).isEmpty())
        return errorAnswer(409, "USER_ALREADY_IN_GROUP",
            u"User %1 already has roles in group %2."_s.arg(username, id), {username, id});
    if (!user)
        user = &invite(call, *found.rows, username);
    QJsonArray assignments = assignmentsOf(*user);
    assignments.append(QJsonObject {{u"groupId"_s, id}, {u"groupRoles"_s, roles}});
    setAssignments(*user, assignments);
    return jsonAnswer(asProjectUser(*user, id), 201);
}

bool isOwner(const Row& user, const QString& projectId)
{
    return user.value.value(u"orgMembershipStatus"_s) == "ACTIVE"_L1
        && rolesIn(user, projectId).contains(u"GROUP_OWNER"_s);
}

Answer removeGroupUser(const Call& call)
{
    const Found found = findInProject(call);
    if (!found.row)
        return found.refusal;
    const QString id = found.place.project->id;
    const auto owners = std::count_if(
        found.rows->begin(), found.rows->end(), [&id](const Row& user) { return isOwner(user, id); });
    if (owners == 1 && isOwner(*found.row, id))
        return errorAnswer(
            400, "CANNOT_REMOVE_LAST_GROUP_OWNER", u"Group %1 must keep at least one owner."_s.arg(id), {id});
    QJsonArray kept;
    const QJsonArray assignments = assignmentsOf(*found.row);
    for (const QJsonValue& assignment : assignments) {
        if (assignment[u"groupId"_s] != id)
            kept.append(assignment);
    }
    setAssignments(*found.row, kept);
    return noContent();
}

constexpr Resource users {projectOf, usersOf, "userId", "User with ID", "USER_NOT_FOUND"};
constexpr Resource organizationUsers {organizationOf, usersOf};
} // namespace

std::span<const Entry> userRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/users", "listGroupUsers", "2023-01-01 2025-02-19", listGroupUsers, &users},
        {"POST", "/groups/{groupId}/users", "addGroupUsers", "2025-02-19", addGroupUsers, &users},
        {"GET", "/groups/{groupId}/users/{userId}", "getGroupUser", "2025-02-19", getGroupUser, &users},
        {"DELETE", "/groups/{groupId}/users/{userId}", "removeGroupUser", "2023-01-01 2025-02-19",
            removeGroupUser, &users},
        {"GET", "/orgs/{orgId}/users", "listOrgUsers", "2023-01-01 2025-02-19", listOrgUsers,
            &organizationUsers},
    };
    return entries;
}

} // namespace Telamon::Sandbox
