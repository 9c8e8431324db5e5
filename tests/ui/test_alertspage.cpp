// SPDX-License-Identifier: GPL-3.0-or-later
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
};

TELAMON_WIDGET_TEST(TestAlertsPage)
#include "test_alertspage.moc"
