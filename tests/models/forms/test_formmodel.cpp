// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/problem.h"
#include "models/forms/formmodel.h"
#include "tests/models/forms/formfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

} // namespace

class TestFormModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unsetNullEmptyAndFalseStayDifferent();
    void missingFieldsCountAtTheirPointers();
    void whatRulesBringInAppears();
    void bodyThatIsNotRequiredStaysAbsent();
    void fixedParametersAreNotEdited();
    void discriminatorIsSetByTheVariant();
    void variantIsNeverGuessed();
    void variantComesBackWithItsValues();
    void aWrongValueCountsOnce();
    void unreadableTextIsNeverSent();
    void problemsOfTheServiceStandAtTheirFields();
    void violationsAreAnnouncedOncePerTurn();
    void structureIsAnnouncedWhereItChanges();

private:
    QByteArray body() const { return textOf(m_form->arguments().body.value_or(unset)); }

    std::unique_ptr<FormModel> m_form;
};

void TestFormModel::init()
{
    m_form = std::make_unique<FormModel>(formCatalog().operation(u"changeThing"));
    m_form->setValue(u"/parameters/groupId"_s, u"0123456789abcdef01234567"_s);
    m_form->setValue(u"/parameters/name"_s, u"thing"_s);
}

void TestFormModel::unsetNullEmptyAndFalseStayDifferent()
{
    m_form->setValue(u"/body/maybe"_s, QJsonValue(QJsonValue::Null));
    m_form->setValue(u"/body/flag"_s, false);
    m_form->setValue(u"/body/password"_s, QString());
    m_form->setValue(u"/body/tags"_s, QJsonArray());
    m_form->setValue(u"/body/free"_s, QJsonObject());
    QCOMPARE(body(), QByteArray("{\"flag\":false,\"free\":{},\"maybe\":null,\"password\":\"\",\"tags\":[]}"));
    m_form->setValue(u"/body/maybe"_s, unset);
    m_form->setValue(u"/body/flag"_s, unset);
    m_form->setValue(u"/body/password"_s, unset);
    QVERIFY(m_form->value(u"/body/maybe"_s).isUndefined());
    QCOMPARE(body(), QByteArray("{\"free\":{},\"tags\":[]}"));
    // What was made for a member goes with it; what was set as such stays.
    m_form->setValue(u"/body/limits/low"_s, 1);
    m_form->setValue(u"/body/limits/low"_s, unset);
    QVERIFY(m_form->value(u"/body/limits"_s).isUndefined());
    m_form->setValue(u"/body/limits"_s, QJsonObject());
    m_form->setValue(u"/body/limits/low"_s, 1);
    m_form->setValue(u"/body/limits/low"_s, unset);
    QCOMPARE(textOf(m_form->value(u"/body/limits"_s)), QByteArray("{}"));
}

void TestFormModel::missingFieldsCountAtTheirPointers()
{
    QVERIFY(m_form->isRequired(u"/body/name"_s));
    QVERIFY(has(m_form->violations(), u"/body/name"_s, u"required"_s));
    QCOMPARE(m_form->firstViolation(), u"/body/name"_s);
    m_form->setValue(u"/body/name"_s, u"abc"_s);
    QVERIFY(m_form->canSend());
    m_form->setValue(u"/body/from"_s, 1);
    QVERIFY(m_form->isRequired(u"/body/to"_s));
    QVERIFY(has(m_form->violationsAt(u"/body/to"_s), u"/body/to"_s, u"dependentRequired"_s));
    QCOMPARE(m_form->missingCount(), 1);
    m_form->setValue(u"/parameters/groupId"_s, u"xyz"_s);
    QCOMPARE(m_form->firstViolation(), u"/parameters/groupId"_s);
    QVERIFY(!m_form->canSend());
}

void TestFormModel::whatRulesBringInAppears()
{
    QVERIFY(!m_form->fields(u"/body"_s).contains(u"reason"_s));
    m_form->setValue(u"/body/name"_s, u"abc"_s);
    m_form->setValue(u"/body/mode"_s, u"HARD"_s);
    QVERIFY(m_form->fields(u"/body"_s).contains(u"reason"_s));
    QVERIFY(m_form->isRequired(u"/body/reason"_s));
    QVERIFY(has(m_form->violations(), u"/body/reason"_s, u"required"_s));
    m_form->setValue(u"/body/reason"_s, u"because"_s);
    QVERIFY(m_form->canSend());
    // What is not shown is not sent, and is there again.
    m_form->setValue(u"/body/mode"_s, u"EASY"_s);
    QCOMPARE(body(), QByteArray("{\"mode\":\"EASY\",\"name\":\"abc\"}"));
    m_form->setValue(u"/body/mode"_s, u"HARD"_s);
    QCOMPARE(m_form->value(u"/body/reason"_s).toString(), u"because"_s);
}

