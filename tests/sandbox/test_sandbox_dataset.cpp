// SPDX-License-Identifier: GPL-3.0-or-later
// The company behind the service: the same for the same seed, and with something of every kind in it.
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Options;
using Sandbox::Server;

namespace {

// All that a server has, by target, with the server's own address taken out.
QMap<QByteArray, QByteArray> everything(const Options& options)
{
    Server server(builtInCatalog(), options);
    if (!server.start())
        return {};
    RawClient client(server);
    QMap<QByteArray, QByteArray> all;
    const auto take = [&](const QByteArray& target) {
        const RawReply reply = client.get(target + (target.contains('?') ? "" : "?pretty=false"));
        all[target] = QByteArray(reply.body).replace(server.baseUrl().toEncoded(), "BASE");
    };
    take("/api/atlas/v2/orgs");
    take("/api/atlas/v2/clusters");
    const QJsonArray groups = client.results("/api/atlas/v2/groups?itemsPerPage=500");
    for (const QJsonValue& entry : groups) {
        const QByteArray group = "/api/atlas/v2/groups/" + entry["id"_L1].toString().toLatin1();
        for (const char* part : {"", "/clusters", "/flexClusters", "/alerts", "/events", "/containers/all",
                 "/cloudProviderAccess", "/privateNetworkSettings/endpointIds", "/users",
                 "/backupCompliancePolicy", "/privateEndpoint/AWS/endpointService",
                 "/privateEndpoint/GCP/endpointService"})
            take(group + part);
        const QJsonArray flex = client.results(group + "/flexClusters");
        for (const QJsonValue& cluster : flex)
            for (const char* part : {"/backup/snapshots", "/backup/restoreJobs"})
                take(group + "/flexClusters/" + cluster["name"_L1].toString().toLatin1() + part);
        const QJsonArray clusters = client.results(group + "/clusters");
        for (const QJsonValue& cluster : clusters) {
            const QByteArray path = group + "/clusters/" + cluster["name"_L1].toString().toLatin1();
            for (const char* part :
                {"/search/indexes", "/backup/snapshots", "/backup/snapshots/shardedClusters",
                    "/backup/restoreJobs", "/onlineArchives", "/snapshotSchedule"})
                take(path + part);
        }
    }
    return all;
}

QSet<QString> values(const QMap<QByteArray, QByteArray>& all, const QString& name)
{
    const QRegularExpression expression(u"\"%1\":\"([^\"]*)\""_s.arg(name));
    QSet<QString> found;
    for (const QByteArray& body : all) {
        auto matches = expression.globalMatch(QString::fromUtf8(body));
        while (matches.hasNext())
            found.insert(matches.next().captured(1));
    }
    return found;
}

Options fixed(quint32 seed = 1)
{
    Options options;
    options.seed = seed;
    options.now = 1'790'000'000'000;
    return options;
}

} // namespace

