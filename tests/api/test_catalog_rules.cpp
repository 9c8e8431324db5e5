// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "api/catalog/namedrules.h"
#include "api/catalog/validation.h"
#include "api/http/wirerequest.h"
#include "tests/api/catalogrules_data.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// The rules between the fields of a body, as the document that ships with the program states them.
class TestCatalogRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bodiesAreJudged_data();
    void bodiesAreJudged();
    void everyBodyHasOneThatMayBeSent();
    void aPinEndsWithinFourWeeks();
    void namesOfAList_data();
    void namesOfAList();
    void reservedBeginnings_data();
    void reservedBeginnings();

private:
    Result<Catalog, CatalogError> m_catalog = Catalog::builtIn();
};

namespace {

QString brokenBy(const Operation& operation, const QJsonObject& body)
{
    QStringList lines;
    const Violations violations = validate(operation, Arguments {{}, body});
    for (const Violation& violation : violations) {
        if (violation.pointer.startsWith("/body"_L1))
            lines.append(violation.pointer + u' ' + violation.rule);
    }
    return lines.join(u"; "_s);
}

QJsonObject named(const QJsonValue& name)
{
    return {{u"name"_s, name}};
}

} // namespace

void TestCatalogRules::initTestCase()
{
    QVERIFY2(m_catalog.hasValue(), m_catalog ? "" : qPrintable(m_catalog.error().sentence));
}

void TestCatalogRules::bodiesAreJudged_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("broken");
    const QList<BodyCase> cases = bodiesThatMayBeSent() + bodiesThatBreakARule();
    for (const BodyCase& each : cases) {
        QTest::addRow("%s <- %s", each.operation, each.body.constData())
            << QString::fromLatin1(each.operation) << each.body << QString::fromLatin1(each.broken);
    }
}

void TestCatalogRules::bodiesAreJudged()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, body);
    QFETCH(QString, broken);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QVERIFY(document.isObject());
    QCOMPARE(brokenBy(m_catalog.value().operation(id), document.object()), broken);
}

void TestCatalogRules::everyBodyHasOneThatMayBeSent()
{
    QSet<QString> covered;
    const QList<BodyCase> cases = bodiesThatMayBeSent();
    for (const BodyCase& each : cases)
        covered.insert(QString::fromLatin1(each.operation));
    for (const std::unique_ptr<Operation>& operation : m_catalog.value().operations()) {
        if (operation->requestSchema != nullptr)
            QVERIFY2(covered.contains(operation->id), qPrintable(operation->id));
    }
}

void TestCatalogRules::aPinEndsWithinFourWeeks()
{
    const Operation& pin = m_catalog.value().operation(u"pinGroupClusterFeatureCompatibilityVersion");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const auto& [days, broken] :
        {std::pair {27, QString()}, std::pair {29, u"/body/expirationDate withinFourWeeks"_s},
            std::pair {-1, u"/body/expirationDate withinFourWeeks"_s}}) {
        const QString date = now.addDays(days).toString(Qt::ISODate);
        QCOMPARE(brokenBy(pin, {{u"expirationDate"_s, date}}), broken);
    }
    QVERIFY(!pin.isRequestRequired);
}

void TestCatalogRules::namesOfAList_data()
{
    QTest::addColumn<QJsonValue>("list");
    QTest::addColumn<QString>("sentence");
    const QString nothing;
    QTest::newRow("none") << QJsonValue(QJsonArray {}) << nothing;
    QTest::newRow("differ") << QJsonValue(QJsonArray {named(u"a"_s), named(u"A"_s)}) << nothing;
    QTest::newRow("twice") << QJsonValue(QJsonArray {named(u"a"_s), named(u"b"_s), named(u"a"_s)})
                           << u"two of these have the name a"_s;
    QTest::newRow("no names") << QJsonValue(QJsonArray {QJsonObject(), QJsonObject(), 1, 1}) << nothing;
    QTest::newRow("no texts") << QJsonValue(QJsonArray {named(1), named(1)}) << nothing;
    QTest::newRow("no list") << QJsonValue(u"a"_s) << nothing;
}

void TestCatalogRules::namesOfAList()
{
    QFETCH(QJsonValue, list);
    QFETCH(QString, sentence);
    QCOMPARE(brokenNamedRule(u"uniqueNames", list).value_or(QString()), sentence);
}

void TestCatalogRules::reservedBeginnings_data()
{
    QTest::addColumn<QJsonValue>("name");
    QTest::addColumn<QString>("sentence");
    const QString nothing;
    QTest::newRow("own") << QJsonValue(u"mine"_s) << nothing;
    QTest::newRow("inside") << QJsonValue(u"my.lucene.x"_s) << nothing;
    QTest::newRow("no dot") << QJsonValue(u"lucene"_s) << nothing;
    QTest::newRow("lucene") << QJsonValue(u"lucene.x"_s) << u"must not begin with “lucene.”"_s;
    QTest::newRow("builtin") << QJsonValue(u"builtin."_s) << u"must not begin with “builtin.”"_s;
    QTest::newRow("mongodb") << QJsonValue(u"mongodb.x"_s) << u"must not begin with “mongodb.”"_s;
    QTest::newRow("no text") << QJsonValue(1) << nothing;
}

void TestCatalogRules::reservedBeginnings()
{
    QFETCH(QJsonValue, name);
    QFETCH(QString, sentence);
    QCOMPARE(brokenNamedRule(u"noReservedPrefix", name).value_or(QString()), sentence);
}

TELAMON_TEST(TestCatalogRules)

} // namespace Telamon

#include "test_catalog_rules.moc"
