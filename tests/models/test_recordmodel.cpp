// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
TableLayout layout()
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"id", "Id", Text}, {"name", "Name", Text}, {"state", "State", Enum},
        {"size", "Size", Integer, Presentation::Bytes}, {"created", "Created", Time, Presentation::Age},
        {"from", "Known from", Enum, Presentation::Sources}};
    table.idColumns = {"id"};
    table.sources = {{"details", "", "", {{{"/id"}}, {{"/name"}}, {{"/state"}}, {}, {}, {}}},
        {"list", "", "", {{{"/id"}}, {{"/name"}}, {}, {{"/size"}}, {{"/created"}}, {}}, 1}};
    return table;
}

QByteArray records(int from, int to, const QString& name = u"row-%1"_s)
{
    QJsonArray out;
    for (int i = from; i < to; ++i)
        out.append(QJsonObject {
            {u"id"_s, QString::number(i)}, {u"name"_s, name.arg(i)}, {u"size"_s, (i * 7919) % 1000}});
    return QJsonDocument(out).toJson();
}

void load(RecordModel& model, const QList<QPair<QByteArray, QByteArray>>& answers, bool keepUnseen = false)
{
    QSignalSpy finished(&model, &RecordModel::loadFinished);
    model.beginLoad();
    for (const auto& [source, answer] : answers)
        model.addAnswer(source, answer);
    model.finishLoad(keepUnseen);
    QVERIFY(model.isLoading());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!model.isLoading());
}

QStringList ids(const RecordModel& model)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out += model.idAt(row);
    return out;
}
} // namespace

class TestRecordModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatSourcesTell()
    {
        RecordModel model(layout());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model,
            {{"list",
                 R"([{"id":"1","name":"from list","size":1610612736,"created":"2026-08-10T00:00:00Z"}])"},
                {"details", R"([{"id":"1","name":"from details","state":"IDLE"},{"id":"2","name":null}])"}});
        model.setNow(QDateTime(QDate(2026, 8, 12), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(model.totalCount(), 2);
        QCOMPARE(model.text(0, "name"), u"from details"_s); // the more trusted source
        QCOMPARE(model.text(0, "state"), u"Idle"_s);
        QCOMPARE(model.text(0, "size"), u"1.5 GiB"_s);
        QCOMPARE(model.text(0, "created"), u"2 d ago"_s);
        QCOMPARE(model.text(0, "from"), u"details, list"_s);
        QCOMPARE(model.text(1, "from"), u"details"_s);
        QCOMPARE(model.value(0, "size"), QVariant(1610612736LL));
        QVERIFY(!model.value(1, "name").isValid());
        QVERIFY(model.index(0, 3).data(Qt::ToolTipRole).toString().contains(u"1,610,612,736"_s));
        QVERIFY(model.index(0, 4).data(Qt::ToolTipRole).toString().contains(u"2026-08-10 00:00:00 UTC"_s));
        QCOMPARE(model.json(0).size(), 2);
        QCOMPARE(model.json(0).first().first, QByteArray("details"));
        QCOMPARE(model.json(1).first().second, QByteArray(R"({"id":"2","name":null})"));
    }

    void refreshKeepsSelectionAndCurrentRow_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("sortColumn");
        QTest::newRow("plain") << QString() << -1;
        QTest::newRow("sorted") << QString() << 1;
        QTest::newRow("sorted by numbers") << QString() << 3;
        QTest::newRow("filtered") << u"7"_s << -1;
        QTest::newRow("both") << u"7"_s << 3;
    }
    void refreshKeepsSelectionAndCurrentRow()
    {
        QFETCH(QString, filter);
        QFETCH(int, sortColumn);
        RecordModel model(layout());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sort(sortColumn, Qt::DescendingOrder);
        load(model, {{"list", records(0, 60)}});
        QItemSelectionModel selection(&model);
        QCOMPARE(model.setFilter(filter), QString());
        for (const QString& id : {u"7"_s, u"17"_s, u"47"_s})
            selection.select(
                model.index(model.rowOf(id), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection.setCurrentIndex(model.index(model.rowOf(u"27"_s), 1), QItemSelectionModel::NoUpdate);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        // 0 to 9 and 47 go, 60 to 79 come, names change, the order of the answers turns round.
        load(model,
            {{"list", records(60, 80, u"row-%1"_s)}, {"list", records(48, 60)},
                {"list", records(10, 47, u"new-%1"_s)}});
        QCOMPARE(model.totalCount(), 69);
        const auto isSelected = [&](const QString& id) { return selection.isRowSelected(model.rowOf(id)); };
        QVERIFY(isSelected(u"17"_s));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(model.rowOf(u"7"_s), -1);
        QCOMPARE(model.idAt(selection.currentIndex().row()), u"27"_s);
        QCOMPARE(model.text(model.rowOf(u"17"_s), "name"), u"new-17"_s);

        model.setFilter({});
        model.sort(1, Qt::AscendingOrder);
        model.setFilter(u"27"_s);
        model.setFilter({});
        QCOMPARE(model.idAt(selection.currentIndex().row()), u"27"_s);
        QCOMPARE(reset.count(), 0);
    }

    void insertsAndRemovesExactRanges()
    {
        RecordModel model(layout());
        load(model, {{"list", records(0, 10)}});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        load(model, {{"list", records(0, 3)}, {"list", records(5, 12)}});
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 3);
        QCOMPARE(removed.first().at(2).toInt(), 4);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 10);
        QCOMPARE(inserted.first().at(2).toInt(), 11);
        QCOMPARE(changed.count(), 0); // the same values as before are no change
    }

    void keepsUnseenRows()
    {
        RecordModel model(layout());
        load(model, {{"list", records(0, 4)}});
        load(model, {{"list", records(1, 2)}}, true);
        QCOMPARE(model.totalCount(), 4);
        load(model, {{"list", records(1, 2)}});
        QCOMPARE(ids(model), QStringList {u"1"_s});
        load(model, {});
        QCOMPARE(model.totalCount(), 0);
    }

    void aRuleSaysWhatStays()
    {
        RecordModel model(layout());
        load(model, {{"list", records(0, 4)}});
        std::vector<quint8> wasNamed;
        std::size_t wasBefore = 0;
        const auto rule = [&](const std::vector<quint8>& named, std::size_t before) {
            wasNamed = named;
            wasBefore = before;
            return std::vector<quint8> {1}; // the first; nothing is said of the others
        };
        QSignalSpy finished(&model, &RecordModel::loadFinished);
        model.beginLoad(rule);
        model.addAnswer("list", records(2, 6));
        model.finishLoad();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(wasBefore, std::size_t(4));
        QCOMPARE(wasNamed, (std::vector<quint8> {0, 0, 1, 1, 1, 1}));
        QCOMPARE(ids(model), QStringList({u"0"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
        load(model, {{"list", records(3, 4)}}); // the rule was for that load
        QCOMPARE(ids(model), QStringList {u"3"_s});
    }

    void anUnreadableAnswerRemovesNothing()
    {
        RecordModel model(layout());
        load(model, {{"list", records(0, 4)}});
        QSignalSpy rejected(&model, &RecordModel::answerRejected);
        load(model, {{"list", "<html>"}, {"list", records(3, 5)}});
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(ids(model), QStringList({u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    }

    void losesWhatASourceNoLongerTells()
    {
        RecordModel model(layout());
        const QByteArray list = R"([{"id":"1","name":"listed","size":5}])";
        load(model, {{"list", list}, {"details", R"([{"id":"1","name":"detailed","state":"IDLE"}])"}});
        load(model, {{"list", list}, {"details", R"([{"id":"1","name":null,"state":"UPDATING"}])"}});
        QCOMPARE(model.text(0, "name"), u"listed"_s); // what the list knows comes forth again
        QCOMPARE(model.text(0, "state"), u"Updating"_s);
        load(model, {{"list", list}});
        QCOMPARE(model.text(0, "state"), QString());
        QCOMPARE(model.text(0, "from"), u"list"_s);
        QCOMPARE(model.totalCount(), 1);
    }

    void loadsManyAnswersInOrder()
    {
        RecordModel model(layout());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<QPair<QByteArray, QByteArray>> answers;
        for (int page = 0; page < 40; ++page)
            answers.append({"list", records(page * 100, page * 100 + 100)});
        QStringList expected;
        for (int i = 0; i < 4000; ++i)
            expected += QString::number(i);
        load(model, answers);
        QCOMPARE(ids(model), expected);
        model.sort(0, Qt::DescendingOrder);
        std::reverse(expected.begin(), expected.end());
        QCOMPARE(ids(model), expected); // by value: "10" before "9"
        load(model, answers);
        QCOMPARE(ids(model), expected);
    }

    // Which is parsed in parts at the same time, and broken or cut in the wrong places as a whole after all.
    void takesALargeAnswerWholeOrNotAtAll()
    {
        const QByteArray large = records(0, 40'000);
        QByteArray lists = large; // whose first elements look like records
        lists.replace(R"("id": "39999")", QByteArray(R"("id": "39999", "more": )" + large));
        RecordModel model(layout());
        for (const QByteArray& answer : {large, lists}) {
            load(model, {{"list", answer}});
            QCOMPARE(model.totalCount(), 40'000);
            QCOMPARE(model.idAt(39'999), u"39999"_s);
            QCOMPARE(model.text(39'999, "name"), u"row-39999"_s);
            QVERIFY(model.json(20'000).first().second.startsWith('{'));
            QVERIFY(model.json(20'000).first().second.contains("row-20000"));
            model.setFilter(u"row-2"_s); // which several threads do
            QCOMPARE(model.rowCount(), 11'111); // 2, 20 to 29, and so on
            model.setFilter(u"row-2 -row-29"_s);
            QCOMPARE(model.rowCount(), 11'111 - 1'111);
            model.setFilter({});
        }
        model.clear();
        QSignalSpy rejected(&model, &RecordModel::answerRejected);
        load(model, {{"list", large.chopped(100)}, {"list", records(3, 5)}});
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(rejected.first().first().toString(), u"the answer ends before its JSON does"_s);
        QCOMPARE(ids(model), QStringList({u"3"_s, u"4"_s}));
    }

    void countsWhatTheAnswersTold()
    {
        RecordModel model(layout());
        load(model, {{"list", records(0, 10)}, {"list", records(5, 15)}});
        QCOMPARE(model.totalCount(), 15);
        QCOMPARE(model.toldCount(), 20);
        load(model, {{"list", records(14, 16)}}, true);
        QCOMPARE(model.totalCount(), 16);
        QCOMPARE(model.toldCount(), 2);
    }

    void mayGoWhileParsing()
    {
        for (int i = 0; i < 20; ++i) {
            auto model = std::make_unique<RecordModel>(layout());
            model->beginLoad();
            for (int page = 0; page < 10; ++page)
                model->addAnswer("list", records(page * 100, page * 100 + 100));
            if (i % 2)
                QCoreApplication::sendPostedEvents();
            if (i % 3 == 0)
                model->clear();
        }
    }

    void showsHostileTextAsText()
    {
        RecordModel model(layout());
        load(model, {{"list", R"([{"id":"1","name":"a\u202eb\nc\u0000<b>"}])"}});
        QCOMPARE(model.text(0, "name"), u"a⟨U+202E⟩b␊c␀<b>"_s);
        QCOMPARE(model.value(0, "name").toString(), u"a\u202eb\nc\0<b>"_s);
    }
};

TELAMON_TEST(TestRecordModel)
#include "test_recordmodel.moc"
