// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/validation.h"
#include "api/catalog/variant.h"
#include "api/http/wirerequest.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// Unions, and whole requests.
class TestValidationUnion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variantsAreResolvedNotGuessed_data();
    void variantsAreResolvedNotGuessed();
    void unionsSayWhatTheMeantVariantLacks_data();
    void unionsSayWhatTheMeantVariantLacks();
    void argumentsAreChecked_data();
    void argumentsAreChecked();
    void anAnswerMayHaveReadOnlyFields();
};

namespace {

const QByteArray byDiscriminator =
    R"({"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind","mapping":{"cat":"Cat","dog":"Dog"}}})";
const QByteArray byEnum =
    R"({"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]})";
const QByteArray byRequired =
    R"({"oneOf":[{"$ref":"#/components/schemas/Days"},{"$ref":"#/components/schemas/Date"}]})";
const QByteArray byKnown =
    R"({"oneOf":[{"type":"object","title":"Days","properties":{"days":{},"until":{"enum":["end"]}},"required":["days"]},)"
    R"({"type":"object","title":"Date","properties":{"date":{}},"required":["date"]}]})";
const QByteArray byType =
    R"({"anyOf":[{"type":"string","title":"Text","minLength":2},{"type":"integer","title":"Count","minimum":3}]})";
const QByteArray unionComponents =
    R"("Cat":{"type":"object","title":"Cat","properties":{"kind":{"enum":["cat","lion"]},"lives":{"type":"integer","maximum":9}},"required":["kind","lives"]},
       "Dog":{"type":"object","title":"Dog","properties":{"kind":{"const":"dog"},"tricks":{"type":"array"}},"required":["kind"]},
       "Days":{"type":"object","title":"Days","properties":{"name":{"type":"string"},"days":{"type":"integer"}},"required":["name","days"]},
       "Date":{"type":"object","title":"Date","properties":{"name":{"type":"string"},"date":{"type":"string"}},"required":["name","date"]})";

} // namespace

void TestValidationUnion::variantsAreResolvedNotGuessed_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("title");
    const auto row = [](const QByteArray& schema, const QByteArray& value, const QString& title) {
        QTest::addRow("%s <- %s", schema.left(30).constData(), value.constData()) << schema << value << title;
    };
    row(byDiscriminator, R"({"kind":"cat"})", u"Cat"_s);
    row(byDiscriminator, R"({"kind":"dog","lives":1})", u"Dog"_s);
    row(byDiscriminator, R"({"kind":"lion"})", {}); // the discriminator alone decides
    row(byDiscriminator, R"({"lives":1})", u"Cat"_s);
    row(byDiscriminator, "{}", {});
    row(byEnum, R"({"kind":"lion"})", u"Cat"_s);
    row(byEnum, R"({"kind":"dog"})", u"Dog"_s);
    row(byEnum, R"({"kind":"fish"})", {});
    row(byEnum, R"({"kind":null})", {});
    row(byRequired, R"({"days":1})", u"Days"_s);
    row(byRequired, R"({"name":"a","date":1})", u"Date"_s);
    row(byRequired, R"({"name":"a"})", {});
    row(byRequired, R"({"name":"a","days":1,"date":1})", {});
    row(byRequired, "null", {});
    row(byEnum, R"({"name":"x"})", {}); // that a dog requires less does not make it one
    row(byKnown, R"({"days":5,"until":"x"})", u"Days"_s); // a wrong value is not another variant's
    row(byType, R"("x")", u"Text"_s);
    row(byType, "1", u"Count"_s);
    row(byType, "1.5", {});
    row(byType, "true", {});
}

void TestValidationUnion::variantsAreResolvedNotGuessed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, title);
    const SchemaUnderTest subject(schema, unionComponents);
    QCOMPARE(subject.error(), QString());
    const Schema* variant = resolveVariant(*subject, jsonValue(value));
    QCOMPARE(variant != nullptr ? variant->title : QString(), title);
}

void TestValidationUnion::unionsSayWhatTheMeantVariantLacks_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("broken");
    const auto row = [](const QByteArray& schema, const QByteArray& value, const QString& broken = {}) {
        QTest::addRow("%s <- %s", schema.left(30).constData(), value.constData())
            << schema << value << broken;
    };
    row(byDiscriminator, R"({"kind":"cat","lives":9})");
    row(byDiscriminator, R"({"kind":"cat","lives":10})", u"/lives maximum"_s);
    row(byDiscriminator, R"({"kind":"fish"})", u"/kind discriminator"_s);
    row(byDiscriminator, "{}", u"/kind required"_s);
    row(byDiscriminator, "7", u" oneOf"_s);
    row(byEnum, R"({"kind":"dog"})");
    row(byEnum, R"({"kind":"lion"})", u"/lives required"_s);
    row(byEnum, R"({"kind":"fish"})", u" oneOf"_s);
    row(byRequired, R"({"days":1})", u"/name required"_s);
    row(byRequired, R"({"name":"a","days":1,"date":"d"})", u" oneOf"_s); // fits both
    row(byRequired, R"({"name":"a"})", u" oneOf"_s);
    row(byType, "2", u" minimum"_s);
    row(byType, "true", u" anyOf"_s);
    row(byType, R"("xy")");
    row(R"({"anyOf":[{"minimum":1},{"maximum":9}]})", "5"); // fits both, as it may
    row(R"({"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]})", "null");
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"}],"anyOf":[{"minLength":2},{"type":"integer"}]})",
        R"("a")", u" minLength"_s);
}

