// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/parsedrecords.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
Column column(ColumnType type)
{
    return {"value", "Value", type};
}

RecordSource source(
    const QByteArray& paths, const QByteArray& recordsPath = "/results", const QByteArray& nestedPath = {})
{
    return {"test", recordsPath, nestedPath, {{paths.split('|')}}};
}

// One cell in words, so that rows of a data table can hold any type.
QString cell(const ParsedRecords& records, std::size_t row)
{
    const CellColumn& cells = records.columns.front();
    if (!cells.isKnown(row))
        return u"unknown"_s;
    switch (cells.type()) {
    case ColumnType::Text:
    case ColumnType::Enum: {
        const std::string_view text = cells.textOrEnum(row).view();
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    case ColumnType::Number:
        return QString::number(cells.number(row), 'g', 15);
    case ColumnType::Flag:
        return cells.flag(row) ? u"yes"_s : u"no"_s;
    default:
        return QString::number(cells.integer(row));
    }
}
} // namespace

// Declared apart: moc loses its way in the raw texts below.
class TestParseRecords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsValues_data();
    void findsValues();
    void tellsOuterValues();
    void fillsInKnownValues();
    void takesAnyShapeOfAnswer_data();
    void takesAnyShapeOfAnswer();
    void replacesInvalidUtf8();
    void survivesMutations();
};

