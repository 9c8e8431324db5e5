// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// What of a document arrives in an Operation.
class TestCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInDocumentIsUsable();
    void anOperationArrives();
    void parametersOfThePathAreOverridden();
    void wireOptionsAreFlagged();
    void theVersionIsTheNewestThatIsNotSunset_data();
    void theVersionIsTheNewestThatIsNotSunset();
    void onlyABodyHasAContentType();
    void answersAreDescribed();
    void classesOfWrites_data();
    void classesOfWrites();
    void serversAreIgnored();
};

namespace {

QByteArray documentWithPath(const QByteArray& path, const QByteArray& item)
{
    return R"({"openapi":"3.1.0","components":{"parameters":{"Envelope":{"name":"envelope","in":"query","schema":{"type":"boolean"}}},)"
           R"("requestBodies":{"Text":{"content":{"text/plain":{"schema":{"type":"string"}}}}},)"
           R"("responses":{"Problem":{"description":"wrong","content":{"application/json":{"schema":{"title":"P"}}}}}},"paths":{")"
        + path + R"(":)" + item + "}}";
}

Catalog catalogOf(const QByteArray& path, const QByteArray& item, QDate today = QDate(2026, 6, 1))
{
    Result<Catalog, CatalogError> catalog = Catalog::fromJson(documentWithPath(path, item), today);
    if (!catalog)
        qFatal("%s: %s", qPrintable(catalog.error().pointer), qPrintable(catalog.error().sentence));
    return std::move(catalog).value();
}

} // namespace

void TestCatalog::theBuiltInDocumentIsUsable()
{
    QElapsedTimer timer;
    timer.start();
    const Result<Catalog, CatalogError> catalog = Catalog::builtIn();
    qInfo("built-in catalog read in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    if (!catalog)
        QFAIL(qPrintable(QString(catalog.error().pointer + u": "_s + catalog.error().sentence)));
    const Operation* operation = catalog.value().find(u"updateGroupClusterOnlineArchive");
    QVERIFY(operation != nullptr);
    QCOMPARE(operation->method, "PATCH"_ba);
    QVERIFY(operation->requestSchema != nullptr);
    QVERIFY(operation->answerSchema() != nullptr);
    QVERIFY(!operation->version.isEmpty() && operation->contentType == operation->accept);
    QVERIFY(catalog.value().find(u"noSuchOperation") == nullptr);
    QVERIFY(catalog.value().operation(u"getGroupDbAccessHistoryCluster").parameterRules != nullptr);
    const Operation& restoreJob = catalog.value().operation(u"getGroupFlexClusterBackupRestoreJob");
    QVERIFY(restoreJob.answerSchema()->property(u"snapshotUrl")->isSecret);
    const Schema* eventType =
        catalog.value().operation(u"listGroupEvents").parameter(u"eventType")->schema->items;
    QVERIFY(eventType->enumValues.isEmpty() && eventType->examples.contains(u"CLUSTER_CREATED"_s));
    for (const std::unique_ptr<Operation>& each : catalog.value().operations())
        QCOMPARE(catalog.value().find(each->id), each.get());
}

void TestCatalog::anOperationArrives()
{
    const Catalog catalog = catalogOf("/things/{id}:stop",
        R"({"put":{"operationId":"stopThing","tags":["Things","Others"],"summary":"Stop","description":"Stops it.","deprecated":true,
            "x-roles":["Owner","Editor"],"x-sunset":"2027-01-31","parameters":[{"name":"id","in":"path","required":true,"description":"Which","x-rule":"ipAddress","schema":{"type":"string"}},
            {"name":"X-Trace","in":"header","schema":{}},{"name":"stale","in":"path","schema":{}}]}})");
    const Operation& operation = catalog.operation(u"stopThing");
    QCOMPARE(operation.method, "PUT"_ba);
    QCOMPARE(operation.path, u"/things/{id}:stop"_s);
    QCOMPARE(operation.tag, u"Things"_s);
    QCOMPARE(operation.title, u"Stop"_s);
    QCOMPARE(operation.description, u"Stops it."_s);
    QVERIFY(operation.isDeprecated);
    QCOMPARE(operation.roles, QStringList({u"Owner"_s, u"Editor"_s}));
    QCOMPARE(operation.sunset, QDate(2027, 1, 31));
    QCOMPARE(operation.parameters.size(), size_t(1));
    const Parameter& id = operation.parameters.front();
    QVERIFY(id.in == Parameter::In::Path && id.isRequired && id.schema != nullptr);
    QCOMPARE(id.description, u"Which"_s);
    QCOMPARE(id.namedRules, QStringList {u"ipAddress"_s});
}

