// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordorder.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
class Rows {
public:
    Rows(ColumnType type) : m_table(layout(type)) { }

    void add(const QJsonArray& values)
    {
        QJsonArray records;
        for (const QJsonValue& value : values)
            records.append(QJsonObject {{u"v"_s, value}});
        const RecordSource& source = m_table.layout().sources.front();
        auto parsed = parseRecords(QJsonDocument(records).toJson(), source, m_table.columns());
        auto shared = std::make_shared<ParsedRecords>(std::move(parsed.value()));
        (void)m_table.append(shared, source, 0, shared->size());
    }
    const RecordTable& table() const { return m_table; }

private:
    static TableLayout layout(ColumnType type)
    {
        return {{{"v", "V", type}}, {}, {{"s", "", "", {{{"/v"}}}}}};
    }

    RecordTable m_table;
};
} // namespace

class TestRecordOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sorts_data()
    {
        using enum ColumnType;
        QTest::addColumn<int>("type");
        QTest::addColumn<QJsonArray>("values");
        QTest::addColumn<QList<quint32>>("ascending");
        QTest::addColumn<QList<quint32>>("descending");
        const auto add = [](const char* name, ColumnType type, const QJsonArray& values,
                             const QList<quint32>& up, const QList<quint32>& down) {
            QTest::newRow(name) << int(type) << values << up << down;
        };
        const QJsonValue null;
        add("numbers in texts", Text, {u"shard-10"_s, u"shard-2"_s, null, u"Shard-1"_s}, {3, 1, 0, 2},
            {0, 1, 3, 2});
        add("case and accents", Text, {u"Zoo"_s, u"école"_s, u"apple"_s, u"Eclair"_s}, {2, 3, 1, 0},
            {0, 1, 3, 2});
        add("ties keep their order", Text, {u"b"_s, u"A"_s, u"a"_s, u"B"_s}, {1, 2, 0, 3}, {0, 3, 1, 2});
        add("long texts", Text, {u"abcdefghij"_s, u"abcdefgh"_s, u"abcdefghi"_s}, {1, 2, 0}, {0, 2, 1});
        add("a beginning in common, then a shorter one, then none", Text,
            {u"cluster-prod-2"_s, u"cluster-prod-1"_s, u"cluster"_s, u"azure"_s}, {3, 2, 1, 0}, {0, 1, 2, 3});
        add("the same long text among others", Text,
            {u"shard-a.example.net"_s, u"shard-b.example.net"_s, u"shard-a.example.net"_s,
                u"shard-a.example.org"_s},
            {0, 2, 3, 1}, {1, 3, 0, 2});
        add("texts that end and texts that go on with zeros", Text,
            {u"ab\u0000\u0000"_s, u"ab"_s, u"ab\u0000c"_s, u"ab\u0000"_s, u"ab"_s}, {1, 4, 3, 0, 2},
            {2, 0, 3, 1, 4});
        add("leading zeros", Text, {u"v010"_s, u"v9"_s, u"v10.2"_s}, {1, 0, 2}, {2, 0, 1});
        add("enums by text", Enum, {u"OPEN"_s, null, u"CLOSED"_s, u"OPEN"_s}, {2, 0, 3, 1}, {0, 3, 2, 1});
        add("integers", Integer, {5, -7, null, 0}, {1, 3, 0, 2}, {0, 3, 1, 2});
        add("numbers", Number, {0.5, -1.5, null, -0.25, 1e9}, {1, 3, 0, 4, 2}, {4, 0, 3, 1, 2});
        add("flags", Flag, {true, null, false}, {2, 0, 1}, {0, 2, 1});
        add("times", Time, {u"2026-08-10"_s, u"1960-01-01"_s, null}, {1, 0, 2}, {0, 1, 2});
    }
    void sorts()
    {
        QFETCH(int, type);
        QFETCH(QJsonArray, values);
        QFETCH(QList<quint32>, ascending);
        QFETCH(QList<quint32>, descending);
        Rows whole {ColumnType(type)};
        whole.add(values);
        RecordOrder order;
        order.setColumn(0, false);
        order.rebuild(whole.table());
        QCOMPARE(QList<quint32>(order.rows().cbegin(), order.rows().cend()), ascending);
        order.setColumn(0, true);
        order.rebuild(whole.table());
        QCOMPARE(QList<quint32>(order.rows().cbegin(), order.rows().cend()), descending);

        // The same, row by row.
        Rows growing {ColumnType(type)};
        RecordOrder grown;
        grown.setColumn(0, true);
        grown.rebuild(growing.table());
        for (const QJsonValue& value : std::as_const(values)) {
            growing.add({value});
            grown.extend(growing.table());
        }
        QCOMPARE(QList<quint32>(grown.rows().cbegin(), grown.rows().cend()), descending);
    }

    void rowsOfOneKindAreByName()
    {
        TableLayout layout {{{"k", "K", ColumnType::Enum}, {"n", "N", ColumnType::Text}}, {},
            {{"s", "", "", {{{"/k"}}, {{"/n"}}}}}};
        RecordTable table(layout);
        auto parsed = parseRecords("[{\"k\":\"DOES_NOT_EXIST\",\"n\":\"b\"},{\"k\":\"IDLE\",\"n\":\"z\"},"
                                   "{\"k\":\"DOES_NOT_EXIST\",\"n\":\"a\"},{\"k\":\"IDLE\",\"n\":\"y\"}]",
            layout.sources.front(), table.columns());
        auto shared = std::make_shared<ParsedRecords>(std::move(parsed.value()));
        (void)table.append(shared, layout.sources.front(), 0, shared->size());
        RecordOrder order;
        order.setColumn(0, false);
        order.rebuild(table);
        QCOMPARE(order.rows(), (std::vector<quint32> {3, 1, 2, 0})); // "Idle" before "Missing"
        order.setColumn(0, true);
        order.rebuild(table);
        QCOMPARE(order.rows(), (std::vector<quint32> {2, 0, 3, 1}));
    }

    void manyRowsSortAsFewDo_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("texts") << int(ColumnType::Text);
        QTest::newRow("integers") << int(ColumnType::Integer);
        QTest::newRow("numbers") << int(ColumnType::Number);
    }
    void manyRowsSortAsFewDo()
    {
        QFETCH(int, type);
        constexpr int count = 5000;
        const auto number = [](quint32 row) { return int(row) * 7919 % 601 - 300; }; // each some times
        QJsonArray values;
        for (quint32 row = 0; row < count; ++row) {
            const QString text = u"Application-Node-"_s + QString::number(number(row) + 300);
            values.append(ColumnType(type) == ColumnType::Text ? QJsonValue(text) : QJsonValue(number(row)));
        }
        Rows many {ColumnType(type)};
        many.add(values);
        for (const bool isDescending : {false, true}) {
            std::vector<quint32> expected(count);
            std::iota(expected.begin(), expected.end(), 0U);
            std::stable_sort(expected.begin(), expected.end(), [&](quint32 a, quint32 b) {
                return isDescending ? number(a) > number(b) : number(a) < number(b);
            });
            RecordOrder order;
            order.setColumn(0, isDescending);
            order.rebuild(many.table());
            QVERIFY(order.rows() == expected);
        }
    }
};

TELAMON_TEST(TestRecordOrder)
#include "test_recordorder.moc"
