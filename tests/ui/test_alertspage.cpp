// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/pages/recordpage.h"

#include <QTest>

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
            if (!m_console->waitForPage() || m_console->page().hasFailed())
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
};

TELAMON_WIDGET_TEST(TestAlertsPage)
#include "test_alertspage.moc"