void TestParseRecords::findsValues_data()
{
    using enum ColumnType;
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("paths");
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char* name, ColumnType type, const char* paths, const char* record,
                         const char* expected) {
        QTest::newRow(name) << int(type) << QByteArray(paths) << QByteArray(record)
                            << QString::fromUtf8(expected);
    };
    add("text", Text, "/a", R"({"a":"x"})", "x");
    add("nested", Text, "/a/b", R"({"c":1,"a":{"x":[],"b":"y"}})", "y");
    add("absent", Text, "/a/b", R"({"a":{}})", "unknown");
    add("null", Text, "/a", R"({"a":null})", "unknown");
    add("empty text", Text, "/a", R"({"a":""})", "");
    add("object for text", Text, "/a", R"({"a":{"b":1}})", "unknown");
    add("array for text", Text, "/a", R"({"a":["b"]})", "unknown");
    add("number for text", Text, "/a", R"({"a": 12.50 })", "12.50");
    add("flag for text", Text, "/a", R"({"a":true})", "true");
    add("escapes", Text, "/a", R"({"a":"q\"\\\/\n\u00e9\ud83d\ude00"})", "q\"\\/\né😀");
    add("half a pair", Text, "/a", R"({"a":"x\ud83dy"})", "x\xef\xbf\xbdy");
    add("second alternative", Text, "/a|/b", R"({"b":"two"})", "two");
    add("first of two, last in the record", Text, "/a|/b", R"({"b":"two","a":"one"})", "one");
    add("null gives way", Text, "/a|/b", R"({"a":null,"b":"two"})", "two");
    add("unusable gives way", Integer, "/a|/b", R"({"a":"no","b":2})", "2");
    add("literal", Enum, "/a|=EVENT", R"({})", "EVENT");
    add("literal comes last", Enum, "/a|=EVENT", R"({"a":"X"})", "X");
    add("text for a value", Enum, "/a?FAILED|=DONE", R"({"a":true})", "FAILED");
    add("text for a value that is false", Enum, "/a?FAILED|=DONE", R"({"a":false})", "DONE");
    add("text for a time", Enum, "/a?FAILED|/b?DONE|=OPEN", R"({"b":"2026-11-01","a":false})", "DONE");
    add("text for nothing", Enum, "/a?FAILED|/b?DONE|=OPEN", R"({"b":null})", "OPEN");
    add("texts for both", Enum, "/a?ON:OFF", R"({"a":false})", "OFF");
    add("texts for neither", Enum, "/a?ON:OFF", R"({"a":null})", "unknown");
    add("the text false is a value", Enum, "/a?ON:OFF", R"({"a":"false"})", "ON");
    add("behind a blank", Text, "/a|_/b", R"({"a":"Ann","b":"An"})", "Ann An");
    add("only what is behind the blank", Text, "/a|_/b", R"({"b":"An"})", "An");
    add("pairs", Text, "/a/*/k|:/a/*/v", R"({"a":[{"k":"x","v":"1"},{"k":"y","v":"1"}]})", "x: 1, y: 1");
    add("escaped segment", Text, "/a~1b~0c", R"({"a/b~c":"x"})", "x");
    add("escaped key", Text, "/name", R"({"n\u0061me":"x"})", "x");
    add("key that only begins alike", Text, "/name", R"({"names":"y","nam":"z","name":"x"})", "x");
    add("repeated key", Text, "/a", R"({"a":"x","a":"y"})", "y");
    add("joined", Text, "/a/*", R"({"a":["x","y","x"]})", "x, y");
    add("joined, one within another", Text, "/a/*", R"({"a":["xy","x"]})", "xy, x");
    add("joined deep", Text, "/a/*/b/*/c", R"({"a":[{"b":[{"c":"x"},{}]},{"b":[{"c":"y"}]},7]})", "x, y");
    add("sum", Integer, "/a/*/n", R"({"a":[{"n":3},{"n":null},{"n":4}]})", "7");
    add("sum over paths", Integer, "/a/*/n|+/a/*/m", R"({"a":[{"n":3,"m":1},{"n":4}]})", "8");
    add("sum beyond 64 bits", Integer, "/a/*", R"({"a":[9223372036854775807,1]})", "unknown");
    add("latest", Time, "/a/*", R"({"a":[5,9,7]})", "9");
    add("all true", Flag, "/a/*", R"({"a":[true,false]})", "no");
    add("count", Integer, "#/a", R"({"a":[{},[],null]})", "3");
    add("count none", Integer, "#/a", R"({"a":[]})", "0");
    add("count absent", Integer, "#/a", R"({})", "unknown");
    add("count equal", Integer, "#/a/*/s=UP", R"({"a":[{"s":"UP"},{"s":"DOWN"},{"s":"UP"}]})", "2");
    add("count equal, none", Integer, "#/a/*/s=UP", R"({"a":[{"s":"DOWN"}]})", "0");
    add("integer", Integer, "/a", R"({"a":-42})", "-42");
    add("integer as text", Integer, "/a", R"({"a":"42"})", "42");
    add("integer as decimal", Integer, "/a", R"({"a":5e3})", "5000");
    add("fraction for integer", Integer, "/a", R"({"a":5.5})", "unknown");
    add("largest", Integer, "/a", R"({"a":9223372036854775807})", "9223372036854775807");
    add("beyond 64 bits", Integer, "/a", R"({"a":9223372036854775808})", "unknown");
    add("huge number", Number, "/a", R"({"a":1e999})", "unknown");
    add("number", Number, "/a", R"({"a":0.25})", "0.25");
    add("number as text", Number, "/a", R"({"a":"1e2"})", "100");
    add("text for number", Number, "/a", R"({"a":"nan"})", "unknown");
    add("time", Time, "/a", R"({"a":"1970-01-01T00:00:01.5Z"})", "1500");
    add("time as epoch", Time, "/a", R"({"a":1500})", "1500");
    add("time as epoch in seconds", Time, "/b|@/a", R"({"a":1500})", "1500000");
    add("seconds beyond 64 bits", Time, "@/a", R"({"a":9223372036854775807})", "unknown");
    add("time as epoch in text", Time, "/a", R"({"a":"1500"})", "1500");
    add("no time", Time, "/a", R"({"a":"yesterday"})", "unknown");
    add("flag", Flag, "/a", R"({"a":false})", "no");
    add("flag as text", Flag, "/a", R"({"a":"true"})", "yes");
    add("number for flag", Flag, "/a", R"({"a":1})", "unknown");
}
void TestParseRecords::findsValues()
{
    QFETCH(int, type);
    QFETCH(QByteArray, paths);
    QFETCH(QByteArray, record);
    QFETCH(QString, expected);
    const auto parsed = parseRecords(
        R"({"results":[)" + record + R"( , )" + record + "]}", source(paths), {column(ColumnType(type))});
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
    QCOMPARE(parsed.value().size(), 2U);
    QCOMPARE(cell(parsed.value(), 0), expected);
    QCOMPARE(cell(parsed.value(), 1), expected); // nothing is carried over from record to record
    for (const ParsedRecords::Span& span : parsed.value().spans)
        QCOMPARE(parsed.value().bytes.sliced(span.offset, span.size), record);
}

void TestParseRecords::tellsOuterValues()
{
    const RecordSource nested = source("/name|^/groupName", "/results", "/clusters");
    const auto parsed = parseRecords(
        R"({"results":[{"clusters":[{"name":"a"},{}],"groupName":"g"},{"clusters":null},{"groupName":"h","clusters":[{}]}],"totalCount":3})",
        nested, {column(ColumnType::Text)});
    QVERIFY(parsed);
    QCOMPARE(parsed.value().size(), 3U);
    QCOMPARE(cell(parsed.value(), 0), u"a"_s);
    QCOMPARE(cell(parsed.value(), 1), u"g"_s);
    QCOMPARE(cell(parsed.value(), 2), u"h"_s);
}

void TestParseRecords::fillsInKnownValues()
{
    const auto parsed = parseRecords(
        R"([{"a":"told"},{}])", source("/a", ""), {column(ColumnType::Text)}, {{"value", u"known é"_s}});
    QVERIFY(parsed);
    QCOMPARE(cell(parsed.value(), 0), u"told"_s);
    QCOMPARE(cell(parsed.value(), 1), u"known é"_s);
}

