// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchindexmodel.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

void loadSearchIndexes(const PageQuery& query, RecordLoad& load)
{
    load.add(clusterRead(query, u"listGroupClusterSearchIndexes"_s, "searchIndexes"));
}

std::vector<ActionValue> byName()
{
    return {{"groupId", "@projectId"}, {"clusterName", "@clusterName"}, {"databaseName", "database"},
        {"collectionName", "collection"}, {"indexName", "name"}};
}

std::vector<ActionValue> byId()
{
    return {{"groupId", "@projectId"}, {"clusterName", "@clusterName"}, {"indexId", "id"}};
}

// What is built may not be what was defined last: of each host the index in use, and the one that is to
// replace it.
PageDetailJson definition()
{
    return {.title = QT_TRANSLATE_NOOP("Page", "Definition"),
        .pointer = "/latestDefinition",
        .alternatives = {{"/statusDetail/*/mainIndex/definition", "/hostname",
                             QT_TRANSLATE_NOOP("Page", "%1, main")},
            {"/statusDetail/*/stagedIndex/definition", "/hostname", QT_TRANSLATE_NOOP("Page", "%1, staged")}},
        .own = QT_TRANSLATE_NOOP("Page", "Latest"),
        .same = QT_TRANSLATE_NOOP("Page", "Same as the latest."),
        .difference = QT_TRANSLATE_NOOP(
            "Page", "Compared with the latest: lines only here (+): %1, lines not here (-): %2.")};
}

} // namespace

std::vector<PageDescription> searchIndexEntries()
{
    std::vector<PageDescription> pages;
    pages.push_back({.id = "searchIndexes",
        .title = QT_TRANSLATE_NOOP("Page", "Search indexes"),
        .iconName = "searchindex",
        .places = {Place::Kind::Cluster},
        .newModel = newModel<SearchIndexModel>,
        .load = loadSearchIndexes,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster has no search index."),
        .detailTables = {{QT_TRANSLATE_NOOP("Page", "Hosts"), searchIndexHostTable, "hosts"}},
        .detailJson = {definition()},
        .actions = {{.operationId = "createGroupClusterSearchIndex",
                        .label = QT_TRANSLATE_NOOP("Page", "New index…"),
                        .iconName = "add",
                        .needsRow = false,
                        .fixed = {{"groupId", "@projectId"}, {"clusterName", "@clusterName"}},
                        .key = PageAction::Key::New},
            {.operationId = "updateGroupClusterSearchIndexByName",
                .label = QT_TRANSLATE_NOOP("Page", "Edit index…"),
                .iconName = "edit",
                .fixed = byName(),
                .key = PageAction::Key::Edit},
            {.operationId = "deleteGroupClusterSearchIndexByName",
                .label = QT_TRANSLATE_NOOP("Page", "Delete index…"),
                .iconName = "delete",
                .fixed = byName(),
                .key = PageAction::Key::Delete},
            {.operationId = "updateGroupClusterSearchIndex",
                .label = QT_TRANSLATE_NOOP("Page", "Edit index by its ID…"),
                .iconName = "edit",
                .fixed = byId(),
                .isMenuOnly = true},
            {.operationId = "deleteGroupClusterSearchIndex",
                .label = QT_TRANSLATE_NOOP("Page", "Delete index by its ID…"),
                .iconName = "delete",
                .fixed = byId(),
                .isMenuOnly = true},
            {.operationId = "deleteGroupClusterFtsIndex",
                .label = QT_TRANSLATE_NOOP("Page", "Delete index the old way (deprecated)…"),
                .iconName = "delete",
                .fixed = byId(),
                .isMenuOnly = true}}});
    return pages;
}

} // namespace Telamon
