// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// From a row to what it is about.
class TestPageLinks : public ConsoleTest {
    Q_OBJECT
private Q_SLOTS:
    void anAlertLeadsToItsCluster_data()
    {
        QTest::addColumn<int>("kind"); // of cluster
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("isFleet"); // where the alert is seen
        QTest::addColumn<QByteArray>("pageId");
        const int flex = int(Place::Kind::FlexCluster);
        const int cluster = int(Place::Kind::Cluster);
        QTest::newRow("cluster") << cluster << u"clusterName"_s << false << QByteArray("cluster");
        QTest::newRow("flex") << flex << u"clusterName"_s << false << QByteArray("flexCluster");
        QTest::newRow("instance") << cluster << u"instanceName"_s << false << QByteArray("cluster");
        QTest::newRow("in the fleet") << cluster << u"clusterName"_s << true << QByteArray("cluster");
    }
    void anAlertLeadsToItsCluster()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, field);
        QFETCH(const bool, isFleet);
        QFETCH(const QByteArray, pageId);
        const Place cluster = m_console->place(Place::Kind(kind));
        m_console->serveList(u"/groups/%1/alerts(\\?|$)"_s.arg(cluster.projectId),
            {QJsonObject {{u"id"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}, {u"groupId"_s, cluster.projectId},
                {u"status"_s, u"OPEN"_s}, {field, cluster.clusterName}}});
        if (isFleet)
            m_console->serveList(u"/alerts(\\?|$)"_s, {});
        QVERIFY(m_console->open(isFleet ? Place() : ConsoleFixture::projectOf(cluster), "alerts"));
        QCOMPARE(m_console->page().model().rowCount(), 1);
        m_console->page().view().selectRow(0);
        QVERIFY2(link("goToCluster")->isEnabled(), qPrintable(link("goToCluster")->toolTip()));
        link("goToCluster")->trigger();
        QCOMPARE(m_console->window().placeView()->place(), cluster);
        QCOMPARE(m_console->window().placeView()->pageId(), pageId);
    }

    void aClusterLeadsToItsAlerts_data()
    {
        QTest::addColumn<Place::Kind>("kind");
        QTest::addColumn<QByteArray>("pageId");
        QTest::newRow("cluster") << Place::Kind::Cluster << QByteArray("cluster");
        QTest::newRow("flex") << Place::Kind::FlexCluster << QByteArray("flexCluster");
    }
    void aClusterLeadsToItsAlerts()
    {
        QFETCH(const Place::Kind, kind);
        QFETCH(const QByteArray, pageId);
        const Place cluster = m_console->place(kind);
        const auto alert = [&cluster](const QString& id, const QString& name) {
            return QJsonObject {{u"id"_s, id}, {u"groupId"_s, cluster.projectId}, {u"status"_s, u"OPEN"_s},
                {u"clusterName"_s, name}};
        };
        m_console->serveList(u"/groups/%1/alerts(\\?|$)"_s.arg(cluster.projectId),
            {alert(u"6641d3c2f1b2a94c7e5d8f01"_s, cluster.clusterName),
                alert(u"6641d3c2f1b2a94c7e5d8f02"_s, cluster.clusterName + u"-2"_s)});
        QVERIFY(m_console->open(cluster, pageId));
        link("goToAlerts")->trigger();
        QCOMPARE(m_console->window().placeView()->place(), ConsoleFixture::projectOf(cluster));
        QCOMPARE(m_console->window().placeView()->pageId(), QByteArray("alerts"));
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().model().totalCount(), 2);
        QCOMPARE(m_console->page().model().rowCount(), 1);
        QCOMPARE(m_console->page().model().text(0, "cluster"), cluster.clusterName);
    }

    void anAlertWithoutAKnownClusterSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("none") << QString() << u"No cluster is named."_s;
        QTest::newRow("not seen") << u"<b>gone</b>"_s << u"This connection does not see the cluster."_s;
    }
    void anAlertWithoutAKnownClusterSaysSo()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, reason);
        const Place project = m_console->place(Place::Kind::Project);
        m_console->serveList(u"/alerts(\\?|$)"_s,
            {QJsonObject {{u"id"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}, {u"groupId"_s, project.projectId},
                {u"status"_s, u"OPEN"_s}, {u"clusterName"_s, name}}});
        QVERIFY(m_console->open(project, "alerts"));
        m_console->page().view().selectRow(0);
        QVERIFY(!link("goToCluster")->isEnabled());
        QVERIFY2(link("goToCluster")->toolTip().contains(reason), qPrintable(link("goToCluster")->toolTip()));
    }

    void aClustersEventsDoNotLeadToWhereTheyAre()
    {
        const Place cluster = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->open(cluster, "events"));
        QVERIFY(!link("goToCluster")->isVisible());
        QVERIFY(m_console->open(ConsoleFixture::projectOf(cluster), "events"));
        QVERIFY(link("goToCluster")->isVisible());
    }

    void anEventLeadsToWhatElseItsUserDid_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        QTest::addColumn<int>("kind");
        QTest::newRow("project") << QByteArray("events") << int(Place::Kind::Project);
        QTest::newRow("organization") << QByteArray("organizationEvents") << int(Place::Kind::Organization);
    }
    void anEventLeadsToWhatElseItsUserDid()
    {
        QFETCH(const QByteArray, pageId);
        QFETCH(const int, kind);
        const QString user = u"jane \"x\" -status:<b>"_s; // whatever it says, it is looked for as it is
        const QStringList users {user, u"jane"_s, user, QString()};
        QJsonArray events;
        for (qsizetype i = 0; i < users.size(); ++i)
            events.append(QJsonObject {{u"id"_s, u"6641d3c2f1b2a94c7e5d8f0%1"_s.arg(i)},
                {u"username"_s, users.at(i)}, {u"created"_s, u"2026-01-0%1T00:00:00Z"_s.arg(i + 1)}});
        m_console->serveList(u"/events(\\?|$)"_s, events);
        QVERIFY(m_console->open(m_console->place(Place::Kind(kind)), pageId));
        RecordPage& page = m_console->page();
        QCOMPARE(page.model().rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            page.view().selectRow(row);
            QCOMPARE(link("filterByActor")->isEnabled(), !page.model().text(row, "actor").isEmpty());
        }
        page.view().selectRow(page.model().rowOf(u"6641d3c2f1b2a94c7e5d8f02"_s));
        link("filterByActor")->trigger();
        QTRY_COMPARE(page.model().rowCount(), 2);
        for (int row = 0; row < 2; ++row)
            QCOMPARE(page.model().value(row, "actor").toString(), user);
        QVERIFY(!page.filterBar().text().isEmpty());
    }

    void aSnapshotLeadsToItsSchedule()
    {
        const Place cluster = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->open(cluster, "snapshots"));
        QVERIFY(link("goToSchedule")->isEnabled()); // of the cluster: no row is needed
        link("goToSchedule")->trigger();
        QCOMPARE(m_console->window().placeView()->place(), cluster);
        QCOMPARE(m_console->window().placeView()->pageId(), QByteArray("snapshotSchedule"));
    }

    void aRoleLeadsToTheProjectsThatUseIt()
    {
        const QStringList known = m_console->window().session()->inventory().projectIds();
        QVERIFY(known.size() > 1);
        const auto use = [](const char* feature, const QString& project) {
            return QJsonObject {{u"featureType"_s, QString::fromLatin1(feature)},
                {u"featureId"_s, QJsonObject {{u"groupId"_s, project}}}};
        };
        serveRoles({role(1,
                        {use("EXPORT_SNAPSHOT", known.at(0)), use("ATLAS_DATA_LAKE", known.at(1)),
                            use("PUSH_BASED_LOG_EXPORT", known.at(0))}),
            role(2, {use("EXPORT_SNAPSHOT", known.at(1))}), role(3, {}),
            role(4, {QJsonObject {{u"featureType"_s, u"ENCRYPTION_AT_REST"_s}, {u"featureId"_s, {}}}}),
            role(5, {use("EXPORT_SNAPSHOT", u"000000000000000000000000"_s)})});
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "cloudAccess"));
        QCOMPARE(m_console->page().model().rowCount(), 5);
        const QStringList reasons {{}, {}, u"Nothing uses it."_s, u"names no project"_s, u"does not see"_s};
        for (int number = 3; number <= 5; ++number) {
            selectRole(number);
            QVERIFY(!link("goToUsage")->isEnabled());
            QVERIFY2(link("goToUsage")->toolTip().contains(reasons.at(number - 1)),
                qPrintable(link("goToUsage")->toolTip()));
        }
        selectRole(1);
        link("goToUsage")->trigger();
        const QList<QAction*> entries = m_console->menuEntries();
        QCOMPARE(entries.size(), 2); // projects, not uses
        entries.last()->trigger();
        QCOMPARE(m_console->window().placeView()->place().projectId, known.at(1));
        QCOMPARE(m_console->window().placeView()->pageId(), QByteArray("clusters"));
    }

    void whatTheProviderCallsARoleIsCopied()
    {
        const QString arn = u"arn:aws:iam::123456789012:role/<b>atlas</b>"_s;
        serveRoles({role(1, {}, {{u"iamAssumedRoleArn"_s, arn}}), role(2, {})},
            {role(3, {}, {{u"_id"_s, roleId(3)}, {u"servicePrincipalId"_s, u"principal"_s}})},
            {role(4, {}, {{u"gcpServiceAccountForAtlas"_s, u"account@example.com"_s}})});
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "cloudAccess"));
        QStringList notices;
        connect(&m_console->page(), &RecordPage::noticeRequested, this,
            [&notices](const QString& notice) { notices.append(notice); });
        const QStringList labels {
            u"Copy ARN"_s, {}, u"Copy service principal ID"_s, u"Copy service account"_s};
        const QStringList names {arn, {}, u"principal"_s, u"account@example.com"_s};
        for (const int number : {1, 3, 4}) {
            selectRole(number);
            QCOMPARE(link("copyRoleName")->text(), labels.at(number - 1));
            link("copyRoleName")->trigger();
            QCOMPARE(QGuiApplication::clipboard()->text(), names.at(number - 1));
        }
        QCOMPARE(notices.size(), 3);
        selectRole(2);
        QVERIFY(!link("copyRoleName")->isEnabled());
        QVERIFY(link("copyRoleName")->toolTip().contains("before it is authorized"_L1));
    }

private:
    static QString roleId(int number) { return u"6641d3c2f1b2a94c7e5d8f0%1"_s.arg(number); }

    static QJsonObject role(int number, const QJsonArray& usages, const QJsonObject& more = {})
    {
        QJsonObject role {{u"roleId"_s, roleId(number)}, {u"featureUsages"_s, usages}};
        for (auto field = more.begin(); field != more.end(); ++field)
            role.insert(field.key(), field.value());
        return role;
    }

    void serveRoles(const QJsonArray& aws, const QJsonArray& azure = {}, const QJsonArray& gcp = {})
    {
        m_console->serve(u"/cloudProviderAccess(\\?|$)"_s,
            QJsonObject {{u"awsIamRoles"_s, aws}, {u"azureServicePrincipals"_s, azure},
                {u"gcpServiceAccounts"_s, gcp}});
    }

    void selectRole(int number)
    {
        RecordPage& page = m_console->page();
        for (int row = 0; row < page.model().rowCount(); ++row) {
            if (page.model().value(row, "id").toString() == roleId(number))
                page.view().selectRow(row);
        }
    }

    QAction* link(const char* id) { return m_console->action(id); }
};

TELAMON_WIDGET_TEST(TestPageLinks)
#include "test_pagelinks.moc"
