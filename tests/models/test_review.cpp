// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/canary.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What a person sees before a change is sent, and the commands that it can be copied as.
class TestReview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatDiffersIsShown_data();
    void onlyWhatDiffersIsShown();
    void theRequestIsExactWithoutSecrets();
    void whatDestroysIsTyped();
    void ownAccessAsksOnceMore();
    void whatCannotBeBuiltIsSaid();
    void aCopiedCommandSurvivesTheShell_data();
    void aCopiedCommandSurvivesTheShell();
    void secretsAreVariables();

private:
    QList<QByteArray> ranBySh(
        const QByteArray& script, const QByteArray& program, QByteArray* input = nullptr);

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
    row("removed", u"deleteThing"_s, "{\"name\":\"a\"}", "{\"name\":\"a\"}", {},
        {u"/before/name \"a\" \"a\" -"_s}, false);
    row("created", u"createThing"_s, {}, {}, "{\"name\":\"a\"}", {u"/body/name - - \"a\""_s}, false);
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

// The words that a program of this name gets, run by sh, and what it reads.
QList<QByteArray> TestReview::ranBySh(const QByteArray& script, const QByteArray& program, QByteArray* input)
{
    QTemporaryDir folder;
    QFile fake(folder.filePath(QString::fromLatin1(program)));
    if (!fake.open(QIODevice::WriteOnly))
        return {};
    fake.write("#!/bin/sh\nprintf '%s\\0' \"$@\"\n[ -t 0 ] || { printf 'INPUT\\0'; cat; }\n");
    fake.close();
    fake.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"TELAMON_TOKEN"_s, u"token $x"_s);
    environment.insert(u"TELAMON_PASSWORD"_s, u"pass 'word"_s);
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(folder.path());
    shell.start(u"/bin/sh"_s, {});
    shell.write(script);
    shell.closeWriteChannel();
    if (!shell.waitForFinished(10000) || !shell.readAllStandardError().isEmpty())
        return {};
    const QByteArray all = shell.readAllStandardOutput();
    const qsizetype at = all.lastIndexOf(QByteArray("INPUT\0", 6));
    if (input != nullptr)
        *input = all.mid(at + 6);
    QList<QByteArray> words = all.left(at).split('\0');
    words.removeLast();
    return words;
}

void TestReview::aCopiedCommandSurvivesTheShell_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("quotes") << u"it's \"so\" '' ' \\' \\"_s;
    QTest::newRow("substitution") << u"$(touch pwned) `touch pwned` ${HOME} $HOME !! !x"_s;
    QTest::newRow("lines") << u"one\ntwo\r\n'\n#three"_s;
    QTest::newRow("operators") << u"; rm -rf x | & > y < z * ? [a] {b,c} ~ %s \\n"_s;
    QTest::newRow("unicode") << u"Ünï \u202e \U0001F600 '"_s;
    QTest::newRow("dashes") << u"-x --yes @file"_s;
}

void TestReview::aCopiedCommandSurvivesTheShell()
{
    QFETCH(QString, value);
    // Control characters have no place in a path, but in a body.
    QString pathValue = value;
    pathValue.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    const QJsonObject body {{u"name"_s, value}, {value, value}};
    const auto review = makeReview({.operation = m_update, .arguments = thing(pathValue, body)});
    QVERIFY(review);

    const QList<QByteArray> curl = ranBySh(asCurl(review.value(), QUrl(u"https://x.example"_s)), "curl");
    QVERIFY(curl.contains("https://x.example" + review.value().request.target));
    QVERIFY(curl.contains("Authorization: Bearer token $x"));
    QCOMPARE(curl.value(curl.indexOf("--request") + 1), "PATCH"_ba);
    QCOMPARE(jsonObject(curl.value(curl.indexOf("--data-raw") + 1)), body);

    QByteArray input;
    const QList<QByteArray> call = ranBySh(asTelamonCall(review.value(), value), "telamon", &input);
    const QList<QByteArray> expected {"call", "updateThing", "id=" + pathValue.toUtf8(),
        "--profile=" + value.toUtf8(), "--yes", "--body=-"};
    QCOMPARE(call, expected);
    QCOMPARE(jsonObject(input), body);

    const auto removal = makeReview(
        {.operation = m_catalog.operation(u"deleteThing"), .arguments = {{{u"id"_s, pathValue}}, {}}});
    QVERIFY(removal);
    const QList<QByteArray> destructive {
        "call", "deleteThing", "id=" + pathValue.toUtf8(), "--confirm=" + pathValue.toUtf8()};
    QCOMPARE(ranBySh(asTelamonCall(removal.value(), {}), "telamon"), destructive);
}

void TestReview::secretsAreVariables()
{
    const QJsonObject body {{u"name"_s, u"n'"_s}, {u"password"_s, u"opensesame-1"_s}};
    const auto review = makeReview({.operation = m_update, .arguments = thing(u"t"_s, body)});
    QVERIFY(review);
    const QByteArray curl = asCurl(review.value(), QUrl(u"https://x.example:8443"_s), CredentialKind::ApiKey);
    const QByteArray call = asTelamonCall(review.value(), u"p"_s);
    for (const QByteArray& text : {curl, call}) {
        QVERIFY(findCanary(text, {"opensesame-1"}).isEmpty());
        QVERIFY(text.contains("# Set TELAMON_PASSWORD"));
    }
    QVERIFY(curl.contains("--digest"));
    const QJsonObject expected {{u"name"_s, u"n'"_s}, {u"password"_s, u"pass 'word"_s}};
    const QList<QByteArray> words = ranBySh(curl, "curl");
    QVERIFY(words.contains("https://x.example:8443/things/t"));
    QCOMPARE(jsonObject(words.value(words.indexOf("--data-raw") + 1)), expected);
    QByteArray input;
    ranBySh(call, "telamon", &input);
    QCOMPARE(jsonObject(input), expected);
}

TELAMON_TEST(TestReview)
#include "test_review.moc"
