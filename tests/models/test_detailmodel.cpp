// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/celltext.h"
#include "models/detailmodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 ShownAt = 1'793'528'400'000;
} // namespace

class TestDetailModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nameAndStateComeFirst()
    {
        DetailModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QJsonObject link {{u"href"_s, u"https://x"_s}, {u"rel"_s, u"self"_s}};
        model.setValue(QJsonObject {{u"id"_s, u"1"_s}, {u"links"_s, QJsonArray {link}}, {u"name"_s, u"n"_s},
            {u"auth"_s, QJsonObject {{u"a"_s, 1}}}, {u"stateName"_s, u"IDLE"_s}});
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, DetailModel::NameColumn).data().toString());
        QCOMPARE(names, QStringList({u"name"_s, u"stateName"_s, u"id"_s, u"auth"_s}));
    }

    void entriesAreCalledByTheirNames()
    {
        const auto named = [](const QString& field, const QString& name) {
            return QJsonObject {{field, name}};
        };
        const QJsonArray regions {named(u"regionName"_s, u"EU_WEST_1"_s), named(u"priority"_s, u"7"_s),
            named(u"regionName"_s, u"EU_WEST_1"_s), 5};
        DetailModel model;
        model.setValue(QJsonObject {{u"regions"_s, regions}});
        const QModelIndex list = model.index(0, 0);
        QStringList names;
        for (int row = 0; row < model.rowCount(list); ++row)
            names.append(model.index(row, DetailModel::NameColumn, list).data().toString());
        QCOMPARE(names, QStringList({u"EU_WEST_1"_s, u"region 2"_s, u"EU_WEST_1 (3)"_s, u"region 4"_s}));
        QCOMPARE(model.index(2, 0, list).data(DetailModel::PointerRole).toString(), u"/regions/2"_s);
        model.setValue(
            QJsonArray {named(u"a"_s, u"b"_s), named(u"name"_s, u"c"_s)}); // an answer has no title
        QCOMPARE(model.index(0, 0).data().toString(), u"1"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"c"_s);
    }

    void linksOfAnotherKindStay()
    {
        DetailModel model;
        model.setValue(QJsonObject {{u"links"_s, QJsonArray {QJsonObject {{u"href"_s, u"https://x"_s}}}}});
        QCOMPARE(model.rowCount(), 1);
    }

    void valuesReadAsTheyAreMeant_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("copied");
        const QString time = u"2026-10-31T09:00:00Z"_s;
        const qint64 moment = QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch();
        QTest::newRow("time") << QJsonValue(time) << momentText(moment) + u" · 1 d ago"_s << time;
        QTest::newRow("text") << QJsonValue(u"x"_s) << u"x"_s << u"x"_s;
        QTest::newRow("nothing") << QJsonValue() << u"not set"_s << u"null"_s;
        QTest::newRow("number") << QJsonValue(5) << u"5"_s << u"5"_s;
        QTest::newRow("flag") << QJsonValue(true) << u"yes"_s << u"true"_s;
        QTest::newRow("flags") << QJsonValue(QJsonArray {true, false}) << u"yes, no"_s << QString();
        const QJsonObject object {{u"a"_s, 1}};
        QTest::newRow("one entry") << QJsonValue(QJsonArray {object}) << u"1 entry"_s << QString();
        QTest::newRow("entries") << QJsonValue(QJsonArray {object, object}) << u"2 entries"_s << QString();
    }
    void valuesReadAsTheyAreMeant()
    {
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, shown);
        QFETCH(const QString, copied);
        DetailModel model;
        model.setNow(ShownAt);
        model.setValue(QJsonObject {{u"field"_s, value}});
        const QModelIndex index = model.index(0, DetailModel::ValueColumn);
        QCOMPARE(index.data().toString(), shown);
        if (!copied.isEmpty())
            QCOMPARE(index.data(DetailModel::CopyRole).toString(), copied);
        QCOMPARE(index.data(DetailModel::PointerRole).toString(), u"/field"_s);
    }

    void fieldsBearTheirTitles()
    {
        Schema state;
        state.title = u"State"_s;
        state.enumValues = {u"IDLE"_s};
        Schema untitled;
        Schema node;
        node.properties = {{u"zone"_s, &state}};
        Schema nodes;
        nodes.title = u"Nodes"_s;
        nodes.items = &node;
        Schema record;
        record.title = u"Record"_s;
        record.properties = {{u"stateName"_s, &state}, {u"raw"_s, &untitled}, {u"nodes"_s, &nodes}};
        Schema records;
        records.items = &record;
        Schema answer;
        answer.properties = {{u"results"_s, &records}};
        const FieldTitles titles {RecordShape(answer, "/results")};
        const QJsonObject value {{u"stateName"_s, u"IDLE"_s}, {u"raw"_s, 1}, {u"new"_s, 2},
            {u"nodes"_s, QJsonArray {QJsonObject {{u"zone"_s, u"z"_s}}}}};
        DetailModel model;
        model.setValue(value, titles);
        const auto names = [&model](const QModelIndex& parent) {
            QStringList all;
            for (int row = 0; row < model.rowCount(parent); ++row)
                all.append(model.index(row, DetailModel::NameColumn, parent).data().toString());
            return all;
        };
        QCOMPARE(names({}), QStringList({u"State"_s, u"New"_s, u"Raw"_s, u"Nodes"_s}));
        const QModelIndex first = model.index(0, DetailModel::NameColumn);
        QCOMPARE(first.data(Qt::ToolTipRole).toString(), u"stateName"_s); // the service's own name
        QCOMPARE(first.data(DetailModel::PointerRole).toString(), u"/stateName"_s);
        const QModelIndex word = model.index(0, DetailModel::ValueColumn);
        QCOMPARE(word.data().toString(), u"Idle"_s);
        QCOMPARE(word.data(Qt::ToolTipRole).toString(), u"IDLE"_s); // the service's own word
        QCOMPARE(word.data(DetailModel::CopyRole).toString(), u"IDLE"_s);
        const QModelIndex element = model.index(0, 0, model.index(3, 0));
        QCOMPARE(names(element.parent()), QStringList({u"Node 1"_s}));
        QCOMPARE(names(element), QStringList({u"State"_s}));

        // What several sources told of one record.
        model.setValue(QJsonObject {{u"list"_s, value}, {u"other"_s, value}},
            FieldTitles::joined({{u"list"_s, titles}, {u"other"_s, {}}}));
        QCOMPARE(names({}), QStringList({u"List"_s, u"Other"_s}));
        QCOMPARE(names(model.index(0, 0)).first(), u"State"_s);
        QCOMPARE(names(model.index(1, 0)).first(), u"stateName"_s);
    }

    void aDateReadsTheSameInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"C", "de_DE", "ar_EG", "fa_IR"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void aDateReadsTheSameInEveryLanguage()
    {
        QFETCH(const QString, language);
        const QDateTime time(QDate(2026, 11, 25), QTime(3, 42, 39));
        const QLocale before;
        QLocale::setDefault(QLocale(language));
        const QString text = momentText(time.toMSecsSinceEpoch());
        QLocale::setDefault(before);
        QCOMPARE(text, u"2026-11-25 03:42:39"_s);
    }
};

TELAMON_TEST(TestDetailModel)
#include "test_detailmodel.moc"
