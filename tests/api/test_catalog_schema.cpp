// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/validation.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// What of a document arrives in a Schema.
class TestCatalogSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keywordsArrive();
    void propertiesKeepTheDocumentsOrder();
    void nullabilityIsReadInBothVersions_data();
    void nullabilityIsReadInBothVersions();
    void exclusiveLimitsAreReadInBothVersions();
    void aReferenceIsTheSchemaItself();
    void siblingsOfAReferenceCountFrom31();
    void referencesMayBeCyclic();
    void anAllOfIsMerged();
    void examplesCloseNoList();
    void sharedPropertiesAreMerged();
    void whatCannotBeMergedIsARule();
    void aVariantMayInheritFromItsUnion();
    void discriminatorsNameVariants();
    void aUnionWithNullIsNullable();
};

void TestCatalogSchema::keywordsArrive()
{
    const SchemaUnderTest subject(
        R"({"type":"string","title":"T","description":"D","format":"uuid","pattern":"^a",
        "minLength":1,"maxLength":9,"enum":["a",1],"default":"a","deprecated":true,"readOnly":true,"writeOnly":true,
        "x-secret":true,"x-replace":true,"x-rule":["ipAddress","withinFourWeeks"]})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->types, Schema::Types(Schema::Type::String));
    QCOMPARE(subject->title, u"T"_s);
    QCOMPARE(subject->description, u"D"_s);
    QCOMPARE(subject->format, u"uuid"_s);
    QCOMPARE(subject->pattern, u"^a"_s);
    QVERIFY(subject->minLength == 1 && subject->maxLength == 9);
    QCOMPARE(subject->enumValues, (QJsonArray {u"a"_s, 1}));
    QVERIFY(subject->defaultValue == QJsonValue(u"a"_s));
    QVERIFY(subject->isDeprecated && subject->isReadOnly && subject->isWriteOnly);
    QVERIFY(subject->isSecret && subject->isReplacedWhole);
    QCOMPARE(subject->namedRules, QStringList({u"ipAddress"_s, u"withinFourWeeks"_s}));
}

void TestCatalogSchema::propertiesKeepTheDocumentsOrder()
{
    const SchemaUnderTest subject(
        R"({"properties":{"z":{},"a":{},"m":{}},"allOf":[{"properties":{"b":{},"z":{}}}]})");
    QStringList names;
    for (const Property& property : subject->properties)
        names.append(property.name);
    QCOMPARE(names.join(u' '), u"z a m b"_s);
}

void TestCatalogSchema::nullabilityIsReadInBothVersions_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("isNullable");
    const auto row = [](const QByteArray& version, const QByteArray& schema, bool isNullable) {
        QTest::addRow("%s %s", version.constData(), schema.constData()) << version << schema << isNullable;
    };
    row("3.0.1", R"({"type":"string","nullable":true})", true);
    row("3.0.1", R"({"type":"string","nullable":true,"enum":["A"]})", true);
    row("3.0.1", R"({"type":"string"})", false);
    row("3.0.1", R"({"nullable":true,"allOf":[{"type":"string"}]})", true);
    row("3.1.0", R"({"type":["string","null"]})", true);
    row("3.1.0", R"({"type":["string","null"],"enum":["A"]})", false);
    row("3.1.0", R"({"type":["string","null"],"enum":["A",null]})", true);
    row("3.1.0", R"({"type":"string","enum":["A",null]})", false);
    row("3.1.0", R"({"enum":["A",null]})", true);
    row("3.1.0", R"({"type":"string","nullable":true})", false);
    row("3.1.0", R"({"allOf":[{"type":["string","null"]},{"minLength":1}]})", true);
    row("3.1.0", R"({"allOf":[{"type":["string","null"]},{"type":"string"}]})", false);
}

void TestCatalogSchema::nullabilityIsReadInBothVersions()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, schema);
    QFETCH(bool, isNullable);
    const SchemaUnderTest subject(schema, {}, version);
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->isNullable, isNullable);
    QVERIFY(!subject->enumValues.contains(QJsonValue::Null));
}

void TestCatalogSchema::exclusiveLimitsAreReadInBothVersions()
{
    const SchemaUnderTest flags(
        R"({"minimum":1,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false})", {}, "3.0.3");
    QVERIFY(flags->exclusiveMinimum == 1 && !flags->minimum);
    QVERIFY(flags->maximum == 9 && !flags->exclusiveMaximum);
    const SchemaUnderTest numbers(R"({"minimum":1,"exclusiveMinimum":2})");
    QVERIFY(numbers->exclusiveMinimum == 2 && numbers->minimum == 1);
}

