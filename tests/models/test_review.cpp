// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What a person sees before a change is sent.
class TestReview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatDiffersIsShown_data();
    void onlyWhatDiffersIsShown();
    void theRequestIsExactWithoutSecrets();
    void onlyWhatIsLostIsShown_data();
    void onlyWhatIsLostIsShown();
    void whatIsWeighedBeforeIsTold();
    void itSaysWhere();
    void aWarningKnowsTheState();
    void whatDestroysIsTyped();
    void ownAccessAsksOnceMore();
    void whatCannotBeBuiltIsSaid();

private:
    Catalog m_catalog = thingCatalog();
    const Operation& m_update = m_catalog.operation(u"updateThing");
};

namespace {

QString textOf(const QJsonValue& value)
{
    if (value.isUndefined())
        return u"-"_s;
    return QString::fromUtf8(
        QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact).mid(1).chopped(1));
}

QJsonValue stateOf(const QByteArray& json)
{
    return json.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(jsonObject(json));
}

} // namespace

void TestReview::onlyWhatDiffersIsShown_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("opened"); // empty: not read
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("leaves"); // pointer opened now proposed
    QTest::addColumn<bool>("changedMeanwhile");
    const auto row = [](const char* name, const QString& operation, const QByteArray& opened,
                         const QByteArray& now, const QByteArray& body, const QStringList& leaves,
                         bool changedMeanwhile) {
        QTest::newRow(name) << operation << opened << now << body << leaves << changedMeanwhile;
    };
    const QString update = u"updateThing"_s;
    row("one leaf", update, "{\"name\":\"a\",\"size\":1}", "{\"name\":\"a\",\"size\":1}",
        "{\"name\":\"a\",\"size\":2}", {u"/body/size 1 1 2"_s}, false);
    row("changed meanwhile", update, "{\"name\":\"a\",\"size\":1}", "{\"name\":\"a\",\"size\":5}",
        "{\"size\":2}", {u"/body/size 1 5 2"_s}, true);
    row("changed beside it", update, "{\"name\":\"a\",\"size\":1}", "{\"name\":\"b\",\"size\":1}",
        "{\"size\":2}", {u"/body/name \"a\" \"b\" \"b\""_s, u"/body/size 1 1 2"_s}, true);
    row("what it cannot write is not news", update, "{\"state\":\"IDLE\"}", "{\"state\":\"BUSY\"}",
        "{\"size\":2}", {u"/body/size - - 2"_s}, false);
    row("not read again", update, "{\"size\":1}", {}, "{\"size\":2}", {u"/body/size 1 - 2"_s}, false);
    row("never read", update, {}, {}, "{\"size\":2}", {u"/body/size - - 2"_s}, false);
    row("a list is one value", update, "{\"rules\":[\"x\"]}", "{\"rules\":[\"x\"]}",
        "{\"rules\":[\"x\",\"y\"]}", {u"/body/rules [\"x\"] [\"x\"] [\"x\",\"y\"]"_s}, false);
    row("null and unset differ", update, "{\"note\":\"n\"}", "{\"note\":\"n\"}", "{\"note\":null}",
        {u"/body/note \"n\" \"n\" null"_s}, false);
    row("a secret", update, "{\"password\":\"one-secret\"}", "{\"password\":\"one-secret\"}",
        "{\"password\":\"two-secret\"}", {u"/body/password \"••••••\" \"••••••\" \"••••••\""_s}, false);
    row("as a form has them", update, "{}", "{}", "{\"note\":\"n\",\"size\":2}",
        {u"/body/size - - 2"_s, u"/body/note - - \"n\""_s}, false);
    row("removed", u"deleteThing"_s, "{\"name\":\"a\"}", "{\"name\":\"a\"}", {},
        {u"/before/name \"a\" \"a\" -"_s}, false);
    row("created", u"createThing"_s, {}, {}, "{\"name\":\"a\"}", {u"/body/name - - \"a\""_s}, false);
    row("with an empty body", u"createThing"_s, {}, {}, "{}", {}, false);
}

void TestReview::onlyWhatDiffersIsShown()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, opened);
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, leaves);
    QFETCH(bool, changedMeanwhile);
    Arguments arguments;
    if (operation != "createThing"_L1)
        arguments.parameters.insert(u"id"_s, u"t"_s);
    if (!body.isEmpty())
        arguments.body = jsonObject(body);
    const auto review = makeReview({.operation = m_catalog.operation(operation),
        .arguments = arguments,
        .opened = stateOf(opened),
        .now = stateOf(now)});
    QVERIFY(review);
    QStringList found;
    for (const ReviewLeaf& leaf : review.value().leaves) {
        found.append(leaf.pointer + u' ' + textOf(leaf.opened) + u' ' + textOf(leaf.now) + u' '
            + textOf(leaf.proposed));
    }
    QCOMPARE(found, leaves);
    QCOMPARE(review.value().changedMeanwhile, changedMeanwhile);
    QCOMPARE(review.value().notes.isEmpty(), opened.isEmpty() && now.isEmpty());
}

