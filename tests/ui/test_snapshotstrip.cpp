// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of a cluster's snapshots: a lane for each frequency, whose marks are selected by mouse and keys.
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/charts/laneview.h"
#include "ui/charts/seriestable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestSnapshotStrip : public ConsoleTest {
    Q_OBJECT

    void beforeConnecting() override { activate(); }

private Q_SLOTS:
    void aLaneForEachFrequencyInTheirOrder_data() { types(); }
    void aLaneForEachFrequencyInTheirOrder()
    {
        QFETCH(const QString, type);
        QVERIFY(openOneWithSnapshots(Place::Kind::Cluster, type));
        QTRY_VERIFY(series().rowCount() >= 3);
        const QStringList order {u"hourly"_s, u"daily"_s, u"weekly"_s, u"monthly"_s, u"ondemand"_s};
        qsizetype last = -1;
        for (const SeriesPart& lane : series().series().categories) {
            QVERIFY2(order.indexOf(lane.value) > last, qPrintable(lane.value));
            last = order.indexOf(lane.value);
        }
        QCOMPARE(int(series().series().total()), model().rowCount());
        QVERIFY(!failedMark().isEmpty());
        const QString summary = series().summary();
        QVERIFY2(summary.contains(u"Expires within 3 days: "_s), qPrintable(summary));
        QVERIFY2(summary.contains(u"Failed: 1"_s), qPrintable(summary));
    }
    void keysAloneSelectMarksThatTheTableShows()
    {
        QVERIFY(openStrip());
        const int all = model().rowCount();
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(stripHasFocus());
        QVERIFY(lane(0).size() > 3);
        key(Qt::Key_Home);
        QCOMPARE(strip().currentLane(), 0);
        QCOMPARE(strip().currentMark(), 0);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(strip().span(),
            std::optional(LaneSpan {.from = lane(0)[0].time, .until = lane(0)[2].time + 1, .lane = 0}));
        QCOMPARE(model().rowCount(), all); // not before Enter
        QCOMPARE(strip().accessibleDescription(), series().text(0, 2));
        key(Qt::Key_Return);
        QVERIFY2(filter().startsWith("created:>="_L1), qPrintable(filter()));
        QVERIFY2(filter().endsWith(" frequency:==\"hourly\""_L1), qPrintable(filter()));
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(marksIn(strip().span()), 3);
        key(Qt::Key_Down); // on, with nothing chosen yet
        QCOMPARE(strip().currentLane(), 1);
        QCOMPARE(model().rowCount(), 3);
        key(Qt::Key_Escape);
        QCOMPARE(filter(), QString());
        QCOMPARE(model().rowCount(), all);
        QVERIFY(!strip().span());
        key(Qt::Key_Escape); // nothing to clear: on to the table
        QCOMPARE(m_console->window().focusWidget(), &m_console->page().view());
    }

    void keysSelectASpanOfAllLanes()
    {
        QVERIFY(openStrip());
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(stripHasFocus());
        key(Qt::Key_End);
        QCOMPARE(strip().currentMark(), int(lane(0).size()) - 1);
        key(Qt::Key_Home, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(strip().currentLane(), 1);
        QVERIFY(strip().span() && strip().span()->lane == -1);
        const int selected = marksIn(strip().span());
        QVERIFY(selected > int(lane(0).size()));
        key(Qt::Key_Return);
        QVERIFY2(!filter().contains(u"frequency"_s), qPrintable(filter()));
        QCOMPARE(model().rowCount(), selected);
    }

    void theMouseSelectsMarks()
    {
        QVERIFY(openStrip());
        const int all = model().rowCount();
        const QPoint failed = failedMark().center().toPoint();
        QTest::mouseClick(&strip(), Qt::LeftButton, {}, failed);
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(model().value(0, "status").toString(), u"failed"_s);
        m_console->page().filterBar().setText({}); // by other means: the strip follows
        QVERIFY(!strip().span());

        const int last = int(lane(1).size()) - 1;
        const QPoint beside(5, 0);
        const QPoint from = strip().markRect(1, 0).center().toPoint() - beside;
        drag(from, strip().markRect(1, last).center().toPoint() + beside);
        QVERIFY2(filter().endsWith(" frequency:==\"daily\""_L1), qPrintable(filter()));
        QCOMPARE(model().rowCount(), last + 1);
        QCOMPARE(marksIn(strip().span()), last + 1);

        const int bottom = strip().markRect(series().rowCount() - 1, 0).center().toPoint().y();
        drag({1, strip().markRect(0, 0).center().toPoint().y()}, {strip().width() - 1, bottom});
        QVERIFY2(!filter().contains(u"frequency"_s), qPrintable(filter()));
        QCOMPARE(model().rowCount(), all);
    }

    void nothingIsSelectedWhereNoMarkIs()
    {
        QVERIFY(openStrip());
        const QRectF mark = strip().markRect(0, 0);
        drag(QPoint(1, int(mark.center().y())), QPoint(20, int(mark.center().y()))); // over the lane's name
        QTest::mouseClick(&strip(), Qt::LeftButton, {}, QPoint(1, int(mark.center().y())));
        QCOMPARE(filter(), QString());
        QVERIFY(!strip().span());
    }

    void whatIsUnderTheCursorIsSaid()
    {
        QVERIFY(openStrip());
        const QPointF at = strip().markRect(1, 0).center();
        const QPointF global = strip().mapToGlobal(at);
        QMouseEvent move(QEvent::MouseMove, at, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&strip(), &move);
        QCOMPARE(panel().saidText(), series().text(1, 0));
        QVERIFY2(panel().saidText().startsWith(u"Daily, "_s), qPrintable(panel().saidText()));
        QHelpEvent help(QEvent::ToolTip, at.toPoint(), global.toPoint());
        QApplication::sendEvent(&strip(), &help);
        QCOMPARE(QToolTip::text(), Qt::convertFromPlainText(series().text(1, 0)));
        QToolTip::hideText();
        QMouseEvent away(
            QEvent::MouseMove, QPointF(1, at.y()), global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&strip(), &away);
        QCOMPARE(panel().saidText(), series().text(1)); // the lane
    }

    void theTwinShowsTheSame()
    {
        QVERIFY(openStrip());
        key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        SeriesTable* twin = panel().table();
        QTRY_VERIFY(twin && twin->isVisible() && twin->hasFocus());
        QVERIFY(!strip().isVisible());
        QCOMPARE(twin->model()->rowCount(), int(series().series().lanes.size()));
        for (int row = 0; row < twin->model()->rowCount(); ++row)
            QCOMPARE(twin->model()->index(row, 5).data().toString(), QLocale().toString(lane(row).size()));
        twin->setCurrentIndex(twin->model()->index(1, 0));
        key(Qt::Key_Return);
        QCOMPARE(filter(), u"frequency:==\"daily\""_s);
        QCOMPARE(model().rowCount(), int(lane(1).size()));
        key(Qt::Key_Escape);
        QCOMPARE(filter(), QString());
    }

    void theStorageOfEachDayStandsThereInstead()
    {
        QVERIFY(openStrip());
        ChartPanel& first = panel();
        QToolButton* other = first.otherButton();
        QVERIFY(other->isVisible());
        QCOMPARE(other->text(), u"Storage per day"_s);
        other->setFocus();
        QTest::keyClick(other, Qt::Key_Space);
        QVERIFY(&panel() != &first && !first.isVisible() && panel().isVisible());
        QVERIFY(panel().chart() && panel().chart()->hasFocus());
        QVERIFY(m_console->page().chart()->series(1).rowCount() > 0);
        QCOMPARE(panel().chart()->accessibleName(), u"Storage per day"_s);
        key(Qt::Key_End);
        key(Qt::Key_Return);
        QVERIFY2(filter().startsWith("created:>="_L1), qPrintable(filter()));
        key(Qt::Key_Escape);
        QCOMPARE(filter(), QString());
        m_console->reopenWindow();
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(openOneWithSnapshots(Place::Kind::Cluster, u"SHARDED"_s));
        QVERIFY(panel().chart() && !panel().lanes()); // it is remembered
        QTest::mouseClick(panel().otherButton(), Qt::LeftButton);
        QVERIFY(panel().lanes() && stripHasFocus());
    }

    void itSpeaksInWords_data() { types(); }
    void itSpeaksInWords()
    {
        QFETCH(const QString, type);
        const bool isFlex = type == "FLEX"_L1;
        QVERIFY(openOneWithSnapshots(
            isFlex ? Place::Kind::FlexCluster : Place::Kind::Cluster, isFlex ? QString() : type));
        QTRY_VERIFY(series().rowCount() > 0);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&strip());
        QCOMPARE(accessible->text(QAccessible::Name), u"Snapshots"_s);
        QCOMPARE(accessible->text(QAccessible::Description), series().summary());
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(stripHasFocus());
        key(Qt::Key_End);
        QCOMPARE(accessible->text(QAccessible::Description), series().text(0, int(lane(0).size()) - 1));
    }