void TestCatalogSchema::aReferenceIsTheSchemaItself()
{
    const SchemaUnderTest subject(R"({"$ref":"#/components/schemas/A"})",
        R"("A":{"$ref":"#/components/schemas/B~1%20c"},"B/ c":{"type":"object","properties":{"x":{"type":"integer"}}})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->name, u"B/ c"_s);
    QCOMPARE(subject.operation().answerSchema(), &*subject);
}

void TestCatalogSchema::siblingsOfAReferenceCountFrom31()
{
    const QByteArray schema = R"({"$ref":"#/components/schemas/A","description":"mine","maxLength":3})";
    const QByteArray components = R"("A":{"type":"string","description":"its","title":"A","maxLength":5})";
    const SchemaUnderTest now(schema, components);
    QCOMPARE(now->description, u"mine"_s);
    QCOMPARE(now->title, u"A"_s);
    QVERIFY(now->maxLength == 3);
    const SchemaUnderTest then(schema, components, "3.0.3");
    QCOMPARE(then->description, u"its"_s);
    QVERIFY(then->maxLength == 5);
}

void TestCatalogSchema::referencesMayBeCyclic()
{
    const SchemaUnderTest subject(R"({"$ref":"#/components/schemas/Tree"})",
        R"("Tree":{"properties":{"children":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}},
           "next":{"anyOf":[{"$ref":"#/components/schemas/Tree"},{"type":"null"}]}}})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->property(u"children")->items, &*subject);
    QVERIFY(subject->property(u"next")->isNullable);
    QCOMPARE(subject->property(u"next")->property(u"children"), subject->property(u"children"));
    // Merging two trees that go in circles comes to an end.
    const SchemaUnderTest merged(R"({"$ref":"#/components/schemas/C"})",
        R"("A":{"properties":{"x":{"$ref":"#/components/schemas/A"}}},"B":{"properties":{"x":{"$ref":"#/components/schemas/C"}}},
           "C":{"allOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]})");
    QCOMPARE(merged.error(), QString());
    QVERIFY(merged->property(u"x")->property(u"x") != nullptr);
}

void TestCatalogSchema::anAllOfIsMerged()
{
    const SchemaUnderTest subject(R"({"description":"own","allOf":[
        {"$ref":"#/components/schemas/Base"},
        {"properties":{"b":{"type":"string"}},"required":["b","a"],"minProperties":2,"maxProperties":8}]})",
        R"("Base":{"type":"object","description":"base","title":"Base","properties":{"a":{"type":"integer"}},"required":["a"],"minProperties":1,"maxProperties":9,"dependentRequired":{"b":["a"]}})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->types, Schema::Types(Schema::Type::Object));
    QCOMPARE(subject->description, u"own"_s);
    QCOMPARE(subject->title, u"Base"_s);
    QCOMPARE(subject->required, QStringList({u"a"_s, u"b"_s}));
    QVERIFY(subject->minProperties == 2 && subject->maxProperties == 8);
    QVERIFY(subject->property(u"a") != nullptr && subject->property(u"b") != nullptr);
    QCOMPARE(subject->dependentRequired.value(u"b"_s), QStringList {u"a"_s});
    QVERIFY(subject->rules.empty());
    const SchemaUnderTest number(
        R"({"allOf":[{"type":"number","maximum":9},{"type":"integer","maximum":5}]})");
    QCOMPARE(number->types, Schema::Types(Schema::Type::Integer));
    QVERIFY(number->maximum == 5);
}

void TestCatalogSchema::examplesCloseNoList()
{
    const SchemaUnderTest subject(
        R"({"description":"own","allOf":[{"type":"string","examples":["A","B"]},{"maxLength":3}]})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->examples, QJsonArray({u"A"_s, u"B"_s}));
    QVERIFY(subject->enumValues.isEmpty());
    QCOMPARE(validate(*subject, u"C"_s), Violations());
    const SchemaUnderTest shown(R"({"allOf":[{"type":"object","x-example":{"a":1}},{"maxProperties":3}]})");
    QCOMPARE(shown.error(), QString());
    QCOMPARE(shown->example, std::optional<QJsonValue>(QJsonObject {{u"a"_s, 1}}));
}

void TestCatalogSchema::sharedPropertiesAreMerged()
{
    const SchemaUnderTest subject(R"({"allOf":[
        {"properties":{"kind":{"type":"string","enum":["A","B","C"],"description":"the kind"}}},
        {"properties":{"kind":{"enum":["B","D"],"x-secret":true}}}]})");
    QCOMPARE(subject->properties.size(), size_t(1));
    const Schema* kind = subject->property(u"kind");
    QCOMPARE(kind->enumValues, QJsonArray {u"B"_s});
    QCOMPARE(kind->types, Schema::Types(Schema::Type::String));
    QCOMPARE(kind->description, u"the kind"_s);
    QVERIFY(kind->isSecret);
}

