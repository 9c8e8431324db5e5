// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/enumwords.h"
#include "models/eventgroup.h"
#include "models/series/seriesbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestEventGroup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatAnEventIsAbout_data()
    {
        QTest::addColumn<QString>("group");
        const auto row = [](const char* type, const char* group) {
            QTest::newRow(type) << QString::fromLatin1(group);
        };
        row("OUTSIDE_METRIC_THRESHOLD", "Alerts");
        row("ORG_DAILY_BILL_OVER_THRESHOLD", "Alerts");
        row("ALERT_ACKNOWLEDGED_AUDIT", "Alerts");
        row("CLUSTER_MONGOS_IS_MISSING", "Alerts");
        row("PRIMARY_ELECTED", "Alerts");
        row("CLUSTER_CREATED", "Clusters");
        row("COMPUTE_AUTO_SCALE_INITIATED_BASE", "Clusters");
        row("PROJECT_SCHEDULED_MAINTENANCE", "Clusters");
        row("CPS_SNAPSHOT_FAILED", "Backup");
        row("TENANT_SNAPSHOT_COMPLETED_AUDIT", "Backup");
        row("TENANT_ENDPOINT_DELETED", "Clusters");
        row("FTS_INDEX_CREATED", "Search indexes");
        row("INVITED_TO_GROUP", "Access");
        row("MONGODB_USER_ADDED", "Access");
        row("MONGODB_LOGS_DOWNLOADED", "Other");
        row("INVOICE_CLOSED", "Other");
        row("A_TYPE_OF_TOMORROW", "Other");
        row("HOST", "Other");
    }
    void saysWhatAnEventIsAbout()
    {
        const std::string_view group = eventGroup(QTest::currentDataTag());
        const auto word = QString::fromUtf8(group.data(), qsizetype(group.size()));
        QTEST(enumWords(word), "group");
        QVERIFY(std::ranges::count(eventGroups(), word.toUtf8()) == 1); // it has a look of its own
        QVERIFY(eventGroups().size() <= MostSeries);
    }
};

TELAMON_TEST(TestEventGroup)
#include "test_eventgroup.moc"
