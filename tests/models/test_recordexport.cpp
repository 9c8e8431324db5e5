// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "tests/models/exportfixture.h"
#include "tests/support/csvreader.h"
#include "tests/support/testprogram.h"
#include "tests/ui/hostiletexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Format = ExportChoice::Format;

// A table as a file, in each format.
class TestRecordExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvHoldsValues()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model,
            json("{'results':[{'id':'=1','name':'a,\\'b\\'\\nc','state':'-IDLE','count':-7,'ratio':-0.5,"
                 "'created':'2026-08-10T01:02:03Z','isOn':true,'size':1610612736},{'id':'2','isOn':false}]"
                 "}")));
        QCOMPARE(exported(model, exportOf(model, Format::Csv, m_file)).rows, 2);
        const auto records = readCsv(contentOf(m_file));
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(0),
            (QList<QByteArray> {"Id", "Name", "State", "Count", "Ratio", "Created", "On", "Size"}));
        QCOMPARE(records.at(1),
            (QList<QByteArray> {"'=1", "a,\"b\"\nc", "'-IDLE", "-7", "-0.5", "2026-08-10T01:02:03.000Z",
                "true", "1610612736"}));
        QCOMPARE(records.at(2), (QList<QByteArray> {"2", "", "", "", "", "", "false", ""}));
    }

    void everyHostileTextIsInertInCsv()
    {
        QByteArray answer = json("{'results':[");
        const QList<QString> texts = hostileTexts(u"/tmp/picture.png"_s);
        for (qsizetype i = 0; i < texts.size(); ++i)
            answer += json(i > 0 ? ",{'id':'" : "{'id':'") + QByteArray::number(i) + json("','name':")
                + toJsonString(texts.at(i)) + json(",'state':") + toJsonString(u"="_s + texts.at(i).left(99))
                + '}';
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, answer + "]}"));
        QCOMPARE(model.totalCount(), int(texts.size()));
        QCOMPARE(exported(model, exportOf(model, Format::Csv, m_file)).rows, qint64(texts.size()));
        const auto records = readCsv(contentOf(m_file));
        QCOMPARE(records.size(), texts.size() + 1);
        for (const QList<QByteArray>& record : records) {
            QCOMPARE(record.size(), model.columnCount());
            for (const QByteArray& cell : record)
                QVERIFY2(cell.isEmpty() || !QByteArray("=+-@\t\r").contains(cell.at(0)),
                    cell.left(80).constData());
        }
        QCOMPARE(exported(model, exportOf(model, Format::Markdown, m_file)).rows, qint64(texts.size()));
        QCOMPARE(contentOf(m_file).count('\n'), texts.size() + 2);
        const QList<QByteArray> lines = contentOf(m_file).split('\n');
        for (const QByteArray& line : lines)
            QVERIFY(line.isEmpty() || line.count('|') == model.columnCount() + 1);
        QCOMPARE(exported(model, exportOf(model, Format::Json, m_file)).rows, qint64(texts.size()));
        QCOMPARE(QJsonDocument::fromJson(contentOf(m_file)).array().size(), texts.size());
    }

    void markdownIsATableForPeople()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model,
            json("{'results':[{'id':'1','name':'a|b','count':-7,'created':'2026-08-10T01:02:03Z',"
                 "'isOn':true,'size':1610612736}]}")));
        QCOMPARE(exported(model, exportOf(model, Format::Markdown, m_file)).rows, 1);
        QCOMPARE(contentOf(m_file),
            QByteArray("| Id | Name | State | Count | Ratio | Created | On | Size |\n"
                       "| --- | --- | --- | ---: | ---: | --- | --- | ---: |\n"
                       "| 1 | a&#124;b |  | -7 |  | 2026-08-10 01:02:03 UTC | yes | 1.5 GiB |\n"));
    }

    void jsonHoldsTheRecordsThemselves()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 3)));
        QCOMPARE(exported(model, exportOf(model, Format::Json, m_file)).rows, 3);
        const QJsonArray array = QJsonDocument::fromJson(contentOf(m_file)).array();
        QCOMPARE(array, QJsonDocument::fromJson(exportedRows(0, 3))["results"_L1].toArray());
        QVERIFY(fill(model, json("{'results':[]}")));
        QCOMPARE(exported(model, exportOf(model, Format::Json, m_file)).rows, 0);
        QVERIFY(QJsonDocument::fromJson(contentOf(m_file)).isArray());
    }

    void jsonOfManySourcesSaysWhoToldWhat()
    {
        TableLayout layout = exportedLayout();
        layout.sources.push_back(layout.sources.front());
        layout.sources.back().id = "details";
        layout.sources.back().precedence = -1;
        RecordModel model(layout);
        QSignalSpy finished(&model, &RecordModel::loadFinished);
        model.beginLoad();
        model.addAnswer("things", exportedRows(0, 2));
        model.addAnswer("details", json("{'results':[{'id':'1','name':'better'}]}"));
        model.finishLoad();
        QVERIFY(finished.wait());
        QCOMPARE(exported(model, exportOf(model, Format::Json, m_file)).rows, 2);
        const QJsonArray array = QJsonDocument::fromJson(contentOf(m_file)).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array.at(0).toObject().keys(), QStringList {u"things"_s});
        QCOMPARE(array.at(1)["details"_L1]["name"_L1], u"better"_s);
        QCOMPARE(array.at(1)["things"_L1]["name"_L1], u"row 1"_s);
    }

    void onlyWhatWasChosenIsWritten()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 10)));
        model.sort(model.columnOf("count"), Qt::AscendingOrder); // -9 first
        QCOMPARE(model.setFilter(u"state:ODD"_s), QString());
        ExportChoice choice {Format::Csv, false, {model.columnOf("count"), model.columnOf("id")}, m_file};
        QCOMPARE(exported(model, choice).rows, 5);
        QCOMPARE(contentOf(m_file), QByteArray("Count,Id\r\n-9,9\r\n-7,7\r\n-5,5\r\n-3,3\r\n-1,1\r\n"));
        choice.ofAllRows = true;
        QCOMPARE(exported(model, choice).rows, 10);
        QVERIFY(contentOf(m_file).startsWith("Count,Id\r\n-9,9\r\n-8,8\r\n"));
    }

    void secretsAreMasked_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("CSV") << Format::Csv;
        QTest::newRow("JSON") << Format::Json;
        QTest::newRow("Markdown") << Format::Markdown;
    }
    void secretsAreMasked()
    {
        QFETCH(Format, format);
        RecordModel model(exportedLayout());
        {
            auto catalog = Catalog::fromJson(json(
                "{'openapi':'3.1.0','paths':{'/things':{'get':{'operationId':'list','responses':{'200':"
                "{'content':{'application/json':{'schema':{'properties':{'results':{'items':{'properties':"
                "{'name':{'x-secret':true},'extra':{'properties':{'kept':{'x-secret':true}}}}}}}}}}}}}}}}"));
            QVERIFY(catalog.hasValue());
            model.noteSchema("things", *catalog.value().operation(u"list").answerSchema());
        } // the table outlives the description
        QVERIFY(fill(model,
            json("{'results':[{'id':'1','name':'s3cret-a','extra':{'kept':'s3cret-b','more':'shown'}},"
                 "{'id':'my T0KEN-1 here','state':'ODD T0KEN-1'}]}")));
        QCOMPARE(exported(model, exportOf(model, format, m_file), {"T0KEN-1"}).rows, 2);
        const QByteArray content = contentOf(m_file);
        QVERIFY2(!content.contains("s3cret"), content.constData());
        QVERIFY2(!content.contains("T0KEN"), content.constData());
        QCOMPARE(content.count("••••••"), format == Format::Json ? 2 : 1);
        QCOMPARE(content.contains("shown"), format == Format::Json);
        if (format == Format::Json)
            QCOMPARE(QJsonDocument::fromJson(content).array().size(), 2);
    }

    void aHundredThousandRowsArrive()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 100'000)));
        QCOMPARE(model.rowCount(), 100'000);
        for (const Format format : {Format::Csv, Format::Json, Format::Markdown}) {
            RecordExport job(model, exportOf(model, format, m_file), {});
            QSignalSpy finished(&job, &RecordExport::finished);
            QSignalSpy progressed(&job, &RecordExport::progressed);
            job.start();
            QVERIFY(job.isRunning());
            QVERIFY(finished.wait(120000));
            QVERIFY2(job.outcome().end == ExportOutcome::End::Written, qPrintable(job.sentence()));
            QCOMPARE(job.outcome().rows, 100'000);
            QVERIFY(job.sentence().contains(m_file));
            QVERIFY2(progressed.count() > 2, qPrintable(QString::number(progressed.count())));
            qint64 before = -1;
            for (const QList<QVariant>& step : progressed) {
                QVERIFY(step.at(0).toLongLong() >= before);
                before = step.at(0).toLongLong();
                QCOMPARE(step.at(1).toLongLong(), 100'000);
            }
            const QByteArray content = contentOf(m_file);
            QVERIFY(content.contains("row 99999"));
            QCOMPARE(content.count("row "), 100'000);
        }
    }

private:
    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(u"table"_s);
};

TELAMON_TEST(TestRecordExport)
#include "test_recordexport.moc"
