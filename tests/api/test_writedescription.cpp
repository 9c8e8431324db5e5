// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsonpointer.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// What a document says about a write beyond request and answer, and the pointers that it says it with.
class TestWriteDescription : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointersReadAndWrite_data();
    void pointersReadAndWrite();
    void aWriteIsDescribed();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void theElementThatIsMeantIsPicked();
    void theStateTakesTheShapeOfTheBody();
};

namespace {

QByteArray documentWith(const QByteArray& extensions)
{
    return "{\"openapi\":\"3.1.0\",\"paths\":{\"/g/{groupId}/users\":{\"post\":{\"operationId\":\"add\","
           "\"parameters\":[{\"name\":\"groupId\",\"in\":\"path\",\"required\":true,\"x-picker\":"
           "\"projects\","
           "\"schema\":{\"type\":\"string\"}}],\"responses\":{\"200\":{\"description\":\"done\"}}"
        + extensions + "}}}}";
}

Result<Catalog, CatalogError> read(const QByteArray& extensions)
{
    return Catalog::fromJson(documentWith(extensions), QDate(2026, 6, 1));
}

} // namespace

void TestWriteDescription::pointersReadAndWrite_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value"); // empty: taken away
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("member") << "{\"a\":1}"_ba << u"/a"_s << "2"_ba
                            << "{\"a\":2}"_ba;
    QTest::newRow("made on the way") << "{}"_ba << u"/a/b"_s << "2"_ba
                                     << "{\"a\":{\"b\":2}}"_ba;
    QTest::newRow("escaped") << "{}"_ba << u"/a~1b~0c"_s << "2"_ba
                             << "{\"a/b~c\":2}"_ba;
    QTest::newRow("element") << "[1,2]"_ba << u"/1"_s << "3"_ba
                             << "[1,3]"_ba;
    QTest::newRow("one past the end") << "[1]"_ba << u"/1"_s << "3"_ba
                                      << "[1,3]"_ba;
    QTest::newRow("too far") << "[1]"_ba << u"/5"_s << "3"_ba
                             << "[1]"_ba;
    QTest::newRow("member away") << "{\"a\":1,\"b\":2}"_ba << u"/a"_s << ""_ba
                                 << "{\"b\":2}"_ba;
    QTest::newRow("element away") << "[1,2]"_ba << u"/0"_s << ""_ba
                                  << "[2]"_ba;
    QTest::newRow("nothing to take away") << "{}"_ba << u"/a/b"_s << ""_ba
                                          << "{}"_ba;
    QTest::newRow("through a text") << "{\"a\":\"x\"}"_ba << u"/a/b"_s << "1"_ba
                                    << "{\"a\":\"x\"}"_ba;
}

void TestWriteDescription::pointersReadAndWrite()
{
    QFETCH(QByteArray, root);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const QJsonValue put = value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : jsonValue(value);
    const QJsonValue result = withValueAt(jsonValue(root), pointer, put);
    QCOMPARE(result, jsonValue(after));
    if (result != jsonValue(root) && !put.isUndefined())
        QCOMPARE(valueAt(result, pointer), put);
}

