// SPDX-License-Identifier: GPL-3.0-or-later
// The window on the service's real recorded answers. Their shapes that surprise a reader, and that the pages
// therefore must take:
// - all 100 alerts are CLOSED, so that the page's first choice, open ones, is an empty page that must say so;
// - alerts about hosts have no clusterName: userAlias names the host and hostnameAndPort may differ from it;
//   those about an oplog window have a clusterId and no host; bills and users have neither;
// - an M0 cluster has no nodeCount, and an effectiveInstanceSize beside the instanceSize;
// - a sharded cluster has one entry of replicationSpecs a shard;
// - a new search index has no statusDetail, version 0 and no createdAt;
// - snapshots of clusters say "completed" and expiresAt, those of flex clusters "COMPLETED" and expiration;
// - flex clusters are of clusterType REPLICASET and have no size of their own;
// - the list of projects is shorter than what other answers name: 37 were listed, 41 are known.
#include "api/profiles/profile.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/requestlogmodel.h"
#include "models/session.h"
#include "tests/support/replayserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QByteArray missing = ReplayServer::whatIsMissing(); !missing.isEmpty())
            QSKIP(missing.constData());
    }

    void cleanup()
    {
        m_console.reset();
        m_unrecorded.clear();
    }

    void recordedAnswersAreBrowsed_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<int>("refusals"); // an API key asks for its nonce once
        QTest::newRow("service account") << u"bearer"_s << 0;
        QTest::newRow("API key") << u"digest"_s << 1;
    }
    void recordedAnswersAreBrowsed()
    {
        QFETCH(QString, login);
        QFETCH(int, refusals);
        ReplayServer replay(login);
        QVERIFY(replay.isReady());
        m_console = std::make_unique<ConsoleFixture>();
        ConsoleFixture& console = *m_console;
        const bool isKey = login == "digest"_L1;
        Profile profile;
        profile.id = u"replay"_s;
        profile.name = u"Recorded"_s;
        profile.baseUrl = replay.url();
        profile.kind = isKey ? CredentialKind::ApiKey : CredentialKind::ServiceAccount;
        profile.publicId = isKey ? ReplayServer::publicKey() : ReplayServer::clientId();
        QVERIFY(
            console.connectTo(profile, isKey ? ReplayServer::privateKey() : ReplayServer::clientSecret()));
        const Inventory& inventory = console.window().session()->inventory();
        QCOMPARE(inventory.projectIds().size(), 41);
        browseOrganizations();
        browseClusters();
        browseProjects();
        browseSearchIndexes();
        if (QTest::currentTestFailed())
            return;

        int met = 0;
        for (const LogEntry& entry : console.log().entries()) {
            QVERIFY(entry.isFinished);
            if (entry.status == 401)
                ++met;
            else
                QVERIFY2(entry.status >= 200 && entry.status < 300, qPrintable(toText(entry)));
        }
        QCOMPARE(met, refusals);
        browseWhatIsLeft(); // not all of it was recorded
    }