void TestReview::theRequestIsExactWithoutSecrets()
{
    const auto made = makeReview({.operation = m_update,
        .arguments = thing(u"a/b"_s, {{u"name"_s, u"n"_s}, {u"password"_s, u"opensesame-1"_s}})});
    QVERIFY(made);
    const Review& review = made.value();
    QCOMPARE(review.request.method, "PATCH"_ba);
    QCOMPARE(review.request.target, "/things/a%2Fb"_ba);
    QVERIFY(review.maskedBody.contains("\"name\": \"n\""));
    QVERIFY(!review.maskedBody.contains("opensesame-1"));
    QVERIFY(!review.request.body.contains("opensesame-1"));
    QCOMPARE(review.secrets, QStringList {u"/body/password"_s});
    QStringList names;
    for (const auto& [name, value] : review.headers)
        names.append(QString::fromLatin1(name).toLower());
    QVERIFY(names.contains(u"accept"_s) && names.contains(u"content-type"_s));
    QVERIFY(!names.contains(u"authorization"_s));
    QVERIFY(review.confirmText.isEmpty());
}

void TestReview::onlyWhatIsLostIsShown_data()
{
    QTest::addColumn<bool>("isDecidable");
    QTest::newRow("it is gone then") << true;
    QTest::newRow("no reading decides") << false;
}

void TestReview::onlyWhatIsLostIsShown()
{
    QFETCH(const bool, isDecidable);
    Operation leaving = m_catalog.operation(u"deleteThing");
    if (!isDecidable)
        leaving.state->effect = StateRead::Effect::None;
    leaving.state->lost = QStringList {u"/rules"_s, u"/name"_s};
    const auto review = makeReview({.operation = leaving,
        .arguments = {{{u"id"_s, u"t"_s}}, {}},
        .now = jsonObject("{\"id\":\"t\",\"name\":\"a\",\"size\":1,\"rules\":[\"x\"]}"),
        .catalog = &m_catalog});
    QVERIFY(review);
    QStringList shown;
    for (const ReviewLeaf& leaf : review.value().leaves) {
        shown.append(leaf.pointer);
        QVERIFY(!leaf.now.isUndefined() && leaf.proposed.isUndefined());
    }
    QCOMPARE(shown, QStringList({u"/before/rules"_s, u"/before/name"_s}));
    QCOMPARE(review.value().state.size(), std::size_t(1));
    QVERIFY(review.value().state.front()->property(u"rules") != nullptr);
}

void TestReview::whatIsWeighedBeforeIsTold()
{
    Operation turning = m_catalog.operation(u"deleteThing");
    turning.state->effect = StateRead::Effect::None;
    turning.state->told = QStringList {u"/name"_s, u"/size"_s, u"/state"_s};
    ReviewInput input {.operation = turning,
        .arguments = {{{u"id"_s, u"t"_s}}, {}},
        .now = jsonObject("{\"id\":\"t\",\"name\":\"a\\u202eb\",\"size\":1,\"state\":null}"),
        .wasReadNow = true,
        .catalog = &m_catalog};
    const auto review = makeReview(input);
    QVERIFY(review);
    QVERIFY(review.value().leaves.isEmpty());
    QCOMPARE(review.value().notes.size(), 1);
    const QString note = review.value().notes.first();
    QVERIFY2(note.startsWith("As it is now: "_L1) && note.contains(": 1."_L1), qPrintable(note));
    QVERIFY2(!note.contains(QChar(0x202e)), qPrintable(note)); // the service's text turns nothing round
    input.now = QJsonValue::Undefined;
    const auto missing = makeReview(input);
    QVERIFY(missing);
    QVERIFY2(missing.value().notes.join(u' ').contains("is not there"_L1),
        qPrintable(missing.value().notes.join(u' ')));
}

