// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/validation.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeywordIsChecked_data();
    void everyKeywordIsChecked();
    void sentencesSayWhatIsAllowed_data();
    void sentencesSayWhatIsAllowed();
    void aPatternThatTakesTooLongIsUnchecked();
    void aSchemaThatGoesInCirclesIsUnchecked();
    void aSchemaThatMultipliesIsGivenUp();
};

namespace {

// "/pointer rule" of each, in order.
void row(const QByteArray& schema, const QByteArray& value, const QString& broken = {})
{
    QTest::addRow("%s <- %s", schema.constData(), value.constData()) << schema << value << broken;
}

void rowsOfNumbers()
{
    row(R"({"type":"integer"})", "1");
    row(R"({"type":"integer"})", "1.0");
    row(R"({"type":"integer"})", "9007199254740991");
    row(R"({"type":"integer"})", "1.5", u" type"_s);
    row(R"({"type":"integer"})", "\"1\"", u" type"_s);
    row(R"({"type":"number"})", "1.5");
    row(R"({"minimum":1})", "1");
    row(R"({"minimum":1})", "0.9", u" minimum"_s);
    row(R"({"maximum":1})", "1");
    row(R"({"maximum":1})", "2", u" maximum"_s);
    row(R"({"exclusiveMinimum":1})", "1", u" exclusiveMinimum"_s);
    row(R"({"exclusiveMaximum":1})", "1", u" exclusiveMaximum"_s);
    row(R"({"exclusiveMaximum":1})", "0.99");
    row(R"({"multipleOf":0.1})", "0.3");
    row(R"({"multipleOf":5})", "12", u" multipleOf"_s);
    row(R"({"type":"integer","format":"int32"})", "2147483647");
    row(R"({"type":"integer","format":"int32"})", "2147483648", u" format"_s);
    row(R"({"type":"integer","format":"int64"})", "9223372036854775807000", u" format"_s);
    row(R"({"type":"integer","enum":[1,7]})", "7");
    row(R"({"type":"integer","enum":[1,7]})", "2", u" enum"_s);
}

void rowsOfTexts()
{
    row(R"({"type":"string"})", "1", u" type"_s);
    row(R"({"type":"string","minLength":2})", "\"\xF0\x9F\x98\x80\"", u" minLength"_s); // one code point
    row(R"({"type":"string","maxLength":1})", "\"\xF0\x9F\x98\x80\"");
    row(R"({"type":"string","maxLength":1})", R"("ab")", u" maxLength"_s);
    row(R"({"pattern":"b"})", R"("abc")"); // searched, not anchored
    row(R"({"pattern":"^a$"})", R"("a")");
    row(R"({"pattern":"^a$"})", R"("a\n")", u" pattern"_s);
    row(R"({"pattern":"^[$]\\$$"})", R"("$$")");
    row(R"({"pattern":"^\\d$"})", "\"\xD9\xA3\"", u" pattern"_s); // an Arabic digit is none to ECMA
    row(R"({"pattern":"^[\\p{L}\\p{N}]{1,3}$"})", "\"\xC3\xA4\xC3\xB6\xD9\xA3\"");
    row(R"({"pattern":"^\\u0041$"})", R"("A")");
    row(R"({"pattern":"^[[]$"})", R"("[")");
    row(R"({"enum":["A","B"]})", R"("A")");
    row(R"({"enum":["A","B"]})", R"("a")", u" enum"_s);
    row(R"({"const":"A"})", R"("B")", u" const"_s);
    row(R"({"format":"date-time"})", R"("2026-02-28T23:59:60.123+01:00")");
    row(R"({"format":"date-time"})", R"("2026-02-30T00:00:00Z")", u" format"_s);
    row(R"({"format":"date-time"})", R"("2026-02-28 00:00:00Z")", u" format"_s);
    row(R"({"format":"date-time"})", R"("2026-02-28T00:00:00")", u" format"_s);
    row(R"({"format":"date-time"})", R"("2026-02-28T00:00:00Z\n")", u" format"_s);
    row(R"({"format":"date"})", R"("2026-02-29")", u" format"_s);
    row(R"({"format":"uuid"})", R"("123e4567-e89b-12d3-a456-426614174000")");
    row(R"({"format":"uuid"})", R"("123e4567e89b12d3a456426614174000")", u" format"_s);
    row(R"({"format":"ipv4"})", R"("256.1.1.1")", u" format"_s);
    row(R"({"format":"ipv4"})", R"("255.1.1.1")");
    row(R"({"format":"ipv6"})", R"("::1")");
    row(R"({"format":"ipv6"})", R"("1::2::3")", u" format"_s);
    row(R"({"format":"email"})", R"("a@b")");
    row(R"({"format":"email"})", R"("a b@c")", u" format"_s);
    row(R"({"format":"nobody-knows"})", R"("x")");
    row(R"({"x-rule":"ipAddress"})", R"("10.0.0.1")");
    row(R"({"x-rule":"ipAddress"})", R"("fe80::1")");
    row(R"({"x-rule":"ipAddress"})", R"("fe80::1%eth0")", u" ipAddress"_s);
    row(R"({"x-rule":"ipAddress"})", R"("[::1]")", u" ipAddress"_s);
    row(R"({"x-rule":["ipAddress"]})", R"("10.1")", u" ipAddress"_s);
    row(R"({"x-rule":"ipAddress"})", R"("999.0.0.1")", u" ipAddress"_s);
    row(R"({"x-rule":"withinFourWeeks"})", R"("2020-01-01T00:00:00Z")", u" withinFourWeeks"_s);
    row(R"({"x-rule":"withinFourWeeks"})", R"("2999-01-01T00:00:00Z")", u" withinFourWeeks"_s);
}

void rowsOfContainers()
{
    row(R"({"items":{"type":"string"}})", R"(["a",1])", u"/1 type"_s);
    row(R"({"minItems":1})", "[]", u" minItems"_s);
    row(R"({"maxItems":1})", "[1,2]", u" maxItems"_s);
    row(R"({"uniqueItems":true})", R"([{"a":1},2,{"a":1}])", u"/2 uniqueItems"_s);
    row(R"({"uniqueItems":true})", R"([1,"1"])");
    row(R"({"required":["a"]})", "{}", u"/a required"_s);
    row(R"({"required":["a"]})", R"({"a":null})");
    row(R"({"type":"object","properties":{"a/b~c":{"type":"integer"}}})", R"({"a/b~c":"x"})",
        u"/a~1b~0c type"_s);
    row(R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1,"b":1})",
        u"/b additionalProperties"_s);
    row(R"({"additionalProperties":{"type":"integer"}})", R"({"b":"x"})", u"/b type"_s);
    row(R"({"patternProperties":{"^x":{}},"additionalProperties":false})", R"({"x1":1})");
    row(R"({"minProperties":1})", "{}", u" minProperties"_s);
    row(R"({"maxProperties":0})", R"({"a":1})", u" maxProperties"_s);
    row(R"({"properties":{"a":false}})", R"({"a":1})", u"/a not"_s);
    row(R"({"type":"string"})", "null", u" type"_s);
    row(R"({"type":["string","null"]})", "null");
    row(R"({"type":["string","null"],"enum":["A"]})", "null", u" type"_s);
    row(R"({"type":["string","null"],"enum":["A",null]})", "null");
    row(R"({"type":"null"})", "null");
    row(R"({"type":"null"})", "1", u" const"_s);
    row(R"({"type":["string","integer"]})", "true", u" type"_s);
}

void rowsOfRules()
{
    row(R"({"dependentRequired":{"end":["start"]}})", R"({"end":1})", u"/start dependentRequired"_s);
    row(R"({"dependentRequired":{"end":["start"]}})", R"({"start":1})");
    row(R"({"dependentSchemas":{"end":{"required":["start"]}}})", R"({"end":1})", u"/start required"_s);
    row(R"({"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})",
        R"({"a":1})", u"/b required"_s);
    row(R"({"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})",
        R"({"a":2})", u"/c required"_s);
    row(R"({"not":{"required":["a","b"]}})", R"({"a":1,"b":2})", u" not"_s);
    row(R"({"not":{"required":["a","b"]}})", R"({"a":1})");
    row(R"({"allOf":[{"not":{"required":["a"]}},{"not":{"required":["b"]}}]})", R"({"b":1})", u" not"_s);
    row(R"({"allOf":[{"not":{"required":["a"]}},{"not":{"required":["b"]}}]})", R"({"a":1})", u" not"_s);
    row(R"({"allOf":[{"pattern":"a"},{"pattern":"b"}]})", R"("a")", u" pattern"_s);
    row(R"({"allOf":[{"pattern":"a"},{"pattern":"b"}]})", R"("b")", u" pattern"_s);
    row(R"({"allOf":[{"pattern":"a"},{"pattern":"b"}]})", R"("ab")");
    row(R"({"allOf":[{"enum":["A"]},{"enum":["B"]}]})", R"("A")", u" enum"_s);
    row(R"({"allOf":[{"type":"string"},{"type":"integer"}]})", R"("A")", u" type"_s);
    row(R"({"allOf":[{"additionalProperties":false,"properties":{"a":{}}},{"properties":{"b":{}}}]})",
        R"({"a":1,"b":1})", u"/b additionalProperties"_s);
    row(R"({"additionalProperties":false,"properties":{"a":{}},"allOf":[{"properties":{"b":{}}}]})",
        R"({"a":1,"b":1})", u"/b additionalProperties"_s);
    row(R"({"additionalProperties":false,"properties":{"a":{},"b":{}},"allOf":[{"properties":{"b":{}}}]})",
        R"({"b":1})");
    row(R"({"allOf":[{"if":{"required":["a"]},"then":{"required":["b"]}}]})", R"({"a":1})", u"/b required"_s);
}

} // namespace

