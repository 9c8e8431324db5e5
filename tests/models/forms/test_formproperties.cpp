// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/argumentsjson.h"
#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "tests/support/argumentgenerator.h"
#include "tests/support/argumentmutations.h"
#include "tests/support/documentjudge.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QByteArray text(const Arguments& arguments)
{
    return QJsonDocument(toJson(arguments)).toJson(QJsonDocument::Compact);
}

QByteArray lines(const Violations& violations)
{
    QStringList each;
    for (const Violation& violation : violations)
        each.append(violation.pointer + u' ' + violation.rule + u": "_s + violation.sentence);
    return each.join(u'\n').toUtf8();
}

// The same place of the schema, whatever the index and the name a person chose.
QString kindOf(const Mutation& mutation)
{
    static const QRegularExpression index(u"/[0-9]+(?=/|$)"_s);
    return mutation.rule + u' ' + QString(mutation.pointer).replace(index, u"/#"_s);
}

// Whether the form blames that place: itself, a union around it of which no variant fits any more, or the
// fields of an object that is missing.
bool blames(const Violations& violations, const Mutation& mutation)
{
    return std::any_of(violations.begin(), violations.end(), [&mutation](const Violation& violation) {
        return violation.pointer == mutation.pointer || mutation.unions.contains(violation.pointer)
            || (!mutation.isCertain && isInside(violation.pointer, mutation.pointer))
            || (mutation.rule == "required"_L1 && isInside(violation.pointer, mutation.pointer));
    });
}

// Rules of which the judge knows nothing.
bool isBeyondJudge(const QString& rule)
{
    static const QStringList rules {u"format"_s, u"withinFourWeeks"_s, u"noReservedPrefix"_s, u"ipAddress"_s,
        u"namespace"_s, u"uniqueNames"_s, u"jsonObject"_s, u"addressOrRange"_s, u"address"_s};
    return rules.contains(rule);
}

} // namespace

// Every operation of the catalog, with random arguments from a fixed seed; TELAMON_PROPERTY_COUNT says how
// many for each. TELAMON_PROPERTY_DOCUMENT names another document than the one that ships.
class TestFormProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formTakesWhatIsValidAndRefusesWhatIsNot_data();
    void formTakesWhatIsValidAndRefusesWhatIsNot();

private:
    void checkValid(const Operation& operation, const Arguments& arguments);
    void checkMutation(const Operation& operation, const Mutation& mutation);

    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<DocumentJudge> m_judge;
    int m_count = 200;
};

void TestFormProperties::initTestCase()
{
    QFile file(qEnvironmentVariable("TELAMON_PROPERTY_DOCUMENT", u":/telamon/atlas.openapi.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray document = file.readAll();
    Result<Catalog, CatalogError> catalog = Catalog::fromJson(document);
    QVERIFY2(catalog.hasValue(), qPrintable(catalog ? QString() : catalog.error().sentence));
    m_catalog = std::make_unique<Catalog>(std::move(catalog).value());
    m_judge = std::make_unique<DocumentJudge>(document);
    if (qEnvironmentVariableIsSet("TELAMON_PROPERTY_COUNT"))
        m_count = qEnvironmentVariableIntValue("TELAMON_PROPERTY_COUNT");
    QVERIFY(m_count > 0);
}

void TestFormProperties::formTakesWhatIsValidAndRefusesWhatIsNot_data()
{
    QTest::addColumn<QString>("id");
    for (const std::unique_ptr<Operation>& operation : m_catalog->operations())
        QTest::newRow(qPrintable(operation->id)) << operation->id;
}

void TestFormProperties::formTakesWhatIsValidAndRefusesWhatIsNot()
{
    QFETCH(const QString, id);
    const Operation& operation = m_catalog->operation(id);
    ArgumentGenerator generator(20260131, [this](const Operation& asked, const Arguments& arguments) {
        return m_judge->accepts(asked.id, arguments);
    });
    QHash<QString, int> tried;
    constexpr int timesEach = 3;
    for (int i = 0; i < m_count; ++i) {
        const std::optional<Arguments> arguments = generator.generate(operation);
        QVERIFY2(arguments, qPrintable(generator.failure()));
        checkValid(operation, *arguments);
        if (QTest::currentTestFailed())
            return;
        const QList<Mutation> mutations = mutationsOf(generator, operation, *arguments);
        for (const Mutation& mutation : mutations) {
            if (++tried[kindOf(mutation)] > timesEach)
                continue;
            checkMutation(operation, mutation);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY2(!tried.isEmpty(), "nothing could be broken");
}

void TestFormProperties::checkValid(const Operation& operation, const Arguments& arguments)
{
    FormModel form(operation);
    const auto mistake = form.setJson(text(arguments));
    QVERIFY2(!mistake, qPrintable(mistake ? mistake->pointer + mistake->sentence : QString()));
    QVERIFY2(
        form.missingCount() == 0, qPrintable(QString::fromUtf8(lines(form.violations()) + text(arguments))));
    QVERIFY(form.canSend());
    QCOMPARE(text(form.arguments()), text(arguments));
    // Field by field it is the same.
    FormModel typed(operation);
    for (auto it = arguments.parameters.cbegin(); it != arguments.parameters.cend(); ++it)
        typed.setValue(childPointer(u"/parameters"_s, it.key()), it.value());
    const QJsonObject members = arguments.body.value_or(QJsonValue()).toObject();
    if (arguments.body && members.isEmpty())
        typed.setValue(u"/body"_s, *arguments.body);
    for (auto it = members.constBegin(); it != members.constEnd(); ++it)
        typed.setValue(childPointer(u"/body"_s, it.key()), it.value());
    QCOMPARE(text(typed.arguments()), text(arguments));
}

void TestFormProperties::checkMutation(const Operation& operation, const Mutation& mutation)
{
    const QStringList refusals = m_judge->refusals(operation.id, mutation.arguments);
    FormModel form(operation);
    const auto mistake = form.setJson(text(mutation.arguments));
    QVERIFY2(!mistake, qPrintable(mistake ? mistake->pointer + mistake->sentence : QString()));
    const QByteArray told = mutation.rule.toUtf8() + " at " + mutation.pointer.toUtf8() + ": "
        + text(mutation.arguments) + "\nform: " + lines(form.violations())
        + "\njudge: " + refusals.join(u'\n').toUtf8();
    const bool isRefused = !refusals.isEmpty() || (mutation.isCertain && isBeyondJudge(mutation.rule));
    QVERIFY2(form.canSend() != isRefused, told.constData());
    QVERIFY2(!isRefused || blames(form.violations(), mutation), told.constData());
}

TELAMON_TEST(TestFormProperties)

} // namespace Telamon

#include "test_formproperties.moc"
