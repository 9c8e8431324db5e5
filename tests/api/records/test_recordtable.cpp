// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/recordtable.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
TableLayout layout(bool hasTwoSources)
{
    TableLayout table {{{"id", "Id", ColumnType::Text}, {"v", "V", ColumnType::Integer}}, {"id"}, {}};
    table.sources = {{"a", "", "", {{{"/id"}}, {{"/v"}}}}};
    if (hasTwoSources)
        table.sources.push_back({"b", "", "", {{{"/id"}}, {{"/v"}}}, 1});
    return table;
}

RecordTable::Appended append(RecordTable& table, std::size_t source, const QByteArray& answer)
{
    const RecordSource& from = table.layout().sources[source];
    auto parsed = parseRecords(answer, from, table.columns());
    auto records = std::make_shared<ParsedRecords>(std::move(parsed.value()));
    return table.append(records, from, 0, records->size());
}
} // namespace

// Declared apart: moc loses its way in the raw texts below.
class TestRecordTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mergesWithinOneAnswer();
    void believesTheMoreTrusted();
    void keepsWhatWasSeen();
    void whatStaysDoesNotHoldWhatHasGone();
};

void TestRecordTable::mergesWithinOneAnswer()
{
    for (const bool hasTwoSources : {false, true}) {
        RecordTable table(layout(hasTwoSources));
        append(table, 0, R"([{"id":"x","v":1},{"id":"y","v":2},{"id":"x","v":3},{"v":4},{"v":4}])");
        QCOMPARE(table.size(), 4U); // without an id each is its own
        QCOMPARE(table.column(1).integer(0), 3);
        QCOMPARE(table.rowOf("y"), 1U);
        QCOMPARE(table.rowOf("z"), RecordTable::NoRow);
    }
}

void TestRecordTable::believesTheMoreTrusted()
{
    RecordTable table(layout(true));
    append(table, 1, R"([{"id":"x","v":1}])");
    QCOMPARE(append(table, 0, R"([{"id":"x","v":2}])").changed, std::vector<quint32> {0});
    QVERIFY(append(table, 1, R"([{"id":"x","v":7}])").changed.empty());
    QCOMPARE(table.column(1).integer(0), 2);
    append(table, 0, R"([{"id":"x","v":null}])");
    QCOMPARE(table.column(1).integer(0), 7);
    QCOMPARE(table.json(0).size(), 2);
}

// Against a plain map: any answers in any order, portions included.
void TestRecordTable::keepsWhatWasSeen()
{
    QRandomGenerator random(7);
    for (const bool hasTwoSources : {false, true}) {
        RecordTable table(layout(hasTwoSources));
        for (int round = 0; round < 200; ++round) {
            table.beginSeeing();
            QHash<QByteArray, qint64> expected;
            for (int answers = random.bounded(4); answers > 0; --answers) {
                QByteArray answer;
                for (int n = random.bounded(40); n > 0; --n) {
                    const QByteArray id = QByteArray::number(random.bounded(50));
                    const int value = random.bounded(1000);
                    expected.insert(id, value);
                    answer += answer.isEmpty() ? "" : ",";
                    answer += R"({"id":")" + id + R"(","v":)" + QByteArray::number(value) + "}";
                }
                append(table, 0, "[" + answer + "]");
            }
            std::vector<quint32> changed;
            const std::vector<quint32> kept = table.removeUnseen(changed);
            QCOMPARE(kept.size(), table.size());
            QCOMPARE(static_cast<qsizetype>(table.size()), expected.size());
            for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
                const quint32 row = table.rowOf(it.key());
                QVERIFY(row != RecordTable::NoRow);
                QCOMPARE(table.idOf(row), it.key());
                QCOMPARE(table.column(1).integer(row), it.value());
                QVERIFY(table.json(row).first().second.contains(QByteArray::number(it.value())));
            }
        }
        QVERIFY(table.bytes() < 1'000'000); // answers nobody stands on are let go
    }
}

// A list whose latest part is read again and again: of each answer a few records are left behind.
void TestRecordTable::whatStaysDoesNotHoldWhatHasGone()
{
    RecordTable table(layout(false));
    constexpr int rounds = 300;
    constexpr int part = 1000;
    constexpr int step = 2; // new records in each
    for (int round = 0; round < rounds; ++round) {
        QByteArrayList records;
        for (int i = 0; i < part; ++i) {
            const QByteArray number = QByteArray::number(round * step + i);
            records.append("{\"id\":\"name é " + number + "\",\"v\":" + number + "}");
        }
        table.beginSeeing();
        append(table, 0, "[" + records.join(',') + "]");
        std::vector<quint32> changed;
        const std::vector<quint32> kept = table.removeUnseen(changed, std::vector<quint8>(table.size(), 1));
        QCOMPARE(kept.size(), std::size_t(part + round * step));
        QVERIFY(changed.empty());
    }
    for (int i = 0; i < part + (rounds - 1) * step; ++i) {
        const QByteArray id = "name é " + QByteArray::number(i);
        const quint32 row = table.rowOf(id);
        QVERIFY(row != RecordTable::NoRow);
        QCOMPARE(table.idOf(row), id);
        QVERIFY(containsFolded(table.column(0).text(row), foldedText(id.toStdString()).toStdString()));
        QCOMPARE(table.column(1).integer(row), qint64(i));
        QVERIFY(table.json(row).first().second.endsWith(QByteArray(":" + QByteArray::number(i) + "}")));
    }
    QVERIFY(table.bytes() < 1'000'000); // all that was sent is ten times that
    table.beginSeeing();
    std::vector<quint32> changed;
    std::vector<quint8> staying(table.size(), 0);
    staying[5] = 1;
    QCOMPARE(table.removeUnseen(changed, staying), std::vector<quint32> {5});
    QCOMPARE(table.idOf(0), QByteArray("name é 5"));
}

TELAMON_TEST(TestRecordTable)
#include "test_recordtable.moc"
