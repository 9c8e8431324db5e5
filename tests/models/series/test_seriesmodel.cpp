// SPDX-License-Identifier: GPL-3.0-or-later
// The chart's numbers as a table that follows the records, and what is selected in them as a filter.
#include "models/series/seriesfilter.h"
#include "models/series/seriesmodel.h"
#include "tests/models/series/seriesfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTimeZone>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
using Kind = SeriesDescription::Kind;

const SeriesDescription SigninsByUser {
    .title = "Sign-ins", .timeKey = "time", .seriesKey = "ok", .yesName = "Succeeded", .noName = "Failed"};
const SeriesDescription Users {.kind = Kind::Categories, .title = "Users", .seriesKey = "user"};
const SeriesDescription FailingUsers {
    .kind = Kind::Categories, .title = "Users", .seriesKey = "user", .only = "ok:no"};

constexpr auto Rows = "[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:10Z\",\"ok\":true,\"user\":\"anna\"},"
                      "{\"id\":\"2\",\"time\":\"2026-05-02T14:01:00Z\",\"ok\":false,\"user\":\"Anna\"},"
                      "{\"id\":\"3\",\"time\":\"2026-05-02T14:01:59Z\",\"ok\":false,\"user\":\"an na\"},"
                      "{\"id\":\"4\",\"time\":\"2026-05-02T14:02:00Z\",\"ok\":true,\"user\":\"anna\"},"
                      "{\"id\":\"5\",\"time\":\"2026-05-02T14:03:00Z\",\"ok\":true}]";

QString shownIds(const RecordModel& model)
{
    QString ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.idAt(row);
    return ids;
}
} // namespace

class TestSeriesModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheRecordsWhileSomebodyLooks()
    {
        RecordModel records(seriesTable());
        SeriesModel series(SigninsByUser, records, nullptr);
        QAbstractItemModelTester tester(&series, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy counted(&series, &SeriesModel::counted);
        loadRows(records, Rows);
        QCOMPARE(series.rowCount(), 0); // nobody looks
        series.setActive(true);
        QCOMPARE(series.rowCount(), 4);
        QCOMPARE(counted.count(), 1);
        QCOMPARE(series.columnCount(), 4); // time, two series, total
        QCOMPARE(series.index(1, 0).data().toString(), u"2026-05-02 14:01 – 14:02"_s);
        QCOMPARE(series.index(1, 2).data().toString(), u"2"_s);
        QCOMPARE(series.index(1, 3).data(SeriesModel::RawValueRole).toDouble(), 2.0);
        QCOMPARE(series.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Failed"_s);
        QCOMPARE(series.summary(),
            u"Sign-ins: 5 (Succeeded: 3, Failed: 2), 2026-05-02 14:00 to 2026-05-02 14:03"_s);
        QCOMPARE(series.headline(), u"Sign-ins: 5, 2026-05-02 14:00 to 2026-05-02 14:03"_s);
        QCOMPARE(series.partTotal(1), u"2"_s);
        QCOMPARE(series.text(1), u"2026-05-02 14:01 – 14:02: 2; Failed: 2"_s);
        loadRows(records, "[{\"id\":\"9\",\"time\":\"2026-05-02T14:00:10Z\",\"ok\":true}]");
        QTRY_COMPARE(series.rowCount(), 1);
        records.clear();
        QTRY_COMPARE(series.rowCount(), 0);
    }

    void countsOnceForManyChanges()
    {
        RecordModel records(seriesTable());
        SeriesModel series(SigninsByUser, records, nullptr);
        series.setActive(true);
        loadRows(records, Rows);
        QTRY_COMPARE(series.rowCount(), 4);
        QSignalSpy counted(&series, &SeriesModel::counted);
        for (int i = 0; i < 50; ++i) {
            records.setFilter(QString::number(i));
            series.follow();
        }
        QCOMPARE(counted.count(), 0);
        QTRY_COMPARE(counted.count(), 1);
    }

    void countsNothingWhereTheFilterIsMistaken()
    {
        RecordModel records(seriesTable());
        loadRows(records, Rows);
        SeriesModel series(SigninsByUser, records, nullptr);
        series.setActive(true);
        QVERIFY(!records.setFilter(u"colour:red"_s).isEmpty());
        series.countNow();
        QCOMPARE(records.rowCount(), 0);
        QCOMPARE(series.rowCount(), 0);
    }

    void whatIsSelectedIsAllThatTheTableShows_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids");
        QTest::newRow("one bucket") << QString() << 1 << 1
                                    << u"time:>=2026-05-02T14:01Z time:<2026-05-02T14:02Z"_s << u"23"_s;
        QTest::newRow("a span") << QString() << 0 << 1
                                << u"time:>=2026-05-02T14:00Z time:<2026-05-02T14:02Z"_s << u"123"_s;
        QTest::newRow("all") << QString() << 0 << 3 << u"time:>=2026-05-02T14:00Z time:<2026-05-02T14:04Z"_s
                             << u"12345"_s;
        QTest::newRow("with words that were there")
            << u"\"an na\"  Time:>=2026-05-02T14:01:00Z time:<2026-05-02T14:03:00Z -ok:yes"_s << 0 << 0
            << u"\"an na\" -ok:yes time:>=2026-05-02T14:01Z time:<2026-05-02T14:02Z"_s << u"3"_s;
    }
    void whatIsSelectedIsAllThatTheTableShows()
    {
        QFETCH(const QString, before);
        QFETCH(const int, first);
        QFETCH(const int, last);
        RecordModel records(seriesTable());
        loadRows(records, Rows);
        QCOMPARE(records.setFilter(before), QString());
        SeriesModel series(SigninsByUser, records, nullptr);
        series.setActive(true);
        const std::optional<QString> filter = series.filterFor(first, last);
        QVERIFY(filter);
        QTEST(*filter, "filter");
        QCOMPARE(records.setFilter(*filter), QString());
        QTEST(shownIds(records), "ids");
        series.countNow();
        QCOMPARE(series.selection(), std::optional(std::pair(first, last)));
        double numbers = 0;
        for (int row = first; row <= last; ++row)
            numbers += series.series().total(std::size_t(row));
        QCOMPARE(int(numbers), records.rowCount()); // the chart said so
        QVERIFY(!series.filterWithout().contains(u"time"_s));
    }

    void tellsHowMuchOfItIsSelected_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("told"); // the beginning
        QTest::newRow("nothing") << QString() << u"Sign-ins: 5 (Succeeded: 3, Failed: 2), "_s;
        QTest::newRow("a bucket") << u"time:>=2026-05-02T14:01Z time:<2026-05-02T14:02Z"_s
                                  << u"Sign-ins: 2 of 5 selected (Succeeded: 0 of 3, Failed: 2 of 2), "_s;
        QTest::newRow("from an edge on")
            << u"time:>=2026-05-02T14:02Z"_s
            << u"Sign-ins: 2 of 5 selected (Succeeded: 2 of 3, Failed: 0 of 2), "_s;
        QTest::newRow("bounds outside")
            << u"time:>=2026-05-02T10:00:05Z time:<2026-05-02T18:00:05Z"_s
            << u"Sign-ins: 5 of 5 selected (Succeeded: 3 of 3, Failed: 2 of 2), "_s;
        QTest::newRow("within a bucket") << u"time:>=2026-05-02T14:01:30Z"_s
                                         << u"Sign-ins: some of 5 selected (Succeeded: 3, Failed: 2), "_s;
        QTest::newRow("of other words") << u"ok:no"_s << u"Sign-ins: 2 (Failed: 2), "_s;
    }
    void tellsHowMuchOfItIsSelected()
    {
        QFETCH(const QString, filter);
        QFETCH(const QString, told);
        RecordModel records(seriesTable());
        loadRows(records, Rows);
        QCOMPARE(records.setFilter(filter), QString());
        SeriesModel series(SigninsByUser, records, nullptr);
        series.setActive(true);
        QVERIFY2(series.summary().startsWith(told), qPrintable(series.summary()));
    }

    // As the table shows them, and still exact.
    void timesAreWrittenAsTheyAreShown()
    {
        const auto at = [](const char* time) {
            return QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate).toMSecsSinceEpoch();
        };
        const auto filter = [&at](const char* zone) {
            return spanFilter(
                {}, SigninsByUser, at("2026-05-02T14:01:00Z"), at("2026-05-02T22:00:05Z"), QTimeZone(zone));
        };
        QCOMPARE(filter("UTC"), u"time:>=2026-05-02T14:01Z time:<2026-05-02T22:00:05Z"_s);
        QCOMPARE(filter("Europe/Berlin"), u"time:>=2026-05-02T16:01+02:00 time:<2026-05-03T00:00:05+02:00"_s);
        QCOMPARE(
            filter("America/St_Johns"), u"time:>=2026-05-02T11:31-02:30 time:<2026-05-02T19:30:05-02:30"_s);
        const SeriesFilter parsed =
            SeriesFilter::parse(filter("America/St_Johns"), SigninsByUser, seriesTable().columns);
        QCOMPARE(parsed.from, std::optional(at("2026-05-02T14:01:00Z")));
        QCOMPARE(parsed.until, std::optional(at("2026-05-02T22:00:05Z")));
    }

    void categoriesAreToldApartToTheLetter_data()
    {
        QTest::addColumn<QByteArray>("user"); // as JSON
        QTest::newRow("plain") << QByteArray("anna");
        QTest::newRow("another case") << QByteArray("Anna");
        QTest::newRow("space") << QByteArray("an na");
        QTest::newRow("space at the ends") << QByteArray(" anna ");
        QTest::newRow("quotes") << QByteArray("an\\\"na\\\"\\\"");
        QTest::newRow("looks like a filter") << QByteArray("-ok:no \\\"");
        QTest::newRow("compares") << QByteArray(">=5");
        QTest::newRow("markup") << QByteArray("<b>anna</b>");
        QTest::newRow("controls") << QByteArray("an\\nna\\u0000\\u202e");
        QTest::newRow("long") << QByteArray(5000, 'a');
        QTest::newRow("beyond ASCII") << QByteArray("\xc3\x84nna");
        QTest::newRow("nothing") << QByteArray("");
    }
    void categoriesAreToldApartToTheLetter()
    {
        QFETCH(const QByteArray, user);
        RecordModel records(seriesTable());
        loadRows(records,
            "[{\"id\":\"1\",\"user\":\"" + user
                + "\"},{\"id\":\"2\",\"user\":\"ANNA\"},{\"id\":\"3\",\"user\":\"banna\"},{\"id\":\"4\"}]");
        SeriesModel series(Users, records, nullptr);
        series.setActive(true);
        QCOMPARE(series.rowCount(), 4);
        QString all;
        for (int row = 0; row < 4; ++row) {
            const std::optional<QString> filter = series.filterFor(row, row);
            QVERIFY(filter);
            QCOMPARE(records.setFilter(*filter), QString());
            QCOMPARE(records.rowCount(), 1);
            QCOMPARE(series.selection(), std::optional(std::pair(row, row)));
            all += shownIds(records);
        }
        std::sort(all.begin(), all.end());
        QCOMPARE(all, u"1234"_s);
    }

    // Shown in a person's word, asked for in the service's.
    void wordsAreAskedForAsTheServiceSpellsThem()
    {
        RecordModel records(seriesTable());
        loadRows(records,
            "[{\"id\":\"1\",\"state\":\"REPLICASET\"},{\"id\":\"2\",\"state\":\"REPLICASET\"},"
            "{\"id\":\"3\",\"state\":\"GEOSHARDED\"}]");
        const SeriesDescription states {.kind = Kind::Categories, .title = "States", .seriesKey = "state"};
        SeriesModel series(states, records, nullptr);
        series.setActive(true);
        QCOMPARE(series.index(0, 0).data().toString(), u"Replica set"_s);
        QCOMPARE(series.filterFor(0, 0), std::optional(u"state:==\"REPLICASET\""_s));
        QCOMPARE(records.setFilter(*series.filterFor(0, 0)), QString());
        QCOMPARE(shownIds(records), u"12"_s);
        QCOMPARE(series.selection(), std::optional(std::pair(0, 0)));
    }

    void looksOnlyAtWhatItIsOf()
    {
        RecordModel records(seriesTable());
        loadRows(records, Rows);
        SeriesModel series(FailingUsers, records, nullptr);
        series.setActive(true);
        QCOMPARE(series.rowCount(), 2);
        QCOMPARE(series.filterFor(1, 1), std::optional(u"ok:no user:==\"an na\""_s));
        QCOMPARE(records.setFilter(*series.filterFor(1, 1)), QString());
        QCOMPARE(shownIds(records), u"3"_s);
        series.countNow();
        QCOMPARE(series.rowCount(), 2); // the other can still be chosen
        QCOMPARE(series.filterFor(0, 0), std::optional(u"ok:no user:==\"Anna\""_s));
        QCOMPARE(series.filterWithout(), QString());
        QCOMPARE(records.setFilter(u"ok:no"_s), QString()); // asked for by hand
        QCOMPARE(series.filterWithout(), u"ok:no"_s);
        QCOMPARE(series.filterFor(0, 0), std::optional(u"ok:no user:==\"Anna\""_s));
    }
};

TELAMON_TEST(TestSeriesModel)
#include "test_seriesmodel.moc"
