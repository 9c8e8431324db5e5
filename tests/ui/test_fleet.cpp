// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet at a glance: groups and health that select what they show.
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/healthbar.h"
#include "ui/charts/seriestable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestFleet : public ConsoleTest {
    Q_OBJECT

    void beforeConnecting() override { activate(); }

private Q_SLOTS:
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
        QTRY_COMPARE(int(groups.series().total()), clusterCount()); // counted with a pause
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
        QCOMPARE(int(groups.series().total()), clusterCount());
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

    void healthIsToldInNumbersAndWords()
    {
        const HealthBar& bar = counted();
        const RecordModel& clusters = page().model();
        std::array<int, 6> counts {};
        for (int record = 0; record < clusters.totalCount(); ++record) {
            if (clusters.recordValue(record, "problem").isValid()) {
                ++counts.at(5); // a project
                continue;
            }
            const bool isUnknown = clusters.recordAttention(record) == RecordModel::NoAttention
                && !clusters.recordValue(record, "availability").isValid();
            counts.at(isUnknown ? 4 : std::size_t(3 - clusters.recordAttention(record))) += 1;
        }
        const std::array words {
            u"critical"_s, u"warning"_s, u"notice"_s, u"fine"_s, u"unknown"_s, u"not readable"_s};
        QVERIFY(counts.at(0) > 0 && counts.at(1) > 0 && counts.at(3) > 0);
        QVERIFY(counts.at(5) > 0);
        QCOMPARE(bar.health().total(), clusters.totalCount()); // as many as the rows that are counted
        QVERIFY(!page().chart()->panel().isUnfolded()); // it is there all the same
        QVERIFY(bar.isVisible());
        for (std::size_t part = 0; part < counts.size(); ++part) {
            QCOMPARE(bar.health().count(part), counts.at(part));
            QCOMPARE(bar.button(part)->isVisible(), counts.at(part) > 0);
            const QString said = QString::number(counts.at(part)) + u' ' + words.at(part);
            QCOMPARE(bar.button(part)->text().trimmed(), said);
            QCOMPARE(bar.accessibleName().contains(said), counts.at(part) > 0);
            const QString name = bar.button(part)->accessibleName();
            QVERIFY2(name.contains(words.at(part)) && name.contains(QString::number(counts.at(part))),
                qPrintable(name));
            QCOMPARE(bar.stripRect(part).isEmpty(), counts.at(part) == 0);
        }
        QVERIFY(bar.stripRect(3).width() > bar.stripRect(0).width());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "clusters"));
        QVERIFY(!page().health()); // asked for by the fleet alone
    }

    void keysAndMouseChooseAPartOfTheHealth()
    {
        HealthBar& bar = counted();
        const int all = page().model().rowCount();
        QTest::mouseClick(bar.button(0), Qt::LeftButton);
        QCOMPARE(page().filterBar().text(), u"attention:critical"_s);
        QVERIFY(bar.button(0)->isChecked());
        QCOMPARE(page().model().rowCount(), bar.health().count(0));
        for (int row = 0; row < page().model().rowCount(); ++row)
            QCOMPARE(page().model().attention(row), RecordModel::Critical);
        QTRY_COMPARE(int(page().chart()->series().series().total()), bar.health().count(0)); // of these
        QCOMPARE(bar.health().total(), page().model().totalCount()); // the others are still told
        bar.button(1)->setFocus();
        QTest::keyClick(bar.button(1), Qt::Key_Return);
        QCOMPARE(page().filterBar().text(), u"attention:warning -problem:"_s);
        QVERIFY(bar.button(1)->isChecked() && !bar.button(0)->isChecked());
        QCOMPARE(page().model().rowCount(), bar.health().count(1));
        QTest::keyClick(bar.button(1), Qt::Key_Space);
        QCOMPARE(page().filterBar().text(), QString());
        QCOMPARE(page().model().rowCount(), all);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.stripRect(3).center());
        QCOMPARE(page().filterBar().text(), u"attention:none availability:"_s);
        QCOMPARE(page().model().rowCount(), bar.health().count(3));
        QTest::keyClick(bar.button(3), Qt::Key_Escape);
        QCOMPARE(page().filterBar().text(), QString());
    }

    void healthIsToldApartWithoutColours()
    {
        const HealthBar& bar = counted();
        QList<QImage> drawn;
        for (std::size_t part = 0; part < bar.health().parts().size(); ++part) {
            const QToolButton& button = *bar.button(part);
            const QImage shape =
                button.icon().pixmap(button.iconSize()).toImage().convertToFormat(QImage::Format_Alpha8);
            QVERIFY2(!drawn.contains(shape), qPrintable(button.text()));
            drawn.append(shape);
        }
    }

    void healthFollowsTheFilter()
    {
        HealthBar& bar = counted();
        const int all = bar.health().total();
        page().filterBar().setText(u"versions:8"_s);
        QTRY_VERIFY(bar.health().total() < all);
        QCOMPARE(bar.health().total(), page().model().rowCount());
        QTest::mouseClick(bar.button(1), Qt::LeftButton);
        QCOMPARE(page().filterBar().text(), u"versions:8 attention:warning -problem:"_s);
        page().filterBar().setText(u"attention:critical versions:8"_s); // typed: the part is chosen too
        QVERIFY(bar.button(0)->isChecked() && !bar.button(1)->isChecked());
        page().filterBar().setText({});
        QVERIFY(!bar.button(0)->isChecked());
        QTRY_COMPARE(bar.health().total(), all);
    }

    void healthGivesWayInASmallWindow()
    {
        const HealthBar& bar = counted();
        m_console->window().resize(400, 360);
        QCOMPARE(m_console->window().size(), QSize(400, 360));
        QVERIFY(!bar.isVisible());
        m_console->window().resize(1280, 800);
        QTRY_VERIFY(bar.isVisible());
    }

    void totalsFollowTheFilter()
    {
        const QLabel& counts = *page().filterBar().counts();
        const QString all = QLocale().toString(page().model().totalCount()) + u" rows"_s;
        QCOMPARE(counts.text(), all + totals());
        QVERIFY2(counts.text().contains(u" nodes, "_s) && counts.text().endsWith(u"iB"_s),
            qPrintable(counts.text()));
        QCOMPARE(counts.toolTip().count(u'\n'), 2);
        QVERIFY(counts.toolTip().contains(u"Nodes: "_s + QLocale().toString(sum("nodes"))));
        const qint64 before = sum("nodes");
        page().filterBar().setText(u"attention:critical"_s);
        QVERIFY(sum("nodes") < before);
        QCOMPARE(counts.text(), QLocale().toString(page().model().rowCount()) + u" of "_s + all + totals());
        QVERIFY(counts.accessibleDescription().contains(u"Nodes: "_s + QLocale().toString(sum("nodes"))));
        page().filterBar().setText(u"attention:critical nosuch:column"_s); // what is wrong needs the room
        QVERIFY(!counts.text().contains(u"nodes"_s));
        page().filterBar().setText({});
        m_console->window().resize(500, 600);
        QTRY_COMPARE(counts.text(), all);
        QVERIFY(counts.toolTip().contains(u"Nodes: "_s)); // there all the same
        QVERIFY(m_console->open({}, "alerts"));
        QVERIFY(page().filterBar().counts()->toolTip().isEmpty()); // nothing to add up
    }