void TestReview::itSaysWhere()
{
    Operation inside = m_catalog.operation(u"updateThing");
    inside.path = u"/boxes/{box}/things/{id}:polish"_s;
    const Arguments arguments {{{u"id"_s, u"t"_s}, {u"box"_s, u"b-1"_s}}, {}};
    QCOMPARE(whereOf(inside, arguments, {}), QStringList({u"b-1"_s, u"t"_s}));
    QCOMPARE(whereOf(inside, arguments, {{u"/parameters/box"_s, u"The box"_s}}),
        QStringList({u"The box"_s, u"t"_s}));
    const QString id = u"61c06a009402303bc8fcdb6b"_s; // says nothing to anybody
    const Arguments byId {{{u"id"_s, u"t"_s}, {u"box"_s, id}}, {}};
    QCOMPARE(whereOf(inside, byId, {}), QStringList {u"t"_s});
    QCOMPARE(
        whereOf(inside, byId, {{u"/parameters/box"_s, u"The box"_s}}), QStringList({u"The box"_s, u"t"_s}));
    QCOMPARE(whereOf(inside, {{{u"id"_s, id}, {u"box"_s, u"b-1"_s}}, {}}, {}), QStringList({u"b-1"_s, id}));
    inside.path = u"/boxes/{box}/{databaseName}/{collectionName}/{id}"_s;
    for (const QString& database : {u"shop"_s, id})
        QCOMPARE(whereOf(inside,
                     {{{u"id"_s, u"t"_s}, {u"box"_s, u"b-1"_s}, {u"databaseName"_s, database},
                          {u"collectionName"_s, u"a.b"_s}},
                         {}},
                     {}),
            QStringList({u"b-1"_s, QString(database + u".a.b"_s), u"t"_s}));
    const auto review = makeReview({.operation = m_update, .arguments = thing(u"t"_s, {})});
    QVERIFY(review);
    QCOMPARE(review.value().where, QStringList {u"t"_s});
}

void TestReview::aWarningKnowsTheState()
{
    Operation careful = m_catalog.operation(u"updateThing");
    careful.warnings = {{.sentence = u"It is noted."_s, .when = u"/before/note"_s}};
    for (const auto& [now, warns] : {std::pair("{\"note\":\"n\"}"_ba, true), std::pair("{}"_ba, false)}) {
        const auto review = makeReview({.operation = careful,
            .arguments = thing(u"t"_s, {}),
            .now = jsonObject(now),
            .wasReadNow = true});
        QVERIFY(review);
        QCOMPARE(review.value().warnings.isEmpty(), !warns);
    }
}

void TestReview::whatDestroysIsTyped()
{
    const Arguments arguments {{{u"id"_s, u"t-1"_s}}, {}};
    const auto review =
        makeReview({.operation = m_catalog.operation(u"deleteThing"), .arguments = arguments});
    QVERIFY(review);
    QCOMPARE(review.value().confirmText, u"t-1"_s);
    QCOMPARE(review.value().confirmName, QString());
    const auto named = makeReview({.operation = m_catalog.operation(u"deleteThing"),
        .arguments = arguments,
        .names = {{u"/parameters/id"_s, u"the big thing"_s}}});
    QVERIFY(named);
    QCOMPARE(named.value().confirmText, u"t-1"_s);
    QCOMPARE(named.value().confirmName, u"the big thing"_s);
    QCOMPARE(review.value().warnings, QStringList {u"It cannot be brought back."_s});
    // What nobody classified counts as such; where nothing is named, the operation's id is typed.
    Operation unclassified;
    unclassified.id = u"doIt"_s;
    unclassified.method = "POST";
    unclassified.path = u"/do"_s;
    unclassified.isDeprecated = true;
    unclassified.sunset = QDate(2027, 1, 2);
    const auto other = makeReview({.operation = unclassified});
    QVERIFY(other);
    QCOMPARE(other.value().confirmText, u"doIt"_s);
    QVERIFY(other.value().warnings.join(u' ').contains(u"2027-01-02"_s));
    QCOMPARE(other.value().warnings.size(), 1); // said once
}

void TestReview::ownAccessAsksOnceMore()
{
    const Arguments arguments {{{u"id"_s, u"mdb_sa_id_1"_s}}, {}};
    const Operation& operation = m_catalog.operation(u"deleteThing");
    for (const auto& [own, asks] : {std::pair(u"mdb_sa_id_1"_s, true), std::pair(u"mdb_sa_id_2"_s, false),
             std::pair(QString(), false)}) {
        const auto review =
            makeReview({.operation = operation, .arguments = arguments, .ownCredentialId = own});
        QVERIFY(review);
        QCOMPARE(review.value().asksOnceMore, asks);
        QCOMPARE(review.value().onceMoreSentence, asks ? u"It is your own."_s : QString());
    }
    // What takes the access of people asks where the connection may be a person's.
    Operation ofPeople = operation;
    ofPeople.lockout = Lockout {{}, u"It may be your own."_s};
    for (const auto& [own, asks] : {std::pair(u"mdb_sa_id_1"_s, false), std::pair(QString(), true)}) {
        const auto review =
            makeReview({.operation = ofPeople, .arguments = arguments, .ownCredentialId = own});
        QVERIFY(review);
        QCOMPARE(review.value().asksOnceMore, asks);
    }
}

void TestReview::whatCannotBeBuiltIsSaid()
{
    const auto review = makeReview({.operation = m_update, .arguments = thing(u".."_s, {})});
    QVERIFY(!review);
    QCOMPARE(review.error().kind, Problem::Kind::InvalidRequest);
}

TELAMON_TEST(TestReview)
#include "test_review.moc"
