// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clusteralerts.h"
#include "models/clustermodel.h"
#include "models/judgements.h"
#include "tests/models/judgedrecords.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

const QByteArray usual = "{\"status\":\"OPEN\",\"eventTypeName\":\"TOO_MANY_ELECTIONS\"";
const QByteArray severe = "{\"status\":\"OPEN\",\"eventTypeName\":\"NO_PRIMARY\"";
const QByteArray ofCluster = ",\"clusterName\":\"c1\"}";

const QByteArray clusterShown =
    "{\"id\":\"i1\",\"name\":\"c1\",\"groupId\":\"g1\",\"stateName\":\"IDLE\",\"connectionStrings\":"
    "{\"standard\":\"mongodb://h1.x.net:27017,h2.x.net:27017/?ssl=true\"}}";
const QByteArray overview = "{\"groupId\":\"g1\",\"clusters\":"
                            "[{\"name\":\"c1\",\"availability\":\"available\",\"alertCount\":1}]}";

} // namespace

class TestClusterAlerts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClusterIsMarkedAsItsWorstOpenAlert_data()
    {
        QTest::addColumn<QByteArray>("alerts");
        QTest::addColumn<int>("marked");
        const auto add = [](const char* name, const QByteArray& alerts, RecordModel::Attention marked) {
            QTest::newRow(name) << alerts << int(marked);
        };
        add("none", {}, RecordModel::NoAttention);
        add("a usual one", usual + ofCluster, RecordModel::Warning);
        add("the worst", usual + ofCluster + ',' + severe + ofCluster, RecordModel::Critical);
        add("acknowledged", severe + ",\"acknowledgedUntil\":\"2026-12-01T00:00:00Z\"" + ofCluster,
            RecordModel::Notice);
        add("acknowledged until before",
            severe + ",\"acknowledgedUntil\":\"2026-10-01T00:00:00Z\"" + ofCluster, RecordModel::Critical);
        add("of another cluster", severe + ",\"clusterName\":\"c2\"}", RecordModel::NoAttention);
        add("of its id", severe + ",\"parentClusterId\":\"i1\"}", RecordModel::Critical);
        add("of another id", severe + ",\"clusterId\":\"i2\"}", RecordModel::NoAttention);
        add("of its host", severe + ",\"hostnameAndPort\":\"h2.x.net:27017\"}", RecordModel::Critical);
        add("of a host that ends alike", severe + ",\"hostnameAndPort\":\"2.x.net:27017\"}",
            RecordModel::NoAttention);
        add("of another host", severe + ",\"hostnameAndPort\":\"h3.x.net:27017\"}", RecordModel::NoAttention);
        add("of no cluster", severe + '}', RecordModel::NoAttention);
    }
    void aClusterIsMarkedAsItsWorstOpenAlert()
    {
        QFETCH(const QByteArray, alerts);
        QFETCH(const int, marked);
        ClusterAlerts open;
        ClusterModel clusters;
        const QAbstractItemModelTester tester(
            &clusters, QAbstractItemModelTester::FailureReportingMode::QtTest);
        clusters.setAlerts(open);
        loadJudged(clusters, "listGroupClusters", results(clusterShown));
        loadJudged(clusters, "listClusterDetails", results(overview));
        QCOMPARE(clusters.rowCount(), 1);
        QCOMPARE(clusters.attention(0), RecordModel::Warning); // there is one, and not more is known
        QSignalSpy counted(&clusters, &RecordModel::countsChanged);
        open.begin();
        open.add(u"g1"_s, results(alerts));
        QCOMPARE(clusters.attention(0), RecordModel::Warning); // not all has been read
        open.end();
        QVERIFY(counted.count() > 0);
        QCOMPARE(int(clusters.attention(0)), marked);
    }

    void theFilterFollowsTheAlerts()
    {
        ClusterAlerts open;
        ClusterModel clusters;
        clusters.setAlerts(open);
        loadJudged(clusters, "listGroupClusters", results(clusterShown));
        QCOMPARE(clusters.setFilter(u"attention:critical"_s), QString());
        QCOMPARE(clusters.rowCount(), 0);
        open.begin();
        open.add(u"g1"_s, results(severe + ofCluster));
        open.end();
        QCOMPARE(clusters.rowCount(), 1);
        open.begin();
        open.add(u"g1"_s, results(severe + ofCluster));
        open.drop(u"g1"_s); // not read whole
        open.end();
        QCOMPARE(clusters.rowCount(), 0);
    }

    void theWorseOfAvailabilityAndAlertsDecides()
    {
        using M = RecordModel;
        QCOMPARE(judgeHealth(u"unavailable"_s, M::NoAttention, 0), M::Critical);
        QCOMPARE(judgeHealth(u"warning"_s, M::Critical, 0), M::Critical);
        QCOMPARE(judgeHealth(u"warning"_s, M::Notice, 3), M::Warning);
        QCOMPARE(judgeHealth(u"available"_s, M::Notice, 3), M::Notice);
        QCOMPARE(judgeHealth({}, {}, 3), M::Warning);
        QCOMPARE(judgeHealth({}, {}, 0), M::NoAttention);
    }
};

TELAMON_TEST(TestClusterAlerts)
#include "test_clusteralerts.moc"
