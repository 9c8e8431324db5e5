// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"
#include "models/judgements.h"
#include "models/recordwords.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/links.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// What only the overview of all clusters tells: why the navigator marks it.
Read withHealth(const PageQuery& query, Read read)
{
    for (const char* key : {"availability", "openAlerts", "dataSize"}) {
        if (const QString value = clusterValue(query, key); !value.isEmpty())
            read.known.insert(key, value);
    }
    const RecordModel& clusters = query.session.inventory().clusters();
    if (const auto record = clusterRecord(query))
        read.known.insert("health", attentionWord(clusters.recordAttention(*record)));
    return read;
}

void loadCluster(const PageQuery& query, RecordLoad& load)
{
    load.add(withHealth(query, clusterRead(query, u"getGroupCluster"_s, "cluster")));
}

void loadFlexCluster(const PageQuery& query, RecordLoad& load)
{
    load.add(withHealth(query, clusterRead(query, u"getGroupFlexCluster"_s, "flexCluster", u"name"_s)));
}

const std::vector<ActionValue>& ofCluster()
{
    static const std::vector<ActionValue> values {{"groupId", "@projectId"}, {"clusterName", "@clusterName"}};
    return values;
}

} // namespace

std::vector<PageDescription> clusterEntries()
{
    using Kind = Place::Kind;
    std::vector<PageDescription> pages;
    pages.push_back({.id = "cluster",
        .title = QT_TRANSLATE_NOOP("Page", "Overview"),
        .iconName = "cluster",
        .places = {Kind::Cluster},
        .newModel = newJudged<clusterFactsTable, judgeCluster, clusterWords>,
        .load = loadCluster,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster is not there any more."),
        .isSingle = true,
        .actions = {{.operationId = "pinGroupClusterFeatureCompatibilityVersion",
                        .label = QT_TRANSLATE_NOOP("Page", "Pin compatibility version…"),
                        .iconName = "pin",
                        .needsRow = false,
                        .fixed = ofCluster(),
                        .key = PageAction::Key::New},
            {.operationId = "unpinGroupClusterFeatureCompatibilityVersion",
                .label = QT_TRANSLATE_NOOP("Page", "Unpin compatibility version…"),
                .iconName = "unpin",
                .fixed = ofCluster(),
                .conditions = {{"pinnedUntil", "*", QT_TRANSLATE_NOOP("Page", "Nothing is pinned.")}}}},
        .links = {alertsLink()}});
    pages.push_back({.id = "flexCluster",
        .title = QT_TRANSLATE_NOOP("Page", "Overview"),
        .iconName = "flex",
        .places = {Kind::FlexCluster},
        .newModel = newJudged<clusterFactsTable, judgeCluster, clusterWords>,
        .load = loadFlexCluster,
        .emptyText = QT_TRANSLATE_NOOP("Page", "This cluster is not there any more."),
        .isSingle = true,
        .links = {alertsLink()}});
    return pages;
}

} // namespace Telamon
