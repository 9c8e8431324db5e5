// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriestext.h"
#include "models/series/timebuckets.h"
#include "models/series/timemarks.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
qint64 at(const QString& time)
{
    return QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch();
}
} // namespace

class TestTimeBuckets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsWhereClockAndCalendarDo_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<bool>("byDay");
        QTest::addColumn<QString>("firstBucket");
        QTest::addColumn<QString>("lastBucket");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const char* first, const char* last, const char* zone,
                             bool byDay, const char* firstBucket, const char* lastBucket, int count) {
            QTest::newRow(name) << QString::fromUtf8(first) << QString::fromUtf8(last)
                                << QString::fromUtf8(zone) << byDay << QString::fromUtf8(firstBucket)
                                << QString::fromUtf8(lastBucket) << count;
        };
        row("one moment", "2026-05-02T14:00:30Z", "2026-05-02T14:00:30Z", "UTC", false,
            "2026-05-02 14:00 – 14:01", "2026-05-02 14:00 – 14:01", 1);
        row("on an edge", "2026-05-02T14:00:00Z", "2026-05-02T14:02:00Z", "UTC", false,
            "2026-05-02 14:00 – 14:01", "2026-05-02 14:02 – 14:03", 3);
        row("an hour", "2026-05-02T14:07:00Z", "2026-05-02T15:06:00Z", "UTC", false,
            "2026-05-02 14:07 – 14:08", "2026-05-02 15:06 – 15:07", 60);
        row("a day", "2026-05-02T14:07:00Z", "2026-05-03T14:06:00Z", "UTC", false, "2026-05-02 14:00 – 14:15",
            "2026-05-03 14:00 – 14:15", 97);
        row("a week", "2026-05-02T14:07:00Z", "2026-05-09T14:06:00Z", "UTC", false,
            "2026-05-02 12:00 – 15:00", "2026-05-09 12:00 – 15:00", 57);
        row("one moment by day", "2026-05-02T14:07:00Z", "2026-05-02T14:07:00Z", "UTC", true, "2026-05-02",
            "2026-05-02", 1);
        row("a year by day", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "UTC", true, "2026-01-01",
            "2026-12-31", 365);
        row("a year", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "UTC", false, "2025-12-29 – 2026-01-04",
            "2026-12-28 – 2027-01-03", 53);
        row("eight years", "2018-03-05T00:00:00Z", "2026-02-03T00:00:00Z", "UTC", false, "2018-03", "2026-02",
            96);
        row("since the epoch", "1970-01-01T00:00:00Z", "2026-02-03T00:00:00Z", "UTC", false, "1970", "2026",
            57);
        row("all that can be written", "0001-01-03T00:00:00Z", "9999-12-29T00:00:00Z", "UTC", false,
            "0001 – 0099", "9900 – 9999", 100);
        row("a day in another zone", "2026-05-01T22:30:00Z", "2026-05-01T22:30:00Z", "Europe/Berlin", true,
            "2026-05-02", "2026-05-02", 1);
        row("a day of 23 hours", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "Europe/Berlin", true,
            "2026-03-29", "2026-03-29", 1);
        row("across a day of 25 hours", "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z", "Europe/Berlin", true,
            "2026-10-24", "2026-10-27", 4);
    }
    void cutsWhereClockAndCalendarDo()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        QFETCH(const QString, zone);
        QFETCH(const bool, byDay);
        const QTimeZone timeZone(zone.toLatin1());
        const TimeBuckets buckets = TimeBuckets::over(at(first), at(last), timeZone, byDay);
        QTEST(bucketText(buckets, 0, timeZone), "firstBucket");
        QTEST(bucketText(buckets, buckets.size() - 1, timeZone), "lastBucket");
        QTEST(int(buckets.size()), "count");
        QVERIFY(buckets.edges.front() <= at(first) && at(last) < buckets.edges.back());
    }

    void marksStandAtFullTimes_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<bool>("byDay");
        QTest::addColumn<int>("least");
        QTest::addColumn<QStringList>("marks");
        const auto row = [](const char* name, const char* first, const char* last, bool byDay, int least,
                             const QString& marks) {
            QTest::newRow(name) << QString::fromUtf8(first) << QString::fromUtf8(last) << byDay << least
                                << marks.split(u", "_s);
        };
        row("minutes", "2026-05-02T14:07:00Z", "2026-05-02T15:06:00Z", false, 12,
            u"2 May 14:15, 2 May 14:30, 2 May 14:45, 2 May 15:00"_s);
        row("hours of a day", "2026-05-02T14:07:00Z", "2026-05-03T14:06:00Z", false, 20,
            u"2 May 18:00, 3 May, 3 May 06:00, 3 May 12:00"_s);
        row("days of a week", "2026-05-02T14:07:00Z", "2026-05-09T14:06:00Z", false, 6,
            u"3 May, 4 May, 5 May, 6 May, 7 May, 8 May, 9 May"_s);
        row("every other day", "2026-05-02T14:07:00Z", "2026-05-09T14:06:00Z", false, 9,
            u"3 May, 5 May, 7 May, 9 May"_s);
        row("Mondays", "2026-05-02T00:00:00Z", "2026-05-30T00:00:00Z", true, 5,
            u"4 May 2026, 11 May 2026, 18 May 2026, 25 May 2026"_s);
        row("months by day", "2026-05-02T00:00:00Z", "2026-09-30T00:00:00Z", true, 23,
            u"1 Jun 2026, 1 Jul 2026, 1 Aug 2026, 1 Sep 2026"_s);
        row("weeks", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", false, 20,
            u"29 Dec 2025, 18 May 2026, 5 Oct 2026"_s);
        row("years by month", "2024-03-05T00:00:00Z", "2029-02-03T00:00:00Z", false, 11,
            u"Jan 2025, Jan 2026, Jan 2027, Jan 2028, Jan 2029"_s);
        row("one bucket", "2026-05-02T14:00:30Z", "2026-05-02T14:00:30Z", false, 9, u"2 May 14:00"_s);
        row("no full hour", "2026-05-02T14:07:00Z", "2026-05-02T14:12:00Z", false, 4,
            u"2 May 14:07, 2 May 14:11"_s);
    }
    void marksStandAtFullTimes()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        QFETCH(const bool, byDay);
        QFETCH(const int, least);
        const QTimeZone zone = QTimeZone::utc();
        const TimeBuckets buckets = TimeBuckets::over(at(first), at(last), zone, byDay);
        QStringList marks;
        for (const std::size_t mark : timeMarks(buckets, std::size_t(least), zone))
            marks.append(edgeText(buckets, mark, zone));
        QTEST(marks, "marks");
    }

    // Whatever the span: not too many, none empty of time, every time in the one that holds it.
    void holdsEveryTimeInOne()
    {
        const qint64 first = at(u"2020-02-28T23:59:59Z"_s);
        for (const char* zone : {"UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns"}) {
            const QTimeZone timeZone(zone);
            for (const bool byDay : {false, true}) {
                for (qint64 span = 1; span < 200'000'000'000'000; span = span * 3 + 7) {
                    const TimeBuckets buckets = TimeBuckets::over(first, first + span, timeZone, byDay);
                    QVERIFY(buckets.size() <= TimeBuckets::Most);
                    for (std::size_t i = 0; i < buckets.size(); ++i) {
                        QVERIFY(buckets.edges[i] < buckets.edges[i + 1]);
                        QCOMPARE(buckets.bucketOf(buckets.edges[i]), i);
                        QCOMPARE(buckets.bucketOf(buckets.edges[i + 1] - 1), i);
                    }
                }
            }
        }
    }
};

TELAMON_TEST(TestTimeBuckets)
#include "test_timebuckets.moc"
