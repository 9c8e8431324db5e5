// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alertmodel.h"
#include "models/backupmodel.h"
#include "models/clustermodel.h"
#include "models/detailmodel.h"
#include "models/searchindexmodel.h"
#include "models/tables/tables.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
QDir recordings()
{
    QString shared = qEnvironmentVariable("TELAMON_SHARED");
    if (shared.isEmpty())
        shared = qEnvironmentVariable("TELAMON_SOURCE_DIR") + u"/../shared"_s;
    return QDir(shared + u"/atlas/recordings"_s);
}

void loadTable(RecordModel& model, const QByteArray& source, const QByteArray& answer,
    const KnownValues& known = {}, bool isSingle = false)
{
    QSignalSpy finished(&model, &RecordModel::loadFinished);
    QSignalSpy rejected(&model, &RecordModel::answerRejected);
    model.beginLoad();
    const RecordSource& whole = *model.layout().source(source);
    model.addAnswer(isSingle ? whole.forSingleRecord() : whole, answer, known);
    model.finishLoad(true);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(rejected.count(), 0);
}

template <typename Model> int attention(const QByteArray& source, const QByteArray& record, qint64 now = 0)
{
    Model model;
    model.setNow(now);
    loadTable(model, source, record, {}, true);
    return model.rowCount() == 1 ? model.index(0, 0).data(RecordModel::AttentionRole).toInt() : -1;
}
} // namespace

class TestTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLayoutIsWhole()
    {
        for (const TableLayout& table : {organizationTable(), projectTable(), clusterTable(), alertTable(),
                 searchIndexTable(), snapshotTable(), restoreJobTable(), userTable(), apiKeyTable(),
                 accessListEntryTable(), networkTable(), federationTable(), cloudAccessTable(),
                 compliancePolicyTable(), snapshotScheduleTable()}) {
            QSet<QByteArray> keys;
            for (const Column& column : table.columns)
                keys.insert(column.key);
            QCOMPARE(keys.size(), static_cast<qsizetype>(table.columns.size()));
            for (const QByteArray& id : table.idColumns)
                QVERIFY2(keys.contains(id), id.constData());
            for (const RecordSource& source : table.sources)
                QCOMPARE(source.paths.size(), table.columns.size());
            for (std::size_t i = 0; table.sources.size() == 1 && i < table.columns.size(); ++i) {
                const QByteArray path = table.sources.front().paths[i].alternatives.value(0);
                const bool isAlwaysTheSame = path.startsWith('='); // it tells nothing
                QVERIFY2(!isAlwaysTheSame || !table.columns[i].isShownAtFirst, path.constData());
            }
        }
    }

    void readsRecordedAnswers_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isSingle");
        const auto add = [](const char* operation, const char* source, bool isSingle = false) {
            QTest::newRow(operation) << QString::fromUtf8(operation) << QString::fromUtf8(source) << isSingle;
        };
        add("listOrgs", "organizations");
        add("getOrg", "organizations", true);
        add("listGroups", "projects");
        add("getGroup", "projects", true);
        add("createGroup", "projects", true);
        add("listGroupClusters", "listGroupClusters");
        add("getGroupCluster", "listGroupClusters", true);
        add("updateGroupCluster", "listGroupClusters", true);
        add("listGroupFlexClusters", "listGroupFlexClusters");
        add("getGroupFlexCluster", "listGroupFlexClusters", true);
        add("listGroupAlerts", "alerts");
        add("getGroupAlert", "alerts", true);
        add("createGroupClusterSearchIndex", "searchIndexes", true);
        add("updateGroupClusterSearchIndex", "searchIndexes", true);
        add("listGroupClusterFtsIndex", "searchIndexes");
        add("listGroupClusterBackupSnapshots", "snapshots");
        add("getGroupClusterBackupSnapshot", "snapshots", true);
        add("listGroupFlexClusterBackupSnapshots", "flexSnapshots");
    }
    void readsRecordedAnswers()
    {
        QFETCH(QString, operation);
        QFETCH(QString, source);
        QFETCH(bool, isSingle);
        if (!recordings().exists())
            QSKIP("The recorded answers are not there: set TELAMON_SHARED to the folder that holds atlas/.");
        const QStringList files =
            recordings().entryList({operation + u"-0*.json"_s, operation + u"-1*.json"_s});
        QVERIFY(!files.isEmpty());
        for (const QString& name : files) {
            QFile file(recordings().filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonValue body = QJsonDocument::fromJson(file.readAll())[u"body"_s];
            const QByteArray answer = body.isArray() ? QJsonDocument(body.toArray()).toJson()
                                                     : QJsonDocument(body.toObject()).toJson();
            int fitting = 0;
            for (const TableLayout& table : {organizationTable(), projectTable(), clusterTable(),
                     alertTable(), searchIndexTable(), snapshotTable()}) {
                if (!table.source(source.toUtf8()))
                    continue;
                ++fitting;
                RecordModel model(table);
                QAbstractItemModelTester tester(
                    &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
                loadTable(model, source.toUtf8(), answer, {}, isSingle);
                QVERIFY2(model.rowCount() > 0, qPrintable(name));
                for (int row = 0; row < model.rowCount(); ++row)
                    QVERIFY2(!model.idAt(row).isEmpty(), qPrintable(name));
            }
            QCOMPARE(fitting, 1);
        }
    }

    void joinsTheFleet()
    {
        ClusterModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        loadTable(model, "listClusterDetails",
            R"({"results":[{"clusters":[{"name":"c1","type":"REPLICA_SET","nodeCount":3,"dataSizeBytes":1024,
                "versions":["8.0.1","7.0.2"],"sslEnabled":true,"alertCount":2,"availability":"available"}],
                "groupId":"g1","groupName":"Shop","orgId":"o1","orgName":"Org"}]})");
        loadTable(model, "listGroupClusters",
            R"({"results":[{"name":"c1","groupId":"g1","clusterType":"SHARDED","stateName":"IDLE","mongoDBVersion":"8.0.1",
                "replicationSpecs":[{"regionConfigs":[{"providerName":"AWS","regionName":"US_EAST_1",
                "electableSpecs":{"nodeCount":3,"instanceSize":"M10"},"readOnlySpecs":{"nodeCount":1}}]},
                {"regionConfigs":[{"providerName":"GCP","regionName":"US_EAST_1",
                "electableSpecs":{"nodeCount":3,"instanceSize":"M10"}}]}]}]})",
            {{"groupName", u"Shop"_s}});
        loadTable(model, "listGroupFlexClusters",
            R"({"results":[{"name":"f1","groupId":"g1","providerSettings":{"backingProviderName":"AWS"},"backupSettings":{"enabled":false}}]})",
            {{"groupName", u"Shop"_s}});
        loadTable(
            model, "unreadable", R"({"groupId":"g2","groupName":"Vault","orgName":"Org","problem":"403"})");
        QCOMPARE(model.rowCount(), 3);
        const int shop = model.rowOf(u"g1\x1f"
                                     "c1"_s);
        QCOMPARE(shop, 0);
        const QList<QPair<QByteArray, QString>> expected {
            {"type", u"Sharded"_s},
            {"state", u"Idle"_s},
            {"nodes", u"7"_s},
            {"dataSize", u"1.0 KiB"_s},
            {"provider", u"AWS, GCP"_s},
            {"region", u"US_EAST_1"_s},
            {"knownFrom", u"listGroupClusters, listClusterDetails"_s},
            {"groupName", u"Shop"_s},
            {"orgName", u"Org"_s},
            {"openAlerts", u"2"_s},
            {"versions", u"8.0.1"_s},
            {"tls", u"yes"_s},
        };
        for (const auto& [key, text] : expected)
            QCOMPARE(model.text(shop, key), text);
        QCOMPARE(model.text(1, "knownFrom"), u"listGroupFlexClusters"_s);
        QCOMPARE(model.text(1, "groupName"), u"Shop"_s);
        QCOMPARE(model.text(1, "backup"), u"no"_s); // as in the details
        for (const char* key : {"openAlerts", "availability", "dataSize"}) {
            QCOMPARE(model.text(1, key), QString()); // the overview does not name it
            QVERIFY(
                model.index(1, model.columnOf(key)).data(Qt::ToolTipRole).toString().contains(u"overview"_s));
            QVERIFY(!model.value(1, key).isValid());
            QCOMPARE(model.text(2, key), QString()); // no cluster
        }
        QCOMPARE(model.text(2, "problem"), u"403"_s);
        QCOMPARE(model.text(2, "name"), u"Project not readable"_s);
        QCOMPARE(model.value(2, "name"), QVariant());
        const QModelIndex type = model.index(shop, model.columnOf("type"));
        QCOMPARE(type.data(RecordModel::CopyRole).toString(), u"SHARDED"_s);
        QCOMPARE(type.data(Qt::ToolTipRole).toString(), u"SHARDED"_s);
        QCOMPARE(model.recordText(shop, "type"), u"SHARDED"_s);
        QCOMPARE(model.attention(shop), RecordModel::Warning);
        QCOMPARE(model.attention(1), RecordModel::NoAttention);
        QCOMPARE(model.attention(2), RecordModel::Warning);
    }

    void saysWhatNeedsAttention()
    {
        using M = RecordModel;
        QCOMPARE(attention<ClusterModel>("listGroupClusters", R"({"stateName":"CREATING"})"), int(M::Notice));
        QCOMPARE(
            attention<ClusterModel>("listClusterDetails", R"({"availability":"dead"})"), int(M::Critical));
        const QByteArray unsaved =
            R"({"backupEnabled":false,"tags":[{"key":"environment","value":"Production"}]})";
        QCOMPARE(attention<ClusterModel>("listGroupClusters", unsaved), int(M::Notice));
        QCOMPARE(
            attention<ClusterModel>("listGroupClusters", R"({"backupEnabled":false})"), int(M::NoAttention));
        QCOMPARE(attention<AlertModel>("alerts", R"({"status":"CLOSED","eventTypeName":"HOST_DOWN"})"),
            int(M::NoAttention));
        QCOMPARE(attention<AlertModel>("alerts", R"({"status":"OPEN","eventTypeName":"HOST_DOWN"})"),
            int(M::Critical));
        QCOMPARE(
            attention<AlertModel>("alerts", R"({"status":"OPEN","eventTypeName":"NEW"})"), int(M::Warning));
        const QByteArray acknowledged = R"({"status":"OPEN","acknowledgedUntil":"1970-01-02T00:00:00Z"})";
        QCOMPARE(attention<AlertModel>("alerts", acknowledged, 0), int(M::Notice));
        QCOMPARE(
            attention<AlertModel>("alerts", acknowledged, 90'000'000), int(M::Warning)); // it has run out
        QCOMPARE(attention<SearchIndexModel>("searchIndexes", R"({"status":"FAILED"})"), int(M::Critical));
        QCOMPARE(attention<SearchIndexModel>("searchIndexes", R"({"status":"READY","queryable":false})"),
            int(M::Warning));
        QCOMPARE(attention<BackupModel>("flexSnapshots", R"({"status":"FAILED"})"), int(M::Critical));
        QCOMPARE(attention<BackupModel>("snapshots", R"({"status":"completed"})"), int(M::NoAttention));
    }

    void showsWhatIsItsOwn()
    {
        SearchIndexModel indexes;
        loadTable(indexes, "searchIndexes",
            R"([{"name":"i","statusDetail":[{"status":"READY"},{"status":"BUILDING"},{"status":"READY"}]}])");
        QCOMPARE(indexes.text(0, "hostsReady"), u"2 of 3"_s);
        QCOMPARE(indexes.text(0, "type"), u"Search"_s);
        BackupModel snapshots;
        loadTable(snapshots, "snapshots",
            R"({"results":[{"id":"1","status":"completed","storageSizeBytes":2048},{"id":"2","status":"inProgress","storageSizeBytes":0,"snapshotType":"onDemand"}]})");
        QCOMPARE(snapshots.text(0, "size"), u"2.0 KiB"_s);
        QCOMPARE(snapshots.text(1, "size"), QString());
        QCOMPARE(snapshots.text(1, "snapshotType"), u"On demand"_s);
        AlertModel alerts;
        alerts.setNow(0);
        loadTable(alerts, "alerts",
            R"({"results":[{"id":"1","currentValue":{"number":30.96,"units":"RAW"}},{"id":"2","status":"OPEN","acknowledgedUntil":"1970-01-02T00:00:00Z","currentValue":{"number":2,"units":"GIGABYTES"}},{"id":"3","metricName":"NORMALIZED_SYSTEM_CPU_USER","currentValue":{"number":93.7299,"units":"RAW"}},{"id":"4","currentValue":{"number":180.96,"units":"sec"}}]})");
        QCOMPARE(alerts.text(0, "currentValue"), u"31"_s);
        QCOMPARE(alerts.text(1, "currentValue"), u"2 GB"_s);
        QCOMPARE(alerts.text(2, "currentValue"), u"93.7 %"_s);
        QCOMPARE(alerts.text(3, "currentValue"), u"181 s"_s);
        QCOMPARE(alerts.text(1, "status"), u"Acknowledged"_s);
        const QJsonObject alert {
            {u"status"_s, u"OPEN"_s}, {u"acknowledgedUntil"_s, u"1970-01-02T00:00:00Z"_s}};
        DetailModel details;
        details.setWords(&alertFieldWords);
        details.setNow(0);
        details.setValue(alert);
        const QModelIndex status = details.index(0, DetailModel::ValueColumn);
        QCOMPARE(status.data().toString(), alerts.text(1, "status"));
        QCOMPARE(status.data(DetailModel::CopyRole).toString(), u"OPEN"_s);
        QCOMPARE(status.data(Qt::ToolTipRole).toString(), u"OPEN"_s);
        details.setNow(90'000'000);
        QCOMPARE(status.data().toString(), u"OPEN"_s); // without a schema no word
        alerts.setNow(90'000'000); // it has run out
        QCOMPARE(alerts.text(1, "status"), u"Open"_s);
    }
};

TELAMON_TEST(TestTables)
#include "test_tables.moc"