void TestValidation::everyKeywordIsChecked_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("broken");
    rowsOfNumbers();
    rowsOfTexts();
    rowsOfContainers();
    rowsOfRules();
}

void TestValidation::everyKeywordIsChecked()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, broken);
    const SchemaUnderTest subject(schema);
    QCOMPARE(subject.error(), QString());
    QVERIFY(!jsonValue(value).isUndefined());
    QCOMPARE(described(validate(*subject, jsonValue(value))), broken);
    // The same inside of something else, with the pointer of the place.
    for (const Violation& violation : validate(*subject, jsonValue(value), u"/body/x"_s))
        QVERIFY(violation.pointer.startsWith("/body/x"_L1));
}

void TestValidation::sentencesSayWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("broken");
    row(R"({"enum":["A","B"]})", R"("x")", u"must be one of: A, B"_s);
    row(R"({"enum":[1,2,3,4,5,6,7,8,9]})", "0", u"must be one of: 1, 2, 3, 4, 5, 6, 7, 8, 9"_s);
    row(R"({"enum":["A"]})", R"("x")", u"must be A"_s);
    row(R"({"enum":["A standard","A simple","B standard","B simple","C standard","C simple","D standard",)"
        R"("D simple","E standard"]})",
        R"("c sample")", u"must be one of 9 values, such as A standard, C standard, C simple"_s);
    row(R"({"enum":[1000001,1000002,1000003,1000004,1000005,1000006,1000007,1000008,1000009]})", "1000010",
        u"must be one of 9 values, such as 1000007, 1000008, 1000009"_s);
    row(R"({"format":"int32"})", "2147483648", u"must be at most 2147483647"_s);
    row(R"({"format":"int32"})", "-2147483649", u"must be at least -2147483648"_s);
    row(R"({"minLength":1})", R"("")", u"must not be empty"_s);
    row(R"({"minLength":3})", R"("ab")", u"must be at least 3 characters"_s);
    row(R"({"maxLength":2})", R"("abc")", u"must be at most 2 characters"_s);
    row(R"({"minimum":3})", "2", u"must be at least 3"_s);
    row(R"({"exclusiveMinimum":3})", "3", u"must be more than 3"_s);
    row(R"({"exclusiveMaximum":3})", "3", u"must be less than 3"_s);
    row(R"({"maximum":5000000})", "6000000", u"must be at most 5000000"_s);
    row(R"({"type":["integer","null"]})", R"("x")", u"must be a whole number"_s);
    row(R"({"type":["integer","string"]})", "true", u"must be a whole number or a text"_s);
    row(R"({"not":{"required":["a","b"]}})", R"({"a":1,"b":2})", u"not together: a, b"_s);
    row(R"({"dependentRequired":{"end":["start"]}})", R"({"end":1})", u"is required together with end"_s);
    row(R"({"properties":{"start":{"title":"Start hour"}},"dependentRequired":{"start":["end"]}})",
        R"({"start":1})", u"is required together with Start hour"_s);
    row(R"({"properties":{"start":{"title":"Start hour"}},"if":{},"then":{"dependentRequired":{"start":["end"]}}})",
        R"({"start":1})", u"is required together with Start hour"_s);
    row(R"({"dependentRequired":{"from":["to"],"till":["to"]}})", R"({"from":1,"till":1})",
        u"is required together with from, till"_s);
    row(R"({"properties":{"a":{"title":"A"},"b":{"title":"B"}},"not":{"required":["a","b"]}})",
        R"({"a":1,"b":2})", u"not together: A, B"_s);
    row(R"({"properties":{"a":{"not":{}}}})", R"({"a":1})", u"this value is not allowed"_s);
    row(R"({"properties":{"a":{"not":{},"x-not-text":"not on Mondays"}}})", R"({"a":1})",
        u"not on Mondays"_s);
    row(R"({"uniqueItems":true})", R"(["a.b","c.d","a.b"])", u"“a.b” is there twice"_s);
    row(R"({"uniqueItems":true})", R"([{"a":1},{"a":1}])", u"is there twice"_s);
    row(R"({"x-rule":"withinFourWeeks"})", R"("2999-01-01T00:00:00Z")", u"must be at most 4 weeks ahead"_s);
}