void TestWriteDescription::aWriteIsDescribed()
{
    const auto catalog =
        read(",\"x-class\":\"destructive\",\"x-confirm\":\"groupId\",\"x-warnings\":[\"Look "
             "out.\",{\"text\":\"It may be refused.\",\"when\":\"/body/paused\",\"is\":false}],"
             "\"x-lockout\":{\"parameter\":\"groupId\",\"sentence\":\"Yours.\"},"
             "\"x-state\":{\"operation\":\"list\",\"parameters\":{\"id\":\"/parameters/groupId\"},"
             "\"list\":\"/results\",\"match\":{\"/name\":\"/body/name\"},\"effect\":\"present\"},"
             "\"x-follow\":{\"operation\":\"get\",\"status\":\"/state\",\"done\":[\"IDLE\"]},"
             "\"x-undo\":{\"operation\":\"remove\",\"body\":{\"/off\":{\"value\":true}}}");
    if (!catalog)
        QFAIL(qPrintable(catalog.error().sentence));
    const Operation& operation = catalog.value().operation(u"add");
    QCOMPARE(operation.confirmPointer, u"/parameters/groupId"_s);
    QCOMPARE(operation.warnings.size(), 2);
    QCOMPARE(operation.warnings.first().sentence, u"Look out."_s);
    QVERIFY(operation.warnings.first().concerns(QJsonObject()));
    const WriteWarning& second = operation.warnings.last();
    const auto useOf = [](const QJsonValue& paused) {
        return QJsonObject {{u"body"_s, QJsonObject {{u"paused"_s, paused}}}};
    };
    QVERIFY(second.concerns(useOf(false)));
    QVERIFY(!second.concerns(useOf(true)) && !second.concerns(QJsonObject()));
    const WriteWarning missing {.when = u"/body/paused"_s, .is = QJsonValue(QJsonValue::Null)};
    QVERIFY(missing.concerns(useOf(QJsonValue::Null)) && missing.concerns(useOf(QJsonValue::Undefined)));
    QVERIFY(!missing.concerns(useOf(false)) && !missing.concerns(QJsonObject())); // nobody knows
    QCOMPARE(operation.lockout->parameter, u"groupId"_s);
    QCOMPARE(operation.state->effect, StateRead::Effect::Present);
    QCOMPARE(operation.state->read.parameters.value(u"id"_s).pointer, u"/parameters/groupId"_s);
    QCOMPARE(operation.followUp->done, QStringList {u"IDLE"_s});
    QCOMPARE(operation.undo->body.value(u"/off"_s).in({}), QJsonValue(true));
    QCOMPARE(operation.parameters.front().picker, u"projects"_s);
}

void TestWriteDescription::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QByteArray>("extensions");
    QTest::addColumn<QString>("pointer");

    const QString at = u"/paths/~1g~1{groupId}~1users/post"_s;
    QTest::newRow("no such parameter") << ",\"x-confirm\":\"nobody\""_ba << at + u"/x-confirm"_s;
    QTest::newRow("no such effect") << ",\"x-state\":{\"operation\":\"get\",\"effect\":\"maybe\"}"_ba
                                    << at + u"/x-state"_s;
    QTest::newRow("a state without a read") << ",\"x-state\":{\"effect\":\"set\"}"_ba << at + u"/x-state"_s;
    QTest::newRow("losses in no list")
        << ",\"x-state\":{\"operation\":\"get\",\"effect\":\"absent\",\"lost\":\"/a\"}"_ba
        << at + u"/x-state/lost"_s;
    QTest::newRow("no end") << ",\"x-follow\":{\"operation\":\"get\"}"_ba << at + u"/x-follow"_s;
    QTest::newRow("an undo by nothing") << ",\"x-undo\":{}"_ba << at + u"/x-undo"_s;
    QTest::newRow("no pointer") << ",\"x-undo\":{\"operation\":\"get\",\"body\":{\"/a\":\"b\"}}"_ba
                                << at + u"/x-undo/body/~1a"_s;
}

void TestWriteDescription::whatIsWrongIsSaid()
{
    QFETCH(QByteArray, extensions);
    QFETCH(QString, pointer);
    const auto catalog = read(extensions);
    QVERIFY(!catalog.hasValue());
    QCOMPARE(catalog.error().pointer, pointer);
}

void TestWriteDescription::theElementThatIsMeantIsPicked()
{
    RelatedRead related;
    related.list = u"/results"_s;
    related.match.insert(u"/name"_s, ValueSource {.pointer = u"/body/name"_s});
    const QJsonValue answer = jsonValue("{\"results\":[{\"name\":\"a\",\"n\":1},{\"name\":\"b\",\"n\":2}]}");
    QCOMPARE(valueAt(related.pick(answer, jsonValue("{\"body\":{\"name\":\"b\"}}")), u"/n"_s), QJsonValue(2));
    QVERIFY(related.pick(answer, jsonValue("{\"body\":{\"name\":\"c\"}}")).isUndefined());
}

void TestWriteDescription::theStateTakesTheShapeOfTheBody()
{
    StateRead state;
    state.body.insert(u"/definition"_s, u"/latestDefinition"_s);
    QCOMPARE(state.bodyOf(jsonValue("{\"latestDefinition\":{\"x\":1},\"status\":\"READY\"}")),
        jsonValue("{\"definition\":{\"x\":1}}"));
    QVERIFY(state.bodyOf(QJsonValue(QJsonValue::Undefined)).isUndefined());
}

TELAMON_TEST(TestWriteDescription)

} // namespace Telamon

#include "test_writedescription.moc"
