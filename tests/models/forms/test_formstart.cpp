// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/draftstore.h"
#include "models/forms/formmodel.h"
#include "models/forms/rulesentence.h"
#include "tests/models/forms/formfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

const auto secret = "hunter2";

} // namespace

class TestFormStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startTakesTheWritablePart();
    void onlyWhatChangedTravels_data();
    void onlyWhatChangedTravels();
    void whatCannotBeTakenAwayIsSaid();
    void whatIsKeptIsNotEdited();
    void rulesMindWhatTheServiceHas();
    void resetGoesBackToTheStart();
    void jsonSideKeepsSecretsAndNumbers();
    void jsonMistakesHaveAPlace_data();
    void jsonMistakesHaveAPlace();
    void secretsAreInNoDraft();
    void draftKeepsWhatOthersChanged();
    void draftsAreKeptForTheirPlace();
    void rulesAreSaidInWords_data();
    void rulesAreSaidInWords();

private:
    QByteArray body() const { return textOf(m_form->arguments().body.value_or(unset)); }

    std::unique_ptr<FormModel> m_form;
};

void TestFormStart::init()
{
    m_form = std::make_unique<FormModel>(formCatalog().operation(u"changeThing"));
    m_form->fixParameter(u"groupId"_s, u"0123456789abcdef01234567"_s);
    m_form->fixParameter(u"name"_s, u"thing"_s);
    m_form->startFrom(json("{'id': '1', 'name': 'abc', 'size': 3, 'flag': null, 'series': true, 'newer': 1,"
                           "'tags': ['a', 'b'], 'schedule': {'type': 'DAILY', 'hour': 4, 'newer': 2},"
                           "'from': 1, 'to': 2, 'limits': {'low': 1, 'high': 9}}"));
}

void TestFormStart::startTakesTheWritablePart()
{
    // Unknown members stay only inside what travels whole.
    QCOMPARE(textOf(m_form->value(u"/body"_s)),
        QByteArray("{\"from\":1,\"limits\":{\"high\":9,\"low\":1},\"name\":\"abc\","
                   "\"schedule\":{\"hour\":4,\"newer\":2,\"type\":\"DAILY\"},\"size\":3,\"tags\":[\"a\","
                   "\"b\"],\"to\":2}"));
    QVERIFY(!m_form->isDirty());
    QCOMPARE(m_form->variant(u"/body/schedule"_s), 0);
    QVERIFY(m_form->canSend());
}

void TestFormStart::onlyWhatChangedTravels_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing") << u"/body/size"_s << QByteArray("3") << QByteArray("{'name':'abc'}");
    QTest::newRow("one value") << u"/body/size"_s << QByteArray("4") << QByteArray("{'name':'abc','size':4}");
    QTest::newRow("inside an object")
        << u"/body/limits/low"_s << QByteArray("2") << QByteArray("{'limits':{'low':2},'name':'abc'}");
    QTest::newRow("a list whole") << u"/body/tags/1"_s << QByteArray("'c'")
                                  << QByteArray("{'name':'abc','tags':['a','c']}");
    QTest::newRow("a union whole") << u"/body/schedule/hour"_s << QByteArray("5")
                                   << QByteArray(
                                          "{'name':'abc','schedule':{'hour':5,'newer':2,'type':'DAILY'}}");
    QTest::newRow("what belongs together")
        << u"/body/from"_s << QByteArray("0") << QByteArray("{'from':0,'name':'abc','to':2}");
}

void TestFormStart::onlyWhatChangedTravels()
{
    QFETCH(const QString, pointer);
    QFETCH(const QByteArray, value);
    QFETCH(QByteArray, sent);
    m_form->setValue(pointer, json(value));
    QCOMPARE(body(), sent.replace('\'', '"'));
    QVERIFY(m_form->canSend());
}

void TestFormStart::whatCannotBeTakenAwayIsSaid()
{
    m_form->setValue(u"/body/size"_s, unset);
    QVERIFY(has(m_form->violationsAt(u"/body/size"_s), u"/body/size"_s, u"unset"_s));
    QVERIFY(!m_form->canSend());
    m_form->resetToStart(u"/body/size"_s);
    QVERIFY(m_form->canSend());
    m_form->setValue(u"/body/schedule/hour"_s, unset); // inside what travels whole it can
    QVERIFY(m_form->canSend());
}