void TestCatalog::parametersOfThePathAreOverridden()
{
    const Catalog catalog = catalogOf("/things",
        R"({"parameters":[{"name":"a","in":"query","description":"path's"},{"name":"b","in":"query","description":"path's"}],
            "get":{"operationId":"x","parameters":[{"name":"a","in":"query","description":"own","required":true}]}})");
    const Operation& operation = catalog.operation(u"x");
    QCOMPARE(operation.parameters.size(), size_t(2));
    const Parameter* a = operation.parameter(u"a");
    const Parameter* b = operation.parameter(u"b");
    QVERIFY(a != nullptr && b != nullptr);
    QCOMPARE(a->description, u"own"_s);
    QVERIFY(a->isRequired && !b->isRequired);
    QCOMPARE(b->description, u"path's"_s);
}

void TestCatalog::wireOptionsAreFlagged()
{
    const Catalog catalog = catalogOf("/{pretty}",
        R"({"get":{"operationId":"x","parameters":[{"$ref":"#/components/parameters/Envelope"},{"name":"pretty","in":"path"},
            {"name":"pageNum","in":"query"},{"name":"itemsPerPage","in":"query"},{"name":"includeCount","in":"query"},{"name":"status","in":"query"}]}})");
    QStringList options;
    for (const Parameter& parameter : catalog.operation(u"x").parameters) {
        if (parameter.isWireOption)
            options.append(parameter.name);
    }
    QCOMPARE(options.join(u' '), u"envelope pageNum itemsPerPage includeCount"_s);
}

void TestCatalog::theVersionIsTheNewestThatIsNotSunset_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QByteArray>("version");
    const QByteArray a = R"("application/vnd.atlas.2023-01-01+json":{"schema":{"title":"2023-01-01"}})";
    const QByteArray b = R"("application/vnd.atlas.2024-08-05+json":{"schema":{"title":"2024-08-05"}})";
    const QByteArray gone =
        R"("application/vnd.atlas.2025-01-01+json":{"schema":{},"x-sunset":"2026-06-01"})";
    const QByteArray going =
        R"("application/vnd.atlas.2025-01-01+json":{"schema":{"title":"2025-01-01"},"x-sunset":"2026-06-02"})";
    QTest::newRow("one") << a << ""_ba
                         << "2023-01-01"_ba;
    QTest::newRow("newest last") << a + ',' + b << ""_ba
                                 << "2024-08-05"_ba;
    QTest::newRow("newest first") << b + ',' + a << ""_ba
                                  << "2024-08-05"_ba;
    QTest::newRow("sunset today") << b + ',' + gone << ""_ba
                                  << "2024-08-05"_ba;
    QTest::newRow("sunset tomorrow") << b + ',' + going << ""_ba
                                     << "2025-01-01"_ba;
    QTest::newRow("stated") << a + ',' + b << R"("x-version":"2023-01-01",)"_ba
                            << "2023-01-01"_ba;
    QTest::newRow("others") << a
            + R"(,"application/vnd.atlas.2025-02-02+csv":{},"application/vnd.atlas.preview+json":{})"
                            << R"("x-version":"2023-01-01",)"_ba
                            << "2023-01-01"_ba;
}

