// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldtitles.h"
#include "models/fieldwords.h"
#include "models/recordmodel.h"
#include "models/tables/tables.h"
#include "tests/support/testprogram.h"

#include <QLocale>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

// How a record's fields read where no column says it.
class TestFieldWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreMadeReadable_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        const QList<QPair<const char*, const char*>> cases {{"clusterName", "Cluster name"}, {"id", "ID"},
            {"indexID", "Index ID"}, {"mongoDBVersion", "MongoDB version"}, {"groupId", "Project ID"},
            {"groups", "Groups"}, {"orgName", "Organization name"}, {"origin", "Origin"},
            {"sslEnabled", "SSL enabled"}, {"snapshotIds", "Snapshot IDs"}, {"name", "Name"}, {"_id", "_id"},
            {"targetDeploymentItemName", "Target deployment"}, {"PRIMARY", "PRIMARY"},
            {"two words", "two words"}, {"", ""}};
        for (const auto& [name, words] : cases)
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(words);
    }
    void namesAreMadeReadable()
    {
        QFETCH(const QString, name);
        QTEST(fieldWords(name), "words");
    }

    void listsAreOfSingleThings_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("one");
        const QList<QPair<const char*, const char*>> cases {{"Analyzers", "Analyzer"},
            {"Private endpoints", "Private endpoint"}, {"Policies", "Policy"}, {"Addresses", "Address"},
            {"Indexes", "Index"}, {"Uses", "Use"}, {"Status", "Status"}, {"Access", "Access"},
            {"Scheduled", "Scheduled"}, {"Zones and shards", "Zones and shards"},
            {"Hosts per region", "Hosts per region"}, {"", ""}};
        for (const auto& [title, one] : cases)
            QTest::newRow(title) << QString::fromLatin1(title) << QString::fromLatin1(one);
    }
    void listsAreOfSingleThings()
    {
        QFETCH(const QString, title);
        QTEST(singularWords(title), "one");
    }

    void valuesAreMadeReadable_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isWord");
        QTest::addColumn<QString>("words");
        QTest::newRow("yes") << u"enabled"_s << QJsonValue(true) << false << u"yes"_s;
        QTest::newRow("no") << u"enabled"_s << QJsonValue(false) << false << u"no"_s;
        QTest::newRow("size") << u"dataSizeBytes"_s << QJsonValue(95'361'070'145.0) << false << u"88.8 GiB"_s;
        QTest::newRow("size, named before")
            << u"bytesExported"_s << QJsonValue(2'097'152) << false << u"2.0 MiB"_s;
        QTest::newRow("megabytes") << u"oplogSizeMB"_s << QJsonValue(16976) << false
                                   << QLocale().toString(16976);
        QTest::newRow("number") << u"count"_s << QJsonValue(4096) << false << u"4096"_s;
        QTest::newRow("word") << u"type"_s << QJsonValue(u"REPLICA_SET"_s) << true << u"Replica set"_s;
        QTest::newRow("a person's text")
            << u"name"_s << QJsonValue(u"REPLICA_SET"_s) << false << u"REPLICA_SET"_s;
        QTest::newRow("role") << u"roles"_s << QJsonValue(u"GROUP_READ_ONLY"_s) << false
                              << u"Project Read Only"_s;
        QTest::newRow("event of a project") << u"eventTypeName"_s << QJsonValue(u"GROUP_TAGS_MODIFIED"_s)
                                            << true << u"Project tags modified"_s;
        QTest::newRow("region") << u"regionName"_s << QJsonValue(u"US_EAST_1"_s) << true << u"US_EAST_1"_s;
        QTest::newRow("nothing") << u"type"_s << QJsonValue() << true << u"null"_s;
    }
    void valuesAreMadeReadable()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, value);
        QFETCH(const bool, isWord);
        QTEST(valueWords(name, value, isWord), "words");
    }

    // The journal's records, and what the console itself notes of a project.
    void withoutASchemaTheColumnsNameFields_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("isWord");
        QTest::newRow("a column") << u"createdAt"_s << u"When"_s << false;
        QTest::newRow("a word") << u"verdict"_s << u"Verdict"_s << true;
        QTest::newRow("verbatim") << u"method"_s << u"Method"_s << false;
        QTest::newRow("its own column before another's second choice")
            << u"operationId"_s << u"Operation"_s << false;
        QTest::newRow("a column of several fields") << u"arguments"_s << u"Arguments"_s << false;
        QTest::newRow("no column") << u"proposed"_s << u"Proposed"_s << false;
    }
    void withoutASchemaTheColumnsNameFields()
    {
        QFETCH(const QString, name);
        const RecordModel model(changeTable());
        const FieldTitles titles = model.titles("changes");
        QTEST(titles.title(titles.root(), name), "title");
        QTEST(titles.isWord(titles.field(titles.root(), name)), "isWord");
        QVERIFY(model.titles("another").root() == RecordShape::Nothing);
    }

    void namesThatAPersonGaveStay()
    {
        Schema text;
        text.title = u"Value"_s;
        Schema tags;
        tags.additionalProperties = &text;
        Schema anything;
        Schema record;
        record.properties = {{u"tags"_s, &tags}, {u"definition"_s, &anything}};
        const FieldTitles titles {RecordShape(record)};
        const auto nameIn = [&titles](const QString& field, const QString& name) {
            return titles.title(titles.field(titles.root(), field), name);
        };
        QCOMPARE(nameIn(u"tags"_s, u"costCenter"_s), u"costCenter"_s);
        QCOMPARE(nameIn(u"definition"_s, u"plotEmbedding"_s), u"plotEmbedding"_s);
        QCOMPARE(titles.title(titles.root(), u"newField"_s), u"New field"_s);
    }

    void aColumnNamesTheFieldThatItShows()
    {
        Schema text;
        text.title = u"Title of a schema"_s;
        Schema record; // fields that share a schema
        record.properties = {{u"username"_s, &text}, {u"country"_s, &text}, {u"mobileNumber"_s, &text}};
        const TableLayout users = userTable();
        const RecordSource& source = users.sources.front();
        const FieldTitles plain(RecordShape(record), source);
        const FieldTitles titles = plain.withColumns(users.columns, source);
        QCOMPARE(titles.title(titles.root(), u"username"_s), u"User"_s);
        QCOMPARE(titles.title(titles.root(), u"country"_s), u"Country"_s);
        QCOMPARE(titles.title(titles.root(), u"mobileNumber"_s), u"Title of a schema"_s);
        QCOMPARE(plain.title(plain.root(), u"username"_s), u"Title of a schema"_s);
        const FieldTitles none = FieldTitles().withColumns(users.columns, source);
        QCOMPARE(none.title(none.root(), u"username"_s), u"username"_s);
    }

    void aSchemasWordsAreWords_data()
    {
        QTest::addColumn<QJsonArray>("values");
        QTest::addColumn<bool>("isWord");
        QTest::newRow("texts") << QJsonArray {u"A"_s, u"B"_s} << true;
        QTest::newRow("numbers") << QJsonArray {1, 2} << false;
        QTest::newRow("none") << QJsonArray {} << false;
    }
    void aSchemasWordsAreWords()
    {
        QFETCH(const QJsonArray, values);
        Schema field;
        field.enumValues = values;
        Schema fields;
        fields.items = &field;
        Schema record;
        record.properties = {{u"one"_s, &field}, {u"all"_s, &fields}};
        const FieldTitles titles {RecordShape(record)};
        QTEST(titles.isWord(titles.field(titles.root(), u"one"_s)), "isWord");
        QTEST(titles.isWord(titles.element(titles.field(titles.root(), u"all"_s))), "isWord");
    }
};

TELAMON_TEST(TestFieldWords)
#include "test_fieldwords.moc"
