// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes as a table that follows the records, and what is selected among their marks as a filter.
#include "models/series/seriesmodel.h"
#include "tests/models/series/lanefixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>

#include <algorithm>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

QString shownLaneIds(const RecordModel& model)
{
    QString ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.idAt(row);
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

class TestLaneModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lanesAreATableToo()
    {
        RecordModel records(laneTable());
        records.setNow(now());
        const SeriesDescription description = snapshots();
        SeriesModel series(description, records, nullptr);
        QAbstractItemModelTester tester(&series, QAbstractItemModelTester::FailureReportingMode::QtTest);
        loadRows(records, manyRows());
        series.setActive(true);
        QStringList titles;
        for (int column = 0; column < series.columnCount(); ++column)
            titles.append(series.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(titles.join(u'|'),
            u"Frequency|Kept|Expires soon|In progress|Failed|Total|Newest|Oldest|Next to expire|Size"_s);
        QCOMPARE(series.rowCount(), 4);
        QStringList cells; // of the hourly ones, but for the times: those are local
        for (const int column : {0, 1, 2, 3, 4, 5, 9})
            cells.append(series.index(0, column).data().toString());
        QCOMPARE(cells.join(u'|'), u"Hourly|0|1|1|0|2|2.0 KiB"_s);
        QCOMPARE(
            series.index(0, 8).data(SeriesModel::RawValueRole).toLongLong(), now() + 2 * Day - 2 * 3'600'000);
        QVERIFY(series.index(0, 6).data().toString() > series.index(0, 7).data().toString());
        QCOMPARE(series.index(3, 9).data().toString(), QString()); // nobody knows it
        QVERIFY2(series.summary().startsWith(u"Snapshots: 6 (Hourly ×2, Daily ×2, Weekly ×1, not known ×1; "_s
                                             "Kept: 3, Expires soon: 1, In progress: 1, Failed: 1), 2026-0"),
            qPrintable(series.summary()));
        QCOMPARE(series.text(1), u"Daily: 2; Kept: 1, Failed: 1"_s);
        QVERIFY(series.text(0, 0).startsWith(u"Hourly, 2026-05-2"_s));
        QVERIFY2(
            series.text(0, 0).contains(u": Completed; expires in 1 d, "_s), qPrintable(series.text(0, 0)));
        QVERIFY(series.text(0, 0).endsWith(u"; 2.0 KiB"_s));
        QVERIFY2(series.text(0, 1).endsWith(u": In progress"_s), qPrintable(series.text(0, 1)));
        QCOMPARE(series.text(0, 2), QString());
        QCOMPARE(series.text(4, 0), QString());
    }

    void whatIsSelectedIsAllThatTheTableShows_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("until");
        QTest::addColumn<int>("lane");
        QTest::addColumn<QString>("ids");
        const qint64 midnight = now() - Day / 2; // of today
        QTest::newRow("all lanes") << QString() << midnight - 2 * Day << midnight << -1 << u"125"_s;
        QTest::newRow("one lane") << QString() << midnight - 2 * Day << midnight << 1 << u"12"_s;
        QTest::newRow("one mark") << QString() << midnight - 2 * Day << midnight - 2 * Day + 1 << 1 << u"1"_s;
        QTest::newRow("within a second")
            << QString() << now() - 3'600'000 + 400 << now() - 3'600'000 + 401 << 0 << u"4"_s;
        QTest::newRow("not known") << QString() << now() - 30 * Day << now() << 3 << u"6"_s;
        QTest::newRow("with words that were there")
            << u"status:failed created:>=2026-01-01T00:00:00Z frequency:==\"daily\""_s << midnight - 9 * Day
            << midnight << -1 << u"2"_s;
    }
    void whatIsSelectedIsAllThatTheTableShows()
    {
        QFETCH(const QString, before);
        QFETCH(const qint64, from);
        QFETCH(const qint64, until);
        QFETCH(const int, lane);
        RecordModel records(laneTable());
        loadRows(records, manyRows());
        QCOMPARE(records.setFilter(before), QString());
        const SeriesDescription description = snapshots();
        SeriesModel series(description, records, nullptr);
        series.setActive(true);
        const std::optional<QString> filter =
            series.filterFor(LaneSpan {.from = from, .until = until, .lane = lane});
        QVERIFY(filter);
        QCOMPARE(records.setFilter(*filter), QString());
        QTEST(shownLaneIds(records), "ids");
        series.countNow(); // the other marks stay: they can still be selected
        const std::optional<LaneSpan> span = series.laneSpan();
        QVERIFY(span);
        QCOMPARE(span->lane, lane);
        int selected = 0;
        const SeriesData& data = series.series();
        for (std::size_t row = 0; row < data.lanes.size(); ++row)
            selected += int(std::count_if(data.lanes[row].cbegin(), data.lanes[row].cend(),
                [&span, row](const SeriesMark& mark) { return span->contains(int(row), mark); }));
        QCOMPARE(selected, records.rowCount());
        const QString said = u"Snapshots: %1 of %2 selected, "_s.arg(selected).arg(int(data.total()));
        QVERIFY2(series.headline().startsWith(said), qPrintable(series.headline()));
        QCOMPARE(series.selection(),
            std::optional(lane < 0 ? std::pair(0, series.rowCount() - 1) : std::pair(lane, lane)));
        QVERIFY(!series.filterWithout().contains(u"created"_s));
        QVERIFY(!series.filterWithout().contains(u"frequency"_s));
        QCOMPARE(records.setFilter(series.filterFor(0, 0).value()), QString()); // as the table does it
        QCOMPARE(series.laneSpan()->lane, 0);
    }

    void nothingIsSelectedByNothing()
    {
        RecordModel records(laneTable());
        loadRows(records, manyRows());
        const SeriesDescription description = snapshots();
        SeriesModel series(description, records, nullptr);
        QVERIFY(!series.laneSpan());
        series.setActive(true);
        QVERIFY(!series.laneSpan());
        QVERIFY(!series.filterFor(LaneSpan {.from = 5, .until = 5}));
        QVERIFY(!series.filterFor(LaneSpan {.from = 5, .until = 6, .lane = 99}));
        QCOMPARE(records.setFilter(u"frequency:==\"yearly\""_s), QString());
        QVERIFY(!series.laneSpan()); // there is no such lane
    }

    void withoutAKeyATimeIsSelected()
    {
        SeriesDescription description = snapshots();
        description.seriesKey.clear();
        RecordModel records(laneTable());
        loadRows(records, manyRows());
        SeriesModel series(description, records, nullptr);
        series.setActive(true);
        QVERIFY(!series.filterFor(0, 0));
        QCOMPARE(series.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Snapshots"_s);
        QVERIFY2(series.summary().startsWith(u"Snapshots: 6 (Kept: "_s), qPrintable(series.summary()));
        QCOMPARE(series.filterFor(LaneSpan {.from = now() - Day, .until = now(), .lane = 0}),
            std::optional(u"created:>=2026-05-19T12:00Z created:<2026-05-20T12:00Z"_s));
    }
};

TELAMON_TEST(TestLaneModel)
#include "test_lanemodel.moc"
