// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Now = 1'786'492'800'000; // 2026-08-12T00:00:00Z

Columns columns()
{
    using enum ColumnType;
    return {{"name", "Name", Text}, {"status", "Status", Enum},
        {"dataSize", "Data size", Integer, Presentation::Bytes},
        {"created", "Created", Time, Presentation::Age}, {"backup", "Backup", Flag}, {"load", "Load", Number},
        {"kind", "Kind", Enum}};
}

RecordTable table()
{
    TableLayout layout;
    layout.columns = columns();
    layout.idColumns = {"name"};
    layout.sources = {
        {"rows", "", "", {{{"/n"}}, {{"/s"}}, {{"/d"}}, {{"/c"}}, {{"/b"}}, {{"/l"}}, {{"/k"}}}}};
    RecordTable out(layout);
    auto parsed = parseRecords(R"([
            {"n":"Orders-2","s":"OPEN","d":1073741824,"c":"2026-08-11T12:00:00Z","b":true,"l":1.5,"k":"GEOSHARDED"},
            {"n":"orders 10","s":"CLOSED","d":1610612736,"c":"2026-07-01T00:00:00Z","b":false,"l":20,"k":"NEAR_BY"},
            {"n":"ÉTUDE","s":"OPEN","d":10,"k":"vectorSearch"},
            {"n":"mail:x","s":"TRACKING","b":true}])",
        layout.sources.front(), layout.columns);
    auto records = std::make_shared<ParsedRecords>(std::move(parsed.value()));
    (void)out.append(records, layout.sources.front(), 0, records->size());
    return out;
}

QString matching(
    const RecordTable& rows, const Filter& filter, std::vector<quint8>& matches, bool narrow = false)
{
    filter.match(rows, 0, narrow, matches);
    QString out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (matches[i])
            out += QString::number(i);
    }
    return out;
}
} // namespace

