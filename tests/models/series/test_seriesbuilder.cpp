// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted, from the rows of a table.
#include "models/series/seriesbuilder.h"
#include "models/series/seriestext.h"
#include "tests/models/series/seriesfixture.h"
#include "tests/support/testprogram.h"

#include <QTimeZone>

#include <cmath>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
using Kind = SeriesDescription::Kind;

SeriesData built(const RecordModel& model, const SeriesDescription& description)
{
    const std::vector<quint8> all(model.records().size(), 1);
    return buildSeries(model.records(), all, description, QTimeZone::utc());
}

// "name: value, value; name: value, value"
QString inWords(const SeriesData& data)
{
    QStringList rows;
    for (std::size_t row = 0; row < data.rows(); ++row) {
        QStringList values;
        for (std::size_t part = 0; part < data.series.size(); ++part)
            values.append(QString::number(data.value(row, part)));
        rows.append(rowName(data, row, QTimeZone::utc()) + u": "_s + values.join(u", "_s));
    }
    return rows.join(u"; "_s);
}

QString seriesIn(const SeriesData& data)
{
    QStringList names;
    for (const SeriesPart& part : data.series)
        names.append(part.name);
    return names.join(u", "_s);
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, text.find('_'));
}

const SeriesDescription Signins {
    .title = "Sign-ins", .timeKey = "time", .seriesKey = "ok", .yesName = "Succeeded", .noName = "Failed"};

QByteArray manyRows(int count)
{
    QByteArray rows = "[";
    for (int i = 0; i < count; ++i)
        rows += (i > 0 ? "," : "") + QByteArray("{\"id\":\"") + QByteArray::number(i)
            + "\",\"time\":\"2026-05-" + QByteArray::number(10 + i % 19) + "T"
            + QByteArray::number(10 + i % 13) + ":00:00Z\",\"ok\":" + (i % 7 ? "true" : "false")
            + ",\"user\":\"user-" + QByteArray::number(i % 50'000) + "\",\"state\":\"S"
            + QByteArray::number(i % 40) + "\",\"size\":3}";
    return rows + "]";
}
} // namespace

class TestSeriesBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("numbers");
        QTest::addColumn<int>("left");
        QTest::newRow("nothing") << QByteArray("[]") << QString() << 0;
        QTest::newRow("one row") << QByteArray(
            "[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:30Z\",\"ok\":true}]")
                                 << u"2026-05-02 14:00 – 14:01: 1, 0"_s << 0;
        QTest::newRow("all at the same time")
            << QByteArray("[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:30Z\",\"ok\":true},"
                          "{\"id\":\"2\",\"time\":\"2026-05-02T14:00:30Z\",\"ok\":false},"
                          "{\"id\":\"3\",\"time\":\"2026-05-02T14:00:30Z\",\"ok\":false}]")
            << u"2026-05-02 14:00 – 14:01: 1, 2"_s << 0;
        QTest::newRow("on both sides of an edge")
            << QByteArray("[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:59.999Z\",\"ok\":true},"
                          "{\"id\":\"2\",\"time\":\"2026-05-02T14:01:00Z\",\"ok\":true}]")
            << u"2026-05-02 14:00 – 14:01: 1, 0; 2026-05-02 14:01 – 14:02: 1, 0"_s << 0;
        QTest::newRow("with a gap") << QByteArray(
            "[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:00Z\",\"ok\":true},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T14:02:00Z\",\"ok\":false}]")
                                    << u"2026-05-02 14:00 – 14:01: 1, 0; 2026-05-02 14:01 – 14:02: 0, 0; "_s
                                       "2026-05-02 14:02 – 14:03: 0, 1"
                                    << 0;
        QTest::newRow("what is not known")
            << QByteArray("[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:00Z\"},{\"id\":\"2\",\"ok\":true}]")
            << u"2026-05-02 14:00 – 14:01: 0, 0, 1"_s << 1;
        QTest::newRow("a time that no calendar has")
            << QByteArray("[{\"id\":\"1\",\"time\":9000000000000000000,\"ok\":true}]") << QString() << 1;
    }
    void counts()
    {
        QFETCH(const QByteArray, rows);
        RecordModel model(seriesTable());
        loadRows(model, rows);
        const SeriesData data = built(model, Signins);
        QTEST(inWords(data), "numbers");
        QTEST(int(data.left), "left");
        if (data.rows() > 0)
            QVERIFY(seriesIn(data).startsWith(u"Succeeded, Failed"_s));
    }

    void knowsNoOtherKeys_data()
    {
        QTest::addColumn<QByteArray>("timeKey");
        QTest::addColumn<QByteArray>("seriesKey");
        QTest::addColumn<QByteArray>("valueKey");
        QTest::addColumn<int>("kind");
        QTest::newRow("time") << QByteArray("when") << QByteArray("ok") << QByteArray()
                              << int(Kind::CountOverTime);
        QTest::newRow("not a time") << QByteArray("user") << QByteArray("ok") << QByteArray()
                                    << int(Kind::CountOverTime);
        QTest::newRow("series") << QByteArray("time") << QByteArray("who") << QByteArray()
                                << int(Kind::CountOverTime);
        QTest::newRow("value") << QByteArray("time") << QByteArray("ok") << QByteArray("weight")
                               << int(Kind::SumOverTime);
        QTest::newRow("category") << QByteArray() << QByteArray("who") << QByteArray()
                                  << int(Kind::Categories);
        QTest::newRow("no category") << QByteArray() << QByteArray() << QByteArray() << int(Kind::Categories);
    }
    void knowsNoOtherKeys()
    {
        QFETCH(const QByteArray, timeKey);
        QFETCH(const QByteArray, seriesKey);
        QFETCH(const QByteArray, valueKey);
        QFETCH(const int, kind);
        RecordModel model(seriesTable());
        loadRows(model, manyRows(3));
        QCOMPARE(built(model, Signins).rows() > 0, true);
        const SeriesDescription description {.kind = Kind(kind),
            .title = "X",
            .timeKey = timeKey,
            .seriesKey = seriesKey,
            .valueKey = valueKey};
        QCOMPARE(built(model, description).rows(), std::size_t(0));
    }

    void addsUpByDay()
    {
        RecordModel model(seriesTable());
        loadRows(model,
            "[{\"id\":\"1\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"daily\",\"size\":5},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T23:59:59Z\",\"state\":\"hourly\",\"size\":20},"
            "{\"id\":\"3\",\"time\":\"2026-05-03T00:00:00Z\",\"state\":\"hourly\",\"size\":1},"
            "{\"id\":\"4\",\"time\":\"2026-05-03T00:00:00Z\",\"state\":\"hourly\"}]");
        const SeriesData data = built(model,
            {.kind = Kind::SumOverTime,
                .title = "Storage",
                .timeKey = "time",
                .seriesKey = "state",
                .valueKey = "size"});
        QCOMPARE(seriesIn(data), u"Hourly, Daily"_s); // the heaviest first
        QCOMPARE(inWords(data), u"2026-05-02: 20, 5; 2026-05-03: 1, 0"_s);
        QCOMPARE(data.left, 1);
    }

    void tellsTheMostFrequentApart()
    {
        RecordModel model(seriesTable());
        QByteArray rows = "[";
        for (int i = 0; i < 210; ++i) // S1 once, S2 twice, ... S20 twenty times
            rows += QByteArray(i > 0 ? "," : "") + "{\"id\":\"" + QByteArray::number(i) + "\",\"state\":\"S"
                + QByteArray::number(int((std::sqrt(8 * i + 1) + 1) / 2)) + "\"}";
        loadRows(model, rows + "]");
        const SeriesDescription byCount {.kind = Kind::Categories, .title = "States", .seriesKey = "state"};
        const SeriesData data = built(model, byCount);
        QCOMPARE(data.rows(), MostCategories);
        QVERIFY2(inWords(data).startsWith(u"S20: 20; S19: 19; "_s), qPrintable(inWords(data)));
        QVERIFY2(inWords(data).endsWith(u"S10: 10; others: 45"_s), qPrintable(inWords(data)));
        QCOMPARE(data.total(), 210.0);
        SeriesDescription inOrder = byCount;
        inOrder.isInOrder = true;
        QVERIFY(inWords(built(model, inOrder)).startsWith(u"S10: 10; S11: 11; "_s));
    }

    void groupsByAPartOfTheText()
    {
        RecordModel model(seriesTable());
        loadRows(model,
            "[{\"id\":\"1\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"HOST_UP\"},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"HOST_DOWN\"},"
            "{\"id\":\"3\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"CLUSTER_READY\"}]");
        const SeriesData data =
            built(model, {.title = "Events", .timeKey = "time", .seriesKey = "state", .group = firstWord});
        QCOMPARE(seriesIn(data), u"Host, Cluster"_s);
        QCOMPARE(inWords(data), u"2026-05-02 00:00 – 00:01: 2, 1"_s);
    }

    void drawsWhatIsBadAbove()
    {
        RecordModel model(seriesTable());
        loadRows(model,
            "[{\"id\":\"1\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"FAILED\"},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"FAILED\"},"
            "{\"id\":\"3\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"SUCCEEDED\"},"
            "{\"id\":\"4\",\"time\":\"2026-05-02T00:00:00Z\"}]");
        SeriesDescription description {.title = "Sign-ins", .timeKey = "time", .seriesKey = "state"};
        QCOMPARE(seriesIn(built(model, description)), u"Failed, Succeeded, not known"_s);
        description.bad = "FAILED";
        const SeriesData data = built(model, description);
        QCOMPARE(seriesIn(data), u"Succeeded, not known, Failed"_s);
        QCOMPARE(inWords(data), u"2026-05-02 00:00 – 00:01: 1, 1, 2"_s);
        QVERIFY(data.series[2].isBad && !data.series[0].isBad && !data.series[1].isBad);
        QCOMPARE(data.series[2].value, u"FAILED"_s);
    }

    void aKindHasItsLookInEveryChart_data()
    {
        QTest::addColumn<QByteArrayList>("states");
        QTest::addColumn<QString>("looks"); // of the series, the most frequent first
        QTest::newRow("all") << QByteArrayList {"A", "A", "A", "B", "B", "C"} << u"A 0, B 1, C 2"_s;
        QTest::newRow("others are more")
            << QByteArrayList {"C", "C", "C", "B", "B", "A"} << u"C 2, B 1, A 0"_s;
        QTest::newRow("one alone") << QByteArrayList {"C"} << u"C 2"_s;
        QTest::newRow("one that is no kind") << QByteArrayList {"X", "X", "B"} << u"X 3, B 1"_s;
        QTest::newRow("more than there are looks besides") << QByteArrayList {"U", "U", "U", "U", "V", "V",
            "V", "W", "W", "X", "B"} << u"U 3, V 4, W 5, B 1, X 2"_s;
    }
    void aKindHasItsLookInEveryChart()
    {
        QFETCH(const QByteArrayList, states);
        QByteArrayList rows;
        for (const QByteArray& state : states)
            rows.append("{\"id\":\"" + QByteArray::number(rows.size())
                + "\",\"time\":\"2026-05-02T00:00:00Z\",\"state\":\"" + state + "\"}");
        RecordModel model(seriesTable());
        loadRows(model, '[' + rows.join(',') + ']');
        const SeriesData data =
            built(model, {.title = "X", .timeKey = "time", .seriesKey = "state", .kinds = {"A", "B", "C"}});
        QStringList looks;
        for (const SeriesPart& part : data.series)
            looks.append(part.name + u' ' + QString::number(part.look));
        QTEST(looks.join(u", "_s), "looks");
    }

    void countsOnlyWhatMatches()
    {
        RecordModel model(seriesTable());
        loadRows(model, manyRows(100));
        std::vector<quint8> matches(100, 0);
        matches[3] = matches[7] = 1;
        const SeriesData data = buildSeries(model.records(), matches, Signins, QTimeZone::utc());
        QCOMPARE(data.totalOf(0), 1.0);
        QCOMPARE(data.totalOf(1), 1.0);
    }

    void losesNoneOfManyRows()
    {
        RecordModel model(seriesTable());
        loadRows(model, manyRows(100'000));
        const SeriesData data = built(model, Signins);
        QVERIFY(data.rows() <= TimeBuckets::Most);
        QCOMPARE(data.total(), 100'000.0);
        QCOMPARE(data.totalOf(1), 14286.0);
        for (const char* key : {"user", "state"}) {
            const SeriesData top = built(model, {.kind = Kind::Categories, .title = "X", .seriesKey = key});
            QCOMPARE(top.rows(), MostCategories);
            QCOMPARE(top.total(), 100'000.0);
        }
    }

    void isQuick()
    {
        RecordModel model(seriesTable());
        loadRows(model, manyRows(100'000));
        QBENCHMARK_ONCE
        {
            QVERIFY(built(model, Signins).rows() > 0);
        }
    }
};

TELAMON_TEST(TestSeriesBuilder)
#include "test_seriesbuilder.moc"
