// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row> none(const Dataset&, const Scope&)
{
    return {};
}

// The first and the last organisation are linked with their own servers from the beginning.
std::vector<Row> makeLink(const Dataset&, const Scope& scope)
{
    if (!scope.organization->isWritable)
        return {};
    return {Row::of(scope.organization->id, {})};
}

std::vector<Row>& migrationsOf(Store& store, const Place& place)
{
    return store.room(u"liveMigrations"_s, place, none);
}

std::vector<Row>& validationsOf(Store& store, const Place& place)
{
    return store.room(u"migrationValidations"_s, place, none);
}

std::vector<Row>& linksOf(Store& store, const Place& place)
{
    return store.room(u"migrationLinks"_s, place, makeLink);
}

std::vector<Row>& sourcesOf(Store& store, const Place& place)
{
    return store.room(u"migrationSources"_s, place, makeAvailableProjects);
}

Answer listAvailableProjects(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    const bool isLinked = !linksOf(call.store(), found.place).empty();
    return {200, '[' + (isLinked ? texts(*found.rows) : QByteArrayList()).join(',') + ']', {}};
}

// Answered with 201 although the document says 200.
Answer createLinkToken(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    if (found.rows->empty())
        found.rows->push_back(Row::of(found.place.organization->id, {}));
    return jsonAnswer({{u"linkToken"_s, QString::fromLatin1(unguessable(64))}}, 201);
}

Answer deleteLinkTokens(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    if (found.rows->empty()) // so answered by the service
        return errorAnswer(
            404, "UNEXPECTED_ERROR", u"Could not find the requested external organization link."_s);
    found.rows->clear();
    return noContent();
}

QString sourceError(Store& store, const Place& place, const QJsonObject& source)
{
    Place owner;
    owner.organization = store.organization(place.project->organizationId);
    if (linksOf(store, owner).empty())
        return u"The organization is not linked with the source."_s;
    const Row* project = findRow(sourcesOf(store, owner), source.value(u"groupId"_s).toString());
    if (!project)
        return u"The source project cannot be reached."_s;
    const QJsonArray deployments = project->value.value(u"deployments"_s).toArray();
    const bool isThere = std::any_of(deployments.begin(), deployments.end(),
        [&source](const auto& one) { return one[u"name"_s] == source.value(u"clusterName"_s); });
    return isThere ? QString() : u"The source cluster cannot be reached."_s;
}

// What can be told before anything begins.
Answer refusedDestination(const Call& call, const Place& place)
{
    const QJsonObject destination = call.body().value(u"destination"_s).toObject();
    if (destination.value(u"groupId"_s) != place.project->id)
        return invalidAnswer({{u"destination.groupId"_s, u"The id is not that of the project."_s}});
    const QString name = destination.value(u"clusterName"_s).toString();
    const Cluster* cluster = call.store().cluster(*place.project, name);
    if (!cluster || cluster->isFlex() || cluster->isTenant())
        return invalidAnswer(
            {{u"destination.clusterName"_s, u"The project has no dedicated cluster of that name."_s}});
    return {};
}

Answer createMigration(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    if (Answer refusal = refusedDestination(call, found.place); refusal.isError())
        return refusal;
    Store& store = call.store();
    const QString id = store.newId();
    Row migration = Row::of(id,
        {{u"_id"_s, id}, {u"lagTimeSeconds"_s, QJsonValue()}, {u"readyForCutover"_s, false},
            {u"status"_s, u"NEW"_s}, {u"migrationHosts"_s, call.body().value(u"migrationHosts"_s)}});
    const QJsonObject source = call.body().value(u"source"_s).toObject();
    migration.steps = {{store.after(1), {{u"status"_s, u"WORKING"_s}}, false}};
    if (!sourceError(store, found.place, source).isEmpty()) {
        migration.steps.push_back({store.after(2), {{u"status"_s, u"FAILED"_s}}, false});
    } else {
        migration.steps.push_back({store.after(2), {{u"lagTimeSeconds"_s, 1860}}, false});
        migration.steps.push_back({store.after(3), {{u"lagTimeSeconds"_s, 74}}, false});
        migration.steps.push_back(
            {store.after(4), {{u"lagTimeSeconds"_s, 1}, {u"readyForCutover"_s, true}}, false});
    }
    found.rows->push_back(migration);
    return rowAnswer(migration, 201);
}