class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const QList<QPair<QString, QString>> cases {
            {u""_s, u"0123"_s},
            {u"  "_s, u"0123"_s},
            {u"orders"_s, u"01"_s},
            {u"ORDERS open"_s, u"0"_s},
            {u"étude"_s, u"2"_s},
            {u"Étu"_s, u"2"_s},
            {u"-orders"_s, u"23"_s},
            {u"open -étude"_s, u"0"_s},
            {u"\"orders 10\""_s, u"1"_s},
            {u"\"mail:x\""_s, u"3"_s},
            {u"-\"mail:x\""_s, u"012"_s},
            {u"status:open"_s, u"02"_s},
            {u"Status:OPEN"_s, u"02"_s},
            {u"status:\"open\""_s, u"02"_s},
            {u"-status:open"_s, u"13"_s},
            {u"status:=open"_s, u"02"_s},
            {u"kind:GEOSHARDED"_s, u"0"_s},
            {u"kind:global"_s, u"0"_s},
            {u"\"near by\""_s, u"1"_s},
            {u"near_by"_s, u"1"_s},
            {u"kind:=vector"_s, u"2"_s},
            {u"-kind:vectorsearch"_s, u"013"_s},
            {u"name:open"_s, u""_s},
            {u"dataSize:>1GiB"_s, u"1"_s},
            {u"datasize:>=1gib"_s, u"01"_s},
            {u"\"Data size\":<1k"_s, u"2"_s},
            {u"dataSize:>1.4G"_s, u"1"_s},
            {u"dataSize:>1.4"_s, u"012"_s},
            {u"dataSize:10"_s, u"2"_s},
            {u"dataSize:"_s, u"012"_s},
            {u"-dataSize:"_s, u"3"_s},
            {u"dataSize:>1 GiB"_s, u"1"_s},
            {u"dataSize:>=1 gib open"_s, u"0"_s},
            {u"-dataSize:>1 GiB"_s, u"023"_s},
            {u"dataSize:10 b"_s, u"2"_s},
            {u"dataSize:>1 \"GiB\""_s, u""_s},
            {u"dataSize:>1 -t"_s, u"01"_s},
            {u"load:<2 d"_s, u"0"_s},
            {u"created:>2026-08-01"_s, u"0"_s},
            {u"created:<2026-08-01"_s, u"1"_s},
            {u"created:2026-07"_s, u"1"_s},
            {u"created:>=2026-08-11T12:00:00Z created:<2026-08-11T12:00:01Z"_s, u"0"_s},
            {u"created:>2026-08-11T12:00:00Z"_s, u""_s},
            {u"name:==Orders-2"_s, u"0"_s},
            {u"name:==orders-2"_s, u""_s},
            {u"name:==\"orders 10\""_s, u"1"_s},
            {u"-name:==ÉTUDE"_s, u"013"_s},
            {u"status:==OPEN"_s, u"02"_s},
            {u"status:==open"_s, u""_s},
            {u"dataSize:==10"_s, u"2"_s},
            {u"\"\"\"\""_s, u""_s},
            {u"2026-07"_s, u"1"_s},
            {u"created:<7d"_s, u"0"_s},
            {u"created:>7d"_s, u"1"_s},
            {u"created:<11h"_s, u""_s},
            {u"created:<7 d"_s, u"0"_s},
            {u"created:>1 w"_s, u"1"_s},
            {u"backup:yes"_s, u"03"_s},
            {u"backup:no"_s, u"1"_s},
            {u"load:<2"_s, u"0"_s},
            {u"load:20"_s, u"1"_s},
            {u"1610612736"_s, u"1"_s},
            {u"t"_s, u"23"_s},
            {u"name:>orders-9"_s, u""_s},
            {u"http://x"_s, u""_s},
        };
        for (const auto& [text, rows] : cases)
            QTest::newRow(qPrintable(text)) << text << rows;
    }
    void findsWhatNeedsAPerson()
    {
        const RecordTable all = table();
        const auto found = [&all](const QString& text) -> QString {
            const auto filter = Filter::parse(text, columns(), Now);
            if (!filter)
                return filter.error();
            std::vector<quint8> matches;
            filter.value().match(all, 0, false, matches, [](std::size_t row) { return int(row % 4); });
            QString rows;
            for (std::size_t row = 0; row < matches.size(); ++row)
                rows += matches[row] ? QString::number(row) : QString();
            return rows;
        };
        QCOMPARE(found(u"attention:none"_s), u"0"_s);
        QCOMPARE(found(u"attention:Notice"_s), u"1"_s);
        QCOMPARE(found(u"-attention:none"_s), u"123"_s);
        QCOMPARE(found(u"attention:notice orders"_s), u"1"_s);
        QCOMPARE(found(u"attention:warning orders"_s), u""_s);
        QVERIFY(found(u"attention:much"_s).contains(u"critical"_s));
        QVERIFY(found(u"attention:"_s).contains(u"critical"_s));
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        const auto filter = Filter::parse(text, columns(), Now);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error()));
        const RecordTable all = table();
        std::vector<quint8> matches;
        QCOMPARE(matching(all, filter.value(), matches), rows);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        QTest::newRow("column") << u"colour:red"_s << u"colour"_s;
        QTest::newRow("size") << u"dataSize:>big"_s << u"big"_s;
        QTest::newRow("unit") << u"dataSize:>5furlongs"_s << u"5furlongs"_s;
        QTest::newRow("number") << u"load:>5GiB"_s << u"5GiB"_s;
        QTest::newRow("date") << u"created:>2026-02-30"_s << u"2026-02-30"_s;
        QTest::newRow("flag") << u"backup:maybe"_s << u"maybe"_s;
        QTest::newRow("quote") << u"\"open"_s << u"quotation"_s;
        QTest::newRow("nothing to compare") << u"dataSize:>"_s << u"value"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, names);
        const auto filter = Filter::parse(text, columns(), Now);
        QVERIFY(!filter);
        QVERIFY2(filter.error().contains(names), qPrintable(filter.error()));
        QVERIFY(filter.error().endsWith(u'.'));
    }

    // Whatever is typed after whatever else: looking only at the rows that matched must find the same.
    void narrowingFindsTheSame()
    {
        const QStringList texts {u""_s, u"o"_s, u"or"_s, u"ord 1"_s, u"2"_s, u"20"_s, u"2026-0"_s, u"-o"_s,
            u"-or"_s, u"status:"_s, u"status:o"_s, u"status:op é"_s, u"t"_s, u"1t"_s, u"dataSize:1"_s,
            u"dataSize:10"_s, u"created:2026"_s, u"backup:yes o"_s};
        const RecordTable all = table();
        int narrower = 0;
        for (const QString& first : texts) {
            for (const QString& second : texts) {
                const Filter a = Filter::parse(first, columns(), Now).value();
                const Filter b = Filter::parse(second, columns(), Now).value();
                std::vector<quint8> whole;
                std::vector<quint8> narrowed;
                matching(all, a, narrowed);
                if (!b.isNarrowerThan(a))
                    continue;
                ++narrower;
                QCOMPARE(matching(all, b, narrowed, true), matching(all, b, whole));
            }
        }
        QVERIFY(narrower > int(texts.size()) + 10);
        const auto isNarrower = [](const QString& text, const QString& than) {
            return Filter::parse(text, columns(), Now)
                .value()
                .isNarrowerThan(Filter::parse(than, columns(), Now).value());
        };
        QVERIFY(isNarrower(u"ord"_s, u"or"_s));
        QVERIFY(isNarrower(u"or status:open"_s, u"or"_s));
        QVERIFY(!isNarrower(u"-ord"_s, u"-or"_s));
        QVERIFY(!isNarrower(u"or"_s, u"ord"_s));
        QVERIFY(!isNarrower(u"dataSize:10"_s, u"dataSize:1"_s));
    }

    void nothingPassesNothing()
    {
        const Filter nothing = Filter::nothing();
        const Filter all;
        QVERIFY(!nothing.isEmpty());
        QVERIFY(nothing.isNarrowerThan(all) && !all.isNarrowerThan(nothing));
        std::vector<quint8> matches;
        QCOMPARE(matching(table(), nothing, matches), QString());
        QCOMPARE(matching(table(), nothing, matches, true), QString());
    }
};

TELAMON_TEST(TestFilter)
#include "test_filter.moc"