void TestFormModel::bodyThatIsNotRequiredStaysAbsent()
{
    FormModel pin(formCatalog().operation(u"pinThing"));
    QVERIFY(!pin.arguments().body);
    pin.setValue(u"/body/until"_s, u"2026-01-31T12:00:00Z"_s);
    QCOMPARE(textOf(*pin.arguments().body), QByteArray("{\"until\":\"2026-01-31T12:00:00Z\"}"));
    FormModel again(formCatalog().operation(u"pinThing"));
    again.restoreDraft(pin.draft());
    for (FormModel* form : {&pin, &again}) {
        form->setValue(u"/body/until"_s, unset);
        QVERIFY(!form->arguments().body);
    }
}

void TestFormModel::fixedParametersAreNotEdited()
{
    m_form->fixParameter(u"name"_s, u"fixed"_s);
    m_form->setValue(u"/parameters/name"_s, u"other"_s);
    QCOMPARE(m_form->value(u"/parameters/name"_s).toString(), u"fixed"_s);
    QVERIFY(!m_form->isEditable(u"/parameters/name"_s));
    QVERIFY(m_form->isEditable(u"/parameters/groupId"_s));
    QVERIFY(!m_form->isEditable(u"/body/id"_s));
    QVERIFY(!m_form->isEditable(u"/parameters/pretty"_s));
    QCOMPARE(m_form->fields(u"/parameters"_s), QStringList({u"groupId"_s, u"name"_s, u"verbose"_s}));
    QVERIFY(!m_form->fields(u"/body"_s).contains(u"id"_s));
}

void TestFormModel::discriminatorIsSetByTheVariant()
{
    const QString place = u"/body/schedule"_s;
    QCOMPARE(m_form->variants(place).size(), 2);
    QCOMPARE(m_form->variant(place), -1);
    m_form->setVariant(place, 1);
    QCOMPARE(m_form->variant(place), 1);
    QCOMPARE(textOf(m_form->value(place)), QByteArray("{\"type\":\"WEEKLY\"}"));
    QCOMPARE(m_form->fields(place), QStringList({u"hour"_s, u"day"_s}));
    QVERIFY(m_form->isRequired(u"/body/schedule/day"_s));
    // A value that names its variant decides.
    m_form->setValue(place, json("{'type': 'DAILY', 'hour': 4}"));
    QCOMPARE(m_form->variant(place), 0);
    m_form->setValue(place, unset);
    QCOMPARE(m_form->variant(place), -1);
    // A discriminator has no field of its own: what is wrong with it stands at the union.
    m_form->setValue(place, QJsonObject());
    QVERIFY(has(m_form->violationsAt(place), u"/body/schedule/type"_s, u"required"_s));
}

void TestFormModel::variantIsNeverGuessed()
{
    const QString place = u"/body/target"_s;
    m_form->setValue(place, json("{'port': 1}"));
    QCOMPARE(m_form->variant(place), -1);
    QVERIFY(!m_form->canSend());
    m_form->setVariant(place, 1);
    QCOMPARE(m_form->variant(place), 1);
    QCOMPARE(m_form->fields(place), QStringList({u"hostId"_s, u"port"_s}));
    QCOMPARE(textOf(m_form->value(place)), QByteArray("{\"port\":1}"));
    // It stays chosen while it is edited, also on the JSON side.
    m_form->setValue(u"/body/target/port"_s, 2);
    QVERIFY(!m_form->setJson(QJsonDocument(m_form->json()).toJson().replace("\"port\": 2", "\"port\": 3")));
    QCOMPARE(m_form->variant(place), 1);
    QCOMPARE(m_form->value(u"/body/target/port"_s).toInt(), 3);
}

void TestFormModel::variantComesBackWithItsValues()
{
    const QString place = u"/body/schedule"_s;
    m_form->setVariant(place, 0);
    m_form->setValue(u"/body/schedule/hour"_s, 5);
    m_form->setValue(u"/body/schedule/note"_s, u"at night"_s);
    m_form->setVariant(place, 1);
    QCOMPARE(textOf(m_form->value(place)), QByteArray("{\"hour\":5,\"type\":\"WEEKLY\"}"));
    m_form->setValue(u"/body/schedule/hour"_s, 6);
    m_form->setValue(u"/body/schedule/day"_s, 2);
    m_form->setVariant(place, 0);
    QCOMPARE(
        textOf(m_form->value(place)), QByteArray("{\"hour\":6,\"note\":\"at night\",\"type\":\"DAILY\"}"));
    m_form->setVariant(place, 1);
    QCOMPARE(m_form->value(u"/body/schedule/day"_s).toInt(), 2);
}

