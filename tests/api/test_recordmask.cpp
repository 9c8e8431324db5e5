// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/masking.h"
#include "api/catalog/recordmask.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

QByteArray json(QByteArray text) // written with single quotes
{
    return text.replace('\'', '"');
}

const QByteArray maskedComponents = json(
    "'S':{'type':'string','x-secret':true},"
    "'Cat':{'type':'object','properties':{'kind':{'const':'cat'},'key':{'$ref':'#/components/schemas/S'}}},"
    "'Dog':{'type':'object','properties':{'kind':{'const':'dog'},'key':{'type':'string'}}},"
    "'Pet':{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}]},"
    "'Tree':{'type':'object','properties':{'key':{'$ref':'#/components/schemas/S'},"
    "'next':{'$ref':'#/components/schemas/Tree'},'some':{'additionalProperties':{'$ref':"
    "'#/components/schemas/S'}},'many':{'items':{'$ref':'#/components/schemas/Pet'}}}},"
    "'List':{'properties':{'results':{'items':{'$ref':'#/components/schemas/Tree'}}}},"
    "'Nested':{'properties':{'results':{'items':{'properties':{'token':{'$ref':'#/components/schemas/S'},"
    "'pets':{'items':{'$ref':'#/components/schemas/Pet'}}}}}}}");

} // namespace

// A mask made from a schema does what the schema says, also when the schema is gone.
class TestRecordMask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySecretOfARecordIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("recordsPath");
        QTest::addColumn<QByteArray>("nestedPath");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* name, const char* schema, const char* recordsPath,
                             const char* nestedPath, const char* record, const char* shown) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(recordsPath) << QByteArray(nestedPath)
                                << json(record) << json(shown);
        };
        row("of a list", "List", "/results", "", "{'key':'s1','b':[1,{'key':'x'}]}",
            "{'b':[1,{'key':'x'}],'key':'••••••'}");
        row("deep", "List", "/results", "", "{'next':{'next':{'key':'s1'}}}",
            "{'next':{'next':{'key':'••••••'}}}");
        row("any field", "List", "/results", "", "{'some':{'a':'s1','b':{'c':2}}}",
            "{'some':{'a':'••••••','b':'••••••'}}");
        row("any variant", "List", "/results", "", "{'many':[{'kind':'dog','key':'s1'},null]}",
            "{'many':[{'key':'••••••','kind':'dog'},null]}");
        row("nested", "Nested", "/results", "/pets", "{'key':'s1','token':'x'}",
            "{'key':'••••••','token':'x'}");
        row("a single record", "Tree", "", "", "{'key':'s1'}", "{'key':'••••••'}");
        row("null is none", "Tree", "", "", "{'key':null}", "{'key':null}");
        row("an empty list is none", "Tree", "", "", "{'key':[]}", "{'key':[]}");
        row("an empty object is none", "Tree", "", "", "{'key':{}}", "{'key':{}}");
        row("a list of one", "Tree", "", "", "{'key':['']}", "{'key':'••••••'}");
        row("no JSON", "Tree", "", "", "{'key':'s1", "'(10 bytes, not shown)'");
        row("nothing secret", "Dog", "", "", "{ 'key' : 's1", "{ 'key' : 's1");
    }
    void everySecretOfARecordIsReplaced()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, recordsPath);
        QFETCH(QByteArray, nestedPath);
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, shown);
        RecordMask mask;
        {
            const SchemaUnderTest subject(
                json("{'$ref':'#/components/schemas/") + schema + "\"}", maskedComponents);
            QCOMPARE(subject.error(), QString());
            mask = RecordMask(*subject, recordsPath, nestedPath);
        }
        QCOMPARE(mask.masked(record), shown);
    }

    void aColumnIsAsSecretAsWhatItFinds_data()
    {
        QTest::addColumn<QByteArray>("alternative");
        QTest::addColumn<bool>("isSecret");
        QTest::newRow("the secret") << "/key"_ba << true;
        QTest::newRow("another") << "/kind"_ba << false;
        QTest::newRow("inside it") << "/key/more"_ba << true;
        QTest::newRow("gathered") << "+/key"_ba << true;
        QTest::newRow("of the outer record") << "^/token"_ba << true;
        QTest::newRow("of every pet of the outer") << "^/pets/*/key"_ba << true;
        QTest::newRow("not of this one") << "/token"_ba << false;
        QTest::newRow("how many") << "#/key"_ba << false;
        QTest::newRow("a text") << "=key"_ba << false;
        QTest::newRow("the record") << ""_ba << false;
    }
    void aColumnIsAsSecretAsWhatItFinds()
    {
        QFETCH(QByteArray, alternative);
        const SchemaUnderTest subject(json("{'$ref':'#/components/schemas/Nested'}"), maskedComponents);
        QCOMPARE(subject.error(), QString());
        QTEST(RecordMask(*subject, "/results", "/pets").isSecret(alternative), "isSecret");
        QVERIFY(!RecordMask().isSecret(alternative));
    }

    void aShapeKnowsTitlesAndSecretsPlaceByPlace_data()
    {
        QTest::addColumn<QStringList>("way"); // "*": an element
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("isSecret");
        QTest::newRow("a field") << QStringList {u"name"_s} << u"Name"_s << false;
        QTest::newRow("a secret") << QStringList {u"key"_s} << u"Key"_s << true;
        QTest::newRow("inside a secret") << QStringList {u"key"_s, u"part"_s} << QString() << false;
        QTest::newRow("in a list") << QStringList {u"parts"_s, u"*"_s, u"size"_s} << u"Size"_s << false;
        QTest::newRow("any other field") << QStringList {u"more"_s} << u"More"_s << false;
        QTest::newRow("of the element itself") << QStringList {u"*"_s, u"name"_s} << u"Name"_s << false;
    }
    void aShapeKnowsTitlesAndSecretsPlaceByPlace()
    {
        QFETCH(const QStringList, way);
        RecordShape shape;
        {
            const SchemaUnderTest subject(
                json("{'items':{'properties':{'name':{'title':'Name','type':'string'},"
                     "'key':{'title':'Key','x-secret':true,'properties':{'part':{'title':'Part'}}},"
                     "'parts':{'items':{'properties':{'size':{'title':'Size'}}}}},"
                     "'additionalProperties':{'title':'More'}}}"));
            QCOMPARE(subject.error(), QString());
            shape = RecordShape(*subject);
        }
        int place = shape.record();
        for (const QString& step : way)
            place = step == "*"_L1 ? shape.element(place) : shape.field(place, step);
        QTEST(shape.title(place), "title");
        QTEST(shape.isSecret(place), "isSecret");
        QVERIFY(shape.hasSecrets());
        QCOMPARE(shape.outer(), shape.record());
    }

    // What the log's masking finds in the answers of the service, this finds too.
    void theWholeCatalogIsUnderstood()
    {
        const Catalog catalog = std::move(Catalog::builtIn()).value();
        int secret = 0;
        for (const auto& operation : catalog.operations()) {
            const Schema* schema = operation->answerSchema();
            if (!schema)
                continue;
            QCOMPARE(RecordMask(*schema, "", "").isEmpty(), !hasSecrets(*schema));
            secret += hasSecrets(*schema);
        }
        QVERIFY(secret > 4);
    }
};

TELAMON_TEST(TestRecordMask)
#include "test_recordmask.moc"