void TestValidationUnion::unionsSayWhatTheMeantVariantLacks()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, broken);
    const SchemaUnderTest subject(schema, unionComponents);
    QCOMPARE(subject.error(), QString());
    QCOMPARE(described(validate(*subject, jsonValue(value))), broken);
}

void TestValidationUnion::argumentsAreChecked_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("broken");
    const auto row = [](const QByteArray& parameters, const QByteArray& body, const QString& broken = {}) {
        QTest::addRow("%s %s", parameters.constData(), body.constData()) << parameters << body << broken;
    };
    row(R"({"id":"a"})", R"({"name":"n"})");
    row("{}", R"({"name":"n"})", u"/parameters/id required"_s);
    row(R"({"id":"A"})", R"({"name":"n"})", u"/parameters/id pattern"_s);
    row(R"({"id":"a","page":0})", R"({"name":"n"})", u"/parameters/page minimum"_s);
    row(R"({"id":"a","state":["UP","OFF"]})", R"({"name":"n"})", u"/parameters/state/1 enum"_s);
    row(R"({"id":"a","host":"1.2"})", R"({"name":"n"})", u"/parameters/host ipAddress"_s);
    row(R"({"id":"a","a/b":1})", R"({"name":"n"})", u"/parameters/a~1b unknown"_s);
    row(R"({"id":"a","start":1,"end":2})", R"({"name":"n"})");
    row(R"({"id":"a","start":1})", R"({"name":"n"})", u"/parameters/end dependentRequired"_s);
    row(R"({"id":"a","end":1})", R"({"name":"n"})", u"/parameters/start dependentRequired"_s);
    row(R"({"id":"a","start":2,"end":2})", R"({"name":"n"})", u"/parameters/end startBeforeEnd"_s);
    row(R"({"id":"a","minDate":"2026-01-02T00:00:00Z"})", R"({"name":"n"})");
    row(R"({"id":"a","minDate":"2026-01-02T00:00:00Z","maxDate":"2026-01-02T01:00:00+01:00"})",
        R"({"name":"n"})");
    row(R"({"id":"a","minDate":"2026-01-02T00:00:00Z","maxDate":"2026-01-02T00:30:00+01:00"})",
        R"({"name":"n"})", u"/parameters/maxDate minDateBeforeMaxDate"_s);
    row(R"({"id":"a"})", {}, u"/body required"_s);
    row(R"({"id":"a"})", "7", u"/body type"_s);
    row(R"({"id":"a"})", "{}", u"/body/name required"_s); // but not created, which only the service sets
    row(R"({"id":"a"})", R"({"name":"n","created":"now"})", u"/body/created readOnly"_s);
    row(R"({"id":"a"})", R"({"name":"n","inner":{"created":"now"}})", u"/body/inner/created readOnly"_s);
}

void TestValidationUnion::argumentsAreChecked()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QByteArray, body);
    QFETCH(QString, broken);
    const auto catalog = Catalog::fromJson(
        R"({"openapi":"3.1.0","components":{"schemas":{"T":{"type":"object","required":["name","created"],"properties":{
            "name":{"type":"string"},"created":{"type":"string","readOnly":true},"inner":{"$ref":"#/components/schemas/I"}}},
            "I":{"type":"object","properties":{"created":{"type":"string","readOnly":true}}}}},
            "paths":{"/things/{id}":{"put":{"operationId":"x","x-parameter-rules":{"dependentRequired":{"start":["end"],"end":["start"]},
            "x-rule":["startBeforeEnd","minDateBeforeMaxDate"]},"parameters":[
            {"name":"id","in":"path","required":true,"schema":{"type":"string","pattern":"^[a-z]$"}},
            {"name":"page","in":"query","schema":{"type":"integer","minimum":1}},
            {"name":"start","in":"query","schema":{"type":"integer"}},{"name":"end","in":"query","schema":{"type":"integer"}},
            {"name":"minDate","in":"query","schema":{"type":"string"}},{"name":"maxDate","in":"query","schema":{"type":"string"}},
            {"name":"host","in":"query","x-rule":"ipAddress","schema":{"type":"string"}},
            {"name":"state","in":"query","schema":{"type":"array","items":{"enum":["UP","DOWN"]}}}],
            "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/T"}}}}}}}})");
    QVERIFY(catalog);
    Arguments arguments;
    const QJsonObject given = jsonValue(parameters).toObject();
    for (auto it = given.constBegin(); it != given.constEnd(); ++it)
        arguments.parameters.insert(it.key(), it.value());
    if (!body.isEmpty())
        arguments.body = jsonValue(body);
    QCOMPARE(described(validate(catalog.value().operation(u"x"), arguments)), broken);
}

void TestValidationUnion::anAnswerMayHaveReadOnlyFields()
{
    const SchemaUnderTest subject(R"({"required":["id"],"properties":{"id":{"readOnly":true}}})");
    QCOMPARE(described(validate(*subject, jsonValue(R"({"id":1})"))), QString());
    QCOMPARE(described(validate(*subject, jsonValue("{}"))), u"/id required"_s);
}

TELAMON_TEST(TestValidationUnion)

} // namespace Telamon

#include "test_validation_union.moc"