void TestFormStart::whatIsKeptIsNotEdited()
{
    FormModel form(builtInCatalog().operation(u"updateGroupClusterSnapshotSchedule"));
    const QString place = u"/body/clusterId"_s;
    QVERIFY(!form.isFixed(place)); // nothing was read yet
    form.startFrom(json("{'clusterId': '0123456789abcdef01234567', 'snapshotIntervalHours': 6}"));
    QVERIFY(form.isFixed(place));
    form.setValue(place, u"another"_s);
    QCOMPARE(form.value(place), QJsonValue(u"0123456789abcdef01234567"_s));
    QVERIFY(!form.isFixed(u"/body/snapshotIntervalHours"_s));
}

void TestFormStart::rulesMindWhatTheServiceHas()
{
    // "series" is the service's own and does not travel, and decides which modes there are.
    m_form->setValue(u"/body/mode"_s, u"EASY"_s);
    QVERIFY(m_form->canSend());
    m_form->setValue(u"/body/mode"_s, u"HARD"_s);
    m_form->setValue(u"/body/reason"_s, u"because"_s);
    QVERIFY(has(m_form->violations(), u"/body/mode"_s, u"const"_s));
    QVERIFY(!body().contains("series"));
}

void TestFormStart::resetGoesBackToTheStart()
{
    m_form->setValue(u"/body/limits/low"_s, 5);
    m_form->setVariant(u"/body/schedule"_s, 1);
    QVERIFY(m_form->isChanged(u"/body/limits"_s));
    QVERIFY(m_form->isDirty());
    m_form->resetToStart(u"/body/limits"_s);
    m_form->resetToStart(u"/body/schedule"_s);
    QVERIFY(!m_form->isDirty());
    QCOMPARE(m_form->variant(u"/body/schedule"_s), 0);
}

void TestFormStart::jsonSideKeepsSecretsAndNumbers()
{
    m_form->setValue(u"/body/password"_s, QString::fromLatin1(secret));
    m_form->setValue(u"/body/people"_s, json("[{'who': 'a', 'token': 'hunter2'}]"));
    m_form->setValue(u"/body/big"_s, qint64(9007199254740993));
    const QByteArray shown = QJsonDocument(m_form->json()).toJson();
    QVERIFY(!shown.contains(secret));
    QVERIFY(shown.contains("9007199254740993"));
    QVERIFY(!QJsonDocument(toJson(m_form->maskedArguments())).toJson().contains(secret));
    // The placeholder stands for what is held.
    QVERIFY(!m_form->setJson(QByteArray(shown).replace("\"size\": 3", "\"size\": 4")));
    QCOMPARE(m_form->value(u"/body/password"_s).toString(), QString::fromLatin1(secret));
    QCOMPARE(m_form->value(u"/body/people/0/token"_s).toString(), QString::fromLatin1(secret));
    QCOMPARE(m_form->value(u"/body/size"_s).toInt(), 4);
    QCOMPARE(m_form->value(u"/body/big"_s).toInteger(), qint64(9007199254740993));
    // Elsewhere there is nothing that it could stand for.
    const auto mistake = m_form->setJson(
        QByteArray(shown).replace("\"who\": \"a\"\n", "\"who\": \"a\"\n},{\"token\": \"••••••\"\n"));
    QVERIFY(mistake);
    QCOMPARE(mistake->pointer, u"/body/people/1/token"_s);
    QCOMPARE(m_form->itemCount(u"/body/people"_s), 1);
}

void TestFormStart::jsonMistakesHaveAPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("empty") << QByteArray() << 1 << 1 << QString();
    QTest::newRow("no JSON") << QByteArray("{'body': {\n 'é': 1,\n  oops}}") << 3 << 3 << QString();
    QTest::newRow("a list") << QByteArray("[]") << 1 << 1 << QString();
    QTest::newRow("unknown") << QByteArray("{\n 'é': 1, 'head': 1}") << 2 << 18 << u"/head"_s;
    QTest::newRow("twice") << QByteArray("{'body': {'a': 1,\n\n 'a': 2}}") << 3 << 7 << u"/body/a"_s;
    QTest::newRow("fixed") << QByteArray("{'parameters':\n {'name': 'x'}}") << 2 << 11
                           << u"/parameters/name"_s;
}

void TestFormStart::jsonMistakesHaveAPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, pointer);
    const QJsonObject before = m_form->json();
    const auto mistake = m_form->setJson(text.replace('\'', '"'));
    QVERIFY(mistake);
    QVERIFY(!mistake->sentence.isEmpty());
    QCOMPARE(mistake->pointer, pointer);
    QTEST(mistake->line, "line");
    QTEST(mistake->column, "column");
    QCOMPARE(m_form->json(), before);
}