private:
    qint64 sum(const char* key)
    {
        qint64 added = 0;
        for (int row = 0; row < page().model().rowCount(); ++row)
            added += page().model().value(row, key).toLongLong();
        return added;
    }
    QString totals()
    {
        const qint64 alerts = sum("openAlerts");
        return u", "_s + QLocale().toString(alerts)
            + (alerts == 1 ? u" open alert on clusters, "_s : u" open alerts on clusters, "_s)
            + QLocale().toString(sum("nodes")) + u" nodes, "_s
            + QLocale().formattedDataSize(sum("dataSize"), 1, QLocale::DataSizeIecFormat);
    }
    HealthBar& counted()
    {
        HealthBar& bar = *page().health();
        [&] {
            QTRY_COMPARE(bar.health().total(), page().model().totalCount());
            // The alerts mark the clusters when those are there already, and are counted a moment later.
            QTRY_COMPARE(bar.health().count(0), countOf(RecordModel::Critical));
        }();
        return bar;
    }
    template <typename Predicate> int countIf(Predicate predicate)
    {
        int count = 0;
        for (int record = 0; record < page().model().totalCount(); ++record)
            count += predicate(record) ? 1 : 0;
        return count;
    }
    int countOf(RecordModel::Attention attention)
    {
        return countIf([&](int record) { return page().model().recordAttention(record) == attention; });
    }
    int clusterCount() // a project that cannot be read is a row, too
    {
        return countIf([&](int record) { return !page().model().recordValue(record, "problem").isValid(); });
    }
    RecordPage& page() { return m_console->page(); }
};

TELAMON_WIDGET_TEST(TestFleet)
#include "test_fleet.moc"