private:
    QByteArrayList m_unrecorded;
    static constexpr auto busyProject = "b0123456789abcdef012345b";

    void openWithoutProblem(const Place& place, const QByteArray& pageId)
    {
        QVERIFY(m_console->open(place, pageId));
        QVERIFY2(!m_console->page().hasFailed(), qPrintable(m_console->page().stateSentence()));
        m_console->page().setDetailShown(true);
        RecordModel& model = m_console->page().model();
        const int step = pageId == "alerts" ? 1 : std::max(1, model.rowCount() / 4);
        for (int row = 0; row < model.rowCount(); row += step) {
            QVERIFY(!model.idAt(row).isEmpty());
            m_console->page().view().selectRow(row);
            QVERIFY(!m_console->page().detail().title().isEmpty());
        }
    }

    void browseOrganizations()
    {
        Inventory& inventory = m_console->window().session()->inventory();
        QCOMPARE(inventory.organizations().totalCount(), 1);
        for (int record = 0; record < inventory.organizations().totalCount(); ++record) {
            const Place place {
                Place::Kind::Organization, inventory.organizations().recordText(record, "id"), {}, {}};
            openWithoutProblem(place, "organizationProjects");
            QCOMPARE(m_console->page().model().totalCount(), 41);
        }
        openWithoutProblem({}, "projects");
        QCOMPARE(m_console->page().model().totalCount(), 41);
    }

    void browseClusters()
    {
        openWithoutProblem({}, "fleet");
        const RecordModel& clusters = m_console->page().model();
        int flex = 0;
        for (int row = 0; row < clusters.rowCount(); ++row) {
            QVERIFY2(clusters.text(row, "problem").isEmpty(), qPrintable(clusters.text(row, "problem")));
            QVERIFY(!clusters.text(row, "name").isEmpty());
            QVERIFY(!clusters.text(row, "groupName").isEmpty());
            QVERIFY(!clusters.text(row, "orgId").isEmpty());
            flex += clusters.value(row, "instanceSize").toString() == "FLEX"_L1;
        }
        QCOMPARE(clusters.rowCount() - flex, 19);
        QVERIFY(flex > 0);
        // Every cluster, on each of its pages.
        const Inventory& inventory = m_console->window().session()->inventory();
        QList<Place> places;
        for (int row = 0; row < clusters.rowCount(); ++row)
            places.append(
                {clusters.value(row, "instanceSize").toString() == "FLEX"_L1 ? Place::Kind::FlexCluster
                                                                             : Place::Kind::Cluster,
                    inventory.organizationOf(clusters.text(row, "groupId")), clusters.text(row, "groupId"),
                    clusters.text(row, "name")});
        for (const Place& place : std::as_const(places))
            openAllPages(place);
    }

    void browseProjects()
    {
        const Inventory& inventory = m_console->window().session()->inventory();
        const QStringList projects = inventory.projectIds();
        for (const QString& project : projects) {
            const Place place {Place::Kind::Project, inventory.organizationOf(project), project, {}};
            openWithoutProblem(place, "clusters");
            QVERIFY(m_console->open(place, "alerts"));
            m_console->page().setChoice("status", {});
            QVERIFY(m_console->waitForPage());
            QVERIFY(!m_console->page().hasFailed());
            QCOMPARE(
                m_console->page().model().rowCount(), project == QLatin1StringView(busyProject) ? 100 : 0);
        }
        // Each of the hundred is shown.
        const Place busy {Place::Kind::Project, inventory.organizationOf(QString::fromLatin1(busyProject)),
            QString::fromLatin1(busyProject), {}};
        openWithoutProblem(busy, "alerts");
    }

    void browseWhatIsLeft()
    {
        const QString project = QString::fromLatin1(busyProject);
        const QString organization = m_console->window().session()->inventory().organizationOf(project);
        openAllPages({Place::Kind::Project, organization, project, {}});
        openAllPages({Place::Kind::Organization, organization, {}, {}});
        QVERIFY2(m_unrecorded.size() < 4, m_unrecorded.join(' ').constData());
    }

    // But for those of which no answer was recorded.
    void openAllPages(const Place& place)
    {
        const bool isOfCluster = place.kind == Place::Kind::Cluster || place.kind == Place::Kind::FlexCluster;
        const QList<const PageDescription*> pages = pagesOf(place.kind);
        QVERIFY(!pages.isEmpty());
        for (const PageDescription* page : pages) {
            if (page->id == "snapshotSchedule")
                continue;
            QVERIFY(m_console->open(place, page->id));
            const QString said = m_console->page().stateSentence();
            if (!isOfCluster && m_console->page().hasFailed() && said.contains("Cannot find resource"_L1))
                m_unrecorded.append(page->id);
            else
                openWithoutProblem(place, page->id);
        }
    }

    void browseSearchIndexes()
    {
        const RecordModel& clusters = m_console->window().session()->inventory().clusters();
        for (int record = 0; record < clusters.totalCount(); ++record) {
            if (clusters.recordText(record, "name") != "search-476"_L1)
                continue;
            openWithoutProblem({Place::Kind::Cluster, clusters.recordText(record, "orgId"),
                                   clusters.recordText(record, "groupId"), u"search-476"_s},
                "searchIndexes");
            QCOMPARE(m_console->page().model().rowCount(), 3);
            QStringList types;
            for (int row = 0; row < 3; ++row)
                types.append(m_console->page().model().text(row, "type"));
            QCOMPARE(types, QStringList(3, u"Search"_s));
            return;
        }
        QFAIL("search-476 is not in the fleet");
    }

    std::unique_ptr<ConsoleFixture> m_console;
};

TELAMON_WIDGET_TEST(TestReplay)
#include "test_replay.moc"
