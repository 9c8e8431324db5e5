// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/journal.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// The service lists no migrations: those that the journal knows to have been begun are asked for one by one.
QStringList knownMigrations(const PageQuery& query)
{
    const Journal* journal = query.session.journal();
    const QList<Change> changes = journal ? journal->changes() : QList<Change>();
    QStringList ids;
    for (const Change& change : changes) {
        const QString id = change.answer.toObject().value("_id"_L1).toString();
        if (change.operationId == "createGroupLiveMigration"_L1 && !id.isEmpty()
            && change.arguments["parameters"_L1]["groupId"_L1].toString() == query.place.projectId)
            ids.append(id);
    }
    return ids;
}

void loadMigrations(const PageQuery& query, RecordLoad& load)
{
    Read projects = organizationRead(query, u"listOrgLiveMigrationAvailableProjects"_s, "availableProjects");
    projects.isMissingEmpty = true;
    load.add(projects);
    const QStringList known = knownMigrations(query);
    for (const QString& id : known) {
        Read read = projectRead(query, u"getGroupLiveMigration"_s, "migrations");
        read.arguments.parameters.insert(u"liveMigrationId"_s, id);
        read.isMissingEmpty = true;
        load.add(read);
    }
}

PageAction lookUp(const char* operationId, const char* label)
{
    return {.operationId = operationId,
        .label = label,
        .iconName = "search",
        .needsRow = false,
        .fixed = {{"groupId", "@projectId"}},
        .isMenuOnly = true};
}

PageAction lookUpRun()
{
    PageAction action =
        lookUp("getGroupPipelineRun", QT_TRANSLATE_NOOP("Page", "Look up a run (deprecated)…"));
    action.key = PageAction::Key::New;
    action.isMenuOnly = false;
    return action;
}

std::vector<PageAction::RowCondition> cutoverConditions()
{
    return {{"kind", "Migration", QT_TRANSLATE_NOOP("Page", "Choose a migration.")},
        {"status", "!COMPLETE", QT_TRANSLATE_NOOP("Page", "This migration is complete: it was cut over.")},
        {"status", "!FAILED", QT_TRANSLATE_NOOP("Page", "This migration has failed: begin a new one.")},
        {"status", "!EXPIRED",
            QT_TRANSLATE_NOOP("Page", "The time to cut over this migration has run out: begin a new one.")},
        {"status", "WORKING", QT_TRANSLATE_NOOP("Page", "This migration is not at work yet.")},
        {"ready", "true",
            QT_TRANSLATE_NOOP(
                "Page", "This migration is not ready for the cut-over yet, or is being cut over.")}};
}

std::vector<PageAction> migrationActions()
{
    const std::vector<ActionValue> project {{"groupId", "@projectId"}};
    const std::vector<ActionValue> organization {{"orgId", "@organizationId"}};
    const std::vector<ActionValue> fromDeployment {{"/body/source/clusterName", "name"},
        {"/body/source/groupId", "sourceGroupId"}, {"/body/destination/groupId", "@projectId"}};
    const PageAction::RowCondition deployment {
        "kind", "Source cluster", QT_TRANSLATE_NOOP("Page", "Choose a source cluster.")};
    return {{.operationId = "createGroupLiveMigration",
                .label = QT_TRANSLATE_NOOP("Page", "Migrate…"),
                .iconName = "migration",
                .fixed = project,
                .start = fromDeployment,
                .conditions = {deployment},
                .key = PageAction::Key::New},
        {.operationId = "validateGroupLiveMigrations",
            .label = QT_TRANSLATE_NOOP("Page", "Validate…"),
            .iconName = "acknowledge",
            .fixed = project,
            .start = fromDeployment,
            .conditions = {deployment}},
        {.operationId = "cutoverGroupLiveMigration",
            .label = QT_TRANSLATE_NOOP("Page", "Cut over…"),
            .iconName = "resume",
            .fixed = {{"groupId", "@projectId"}, {"liveMigrationId", "id"}},
            .conditions = cutoverConditions()},
        lookUp("getGroupLiveMigration", QT_TRANSLATE_NOOP("Page", "Look up a migration…")),
        lookUp("getGroupLiveMigrationValidateStatus", QT_TRANSLATE_NOOP("Page", "Look up a validation…")),
        {.operationId = "createOrgLiveMigrationLinkToken",
            .label = QT_TRANSLATE_NOOP("Page", "New link token…"),
            .iconName = "key",
            .needsRow = false,
            .fixed = organization,
            .isMenuOnly = true},
        {.operationId = "deleteOrgLiveMigrationLinkTokens",
            .label = QT_TRANSLATE_NOOP("Page", "Delete all link tokens…"),
            .iconName = "delete",
            .needsRow = false,
            .fixed = organization,
            .isMenuOnly = true}};
}

} // namespace

std::vector<PageDescription> migrationEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "liveMigrations",
        .title = QT_TRANSLATE_NOOP("Page", "Live migration"),
        .iconName = "migration",
        .places = {Kind::Project},
        .newModel = newJudged<migrationTable, judgeMigration, migrationWords>,
        .load = loadMigrations,
        .emptyText = QT_TRANSLATE_NOOP("Page",
            "No deployment can be migrated into this project. A link token (in the actions) connects this "
            "organization with the deployments' management."),
        .sortKey = "kind",
        .actions = migrationActions()});
    pages.push_back({.id = "pipelines",
        .title = QT_TRANSLATE_NOOP("Page", "Data lake pipelines"),
        .iconName = "pipeline",
        .places = {Kind::Project},
        .newModel = newPlain<pipelineRunTable>,
        .emptyText = QT_TRANSLATE_NOOP(
            "Page", "Pipelines cannot be listed. Look up a run by the pipeline's name and the run's ID."),
        .sortKey = "dataset",
        .actions = {lookUpRun()}});
    return pages;
}

} // namespace Telamon