void TestParseRecords::takesAnyShapeOfAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("count"); // -1: an error
    QTest::newRow("list") << QByteArray("[{},{}]") << QByteArray() << 2;
    QTest::newRow("one record") << QByteArray("{}\n ") << QByteArray() << 1;
    QTest::newRow("empty list") << QByteArray("[]") << QByteArray() << 0;
    QTest::newRow("other elements") << QByteArray("[null,1,{},[],\"x\"]") << QByteArray() << 1;
    QTest::newRow("deep path") << QByteArray(R"({"a":{"b":[{}]}})") << QByteArray("/a/b") << 1;
    QTest::newRow("absent") << QByteArray("{}") << QByteArray("/results") << 0;
    QTest::newRow("null") << QByteArray(R"({"results":null})") << QByteArray("/results") << 0;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << -1;
    QTest::newRow("blank") << QByteArray(" \n") << QByteArray() << -1;
    QTest::newRow("scalar") << QByteArray("7") << QByteArray() << -1;
    QTest::newRow("html") << QByteArray("<html></html>") << QByteArray("/results") << -1;
    QTest::newRow("truncated") << QByteArray(R"({"results":[{"value":"x"},{"value":"y"})")
                               << QByteArray("/results") << -1;
    QTest::newRow("truncated behind the list")
        << QByteArray(R"({"results":[{}],"more":{"x":1})") << QByteArray("/results") << -1;
    QTest::newRow("truncated text") << QByteArray(R"([{"value":"x)") << QByteArray() << -1;
    QTest::newRow("trailing") << QByteArray("[{}] []") << QByteArray() << -1;
    QTest::newRow("no value") << QByteArray(R"([{"value":nil}])") << QByteArray() << -1;
    QTest::newRow("no comma") << QByteArray(R"([{"value":1 "b":2}])") << QByteArray() << -1;
    QTest::newRow("deep") << QByteArray("[{\"x\":" + QByteArray(900, '[') + QByteArray(900, ']') + "}]")
                          << QByteArray() << 1;
    QTest::newRow("bottomless") << QByteArray(200000, '[') << QByteArray() << -1;
}
void TestParseRecords::takesAnyShapeOfAnswer()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, path);
    QFETCH(int, count);
    const auto parsed = parseRecords(answer, source("/value", path), {column(ColumnType::Text)});
    QCOMPARE(parsed ? static_cast<int>(parsed.value().size()) : -1, count);
    if (!parsed)
        QVERIFY(!parsed.error().isEmpty());
}

void TestParseRecords::replacesInvalidUtf8()
{
    const auto parsed =
        parseRecords("[{\"value\":\"a\xff\xfe z\"}]", source("/value", ""), {column(ColumnType::Text)});
    QVERIFY(parsed);
    QCOMPARE(cell(parsed.value(), 0), u"a\xfffd\xfffd z"_s);
}

void TestParseRecords::survivesMutations()
{
    const QByteArray whole =
        R"({"links":[],"results":[{"value":"one","a":{"b":[1,2,{"c":"\u00e9"}]}},{"value":null,"x":-1.5e3}],"totalCount":2})";
    QRandomGenerator random(20260810);
    static const char bytes[] = "{}[]\",:\\u0x \xc3\xff"
                                "19-.etn";
    int accepted = 0;
    for (int i = 0; i < 20000; ++i) {
        QByteArray answer = whole;
        for (quint32 edits = random.bounded(1U, 4U); edits > 0; --edits) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(answer.size())));
            switch (random.bounded(3)) {
            case 0:
                answer[at] = bytes[random.bounded(int(sizeof(bytes)) - 1)];
                break;
            case 1:
                answer.remove(at, 1 + static_cast<qsizetype>(random.bounded(8)));
                break;
            default:
                answer.insert(at, bytes[random.bounded(int(sizeof(bytes)) - 1)]);
            }
            if (answer.isEmpty())
                answer = "x";
        }
        const auto parsed =
            parseRecords(answer, source("/value|/a/b/*/c|+/a/b/*"), {column(ColumnType::Text)});
        if (!parsed)
            continue;
        ++accepted;
        for (std::size_t row = 0; row < parsed.value().size(); ++row) {
            const ParsedRecords::Span span = parsed.value().spans[row];
            QVERIFY(qsizetype(span.offset) + qsizetype(span.size) <= parsed.value().bytes.size());
            cell(parsed.value(), row);
        }
    }
    QVERIFY(accepted > 100 && accepted < 19000); // both ends were met
}

TELAMON_TEST(TestParseRecords)
#include "test_parserecords.moc"