void TestCatalog::theVersionIsTheNewestThatIsNotSunset()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, stated);
    QFETCH(QByteArray, version);
    const Catalog catalog = catalogOf("/things",
        R"({"put":{"operationId":"x",)" + stated + R"("requestBody":{"content":{)" + content
            + R"(}},"responses":{"200":{"content":{)" + content + "}}}}}");
    const Operation& operation = catalog.operation(u"x");
    QCOMPARE(operation.version, version);
    QCOMPARE(operation.accept, "application/vnd.atlas." + version + "+json");
    QCOMPARE(operation.contentType, operation.accept);
    QCOMPARE(operation.requestSchema->title, QString::fromLatin1(version));
    QCOMPARE(operation.answerSchema(), &*operation.responses.front().schema);
    QCOMPARE(operation.answerSchema()->title, QString::fromLatin1(version));
    QCOMPARE(operation.sunset.isValid(), version == "2025-01-01");
}

void TestCatalog::onlyABodyHasAContentType()
{
    const Catalog reading = catalogOf("/things",
        R"({"get":{"operationId":"x","responses":{"200":{"content":{"application/vnd.atlas.2023-01-01+gzip":{"schema":{}}}}}}})");
    QCOMPARE(reading.operation(u"x").contentType, QByteArray());
    QCOMPARE(reading.operation(u"x").accept, "application/vnd.atlas.2023-01-01+gzip"_ba);
    const Catalog writing = catalogOf("/things",
        R"({"post":{"operationId":"x","requestBody":{"$ref":"#/components/requestBodies/Text"}}})");
    QCOMPARE(writing.operation(u"x").contentType, "text/plain"_ba);
    QCOMPARE(writing.operation(u"x").accept, "application/json"_ba);
    QVERIFY(!writing.operation(u"x").isRequestRequired);
}

void TestCatalog::answersAreDescribed()
{
    const Catalog catalog = catalogOf("/things",
        R"({"get":{"operationId":"x","responses":{"204":{"description":"gone"},"404":{"$ref":"#/components/responses/Problem"},"5XX":{},"default":{}}}})");
    const std::vector<ResponseDescription>& responses = catalog.operation(u"x").responses;
    QCOMPARE(responses.size(), size_t(4));
    QVERIFY(responses.at(0).status == 204 && responses.at(0).schema == nullptr);
    QVERIFY(responses.at(1).status == 404 && responses.at(1).schema != nullptr);
    QCOMPARE(responses.at(1).description, u"wrong"_s);
    QCOMPARE(responses.at(1).mediaType, "application/json"_ba);
    QVERIFY(responses.at(2).status == 500 && responses.at(3).status == 0);
    QVERIFY(catalog.operation(u"x").answerSchema() == nullptr);
}

void TestCatalog::classesOfWrites_data()
{
    using Class = Operation::WriteClass;
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<int>("writeClass");
    QTest::addColumn<bool>("isClassified");
    QTest::newRow("read") << R"("get":{"operationId":"x"})"_ba << int(Class::Read) << false;
    QTest::newRow("harmless") << R"("put":{"operationId":"x","x-class":"harmless"})"_ba
                              << int(Class::Harmless) << true;
    QTest::newRow("disruptive") << R"("put":{"operationId":"x","x-class":"disruptive"})"_ba
                                << int(Class::Disruptive) << true;
    QTest::newRow("destructive") << R"("put":{"operationId":"x","x-class":"destructive"})"_ba
                                 << int(Class::Destructive) << true;
    QTest::newRow("unclassified") << R"("post":{"operationId":"x"})"_ba << int(Class::Destructive) << false;
}

void TestCatalog::classesOfWrites()
{
    QFETCH(QByteArray, operation);
    QFETCH(int, writeClass);
    QFETCH(bool, isClassified);
    const Catalog catalog = catalogOf("/things", '{' + operation + '}');
    QCOMPARE(int(catalog.operation(u"x").writeClass), writeClass);
    QCOMPARE(catalog.operation(u"x").isClassified, isClassified);
}

void TestCatalog::serversAreIgnored()
{
    const Catalog catalog = catalogOf(
        "/things", R"({"servers":[{"url":"https://evil.example"}],"get":{"operationId":"x","servers":7}})");
    QCOMPARE(catalog.operation(u"x").path, u"/things"_s);
}

TELAMON_TEST(TestCatalog)

} // namespace Telamon

#include "test_catalog.moc"
