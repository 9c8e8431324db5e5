// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/masking.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestCatalogMasking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySecretIsReplaced_data();
    void everySecretIsReplaced();
    void bytesAreMaskedOrNotShown_data();
    void bytesAreMaskedOrNotShown();
};

namespace {

const QByteArray secretComponents =
    R"("S":{"type":"string","x-secret":true},
       "Cat":{"type":"object","properties":{"kind":{"const":"cat"},"key":{"$ref":"#/components/schemas/S"}}},
       "Dog":{"type":"object","properties":{"kind":{"const":"dog"},"key":{"type":"string"}}},
       "Tree":{"type":"object","properties":{"key":{"$ref":"#/components/schemas/S"},"next":{"$ref":"#/components/schemas/Tree"}}})";

} // namespace

void TestCatalogMasking::everySecretIsReplaced_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, const QByteArray& schema, const QByteArray& value,
                         const QByteArray& shown) { QTest::newRow(name) << schema << value << shown; };
    const QByteArray secret = R"({"$ref":"#/components/schemas/S"})";
    const QByteArray either =
        R"({"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]})";
    row("property", R"({"properties":{"a":)" + secret + R"(,"b":{"type":"string"}}})",
        R"({"a":"s1","b":"x"})", R"({"a":"••••••","b":"x"})");
    row("of any type", R"({"properties":{"a":{"x-secret":true}}})", R"({"a":{"k":[1]}})",
        R"({"a":"••••••"})");
    row("null is none", R"({"properties":{"a":)" + secret + "}}", R"({"a":null})", R"({"a":null})");
    row("array", R"({"items":)" + secret + "}", R"(["s1","s2"])", R"(["••••••","••••••"])");
    row("additional", R"({"additionalProperties":)" + secret + "}", R"({"a":"s1"})", R"({"a":"••••••"})");
    row("any variant", either, R"({"kind":"dog","key":"s1"})", R"({"kind":"dog","key":"••••••"})");
    row("in array of unions", R"({"items":)" + either + "}", R"([{"key":"s1"}])", R"([{"key":"••••••"}])");
    row("allOf",
        R"({"allOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"a":{"x-secret":true}}}]})",
        R"({"a":"s1"})", R"({"a":"••••••"})");
    row("beside a reference", R"({"properties":{"a":{"$ref":"#/components/schemas/Dog","x-secret":true}}})",
        R"({"a":{"key":"s1"}})", R"({"a":"••••••"})");
    row("condition", R"({"if":{"required":["a"]},"then":{"properties":{"a":{"x-secret":true}}}})",
        R"({"a":"s1"})", R"({"a":"••••••"})");
    row("tree", R"({"$ref":"#/components/schemas/Tree"})",
        R"({"key":"s1","next":{"key":"s2","next":{"key":"s3"}}})",
        R"({"key":"••••••","next":{"key":"••••••","next":{"key":"••••••"}}})");
    row("envelope", R"({"$ref":"#/components/schemas/Tree"})", R"({"status":200,"content":{"key":"s1"}})",
        R"({"status":200,"content":{"key":"••••••"}})");
    row("not by name", R"({"properties":{"password":{"type":"string"}}})", R"({"password":"x"})",
        R"({"password":"x"})");
}

void TestCatalogMasking::everySecretIsReplaced()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, shown);
    const SchemaUnderTest subject(schema, secretComponents);
    QCOMPARE(subject.error(), QString());
    QCOMPARE(masked(*subject, jsonValue(value)), jsonValue(shown));
}

void TestCatalogMasking::bytesAreMaskedOrNotShown_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray withSecret = R"({"properties":{"deep":{"items":{"$ref":"#/components/schemas/Tree"}}}})";
    QTest::newRow("masked") << withSecret << R"({"deep":[{"key":"s1"}]})"_ba
                            << R"({"deep":[{"key":"••••••"}]})"_ba;
    QTest::newRow("twice the same name") << R"({"$ref":"#/components/schemas/Tree"})"_ba
                                         << R"({"key":"s1","key":"s2"})"_ba
                                         << R"({"key":"••••••"})"_ba;
    QTest::newRow("cut off") << withSecret << R"({"deep":[{"key":"s1)"_ba
                             << "(19 bytes, not shown)"_ba;
    QTest::newRow("HTML") << withSecret << "<html>"_ba
                          << "(6 bytes, not shown)"_ba;
    QTest::newRow("empty") << withSecret << ""_ba
                           << ""_ba;
    QTest::newRow("whole") << R"({"x-secret":true})"_ba
                           << R"({"a":"s1"})"_ba
                           << "\"••••••\""_ba;
    QTest::newRow("nothing secret") << R"({"type":"object"})"_ba
                                    << R"({ "a":1 )"_ba
                                    << R"({ "a":1 )"_ba;
}

void TestCatalogMasking::bytesAreMaskedOrNotShown()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, shown);
    const SchemaUnderTest subject(schema, secretComponents);
    QCOMPARE(subject.error(), QString());
    QCOMPARE(maskedJson(&*subject, json), shown);
    QCOMPARE(maskedJson(nullptr, json), json);
    JsonMasker masker;
    for (int answer = 0; answer < 2; ++answer) {
        QCOMPARE(masker(&*subject, json), shown);
        QCOMPARE(masker(nullptr, json), json);
    }
}

TELAMON_TEST(TestCatalogMasking)

} // namespace Telamon

#include "test_catalog_masking.moc"
