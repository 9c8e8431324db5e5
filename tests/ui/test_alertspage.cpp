// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clusteralerts.h"
#include "models/inventory.h"
#include "models/navigatormodel.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/recordpage.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestAlertsPage : public ConsoleTest {
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedAlertsAreAskedForApart()
    {
        QVERIFY(m_console->open({}, "alerts"));
        RecordModel& alerts = m_console->page().model();
        const int all = alerts.rowCount();
        const auto only = [&](const QString& choice, const QString& status) {
            m_console->page().setChoice("status", choice);
            if (!m_console->waitForPage())
                return -1;
            for (int row = 0; row < alerts.rowCount(); ++row) {
                if (alerts.text(row, "status") != status)
                    return -1;
            }
            return alerts.rowCount();
        };
        const int open = only(u"UNACKNOWLEDGED"_s, u"Open"_s);
        const int acknowledged = only(u"ACKNOWLEDGED"_s, u"Acknowledged"_s);
        QVERIFY(open > 0);
        QVERIFY(acknowledged > 0);
        QCOMPARE(open + acknowledged, all); // what the service calls open
    }

    // What is listed waits for no alert.
    void theFleetIsThereBeforeItsMarks()
    {
        Inventory& inventory = m_console->session().inventory();
        bool wasReadingAlerts = false;
        const QMetaObject::Connection read = connect(&inventory, &Inventory::finished, this,
            [&] { wasReadingAlerts = !inventory.isLoading() && inventory.isReadingAlerts(); });
        QSignalSpy alertsRead(&inventory, &Inventory::alertsRead);
        inventory.refresh();
        QVERIFY(alertsRead.wait());
        disconnect(read);
        QVERIFY(wasReadingAlerts && !inventory.isReadingAlerts());
    }

    void clustersAreMarkedAsTheirAlertsAre()
    {
        const RecordModel& clusters = m_console->session().inventory().clusters();
        const NavigatorModel& places = *m_console->window().navigator()->findChild<NavigatorModel*>();
        QVERIFY(m_console->open({}, "alerts"));
        const RecordModel& alerts = m_console->page().model();
        QHash<QString, int> worst;
        for (int row = 0; row < alerts.rowCount(); ++row) {
            const QString cluster =
                alerts.value(row, "groupId").toString() + u'/' + alerts.value(row, "cluster").toString();
            worst[cluster] = std::max(worst.value(cluster), int(alerts.attention(row)));
        }
        bool isAnyOutsideTheOverview = false;
        Place critical;
        for (int record = 0; record < clusters.totalCount(); ++record) {
            const QString name = clusters.recordText(record, "name");
            const QString project = clusters.recordText(record, "groupId");
            const int alert = worst.value(project + u'/' + name);
            const int marked = clusters.recordAttention(record);
            QVERIFY2(marked >= alert, qPrintable(name));
            if (clusters.recordText(record, "availability") == "available"_L1)
                QVERIFY2(marked <= std::max(alert, int(RecordModel::Warning)), qPrintable(name));
            isAnyOutsideTheOverview = isAnyOutsideTheOverview
                || (alert > 0 && !clusters.recordValue(record, "openAlerts").isValid());
            if (alert == RecordModel::Critical && clusters.recordText(record, "instanceSize") != "FLEX"_L1)
                critical = {Place::Kind::Cluster, clusters.recordText(record, "orgId"), project, name};
        }
        QVERIFY(isAnyOutsideTheOverview);
        QVERIFY(!critical.clusterName.isEmpty());
        QTRY_COMPARE(
            places.indexOf(critical).data(NavigatorModel::AttentionRole).toInt(), int(RecordModel::Critical));
        QVERIFY(m_console->open(critical, "cluster"));
        QCOMPARE(m_console->page().model().attention(0), RecordModel::Critical);
        QVERIFY(m_console->open(ConsoleFixture::projectOf(critical), "clusters"));
        const int row =
            m_console->page().model().rowOf(critical.projectId + QChar(0x1f) + critical.clusterName);
        QCOMPARE(m_console->page().model().attention(row), RecordModel::Critical);
    }

    // By those about no cluster, too; a project that cannot be read is marked as in the fleet.
    void projectsAreMarkedAsTheirAlertsAre()
    {
        const NavigatorModel& places = *m_console->window().navigator()->findChild<NavigatorModel*>();
        QVERIFY(m_console->open({}, "alerts"));
        QHash<QString, int> alerts;
        const RecordModel& listed = m_console->page().model();
        for (int row = 0; row < listed.rowCount(); ++row) {
            int& worst = alerts[listed.value(row, "groupId").toString()];
            worst = std::max(worst, int(listed.attention(row)));
        }
        QHash<QString, InProject> projects;
        const RecordModel& clusters = m_console->session().inventory().clusters();
        for (int record = 0; record < clusters.totalCount(); ++record) {
            InProject& project = projects[clusters.recordText(record, "groupId")];
            project.organizationId = clusters.recordText(record, "orgId");
            project.clusters = std::max(project.clusters, int(clusters.recordAttention(record)));
            project.openAlerts += clusters.recordValue(record, "openAlerts").toInt();
            project.problem += clusters.recordText(record, "problem");
        }
        int beyondClusters = 0;
        int unreadable = 0;
        for (auto each = projects.cbegin(); each != projects.cend(); ++each) {
            const Place place {Place::Kind::Project, each->organizationId, each.key(), {}};
            const int worst = alerts.value(each.key());
            QTRY_COMPARE(places.indexOf(place).data(NavigatorModel::AttentionRole).toInt(),
                std::max(worst, each->clusters));
            QStringList why;
            if (!each->problem.isEmpty())
                why.append(each->problem);
            if (worst > 0)
                why.append(ClusterAlerts::words(RecordModel::Attention(worst)));
            if (each->openAlerts > 0)
                why.append(u"Open alerts on clusters: %1"_s.arg(each->openAlerts));
            QTRY_COMPARE(places.indexOf(place).data(Qt::ToolTipRole).toString(), why.join(u'\n'));
            beyondClusters += worst > each->clusters ? 1 : 0;
            unreadable += each->problem.isEmpty() ? 0 : 1;
        }
        QVERIFY(beyondClusters > 0);
        QVERIFY(unreadable > 0);
    }

    void theNavigatorFollowsTheAlerts()
    {
        const NavigatorModel& places = *m_console->window().navigator()->findChild<NavigatorModel*>();
        const Place project = ConsoleFixture::projectOf(m_console->place(Place::Kind::Cluster));
        const auto says = [&](const Place& place, const QString& why) {
            return places.indexOf(place).data(Qt::ToolTipRole).toString().split(u'\n').contains(why);
        };
        const QString critical = ClusterAlerts::words(RecordModel::Critical);
        const QString notice = ClusterAlerts::words(RecordModel::Notice);
        const auto answer = [&](const QString& acknowledgedUntil) {
            m_console->server().faults().clear();
            m_console->serveList(u"/groups/%1/alerts(\\?|$)"_s.arg(project.projectId),
                {QJsonObject {{u"id"_s, u"a1"_s}, {u"groupId"_s, project.projectId}, {u"status"_s, u"OPEN"_s},
                    {u"eventTypeName"_s, u"NO_PRIMARY"_s}, {u"acknowledgedUntil"_s, acknowledgedUntil}}});
            QSignalSpy read(&m_console->session().inventory(), &Inventory::alertsRead);
            m_console->session().inventory().refresh();
            return read.wait(15000);
        };
        QVERIFY(answer(u"2000-01-01T00:00:00Z"_s));
        QTRY_VERIFY(says(project, critical));
        const auto markOf = [&](const Place& place) {
            return places.indexOf(place).data(NavigatorModel::AttentionRole).toInt();
        };
        QCOMPARE(markOf(project), int(RecordModel::Critical));
        QCOMPARE(markOf(places.placeAt(places.indexOf(project).parent())), int(RecordModel::Critical));
        QVERIFY(answer(u"2099-01-01T00:00:00Z"_s));
        QTRY_VERIFY(says(project, notice));
    }

private:
    struct InProject {
        QString organizationId;
        QString problem;
        int clusters = 0; // the worst of their marks
        int openAlerts = 0;
    };
};

TELAMON_WIDGET_TEST(TestAlertsPage)
#include "test_alertspage.moc"
