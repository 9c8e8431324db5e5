// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as marks in lanes: which lane, which mark, and where on the axis.
#include "models/series/lanebuilder.h"
#include "models/series/lanescale.h"
#include "tests/models/series/lanefixture.h"
#include "tests/support/testprogram.h"

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

// "Hourly us, Daily b": each lane with its marks: usual, soon, under way, bad.
QString lanesInWords(const SeriesData& data)
{
    QStringList lanes;
    for (std::size_t lane = 0; lane < data.lanes.size(); ++lane) {
        QString marks;
        for (const SeriesMark& mark : data.lanes[lane])
            marks += u"uswb"_s.at(mark.part);
        lanes.append(data.categories[lane].name + u' ' + marks);
    }
    return lanes.join(u", "_s);
}

SeriesData built(const QByteArray& rows, const SeriesDescription& description = snapshots())
{
    RecordModel model(laneTable());
    loadRows(model, rows);
    return buildLanes(model.records(), std::vector<quint8>(model.records().size(), 1), description, now());
}

} // namespace

class TestLanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksStandInTheirLanes_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("lanes");
        QTest::addColumn<int>("left");
        const QByteArray at = "2026-05-10T00:00:00Z";
        const auto expiring = [](const QByteArray& time, const QByteArray& state = "completed") {
            return list({row(1, "daily", "2026-05-10T00:00:00Z",
                ",\"status\":\"" + state + "\",\"expires\":\"" + time + "\"")});
        };
        QTest::newRow("nothing") << QByteArray("[]") << QString() << 0;
        QTest::newRow("one") << list({row(1, "weekly", at)}) << u"Weekly u"_s << 0;
        QTest::newRow("in the order of frequency")
            << list({row(1, "ondemand", at), row(2, "yearly", at), row(3, "monthly", at),
                   row(4, "weekly", at), row(5, "daily", at), row(6, "hourly", at)})
            << u"Hourly u, Daily u, Weekly u, Monthly u, Yearly u, On demand u"_s << 0;
        QTest::newRow("what is not in that order is below")
            << list({row(1, "", at), row(2, "twice", at), row(3, "ondemand", at), row(4, "always", at)})
            << u"On demand u, Always u, Twice u, not known u"_s << 0;
        QTest::newRow("by time") << list({row(1, "daily", "2026-05-12T00:00:00Z", field("status", "failed")),
            row(2, "daily", "2026-05-10T00:00:00Z")})
                                 << u"Daily ub"_s << 0;
        QTest::newRow("failed, in capitals")
            << list({row(1, "daily", at, field("status", "FAILED"))}) << u"Daily b"_s << 0;
        QTest::newRow("no time") << list({row(1, "daily", ""), row(2, "hourly", at)}) << u"Hourly u"_s << 1;
        QTest::newRow("a time that no calendar has")
            << list({row(1, "daily", "", ",\"created\":9000000000000000000")}) << QString() << 1;
        QTest::newRow("expires after three days and a second")
            << expiring("2026-05-23T12:00:01Z") << u"Daily u"_s << 0;
        QTest::newRow("expires in three days") << expiring("2026-05-23T12:00:00Z") << u"Daily s"_s << 0;
        QTest::newRow("has expired") << expiring("2026-05-20T11:59:59Z") << u"Daily s"_s << 0;
        QTest::newRow("in progress, and would expire")
            << expiring("2026-05-21T00:00:00Z", "inProgress") << u"Daily w"_s << 0;
        QTest::newRow("queued, in capitals")
            << expiring("2026-06-21T00:00:00Z", "QUEUED") << u"Daily w"_s << 0;
        QTest::newRow("failed and expires")
            << expiring("2026-05-21T00:00:00Z", "failed") << u"Daily b"_s << 0;
    }
    void marksStandInTheirLanes()
    {
        QFETCH(const QByteArray, rows);
        const SeriesData data = built(rows);
        QTEST(lanesInWords(data), "lanes");
        QTEST(int(data.left), "left");
        QCOMPARE(data.rows(), data.lanes.size());
        std::size_t marks = 0;
        for (const SeriesLane& lane : data.lanes)
            marks += lane.size();
        QCOMPARE(data.total(), double(marks));
    }

    void knowsNoOtherKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const char* key : {"timeKey", "seriesKey", "valueKey", "stateKey", "endKey"})
            QTest::newRow(key) << QByteArray(key);
    }
    void knowsNoOtherKeys()
    {
        QFETCH(const QByteArray, key);
        QCOMPARE(built(manyRows()).rows(), std::size_t(4));
        SeriesDescription description = snapshots();
        QByteArray& changed = key == "timeKey" ? description.timeKey
            : key == "seriesKey"               ? description.seriesKey
            : key == "valueKey"                ? description.valueKey
            : key == "stateKey"                ? description.marks.stateKey
                                               : description.marks.endKey;
        changed = "nobody";
        QCOMPARE(built(manyRows(), description).rows(), std::size_t(0));
    }

    // Where nothing tells rows apart there is one lane, called as the chart is.
    void withoutAKeyThereIsOneLane()
    {
        SeriesDescription description = snapshots();
        description.seriesKey.clear();
        QCOMPARE(lanesInWords(built(manyRows(), description)), u"Snapshots uuubsw"_s);
    }

    void manyLanesEndInOthers()
    {
        QByteArrayList rows;
        for (int i = 0; i < 30; ++i)
            rows.append(row(i, QByteArray("every") + char('a' + i % 15), "2026-05-10T00:00:00Z"));
        const SeriesData data = built(list(rows));
        QCOMPARE(data.lanes.size(), std::size_t(12));
        QCOMPARE(data.categories.back().kind, SeriesPart::Kind::Others);
        QCOMPARE(data.lanes.back().size(), std::size_t(8));
        QCOMPARE(data.total(), 30.0);
    }

    void theOlderTheCloserTogether()
    {
        const LaneScale scale(now() - 365 * Day, now() - 60'000, now());
        QCOMPARE(scale.shareOf(now() - 365 * Day), 0.0);
        QCOMPARE(scale.shareOf(now() - 60'000), 1.0);
        QCOMPARE(scale.shareOf(now() + Day), 1.0);
        const std::vector<qint64>& marks = scale.marks();
        QVERIFY(marks.size() > 8);
        QCOMPARE(marks.front(), now() - 365 * Day);
        QCOMPARE(marks.back(), now() - 60'000);
        for (std::size_t i = 1; i < marks.size(); ++i)
            QVERIFY(marks[i] > marks[i - 1] && scale.shareOf(marks[i]) > scale.shareOf(marks[i - 1]));
        QVERIFY(scale.shareOf(now() - Day) < 0.9); // the last day has its room
        const LaneScale moment(now(), now(), now());
        QCOMPARE(moment.shareOf(now()), 0.5);
        QCOMPARE(moment.marks().size(), std::size_t(1));
    }
};

TELAMON_TEST(TestLanes)
#include "test_lanes.moc"
