// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet at a glance: groups and health that select what they show.
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/ui/consolefixture.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/seriestable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestFleet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ConsoleFixture>();
        m_console->window().activateWindow();
        QTRY_VERIFY(m_console->window().isActiveWindow());
        QVERIFY(m_console->connectToSandbox());
    }
    void cleanup() { m_console.reset(); }

    void aGroupIsAllThatTheTableShows_data()
    {
        QTest::addColumn<int>("top");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("organization") << 0 << u"Organization"_s << QByteArray("orgName") << true;
        QTest::newRow("project") << 1 << u"Project"_s << QByteArray("groupName") << false;
        QTest::newRow("availability") << 2 << u"Availability"_s << QByteArray("availability") << true;
        QTest::newRow("state") << 3 << u"State"_s << QByteArray("state") << false;
    }
    void aGroupIsAllThatTheTableShows()
    {
        QFETCH(const int, top);
        QFETCH(const QString, title);
        QFETCH(const QByteArray, key);
        QFETCH(const bool, byMouse);
        PageChart& chart = *page().chart();
        chart.panel().setUnfolded(true);
        QCOMPARE(chart.tops()->count(), 4);
        QCOMPARE(chart.tops()->tabText(top), title);
        chart.tops()->setCurrentIndex(top);
        SeriesModel& groups = chart.series(top + 1);
        QTRY_VERIFY(groups.rowCount() > 1);
        const int all = page().model().totalCount();
        QCOMPARE(int(groups.series().total()), all);
        const int members = int(groups.series().total(1));
        const SeriesPart group = groups.series().categories.at(1);
        QVERIFY(members > 0 && members < all);
        auto* table = qobject_cast<SeriesTable*>(chart.tops()->widget(top));
        QVERIFY(table && table->isVisible());
        if (byMouse) {
            QTest::mouseClick(
                table->viewport(), Qt::LeftButton, {}, table->visualRect(groups.index(1, 0)).center());
        } else {
            table->setFocus();
            table->setCurrentIndex(groups.index(1, 0));
            QTest::keyClick(table, Qt::Key_Return);
        }
        QCOMPARE(page().model().rowCount(), members);
        for (int row = 0; row < members; ++row)
            QCOMPARE(page().model().value(row, key).toString(), group.value); // nothing: not known
        QTRY_COMPARE(int(chart.series().series().total()), members); // the versions of the group
        QCOMPARE(int(groups.series().total()), all);
        QTest::keyClick(table, Qt::Key_Escape);
        QCOMPARE(page().filterBar().text(), QString());
        QCOMPARE(page().model().rowCount(), all);
    }

    void aPlaceOfOneOrganizationIsNotGroupedByIt()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Organization), "clusters"));
        QCOMPARE(page().chart()->tops()->count(), 3);
        QCOMPARE(page().chart()->tops()->tabText(0), u"Project"_s);
    }

private:
    RecordPage& page() { return m_console->page(); }

    std::unique_ptr<ConsoleFixture> m_console;
};

QTEST_MAIN(TestFleet)
#include "test_fleet.moc"
