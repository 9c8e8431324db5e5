// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/masking.h"
#include "api/catalog/validation.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// A document that cannot be used gives one sentence and the place, and never more than that.
class TestCatalogErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unusableSchemasAreNamed_data();
    void unusableSchemasAreNamed();
    void unusableDocumentsAreNamed_data();
    void unusableDocumentsAreNamed();
    void longChainsAreRefused();
    void noBytesMakeItCrash();
};

namespace {

const QString bodySchema = u"/paths/~1things/post/requestBody/content/application~1json/schema"_s;

QByteArray pathsDocument(const QByteArray& path, const QByteArray& item)
{
    return R"({"openapi":"3.1.0","paths":{")" + path + R"(":)" + item + "}}";
}

} // namespace

void TestCatalogErrors::unusableSchemasAreNamed_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("place");
    const auto row = [](const QByteArray& schema, const QString& place) {
        QTest::newRow(schema.constData()) << schema << place;
    };
    row("1", bodySchema);
    row(R"({"type":"text"})", bodySchema + u"/type"_s);
    row(R"({"type":["string",1]})", bodySchema + u"/type/1"_s);
    row(R"({"pattern":"("})", bodySchema + u"/pattern"_s);
    row(R"({"properties":{"a/b":{"pattern":"[z-a]"}}})", bodySchema + u"/properties/a~1b/pattern"_s);
    row(R"({"$ref":"other.json#/A"})", bodySchema + u"/$ref"_s);
    row(R"({"$ref":"https://example.com/a.json"})", bodySchema + u"/$ref"_s);
    row(R"({"$ref":"#/components/schemas/None"})", bodySchema + u"/$ref"_s);
    row(R"({"$ref":"#none"})", bodySchema + u"/$ref"_s);
    row(R"({"$ref":1})", bodySchema + u"/$ref"_s);
    row(R"({"$ref":"#/components/schemas/Loop"})", bodySchema);
    row(R"({"allOf":[{"$ref":"#/components/schemas/Own"}]})", u"/components/schemas/Own"_s);
    row(R"({"properties":[]})", bodySchema + u"/properties"_s);
    row(R"({"required":"a"})", bodySchema + u"/required"_s);
    row(R"({"required":[1]})", bodySchema + u"/required/0"_s);
    row(R"({"minLength":-1})", bodySchema + u"/minLength"_s);
    row(R"({"maxItems":1.5})", bodySchema + u"/maxItems"_s);
    row(R"({"maximum":"1"})", bodySchema + u"/maximum"_s);
    row(R"({"multipleOf":0})", bodySchema + u"/multipleOf"_s);
    row(R"({"enum":[]})", bodySchema + u"/enum"_s);
    row(R"({"enum":"A"})", bodySchema + u"/enum"_s);
    row(R"({"oneOf":[]})", bodySchema + u"/oneOf"_s);
    row(R"({"x-secret":"yes"})", bodySchema + u"/x-secret"_s);
    row(R"({"x-rule":"noSuchRule"})", bodySchema + u"/x-rule"_s);
    row(R"({"x-rule":["ipAddress","noSuchRule"]})", bodySchema + u"/x-rule"_s);
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}],"discriminator":{"propertyName":"a","mapping":{"b":"None"}}})",
        bodySchema + u"/discriminator/mapping/b"_s);
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}],"discriminator":{}})",
        bodySchema + u"/discriminator"_s);
}

void TestCatalogErrors::unusableSchemasAreNamed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, place);
    const auto catalog = Catalog::fromJson(documentWith(schema,
        R"("Loop":{"$ref":"#/components/schemas/Loop2"},"Loop2":{"$ref":"#/components/schemas/Loop"},
           "Own":{"allOf":[{"$ref":"#/components/schemas/Own"}]})"));
    QVERIFY(!catalog);
    QCOMPARE(catalog.error().pointer, place);
    QVERIFY(catalog.error().sentence.endsWith(u'.'));
}

