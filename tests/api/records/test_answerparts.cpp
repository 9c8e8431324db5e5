// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/parsedrecords.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype TinyPart = 40; // bytes: a record or two

const Columns& valueColumn()
{
    static const Columns all {{"value", "Value", ColumnType::Text}};
    return all;
}

RecordSource listAt(const QByteArray& recordsPath)
{
    return {"test", recordsPath, {}, {{{"/value"}}}};
}

// Each record's bytes and what was found in it.
QByteArrayList told(const ParsedRecords& records)
{
    QByteArrayList out;
    for (std::size_t row = 0; row < records.size(); ++row) {
        const ParsedRecords::Span span = records.spans[row];
        const TextCell cell = records.columns.front().text(row);
        out += records.bytes.sliced(span.offset, span.size) + " -> "
            + (cell.isKnown() ? QByteArray(cell.data, qsizetype(cell.size)) : "unknown");
    }
    return out;
}

std::optional<QByteArrayList> whole(const QByteArray& answer, const QByteArray& path)
{
    const auto parsed = parseRecords(answer, listAt(path), valueColumn());
    return parsed ? std::optional(told(parsed.value())) : std::nullopt;
}

struct Parts {
    std::size_t count = 0;
    std::optional<QByteArrayList> told; // none: at least one of them is an error
};

Parts inParts(const QByteArray& answer, const QByteArray& path)
{
    const std::vector<AnswerPart> parts = cutAnswer(answer, listAt(path), TinyPart);
    Parts out {parts.size(), QByteArrayList()};
    for (const AnswerPart& part : parts) {
        const auto parsed = parseRecords(answer, listAt(path), valueColumn(), {}, part);
        if (!parsed)
            return {parts.size(), {}};
        *out.told += told(parsed.value());
    }
    return out;
}

QByteArray manyRecords(const QByteArray& between = ",")
{
    QByteArrayList records;
    for (int i = 0; i < 40; ++i)
        records += R"({"id":)" + QByteArray::number(i) + R"(,"value":"text )" + QByteArray::number(i) + "\"}";
    return '[' + records.join(between) + ']';
}
} // namespace

// Declared apart: moc loses its way in the raw texts below.
class TestAnswerParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellTheSame_data();
    void tellTheSame();
    void areErrorsWhereNotBetweenRecords_data();
    void areErrorsWhereNotBetweenRecords();
    void areNeverWrong();
    void ofASmallAnswerAreOne();
};

void TestAnswerParts::tellTheSame_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("path");
    const QByteArray list = manyRecords();
    QTest::newRow("list") << list << QByteArray();
    QTest::newRow("in blanks") << "\n " + manyRecords(" \n,\t\r\n ") + " \n" << QByteArray();
    QTest::newRow("results") << R"({"links":[],"results":)" + list + R"(,"totalCount":40})"
                             << QByteArray("/results");
    QTest::newRow("deep path") << R"({"a":{"x":1,"b":)" + list + "}}" << QByteArray("/a/b");
    QTest::newRow("two lists of the name")
        << R"({"results":)" + list + R"(,"results":)" + list + "}" << QByteArray("/results");
    QByteArray escapes = list;
    escapes.replace("text 3", R"(},{\"id\": \\},{\\)");
    QTest::newRow("texts that look like a boundary") << escapes << QByteArray();
}

void TestAnswerParts::tellTheSame()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, path);
    const Parts parts = inParts(answer, path);
    QVERIFY(parts.count > 10);
    QVERIFY2(parts.told, answer.constData());
    QCOMPARE(parts.told, whole(answer, path));
    QVERIFY(parts.told->size() >= 40);
}

void TestAnswerParts::areErrorsWhereNotBetweenRecords_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray list = manyRecords();
    QTest::newRow("list of another name")
        << R"({"x":{"results":[{"id":0}]},"links":)" + list + R"(,"results":)" + list + "}";
    QTest::newRow("list of another name behind") << R"({"results":)" + list + R"(,"more":)" + list + "}";
    QTest::newRow("lists in records") << R"({"results":[{"id":0,"value":"a","list":)" + list
            + R"(},{"id":1,"value":"b","list":)" + list + "}]}";
    QTest::newRow("truncated") << R"({"results":)" + list.chopped(30);
    QTest::newRow("trailing") << R"({"results":)" + list + "}]";
    QTest::newRow("broken in the middle")
        << R"({"results":)" + QByteArray(list).replace("text 20\"", "text 20") + "}";
    QTest::newRow("no UTF-8") << R"({"results":)" + QByteArray(list).replace("text 20", "\xff\xfe") + "}";
}

void TestAnswerParts::areErrorsWhereNotBetweenRecords()
{
    QFETCH(QByteArray, answer);
    const Parts parts = inParts(answer, "/results");
    QVERIFY(parts.count > 1);
    QVERIFY2(!parts.told, answer.constData());
}

// Whatever the answer: if no part is an error, the whole is none, and says the same.
void TestAnswerParts::areNeverWrong()
{
    const QByteArray answers[] = {R"({"links":[{"id":7,"value":"no"},{"id":8}],"results":)" + manyRecords()
            + R"(,"more":{"results":[{"id":9},{"id":10}]}})",
        R"({"results":[{"id":1,"value":"a","sub":[{"id":2},{"id":3}]},{"id":4,"sub":[[],{}]},{"id":5,"value":"]},{\"id"},{"id":6},{"id":7}]})"};
    static const char bytes[] = "{}[]\",:\\i \xc3";
    QRandomGenerator random(20261126);
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < 20000; ++i) {
        QByteArray answer = answers[i % 2];
        for (quint32 edits = random.bounded(0U, 3U); edits > 0; --edits) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(answer.size())));
            const char byte = bytes[random.bounded(int(sizeof(bytes)) - 1)];
            switch (random.bounded(4)) {
            case 0:
                answer[at] = byte;
                break;
            case 1:
                answer.remove(at, 1 + random.bounded(8));
                break;
            case 2: // a piece from elsewhere
                answer.insert(at, answer.mid(random.bounded(int(answer.size())), random.bounded(60)));
                break;
            default:
                answer.insert(at, byte);
            }
        }
        const Parts parts = inParts(answer, "/results");
        if (parts.count > 1)
            ++(parts.told ? accepted : refused);
        if (parts.told && parts.told != whole(answer, "/results")) {
            qInfo() << answer << *parts.told << whole(answer, "/results").value_or(QByteArrayList());
            QFAIL("the parts say something else");
        }
    }
    QVERIFY2(accepted > 200 && refused > 200, qPrintable(u"%1, %2"_s.arg(accepted).arg(refused)));
}

void TestAnswerParts::ofASmallAnswerAreOne()
{
    const QByteArray list = manyRecords();
    QCOMPARE(cutAnswer(list, listAt({})).size(), 1U);
    QCOMPARE(cutAnswer(list, listAt({}), list.size()).size(), 1U);
    QVERIFY(cutAnswer(list, listAt({}), list.size() / 4).size() >= 3);
    RecordSource nested = listAt({});
    nested.nestedPath = "/inner";
    QCOMPARE(cutAnswer(list, nested, TinyPart).size(), 1U); // what an outer record tells must stay with it
    for (const AnswerPart& part : cutAnswer(list, listAt({}), list.size() / 4)) {
        const qsizetype end = part.end < 0 ? list.size() : part.end;
        QVERIFY(end - part.begin < list.size() / 2);
    }
}

TELAMON_TEST(TestAnswerParts)
#include "test_answerparts.moc"
