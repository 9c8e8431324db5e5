// SPDX-License-Identifier: GPL-3.0-or-later
// A form that is opened to do one thing with what is there, and what is begun in it and not finished.
#include "models/forms/draftstore.h"
#include "models/forms/formmodel.h"
#include "tests/models/forms/formfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestFormPurpose : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotNamedStays_data()
    {
        QTest::addColumn<QByteArray>("laid");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("a value") << "{'size': 4}"_ba
                                 << "{'name':'abc','size':4}"_ba;
        QTest::newRow("inside an object") << "{'limits': {'low': 2}}"_ba
                                          << "{'limits':{'low':2},'name':'abc'}"_ba;
        QTest::newRow("a list is whole") << "{'tags': ['c']}"_ba
                                         << "{'name':'abc','tags':['c']}"_ba;
        QTest::newRow("a union is whole") << "{'schedule': {'type': 'WEEKLY', 'day': 2}}"_ba
                                          << "{'name':'abc','schedule':{'day':2,'type':'WEEKLY'}}"_ba;
        QTest::newRow("what was not there") << "{'flag': true}"_ba
                                            << "{'flag':true,'name':'abc'}"_ba;
        QTest::newRow("what is so already") << "{'size': 3}"_ba
                                            << "{'name':'abc'}"_ba;
    }
    void whatIsNotNamedStays()
    {
        QFETCH(const QByteArray, laid);
        QFETCH(QByteArray, sent);
        FormModel form(formCatalog().operation(u"changeThing"));
        form.fixParameter(u"groupId"_s, u"0123456789abcdef01234567"_s);
        form.fixParameter(u"name"_s, u"thing"_s);
        form.startFrom(json("{'name': 'abc', 'size': 3, 'tags': ['a', 'b'], 'limits': {'low': 1, 'high': 9},"
                            "'schedule': {'type': 'DAILY', 'hour': 4}}"));
        form.layOver(u"/body"_s, json(laid));
        form.beginHere();
        QCOMPARE(textOf(form.arguments().body.value_or(unset)), sent.replace('\'', '"'));
        QVERIFY2(form.canSend(), qPrintable(form.firstViolation()));
        QVERIFY(!form.isDirty());
        form.setValue(u"/body/maybe"_s, u"mine"_s);
        QVERIFY(form.isDirty());
    }

    void whereNothingIsItIsAll()
    {
        FormModel form(formCatalog().operation(u"changeThing"));
        form.layOver(u"/body"_s, json("{'name': 'abc', 'limits': {'low': 2}}"));
        QCOMPARE(form.value(u"/body"_s), json("{'name': 'abc', 'limits': {'low': 2}}"));
    }

    // What the alert has is not sent, and so does not stand beside the withdrawal.
    void whatOnlyStaysIsNotSentTogether()
    {
        FormModel form(builtInCatalog().operation(u"acknowledgeGroupAlert"));
        form.fixParameter(u"groupId"_s, u"0123456789abcdef01234567"_s);
        form.fixParameter(u"alertId"_s, u"0123456789abcdef01234568"_s);
        form.startFrom(
            json("{'acknowledgedUntil': '2030-01-02T03:04:05Z', 'acknowledgementComment': 'seen'}"));
        form.layOver(u"/body"_s, json("{'unacknowledgeAlert': true}"));
        QVERIFY2(form.canSend(), qPrintable(form.firstViolation()));
        QCOMPARE(textOf(form.arguments().body.value_or(unset)), "{\"unacknowledgeAlert\":true}"_ba);
        form.setValue(u"/body/acknowledgedUntil"_s, u"2031-01-02T03:04:05Z"_s);
        const QString withdrawal = u"/body/unacknowledgeAlert"_s; // where a person sees it
        QVERIFY(has(form.violationsAt(withdrawal), withdrawal, u"not"_s));
        QCOMPARE(form.missingCount(), 1);
    }

    // What is missing bears the mark of it, as long as it is.
    void whatAChangeNeedsIsRequired()
    {
        const QString until = u"/body/acknowledgedUntil"_s;
        const QString withdrawal = u"/body/unacknowledgeAlert"_s;
        FormModel form(builtInCatalog().operation(u"acknowledgeGroupAlert"));
        QVERIFY(!form.isRequired(until)); // it may be there
        form.startFrom(json("{'acknowledgementComment': 'seen'}"));
        QVERIFY(form.isRequired(until));
        const QSignalSpy changes(&form, &FormModel::valueChanged);
        form.setValue(withdrawal, true);
        QVERIFY(!form.isRequired(until));
        QVERIFY(changes.contains(QVariantList {until}));
        form.setValue(withdrawal, false);
        QVERIFY(form.isRequired(until));
        FormModel thing(formCatalog().operation(u"changeThing"));
        const QSignalSpy others(&thing, &FormModel::valueChanged);
        thing.setValue(u"/body/from"_s, 1);
        QVERIFY(others.contains(QVariantList {u"/body/to"_s}));
    }

    void aDraftKeepsWhatIsNoValueYet()
    {
        const Operation& operation = formCatalog().operation(u"changeThing");
        FormModel form(operation);
        form.setValue(u"/body/people"_s, json("[{'who': 'x'}]"));
        form.setUnreadable(u"/body/size"_s, u"12x"_s, u"Give a whole number."_s);
        form.setUnreadable(u"/body/free"_s, u"{\"key\": hunter2"_s, u"cannot be read"_s);
        form.setUnreadable(u"/body/password"_s, u"hunter2"_s, u"cannot be read"_s);
        const QJsonObject draft = form.draft();
        QVERIFY(!QJsonDocument(draft).toJson().contains("hunter2"));
        FormModel again(operation);
        again.restoreDraft(draft);
        QCOMPARE(again.unreadableText(u"/body/size"_s), u"12x"_s);
        QVERIFY(again.value(u"/body/size"_s).isUndefined());
        QVERIFY(has(again.violations(), u"/body/size"_s, u"type"_s));
        QCOMPARE(again.value(u"/body/people/0/who"_s).toString(), u"x"_s);
    }

    // It was left before: what is wrong with it is said at once, and with nothing else.
    void whatADraftBringsIsToldOf()
    {
        const Operation& token = builtInCatalog().operation(u"createOrgLiveMigrationLinkToken");
        FormModel form(token);
        form.setValue(u"/body/accessListIps"_s, QJsonArray {u"10.0.0.1"_s, u"300.1.1.1"_s});
        FormModel again(token);
        QVERIFY(!again.isTouched(u"/body/accessListIps"_s));
        QSignalSpy told(&again, &FormModel::violationsChanged);
        again.restoreDraft(form.draft());
        QVERIFY(told.count() > 0);
        QVERIFY(again.isTouched(u"/body/accessListIps"_s));
        QVERIFY(again.isTouched(u"/body/accessListIps/1"_s));
        QVERIFY(!again.isTouched(u"/parameters/orgId"_s));
        again.untouchAll();
        QVERIFY(!again.isTouched(u"/body/accessListIps"_s));

        const Operation& thing = formCatalog().operation(u"changeThing");
        FormModel typed(thing);
        typed.setUnreadable(u"/body/size"_s, u"12x"_s, u"Give a whole number."_s);
        FormModel read(thing);
        read.restoreDraft(typed.draft());
        QVERIFY(read.isTouched(u"/body/size"_s));
        QVERIFY(!read.isTouched(u"/body/name"_s));
    }

    // An acknowledgement without an end would change nothing; of one that is there the comment may change
    // alone.
    void whatAChangeNeedsIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("state"); // empty: not known
        QTest::addColumn<QByteArray>("laid");
        QTest::addColumn<bool>("isMissing");
        const QByteArray open = "{'status': 'OPEN'}";
        const QByteArray acknowledged = "{'acknowledgedUntil': '2030-01-02T03:04:05Z'}";
        QTest::newRow("nothing") << open << "{}"_ba << true;
        QTest::newRow("a comment") << open << "{'acknowledgementComment': 'seen'}"_ba << true;
        QTest::newRow("a time") << open << acknowledged << false;
        QTest::newRow("a withdrawal") << open << "{'unacknowledgeAlert': true}"_ba << false;
        QTest::newRow("no withdrawal") << open << "{'unacknowledgeAlert': false}"_ba << true;
        QTest::newRow("another comment") << acknowledged << "{'acknowledgementComment': 'seen'}"_ba << false;
        QTest::newRow("nobody knows") << ""_ba
                                      << "{'acknowledgementComment': 'seen'}"_ba << false;
    }
    void whatAChangeNeedsIsAskedFor()
    {
        QFETCH(const QByteArray, state);
        QFETCH(const QByteArray, laid);
        QFETCH(const bool, isMissing);
        FormModel form(builtInCatalog().operation(u"acknowledgeGroupAlert"));
        form.fixParameter(u"groupId"_s, u"0123456789abcdef01234567"_s);
        form.fixParameter(u"alertId"_s, u"0123456789abcdef01234568"_s);
        if (!state.isEmpty())
            form.startFrom(json(state));
        form.layOver(u"/body"_s, json(laid));
        QCOMPARE(has(form.violations(), u"/body/acknowledgedUntil"_s, u"required"_s), isMissing);
        QCOMPARE(form.canSend(), !isMissing);
    }

    // A pin is only extended; where none is known, the service judges.
    void aTimeIsOnlyMadeLater_data()
    {
        QTest::addColumn<int>("now"); // days from today; 0: not pinned
        QTest::addColumn<int>("next");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("earlier") << 10 << 9 << false;
        QTest::newRow("the same") << 10 << 10 << true;
        QTest::newRow("later") << 10 << 11 << true;
        QTest::newRow("the first") << 0 << 9 << true;
    }
    void aTimeIsOnlyMadeLater()
    {
        QFETCH(const int, now);
        QFETCH(const int, next);
        QFETCH(const bool, isTaken);
        const QString end = u"/body/expirationDate"_s;
        const auto after = [today = QDateTime::currentDateTimeUtc()](
                               int days) { return today.addDays(days).toString(Qt::ISODate); };
        FormModel form(builtInCatalog().operation(u"pinGroupClusterFeatureCompatibilityVersion"));
        form.fixParameter(u"groupId"_s, u"0123456789abcdef01234567"_s);
        form.fixParameter(u"clusterName"_s, u"carts"_s);
        form.startFrom(now == 0 ? QJsonObject()
                                : QJsonObject {{u"featureCompatibilityVersionExpirationDate"_s, after(now)}});
        QCOMPARE(form.ruleSentence(end).contains("not before"_L1), now != 0);
        form.setValue(end, after(next));
        QCOMPARE(form.canSend(), isTaken);
        QCOMPARE(has(form.violations(), end, u"onlyLater"_s), !isTaken);
    }

    void aDraftIsOfItsPurpose()
    {
        const Operation& operation = formCatalog().operation(u"changeThing");
        const auto keyOf = [&operation](const QJsonValue& start) {
            return DraftStore::keyOf(u"p1"_s, operation, {{u"name"_s, u"one"_s}}, start.toObject());
        };
        const QString plain = DraftStore::keyOf(u"p1"_s, operation, {{u"name"_s, u"one"_s}});
        const QString paused = keyOf(json("{'body': {'password': 'hunter2'}}"));
        QCOMPARE(keyOf(QJsonObject()), plain);
        QVERIFY(paused != plain && paused != keyOf(json("{'body': {'password': 'hunter3'}}")));
        QCOMPARE(paused, keyOf(json("{'body': {'password': 'hunter2'}}")));
        QVERIFY2(!paused.contains("hunter2"_L1), qPrintable(paused)); // it stands in the draft's file
    }

    void whatIsBegunStopsSending()
    {
        FormModel form(formCatalog().operation(u"pinThing"));
        form.fixParameter(u"groupId"_s, u"0123456789abcdef01234567"_s);
        form.fixParameter(u"name"_s, u"thing"_s);
        QVERIFY(form.canSend());
        form.setUnfinished(u"/body/until"_s, u"is not added yet"_s);
        QVERIFY(has(form.violationsAt(u"/body/until"_s), u"/body/until"_s, u"unfinished"_s));
        QVERIFY(!form.canSend());
        form.setUnfinished(u"/body/until"_s, {});
        QVERIFY(form.canSend());
    }
};

TELAMON_TEST(TestFormPurpose)

} // namespace Telamon

#include "test_formpurpose.moc"