void TestCatalogErrors::unusableDocumentsAreNamed_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const QByteArray& document, const QString& place) {
        QTest::newRow(name) << document << place;
    };
    const QString things = u"/paths/~1things"_s;
    row("empty", {}, {});
    row("not JSON", "{", {});
    row("not an object", "[]", {});
    row("no version", R"({"paths":{}})", {});
    row("version 2", R"({"openapi":"2.0","paths":{}})", u"/openapi"_s);
    row("no paths", R"({"openapi":"3.1.0"})", {});
    row("too deep", R"({"openapi":"3.1.0","paths":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}",
        {});
    row("no slash", pathsDocument("things", "{}"), u"/paths/things"_s);
    row("two slashes", pathsDocument("//evil.example/things", "{}"), u"/paths/~1~1evil.example~1things"_s);
    row("backslash", pathsDocument(R"(/\\evil.example)", "{}"), u"/paths/~1\\evil.example"_s);
    row("query", pathsDocument("/things?a=b", "{}"), u"/paths/~1things?a=b"_s);
    row("control", pathsDocument(R"(/things\r\nX: y)", "{}"), u"/paths/~1things\r\nX: y"_s);
    row("no operationId", pathsDocument("/things", R"({"get":{}})"), things + u"/get"_s);
    row("same operationId",
        pathsDocument("/things", R"({"get":{"operationId":"a"},"put":{"operationId":"a"}})"),
        things + u"/put/operationId"_s);
    row("undescribed name", pathsDocument("/{a}", R"({"get":{"operationId":"a"}})"), u"/paths/~1{a}/get"_s);
    row("no such place",
        pathsDocument("/things", R"({"get":{"operationId":"a","parameters":[{"name":"x","in":"body"}]}})"),
        things + u"/get/parameters/0"_s);
    row("twice",
        pathsDocument("/things",
            R"({"get":{"operationId":"a","parameters":[{"name":"x","in":"query"},{"name":"x","in":"query"}]}})"),
        things + u"/get/parameters/1"_s);
    row("parameter loop",
        pathsDocument("/things",
            R"({"parameters":[{"$ref":"#/paths/~1things/parameters/0"}],"get":{"operationId":"a"}})"),
        things + u"/parameters/0"_s);
    row("response nowhere",
        pathsDocument("/things",
            R"({"get":{"operationId":"a","responses":{"200":{"$ref":"#/components/responses/R"}}}})"),
        things + u"/get/responses/200/$ref"_s);
    row("status", pathsDocument("/things", R"({"get":{"operationId":"a","responses":{"abc":{}}}})"),
        things + u"/get/responses/abc"_s);
    row("class", pathsDocument("/things", R"({"put":{"operationId":"a","x-class":"mild"}})"),
        things + u"/put/x-class"_s);
    row("sunset", pathsDocument("/things", R"({"put":{"operationId":"a","x-sunset":"soon"}})"),
        things + u"/put/x-sunset"_s);
    row("version", pathsDocument("/things", R"({"put":{"operationId":"a","x-version":"new"}})"),
        things + u"/put/x-version"_s);
    row("parameter rules",
        pathsDocument("/things", R"({"get":{"operationId":"a","x-parameter-rules":{"x-rule":"none"}}})"),
        things + u"/get/x-parameter-rules/x-rule"_s);
    row("roles", pathsDocument("/things", R"({"put":{"operationId":"a","x-roles":"me"}})"),
        things + u"/put/x-roles"_s);
}

void TestCatalogErrors::unusableDocumentsAreNamed()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, place);
    const auto catalog = Catalog::fromJson(document);
    QVERIFY(!catalog);
    QCOMPARE(catalog.error().pointer, place);
    QVERIFY(!catalog.error().sentence.isEmpty());
}

void TestCatalogErrors::longChainsAreRefused()
{
    for (const char* wrap : {R"({"$ref":"%"})", R"({"allOf":[{"$ref":"%"}],"title":"t"})"}) {
        QByteArray components;
        for (int i = 0; i < 20000; ++i) {
            const QByteArray next = "#/components/schemas/S" + QByteArray::number(i + 1);
            components += "\"S" + QByteArray::number(i) + "\":" + QByteArray(wrap).replace("%", next) + ',';
        }
        components += R"("S20000":{"type":"string"})";
        QVERIFY(!Catalog::fromJson(documentWith(R"({"$ref":"#/components/schemas/S0"})", components)));
    }
}

void TestCatalogErrors::noBytesMakeItCrash()
{
    const QByteArray document = documentWith(R"({"$ref":"#/components/schemas/A","x-secret":false})",
        R"("A":{"type":"object","required":["a"],"allOf":[{"$ref":"#/components/schemas/B"}],"properties":{"a":{"type":["integer","null"],"minimum":1}},
            "if":{"required":["a"]},"then":{"not":{"required":["b"]}},"dependentRequired":{"a":["b"]}},
           "B":{"oneOf":[{"$ref":"#/components/schemas/C"},{"$ref":"#/components/schemas/D"}],"discriminator":{"propertyName":"k","mapping":{"c":"C"}}},
           "C":{"properties":{"k":{"enum":["c"]},"x":{"$ref":"#/components/schemas/A"}}},
           "D":{"properties":{"k":{"const":"d"},"p":{"type":"string","pattern":"^[\\p{L}]+$","x-secret":true}},"additionalProperties":{"type":"string"}})");
    QVERIFY(Catalog::fromJson(document));
    const QList<QByteArray> words = {"{}", "[]", "null", "true", "-1", "1e999", "\"\"", "\"$ref\":\"#\",",
        "$ref", "A", "B", "C", "D", "allOf", "oneOf", "not", "items", "type", "\\ud800", "\xff",
        QByteArray(300, '['), "\"allOf\":[{\"$ref\":\"#/components/schemas/A\"}],"};
    QRandomGenerator random(20261124);
    int usable = 0;
    for (int round = 0; round < 6000; ++round) {
        QByteArray mutant = document;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            const qsizetype at = random.bounded(int(mutant.size()));
            switch (random.bounded(4)) {
            case 0:
                mutant[at] = char(random.bounded(256));
                break;
            case 1:
                mutant.remove(at, random.bounded(1, 30));
                break;
            case 2:
                mutant.insert(at, words.at(random.bounded(int(words.size()))));
                break;
            default: // one name for another keeps the JSON whole and changes what it means
                mutant.replace(mutant.mid(at, 1), words.at(random.bounded(int(words.size()))));
                break;
            }
            if (mutant.isEmpty())
                mutant = "0";
        }
        const auto catalog = Catalog::fromJson(mutant);
        if (!catalog) {
            QVERIFY(!catalog.error().sentence.isEmpty());
            continue;
        }
        ++usable;
        for (const std::unique_ptr<Operation>& operation : catalog.value().operations()) {
            if (operation->requestSchema == nullptr)
                continue;
            const QJsonValue value = jsonValue(R"({"a":1,"k":"d","p":"x","x":{"a":null}})");
            validate(*operation->requestSchema, value);
            masked(*operation->requestSchema, value);
        }
    }
    QVERIFY(usable > 100); // or the mutations were no test of what comes after the parser
}

TELAMON_TEST(TestCatalogErrors)

} // namespace Telamon

#include "test_catalog_errors.moc"