void TestCatalogSchema::whatCannotBeMergedIsARule()
{
    for (const char* branches :
        {R"({"pattern":"a"},{"pattern":"b"})", R"({"format":"ipv4"},{"format":"ipv6"})",
            R"({"multipleOf":2},{"multipleOf":3})", R"({"not":{"type":"string"}},{"not":{"type":"integer"}})",
            R"({"oneOf":[{"type":"string"},{"type":"integer"}]},{"oneOf":[{"minimum":1},{"maxLength":1}]})",
            R"({"const":1},{"const":2})"}) {
        const SchemaUnderTest subject("{\"allOf\":[" + QByteArray(branches) + "]}");
        QCOMPARE(subject.error(), QString());
        QCOMPARE(subject->rules.size(), size_t(1));
        QVERIFY(subject->rules.front().when == nullptr && subject->rules.front().then != nullptr);
    }
}

void TestCatalogSchema::aVariantMayInheritFromItsUnion()
{
    const SchemaUnderTest subject(R"({"$ref":"#/components/schemas/Base"})",
        R"("Base":{"type":"object","properties":{"kind":{"type":"string"}},"discriminator":{"propertyName":"kind","mapping":{"x":"#/components/schemas/X"}},
            "oneOf":[{"$ref":"#/components/schemas/X"},{"$ref":"#/components/schemas/Y"}]},
           "X":{"allOf":[{"$ref":"#/components/schemas/Base"},{"properties":{"x":{}}}]},
           "Y":{"allOf":[{"$ref":"#/components/schemas/Base"},{"properties":{"y":{}}}]})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->variants.size(), size_t(2));
    const Schema* x = subject->variants.front();
    QCOMPARE(x->unionKind, Schema::Union::None);
    QVERIFY(x->property(u"kind") != nullptr && x->property(u"x") != nullptr);
}

void TestCatalogSchema::discriminatorsNameVariants()
{
    const SchemaUnderTest subject(
        R"({"oneOf":[{"$ref":"#/components/schemas/X"},{"$ref":"#/components/schemas/Y"},{"$ref":"#/components/schemas/Z"}],
            "discriminator":{"propertyName":"kind","mapping":{"x1":"#/components/schemas/X","x2":"X","y":"Y"}}})",
        R"("X":{"type":"object"},"Y":{"type":"object"},"Z":{"type":"object"})");
    QCOMPARE(subject.error(), QString());
    QCOMPARE(subject->discriminator, u"kind"_s);
    const QMap<QString, const Schema*>& mapping = subject->discriminatorMapping;
    QCOMPARE(mapping.keys(), QStringList({u"Z"_s, u"x1"_s, u"x2"_s, u"y"_s}));
    QCOMPARE(mapping.value(u"x1"_s), subject->variants.at(0));
    QCOMPARE(mapping.value(u"x2"_s), subject->variants.at(0));
    QCOMPARE(mapping.value(u"y"_s), subject->variants.at(1));
    QCOMPARE(mapping.value(u"Z"_s), subject->variants.at(2));
}

void TestCatalogSchema::aUnionWithNullIsNullable()
{
    const SchemaUnderTest single(R"({"oneOf":[{"type":"string","maxLength":3},{"type":"null"}]})");
    QCOMPARE(single->unionKind, Schema::Union::None);
    QVERIFY(single->isNullable && single->maxLength == 3);
    const SchemaUnderTest several(R"({"anyOf":[{"type":"string"},{"type":"null"},{"type":"integer"}]})");
    QCOMPARE(several->unionKind, Schema::Union::AnyOf);
    QVERIFY(several->isNullable);
    QCOMPARE(several->variants.size(), size_t(2));
}

TELAMON_TEST(TestCatalogSchema)

} // namespace Telamon

#include "test_catalog_schema.moc"