void TestValidation::sentencesSayWhatIsAllowed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, broken);
    const SchemaUnderTest subject(schema);
    const Violations violations = validate(*subject, jsonValue(value));
    QCOMPARE(violations.size(), 1);
    QCOMPARE(violations.first().sentence, broken);
}

void TestValidation::aPatternThatTakesTooLongIsUnchecked()
{
    const QString tooLong = QString(64, u'a') + u'b';
    const SchemaUnderTest subject(R"({"type":"string","pattern":"^(a+)+$"})");
    const Violations violations = validate(*subject, tooLong);
    QCOMPARE(described(violations), u" pattern?"_s);
    QCOMPARE(described(validate(*subject, u"aaa"_s)), QString());
    // Neither kept nor broken: a union and a condition do not take it for either.
    const SchemaUnderTest inUnion(R"({"oneOf":[{"type":"string","pattern":"^(a+)+$"},{"type":"integer"}]})");
    QCOMPARE(described(validate(*inUnion, tooLong)), u" pattern?"_s);
    const SchemaUnderTest negated(R"({"not":{"type":"string","pattern":"^(a+)+$"}})");
    QCOMPARE(described(validate(*negated, tooLong)), u" not?"_s);
}

void TestValidation::aSchemaThatGoesInCirclesIsUnchecked()
{
    const SchemaUnderTest subject(R"({"$ref":"#/components/schemas/A"})",
        R"("A":{"oneOf":[{"$ref":"#/components/schemas/B"},{"type":"integer"}]},"B":{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"string"}]})");
    QCOMPARE(subject.error(), QString());
    const Violations violations = validate(*subject, true);
    QVERIFY(!violations.isEmpty());
    QVERIFY(violations.first().isUnchecked);
}

void TestValidation::aSchemaThatMultipliesIsGivenUp()
{
    QByteArray components;
    for (int i = 0; i < 60; ++i) {
        const QByteArray next = R"({"$ref":"#/components/schemas/S)" + QByteArray::number(i + 1) + R"("})";
        components += "\"S" + QByteArray::number(i) + R"(":{"oneOf":[)" + next + ',' + next + "]},";
    }
    components += R"("S60":{"type":"string"})";
    const SchemaUnderTest subject(R"({"$ref":"#/components/schemas/S0"})", components);
    QCOMPARE(subject.error(), QString());
    QVERIFY(!validate(*subject, 1).isEmpty()); // and ends
}

TELAMON_TEST(TestValidation)

} // namespace Telamon

#include "test_validation.moc"