class TestSandboxDataset : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSeedMakesTheSame()
    {
        const auto one = everything(fixed());
        QCOMPARE(everything(fixed()), one);
        QVERIFY(one.size() > 150);
        const auto other = everything(fixed(2));
        const auto ids = one.keys();
        const auto otherIds = other.keys();
        QVERIFY(otherIds != ids);
    }

    void idsDoNotDependOnTheClock()
    {
        Options later = fixed();
        later.now += 1'000'000'000;
        QCOMPARE(everything(later).keys(), everything(fixed()).keys());
    }

    void somethingOfEveryKindIsThere_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("wanted");
        const auto row = [](const char* name, const QString& wanted) {
            QTest::newRow(name) << QString::fromLatin1(name) << wanted.split(u' ');
        };
        row("clusterType", u"REPLICASET SHARDED GEOSHARDED"_s);
        row("stateName", u"IDLE CREATING UPDATING DELETING REPAIRING"_s);
        row("instanceSize", u"M0 M10 M20 M30 M40 M50 M60 M80 M60_NVME"_s);
        row("providerName", u"AWS GCP AZURE TENANT FLEX"_s);
        row("mongoDBMajorVersion", u"6.0 7.0 8.0"_s);
        row("availability", u"available warning unavailable"_s);
        row("frequencyType", u"hourly daily weekly monthly ondemand"_s);
        row("snapshotType", u"scheduled onDemand"_s);
        row("status",
            u"OPEN TRACKING CLOSED PENDING BUILDING READY STALE FAILED DELETING DOES_NOT_EXIST completed "
            u"failed "
            "inProgress queued COMPLETED"_s);
        row("type", u"search vectorSearch replicaSet shardedCluster vector autocomplete"_s);
        row("eventTypeName",
            u"TRIGGER_FAILURE CLUSTER_MONGOS_IS_MISSING HOST_DOWN OUTSIDE_FLEX_METRIC_THRESHOLD "
            "OUTSIDE_METRIC_THRESHOLD NO_PRIMARY STREAM_PROCESSOR_STATE_IS_FAILED USERS_WITHOUT_MULTI_FACTOR_AUTH"_s);
        row("readPreference", u"secondary"_s);
        row("deliveryType", u"RESTORE DOWNLOAD automated download pointInTime"_s);
        row("featureType",
            u"ATLAS_DATA_LAKE EXPORT_SNAPSHOT PUSH_BASED_LOG_EXPORT ENCRYPTION_AT_REST ATLAS_LOG_INTEGRATION"_s);
        row("orgMembershipStatus", u"ACTIVE PENDING INVITATION_EXPIRED INVITATION_REJECTED"_s);
        row("state", u"ACTIVE PAUSED PENDING"_s);
        row("provider", u"AWS AZURE"_s);
        row("cloudProvider", u"AWS AZURE GCP"_s);
    }
    void somethingOfEveryKindIsThere()
    {
        QFETCH(QString, field);
        QFETCH(QStringList, wanted);
        static const auto all = everything(fixed());
        const QSet<QString> found = values(all, field);
        for (const QString& value : std::as_const(wanted))
            QVERIFY2(found.contains(value), qPrintable(value));
    }

    void snapshotsGrowAndLieInThePast()
    {
        Server server(builtInCatalog(), fixed());
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray group = "/api/atlas/v2/groups/"
            + client.results("/api/atlas/v2/groups").at(0)["id"_L1].toString().toLatin1();
        const QJsonArray rows = client.results(group + "/clusters/storefront/backup/snapshots");
        QVERIFY(rows.size() > 25);
        double newer = 1e18;
        QString newest = u"2026-09-21T14:13:21Z"_s; // a second after the fixed clock
        for (const QJsonValue& row : rows) {
            QVERIFY(row["createdAt"_L1].toString() < newest);
            if (row["status"_L1] == "completed"_L1) {
                QVERIFY(row["storageSizeBytes"_L1].toDouble() <= newer * 1.01);
                newer = row["storageSizeBytes"_L1].toDouble();
            }
        }
    }

    // What is under way began just now, and nothing ended before it began.
    void timesAreInTheirOrder()
    {
        const Options options = fixed();
        Server server(builtInCatalog(), options);
        QVERIFY(server.start());
        RawClient client(server);
        const auto at = [](const QJsonValue& row, const char* field) {
            return QDateTime::fromString(row[QLatin1StringView(field)].toString(), Qt::ISODate)
                .toMSecsSinceEpoch();
        };
        constexpr qint64 minutes = 60'000;
        int restores = 0;
        int underWay = 0;
        const QJsonArray groups = client.results("/api/atlas/v2/groups?itemsPerPage=500");
        for (const QJsonValue& entry : groups) {
            const QByteArray group = "/api/atlas/v2/groups/" + entry["id"_L1].toString().toLatin1();
            const QJsonArray accounts = client.results(group + "/serviceAccounts");
            for (const QJsonValue& account : accounts) {
                const QJsonArray secrets = account["secrets"_L1].toArray();
                for (const QJsonValue& secret : secrets)
                    QVERIFY(secret["lastUsedAt"_L1].isNull()
                        || at(secret, "lastUsedAt") <= at(secret, "expiresAt"));
            }
            for (const QByteArray& kind : {QByteArray("/clusters"), QByteArray("/flexClusters")}) {
                const bool isFlex = kind == "/flexClusters";
                const QJsonArray clusters = client.results(group + kind);
                for (const QJsonValue& cluster : clusters) {
                    if (cluster["stateName"_L1] == "CREATING"_L1)
                        QVERIFY(options.now - at(cluster, "createDate") < 30 * minutes);
                    const QByteArray path =
                        group + kind + '/' + cluster["name"_L1].toString().toLatin1() + "/backup/";
                    QJsonArray snapshots = client.results(path + "snapshots");
                    if (!isFlex && snapshots.isEmpty())
                        snapshots = client.results(path + "snapshots/shardedClusters");
                    for (const QJsonValue& snapshot : std::as_const(snapshots)) {
                        const QString status = snapshot["status"_L1].toString().toLower();
                        QVERIFY(at(snapshot, isFlex ? "expiration" : "expiresAt") > options.now);
                        if (status == "completed"_L1 || status == "failed"_L1)
                            continue;
                        ++underWay;
                        QVERIFY(options.now - at(snapshot, isFlex ? "scheduledTime" : "createdAt")
                            < 30 * minutes);
                    }
                    const QJsonArray jobs = client.results(path + "restoreJobs");
                    restores += int(jobs.size());
                    for (const QJsonValue& job : jobs)
                        QVERIFY(isFlex ? at(job, "restoreScheduledDate") > at(job, "snapshotFinishedDate")
                                       : !job["finishedAt"_L1].isString()
                                    || (at(job, "finishedAt") > at(job, "timestamp")
                                        && at(job, "finishedAt") < options.now));
                }
            }
        }
        QVERIFY(restores > 20);
        QVERIFY(underWay > 3);
    }

    // People write from their own company, and what happens happens to a cluster that is there for it.
    void eventsAreOfThePlaceTheyAreIn()
    {
        Server server(builtInCatalog(), fixed());
        QVERIFY(server.start());
        RawClient client(server);
        QSet<QString> domains;
        const QJsonArray groups = client.results("/api/atlas/v2/groups?itemsPerPage=500");
        for (const QJsonValue& entry : groups) {
            const QByteArray group = "/api/atlas/v2/groups/" + entry["id"_L1].toString().toLatin1();
            QSet<QString> own;
            QSet<QString> flex;
            const QJsonArray flexClusters = client.results(group + "/flexClusters");
            for (const QJsonValue& cluster : flexClusters)
                flex.insert(cluster["name"_L1].toString());
            const QJsonArray events = client.results(group + "/events?itemsPerPage=500");
            for (const QJsonValue& event : events) {
                for (const char* field : {"username", "targetUsername"}) {
                    const QString person = event[QLatin1StringView(field)].toString();
                    if (!person.isEmpty())
                        own.insert(person.section(u'@', 1));
                }
                if (event["eventTypeName"_L1].toString().startsWith("TENANT_"_L1))
                    QVERIFY(flex.contains(event["clusterName"_L1].toString()));
                if (event["eventTypeName"_L1] == "CLUSTER_DELETED"_L1)
                    QVERIFY(event["clusterName"_L1].toString().endsWith("-trial"_L1));
            }
            QVERIFY(own.size() <= 1);
            domains.unite(own);
        }
        QVERIFY(domains.size() > 1);
    }

    void scaleMultipliesTheProjects()
    {
        Options options = fixed();
        options.scale = 15;
        Server server(builtInCatalog(), options);
        QVERIFY(server.start());
        RawClient client(server);
        QElapsedTimer timer;
        timer.start();
        const QJsonArray projects = client.results("/api/atlas/v2/groups?itemsPerPage=500");
        QCOMPARE(projects.size(), 210);
        QSet<QString> ids;
        for (const QJsonValue& project : projects)
            ids.insert(project["id"_L1].toString());
        QCOMPARE(ids.size(), 210);
        QCOMPARE(client.results("/api/atlas/v2/clusters?itemsPerPage=500").size(), 195);
        qInfo("the fleet of 210 projects: %lld ms", timer.restart());
        for (int i = 0; i < 500; ++i)
            QCOMPARE(client.get("/api/atlas/v2/groups?itemsPerPage=1").status, 200);
        qInfo("500 small requests: %lld ms", timer.elapsed());
    }
};

TELAMON_TEST(TestSandboxDataset)
#include "test_sandbox_dataset.moc"