void TestFormStart::secretsAreInNoDraft()
{
    m_form->setValue(u"/body/password"_s, QString::fromLatin1(secret));
    m_form->setValue(u"/body/people"_s, json("[{'who': 'a', 'token': 'hunter2'}]"));
    const QByteArray draft = QJsonDocument(m_form->draft()).toJson();
    QVERIFY(!draft.contains(secret));
    QVERIFY(!draft.contains("groupId"));
    QVERIFY(draft.contains("who"));
}

void TestFormStart::draftKeepsWhatOthersChanged()
{
    m_form->setValue(u"/body/size"_s, 5);
    m_form->setValue(u"/body/maybe"_s, QJsonValue(QJsonValue::Null));
    m_form->setVariant(u"/body/target"_s, 1);
    m_form->setValue(u"/body/from"_s, unset);
    const QJsonObject draft = m_form->draft();
    FormModel again(formCatalog().operation(u"changeThing"));
    again.startFrom(json("{'name': 'xyz', 'size': 3, 'from': 1, 'to': 2}"));
    again.restoreDraft(draft);
    QCOMPARE(textOf(again.value(u"/body"_s)),
        QByteArray("{\"maybe\":null,\"name\":\"xyz\",\"size\":5,\"target\":{},\"to\":2}"));
    QCOMPARE(again.variant(u"/body/target"_s), 1);
}

void TestFormStart::draftsAreKeptForTheirPlace()
{
    const QTemporaryDir folder;
    const QString drafts = folder.filePath(u"drafts"_s);
    DraftStore store(drafts);
    const Operation& operation = m_form->operation();
    const QString key = DraftStore::keyOf(u"p1"_s, operation, {{u"groupId"_s, u"1"_s}});
    const QString other = DraftStore::keyOf(u"p1"_s, operation, {{u"groupId"_s, u"2"_s}});
    QVERIFY(key != DraftStore::keyOf(u"p2"_s, operation, {{u"groupId"_s, u"1"_s}}));
    m_form->setValue(u"/body/size"_s, 5);
    QCOMPARE(store.save(key, m_form->draft()), QString());
    QCOMPARE(DraftStore(drafts).load(key), m_form->draft());
    QVERIFY(store.load(other).isEmpty());
    const QFileInfoList files = QDir(drafts).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
#ifndef Q_OS_WIN
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(files.first().permissions() & others));
#endif
    store.remove(key);
    QVERIFY(store.load(key).isEmpty());
    QVERIFY(!DraftStore(u"/dev/null/drafts"_s).save(key, m_form->draft()).isEmpty());
}

void TestFormStart::rulesAreSaidInWords_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("id") << u"^([a-f0-9]{24})$"_s << u"24 characters: digits and a to f"_s;
    QTest::newRow("class")
        << u"^[\\p{L}\\p{N}\\-_.,' ]*$"_s
        << u"letters, digits, spaces, hyphens, underscores, full stops, commas and apostrophes"_s;
    QTest::newRow("counted") << u"^[a-z0-9-]{3,40}$"_s
                             << u"3 to 40 characters: small letters, digits and -"_s;
    QTest::newRow("prefix") << u"^vpce-[0-9a-f]{17}$"_s << u"vpce- and 17 characters: digits and a to f"_s;
    QTest::newRow("none of") << u"^[^/\\\\ \"$]{1,64}$"_s
                             << u"1 to 64 characters, none of / \\ \" $ and spaces"_s;
    QTest::newRow("other") << u"^(a|b)c$"_s << u"as in ^(a|b)c$"_s;
}

void TestFormStart::rulesAreSaidInWords()
{
    QFETCH(const QString, pattern);
    Schema schema;
    schema.pattern = pattern;
    QTEST(ruleSentenceOf(schema), "sentence");
    schema.pattern.clear();
    schema.minLength = 3;
    schema.maxLength = 40;
    schema.format = u"email"_s;
    QCOMPARE(ruleSentenceOf(schema), u"3 to 40 characters; an e-mail address"_s);
    Schema number;
    number.minimum = 7;
    number.maximum = 9215;
    QCOMPARE(ruleSentenceOf(number), u"7 to 9215"_s);
    QCOMPARE(ruleSentenceOf(Schema()), QString());
}

TELAMON_TEST(TestFormStart)

} // namespace Telamon

#include "test_formstart.moc"
