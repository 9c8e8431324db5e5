// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clusteralerts.h"
#include "models/clustermodel.h"
#include "tests/models/judgedrecords.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <optional>

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

    void theWorstOfAProjectIsOfAllItsAlerts()
    {
        ClusterAlerts open;
        QCOMPARE(open.worstOf(u"g1"_s, judgedAt), RecordModel::NoAttention); // not read
        open.begin();
        open.add(u"g1"_s, results(usual + ofCluster + ',' + severe + '}'));
        open.add(u"g2"_s, results(severe + ",\"acknowledgedUntil\":\"2026-12-01T00:00:00Z\"}"));
        open.end();
        QCOMPARE(open.worstOf(u"g1"_s, judgedAt), RecordModel::Critical); // about no cluster
        QCOMPARE(open.worstOf(u"g2"_s, judgedAt), RecordModel::Notice);
        QCOMPARE(open.worstOf(u"g2"_s, judgedAt + 60 * 86'400'000LL), RecordModel::Critical);
        QCOMPARE(open.worst({.projectId = u"g1"_s, .name = u"c1"_s, .id = {}, .connection = {}}, judgedAt),
            std::optional(RecordModel::Warning));
    }

    // The words and the mark are of the same reasons, the worst first.
    void theToolTipOfTheNameSaysWhyAClusterIsMarked_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QByteArray>("seen");
        QTest::addColumn<QByteArray>("alerts");
        QTest::addColumn<bool>("areRead");
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("marked");
        const auto add = [](const char* name, const QByteArray& facts, const QByteArray& seen,
                             const std::optional<QByteArray>& alerts, const QString& why,
                             RecordModel::Attention marked) {
            QTest::newRow(name) << facts << seen << alerts.value_or(QByteArray()) << alerts.has_value() << why
                                << int(marked);
        };
        const QByteArray none;
        const QByteArray well = "\"availability\":\"available\",\"alertCount\":0";
        const QByteArray unwell = "\"availability\":\"warning\",\"alertCount\":3";
        const QByteArray dead = "\"availability\":\"dead\",\"alertCount\":3";
        const QByteArray idle = "\"stateName\":\"IDLE\"";
        const QByteArray unsaved =
            ",\"backupEnabled\":false,\"tags\":[{\"key\":\"environment\",\"value\":\"production\"}]";
        const QString noted = u"\nDeleting\nPaused\nProduction without backup"_s;
        add("nothing", idle, well, none, {}, RecordModel::NoAttention);
        add("nothing is known", {}, "\"alertCount\":0", {}, {}, RecordModel::NoAttention);
        add("alerts that were not read", idle, unwell, {}, u"\nOpen alerts: 3\nAvailability: Warning"_s,
            RecordModel::Warning);
        add("alerts of which none is open any more", idle, unwell, none, u"\nAvailability: Warning"_s,
            RecordModel::Warning);
        add("the worst alert first", idle, unwell, usual + ofCluster + ',' + severe + ofCluster,
            u"\nWorst open alert: critical\nAvailability: Warning"_s, RecordModel::Critical);
        add("a worse availability first", idle, dead, usual + ofCluster,
            u"\nAvailability: Dead\nWorst open alert: warning"_s, RecordModel::Critical);
        add("acknowledged", idle, well,
            severe + ",\"acknowledgedUntil\":\"2026-12-01T00:00:00Z\"" + ofCluster,
            u"\nWorst open alert: notice"_s, RecordModel::Notice);
        add("repairing", "\"stateName\":\"REPAIRING\",\"paused\":true", well, none, u"\nRepairing\nPaused"_s,
            RecordModel::Warning);
        add("what is only noted", "\"stateName\":\"DELETING\",\"paused\":true" + unsaved, well, none, noted,
            RecordModel::Notice);
        add("everything", "\"stateName\":\"DELETING\",\"paused\":true" + unsaved, unwell, severe + ofCluster,
            u"\nWorst open alert: critical\nAvailability: Warning"_s + noted, RecordModel::Critical);
    }
    void theToolTipOfTheNameSaysWhyAClusterIsMarked()
    {
        QFETCH(const QByteArray, facts);
        QFETCH(const QByteArray, seen);
        QFETCH(const QByteArray, alerts);
        QFETCH(const bool, areRead);
        QFETCH(const QString, why);
        QFETCH(const int, marked);
        ClusterAlerts open;
        ClusterModel clusters;
        clusters.setAlerts(open);
        loadJudged(clusters, "listGroupClusters",
            results("{\"name\":\"c1\",\"groupId\":\"g1\"" + (facts.isEmpty() ? facts : ',' + facts) + '}'));
        loadJudged(clusters, "listClusterDetails",
            results("{\"groupId\":\"g1\",\"clusters\":[{\"name\":\"c1\"," + seen + "}]}"));
        if (areRead) {
            open.begin();
            open.add(u"g1"_s, results(alerts));
            open.end();
        }
        QCOMPARE(clusters.rowCount(), 1);
        const QModelIndex name = clusters.index(0, clusters.columnOf("name"));
        QCOMPARE(name.data(Qt::ToolTipRole).toString(), u"c1"_s + why);
        QCOMPARE(int(clusters.attention(0)), marked);
    }

    // It is shown letter for letter: what the service says cannot add a line.
    void theToolTipOfAProjectSaysWhyItCannotBeRead()
    {
        ClusterModel clusters;
        loadJudged(clusters, "unreadable", "{\"groupId\":\"g1\",\"problem\":\"<b>no\\nway\"}");
        QCOMPARE(clusters.rowCount(), 1);
        const QModelIndex name = clusters.index(0, clusters.columnOf("name"));
        QCOMPARE(name.data(Qt::ToolTipRole).toString(), u"Project not readable\n<b>no\u240Away"_s);
        QCOMPARE(clusters.attention(0), RecordModel::Warning);
    }
};

TELAMON_TEST(TestClusterAlerts)
#include "test_clusteralerts.moc"