Answer cutover(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    if (!found.row->value.value(u"readyForCutover"_s).toBool())
        return errorAnswer(400, "LIVE_MIGRATION_NOT_READY_FOR_CUTOVER",
            u"Live migration %1 is not ready for cutover."_s.arg(found.row->id), {found.row->id});
    found.row->set(merged(found.row->value, {{u"readyForCutover"_s, false}}));
    found.row->steps = {
        {call.store().after(1), {{u"status"_s, u"COMPLETE"_s}, {u"lagTimeSeconds"_s, 0}}, false}};
    return noContent(202);
}

Answer validateMigration(const Call& call)
{
    const Found found = findAll(call);
    if (!found.rows)
        return found.refusal;
    if (Answer refusal = refusedDestination(call, found.place); refusal.isError())
        return refusal;
    Store& store = call.store();
    const QJsonObject source = call.body().value(u"source"_s).toObject();
    const QString error = sourceError(store, found.place, source);
    const QString id = store.newId();
    Row validation = Row::of(id,
        {{u"_id"_s, id}, {u"groupId"_s, found.place.project->id},
            {u"sourceGroupId"_s, source.value(u"groupId"_s)}, {u"status"_s, u"PENDING"_s},
            {u"errorMessage"_s, QJsonValue()}});
    validation.steps = {{store.after(1),
        error.isEmpty() ? QJsonObject {{u"status"_s, u"SUCCESS"_s}}
                        : QJsonObject {{u"status"_s, u"FAILED"_s}, {u"errorMessage"_s, error}},
        false}};
    found.rows->push_back(validation);
    return rowAnswer(validation);
}

constexpr Resource migrations {projectOf, migrationsOf, "liveMigrationId", "Live migration with id"};
constexpr Resource validations {projectOf, validationsOf, "validationId", "Validation with id"};
constexpr Resource links {organizationOf, linksOf};
constexpr Resource sources {organizationOf, sourcesOf};
} // namespace

std::span<const Entry> liveMigrationRoutes()
{
    static constexpr Entry entries[] = {
        {"POST", "/groups/{groupId}/liveMigrations", "createGroupLiveMigration", "2023-01-01 2024-05-30",
            createMigration, &migrations},
        {"GET", "/groups/{groupId}/liveMigrations/{liveMigrationId}", "getGroupLiveMigration", "2023-01-01",
            oneRow, &migrations},
        {"PUT", "/groups/{groupId}/liveMigrations/{liveMigrationId}/cutover", "cutoverGroupLiveMigration",
            "2023-01-01", cutover, &migrations},
        {"POST", "/groups/{groupId}/liveMigrations/validate", "validateGroupLiveMigrations",
            "2023-01-01 2024-05-30", validateMigration, &validations},
        {"GET", "/groups/{groupId}/liveMigrations/validate/{validationId}",
            "getGroupLiveMigrationValidateStatus", "2023-01-01", oneRow, &validations},
        {"GET", "/orgs/{orgId}/liveMigrations/availableProjects", "listOrgLiveMigrationAvailableProjects",
            "2023-01-01", listAvailableProjects, &sources},
        {"POST", "/orgs/{orgId}/liveMigrations/linkTokens", "createOrgLiveMigrationLinkToken", "2023-01-01",
            createLinkToken, &links},
        {"DELETE", "/orgs/{orgId}/liveMigrations/linkTokens", "deleteOrgLiveMigrationLinkTokens",
            "2023-01-01", deleteLinkTokens, &links},
    };
    return entries;
}

} // namespace Telamon::Sandbox