private:
    static void types()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("replica set") << u"REPLICASET"_s;
        QTest::newRow("sharded") << u"SHARDED"_s;
        if (qstrcmp(QTest::currentTestFunction(), "itSpeaksInWords") == 0)
            QTest::newRow("flex") << u"FLEX"_s;
    }
    bool openOneWithSnapshots(Place::Kind kind, const QString& type)
    {
        const bool isFlex = kind == Place::Kind::FlexCluster;
        const RecordModel& clusters = m_console->window().session()->inventory().clusters();
        for (int record = 0; record < clusters.totalCount(); ++record) {
            const QString name = clusters.recordText(record, "name");
            if (name.isEmpty() || (clusters.recordText(record, "instanceSize") == "FLEX"_L1) != isFlex
                || !clusters.recordText(record, "type").contains(type))
                continue;
            const Place place {
                kind, clusters.recordText(record, "orgId"), clusters.recordText(record, "groupId"), name};
            if (m_console->open(place, isFlex ? "flexSnapshots" : "snapshots")
                && model().rowCount() > (isFlex ? 0 : 20))
                return true;
        }
        return false;
    }
    bool openStrip()
    {
        return openOneWithSnapshots(Place::Kind::Cluster, u"SHARDED"_s)
            && QTest::qWaitFor([this] { return series().rowCount() >= 3; }) && panel().lanes();
    }
    QRectF failedMark()
    {
        for (int row = 0; row < series().rowCount(); ++row) {
            const auto bad = std::find_if(lane(row).cbegin(), lane(row).cend(),
                [](const SeriesMark& mark) { return mark.part == SeriesMark::Bad; });
            if (bad != lane(row).cend())
                return strip().markRect(row, int(bad - lane(row).cbegin()));
        }
        return {};
    }
    int marksIn(const std::optional<LaneSpan>& span)
    {
        int count = 0;
        for (int row = 0; span && row < series().rowCount(); ++row)
            count += int(std::count_if(lane(row).cbegin(), lane(row).cend(),
                [&span, row](const SeriesMark& mark) { return span->contains(row, mark); }));
        return count;
    }
    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&strip(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&strip(), to);
        QTest::mouseRelease(&strip(), Qt::LeftButton, {}, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = m_console->window().focusWidget();
        QTest::keyClick(focus ? focus : &m_console->window(), key, modifiers);
    }
    const SeriesLane& lane(int row) { return series().series().lanes[std::size_t(row)]; }
    QString filter() { return m_console->page().filterBar().text(); }
    RecordModel& model() { return m_console->page().model(); }
    ChartPanel& panel() { return m_console->page().chart()->panel(); }
    LaneView& strip() { return *panel().lanes(); }
    SeriesModel& series() { return m_console->page().chart()->series(); }
    bool stripHasFocus() { return m_console->window().focusWidget() == &strip(); }
};

TELAMON_WIDGET_TEST(TestSnapshotStrip)
#include "test_snapshotstrip.moc"