void TestFormModel::aWrongValueCountsOnce()
{
    m_form->setValue(u"/body/tags"_s, json("['same', 'same']")); // what is wrong with the list is its entry
    m_form->setValue(u"/body/name"_s, u"too long"_s);
    m_form->setValue(u"/body/from"_s, 1);
    QCOMPARE(m_form->missingCount(), 3);
    m_form->setUnfinished(u"/body/tags"_s, u"is not added yet"_s);
    m_form->setUnfinished(u"/body/name"_s, u"is not finished"_s);
    QCOMPARE(m_form->missingCount(), 3);
    QString at = m_form->firstViolation();
    QSet<QString> found;
    for (int i = 0; i < 3; ++i) {
        found.insert(at);
        at = m_form->violationAfter(at);
    }
    QCOMPARE(at, m_form->firstViolation()); // round
    QVERIFY(found.contains(u"/body/name"_s) && found.contains(u"/body/to"_s));
}

void TestFormModel::unreadableTextIsNeverSent()
{
    m_form->setValue(u"/body/name"_s, u"abc"_s);
    m_form->setValue(u"/body/size"_s, 12);
    m_form->setUnreadable(u"/body/size"_s, u"12x"_s, u"must be a whole number"_s);
    QVERIFY(has(m_form->violationsAt(u"/body/size"_s), u"/body/size"_s, u"type"_s));
    QVERIFY(!m_form->canSend());
    QCOMPARE(body(), QByteArray("{\"name\":\"abc\"}"));
    m_form->setUnreadable(u"/body/name"_s, u"…"_s, u"cannot be read"_s);
    QVERIFY(!has(m_form->violations(), u"/body/name"_s, u"required"_s));
    m_form->setValue(u"/body/name"_s, u"abc"_s);
    m_form->setValue(u"/body/size"_s, 13);
    QVERIFY(m_form->canSend());
}

void TestFormModel::problemsOfTheServiceStandAtTheirFields()
{
    m_form->setValue(u"/body/name"_s, u"abc"_s);
    m_form->setValue(u"/body/people"_s, json("[{'who': 'x'}]"));
    Problem problem;
    problem.fields = {{u"people[0].who"_s, u"nobody"_s}, {u"/limits/low"_s, u"too low"_s},
        {u"groupId"_s, u"gone"_s}, {u"body.size"_s, u"odd"_s}, {u"high"_s, u"too high"_s},
        {u"elsewhere"_s, u"strange"_s}};
    m_form->takeProblem(problem);
    for (const QString& pointer : {u"/body/people/0/who"_s, u"/body/limits/low"_s, u"/parameters/groupId"_s,
             u"/body/size"_s, u"/body/limits/high"_s, u"/body"_s}) {
        QVERIFY2(has(m_form->violations(), pointer, u"service"_s), qPrintable(pointer));
        QVERIFY(m_form->isTouched(pointer));
    }
    QVERIFY(m_form->canSend()); // the service may think otherwise the next time
    m_form->setValue(u"/body/people/0/who"_s, u"y"_s);
    QVERIFY(!has(m_form->violations(), u"/body/people/0/who"_s, u"service"_s));
    QVERIFY(has(m_form->violations(), u"/body/size"_s, u"service"_s));
}

void TestFormModel::violationsAreAnnouncedOncePerTurn()
{
    QVERIFY(!m_form->canSend());
    QSignalSpy announced(m_form.get(), &FormModel::violationsChanged);
    QSignalSpy changed(m_form.get(), &FormModel::valueChanged);
    for (const QString& name : {u"a"_s, u"ab"_s, u"abc"_s})
        m_form->setValue(u"/body/name"_s, name);
    QVERIFY(m_form->canSend()); // up to date when asked
    QCOMPARE(changed.size(), 3);
    QVERIFY(announced.isEmpty());
    QVERIFY(announced.wait());
    QCOMPARE(announced.size(), 1);
    m_form->touch(u"/body/name"_s);
    QVERIFY(m_form->isTouched(u"/body/name"_s));
    QVERIFY(!m_form->isTouched(u"/body/size"_s));
}

void TestFormModel::structureIsAnnouncedWhereItChanges()
{
    QSignalSpy announced(m_form.get(), &FormModel::structureChanged);
    m_form->setValue(u"/body/name"_s, u"abc"_s);
    QVERIFY(announced.isEmpty());
    m_form->setValue(u"/body/mode"_s, u"HARD"_s);
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.takeFirst().at(0).toString(), u"/body"_s);
    m_form->setVariant(u"/body/schedule"_s, 0);
    QCOMPARE(announced.takeFirst().at(0).toString(), u"/body/schedule"_s);
    m_form->setValue(u"/body/schedule/hour"_s, 4);
    QVERIFY(announced.isEmpty());
    m_form->insertItem(u"/body/tags"_s, 0, u"a"_s);
    QVERIFY(!announced.isEmpty());
}

TELAMON_TEST(TestFormModel)

} // namespace Telamon

#include "test_formmodel.moc"
