// SPDX-License-Identifier: GPL-3.0-or-later
// What may be sent and most likely is not meant: it is said, and stops nothing.
#include "api/catalog/argumentsjson.h"
#include "models/forms/formadvice.h"
#include "models/forms/formmodel.h"
#include "models/review.h"
#include "tests/models/forms/formfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestFormAdvice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesThatNobodyKnows_data();
    void namesThatNobodyKnows();
    void whatTheServiceHasIsKnown();
    void bodiesThatAreDoubtful_data();
    void bodiesThatAreDoubtful();
    void theReviewSaysIt();
    void whatIsNotPinnedIsNotUnpinned();
    void whatGoesWithAnAnswerIsSaid_data();
    void whatGoesWithAnAnswerIsSaid();
};

namespace {

QStringList placesOf(const Violations& violations)
{
    QStringList places;
    for (const Violation& each : violations) {
        if (each.rule == adviceRule())
            places.append(each.pointer);
    }
    return places;
}

} // namespace

void TestFormAdvice::namesThatNobodyKnows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("places");
    QTest::newRow("none") << QByteArray("{'name': 'abc'}") << QStringList();
    QTest::newRow("one") << QByteArray("{'name': 'abc', 'nmae': 1}") << QStringList {u"/body/nmae"_s};
    QTest::newRow("where any may be") << QByteArray("{'free': {'x': {'y': 1}}}") << QStringList();
    QTest::newRow("in a list") << QByteArray("{'people': [{}, {'whom': 1}]}")
                               << QStringList {u"/body/people/1/whom"_s};
    QTest::newRow("of a variant") << QByteArray("{'schedule': {'type': 'DAILY', 'day': 1, 'hour': 2}}")
                                  << QStringList {u"/body/schedule/day"_s};
    QTest::newRow("of no variant yet") << QByteArray("{'schedule': {'day': 1}}") << QStringList();
    QTest::newRow("that a rule brings in")
        << QByteArray("{'mode': 'HARD', 'reason': 'why'}") << QStringList();
    QTest::newRow("that no rule brings in")
        << QByteArray("{'mode': 'EASY', 'reason': 'why'}") << QStringList {u"/body/reason"_s};
}

void TestFormAdvice::namesThatNobodyKnows()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, places);
    FormModel form(formCatalog().operation(u"changeThing"));
    QVERIFY(!form.setJson("{\"body\": " + QByteArray(body).replace('\'', '"') + '}'));
    QCOMPARE(placesOf(form.violations()), places);
    QCOMPARE(form.adviceCount(), int(places.size()));
    const int missing = form.missingCount();
    QCOMPARE(form.violations().size(), missing + places.size()); // they do not count as missing
}

void TestFormAdvice::whatTheServiceHasIsKnown()
{
    FormModel form(formCatalog().operation(u"changeThing"));
    form.startFrom(json("{'name': 'abc', 'limits': {'low': 1, 'new': 2}}"));
    form.setValue(u"/body/limits/low"_s, 3);
    QCOMPARE(placesOf(form.violations()), QStringList());
    form.setValue(u"/body/limits/other"_s, 3);
    QCOMPARE(placesOf(form.violations()), QStringList {u"/body/limits/other"_s});
}

void TestFormAdvice::bodiesThatAreDoubtful_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("places");
    const QStringList none;
    const QString create = u"createGroupClusterSearchIndex"_s;
    const auto vector = [](const QByteArray& fields) -> QByteArray {
        return "{'collectionName': 'c', 'database': 'd', 'name': 'n', 'type': 'vectorSearch', "
               "'definition': {'fields': ["
            + fields + "]}}";
    };
    const QString fields = u"/body/definition/fields"_s;
    QTest::newRow("a vector")
        << create
        << vector("{'type': 'vector', 'path': 'p', 'numDimensions': 3, 'similarity': 'cosine'},"
                  "{'type': 'filter', 'path': 'year'}")
        << none;
    QTest::newRow("no vector") << create << vector("") << QStringList {fields};
    QTest::newRow("an empty vector") << create << vector("{}")
                                     << QStringList {fields + "/0/type"_L1, fields + "/0/path"_L1};
    QTest::newRow("a vector of nonsense")
        << create << vector("{'type': 'vector', 'path': 'p', 'numDimensions': 'abc', 'similarity': 'foo'}")
        << QStringList {fields + "/0/numDimensions"_L1, fields + "/0/similarity"_L1};
    const QString archive = u"updateGroupClusterOnlineArchive"_s;
    QTest::newRow("an odd field")
        << archive
        << QByteArray("{'criteria': {'type': 'DATE', 'dateField': '$bad..field ', 'expireAfterDays': 5}}")
        << QStringList {u"/body/criteria/dateField"_s};
    QTest::newRow("a field")
        << archive << QByteArray("{'criteria': {'type': 'DATE', 'dateField': 'a.b c', 'expireAfterDays': 5}}")
        << none;
    const QStringList query {u"/body/criteria/query"_s};
    QTest::newRow("every document") << archive
                                    << QByteArray("{'criteria': {'type': 'CUSTOM', 'query': ' { } '}}")
                                    << query;
    QTest::newRow("some documents") << archive
                                    << QByteArray(
                                           "{'criteria': {'type': 'CUSTOM', 'query': '{\\'a\\': {}}'}}")
                                    << none;
    QTest::newRow("a week without a day")
        << archive << QByteArray("{'schedule': {'type': 'WEEKLY'}}") << QStringList {u"/body/schedule"_s};
    QTest::newRow("a week with a day")
        << archive << QByteArray("{'schedule': {'type': 'WEEKLY', 'dayOfWeek': 1}}") << none;
    const QString alert = u"acknowledgeGroupAlert"_s;
    const QStringList until {u"/body/acknowledgedUntil"_s};
    QTest::newRow("until a moment that is past")
        << alert << QByteArray("{'acknowledgedUntil': '2020-01-01T00:00:00Z'}") << until;
    QTest::newRow("until a moment to come")
        << alert << QByteArray("{'acknowledgedUntil': '2999-01-01T00:00:00Z'}") << none;
    const QString endpoint = u"createGroupPrivateNetworkSettingEndpointId"_s;
    QTest::newRow("no region") << endpoint
                               << QByteArray(
                                      "{'endpointId': 'vpce-0123456789abcdef0', 'region': '999.1.1.1', "
                                      "'customerEndpointDNSName': 'x.example.com'}")
                               << QStringList {u"/body/region"_s};
    QTest::newRow("a region") << endpoint
                              << QByteArray("{'endpointId': 'vpce-0123456789abcdef0', 'region': 'us-east-1', "
                                            "'customerEndpointDNSName': 'x.example.com'}")
                              << none;
    const QString peeringOnly = u"disableGroupPrivateIpModePeering"_s;
    QTest::newRow("a mode begun") << peeringOnly << QByteArray("{'enabled': true}")
                                  << QStringList {u"/body/enabled"_s};
    QTest::newRow("a mode ended") << peeringOnly << QByteArray("{'enabled': false}") << none;
    const QString person = u"addGroupUsers"_s;
    QTest::newRow("an address without a domain")
        << person << QByteArray("{'username': 'foo@bar', 'roles': ['GROUP_OWNER']}")
        << QStringList {u"/body/username"_s};
    QTest::newRow("an address that ends too soon")
        << person << QByteArray("{'username': 'foo@bar.', 'roles': ['GROUP_OWNER']}")
        << QStringList {u"/body/username"_s};
    QTest::newRow("an address") << person
                                << QByteArray("{'username': 'a.b@example.com', 'roles': ['GROUP_OWNER']}")
                                << none;
}

void TestFormAdvice::bodiesThatAreDoubtful()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, places);
    FormModel form(builtInCatalog().operation(id));
    QVERIFY(!form.setJson("{\"body\": " + QByteArray(body).replace('\'', '"') + '}'));
    QCOMPARE(placesOf(form.violations()), places);
    for (const Violation& each : validate(form.operation(), form.arguments()))
        QVERIFY2(!each.pointer.startsWith("/body"_L1), qPrintable(each.pointer + u' ' + each.sentence));
}

void TestFormAdvice::theReviewSaysIt()
{
    const Operation& operation = builtInCatalog().operation(u"acknowledgeGroupAlert");
    const QString id(24, u'0');
    Arguments arguments {
        {{u"groupId"_s, id}, {u"alertId"_s, id}}, QJsonObject {{u"acknowledgementComment"_s, u"x"_s}}};
    const auto before = makeReview({.operation = operation, .arguments = arguments});
    QVERIFY(before.hasValue());
    arguments.body = QJsonObject {{u"acknowledgementComment"_s, u"x"_s}, {u"acknowledgedTill"_s, u"now"_s}};
    const auto review = makeReview({.operation = operation, .arguments = arguments});
    QVERIFY(review.hasValue());
    QCOMPARE(review.value().warnings.size(), before.value().warnings.size() + 1);
    QVERIFY2(review.value().warnings.last().startsWith("acknowledgedTill: "_L1),
        qPrintable(review.value().warnings.last()));
}

void TestFormAdvice::whatIsNotPinnedIsNotUnpinned()
{
    const Operation& operation = builtInCatalog().operation(u"unpinGroupClusterFeatureCompatibilityVersion");
    const Arguments arguments {{{u"groupId"_s, QString(24, u'0')}, {u"clusterName"_s, u"carts"_s}}, {}};
    const QJsonObject pinned {{u"featureCompatibilityVersionExpirationDate"_s, u"2027-01-01T00:00:00Z"_s}};
    for (const auto& [now, isPinned] : {std::pair(pinned, true), std::pair(QJsonObject(), false)}) {
        const auto review =
            makeReview({.operation = operation, .arguments = arguments, .now = now, .wasReadNow = true});
        QVERIFY(review.hasValue());
        QCOMPARE(review.value().warnings.filter(u"not pinned"_s).isEmpty(), isPinned);
    }
}

void TestFormAdvice::whatGoesWithAnAnswerIsSaid_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("no role") << u"updateGroupServiceAccount"_s << QJsonObject {{u"roles"_s, QJsonArray()}}
                             << u"Without a role"_s;
    QTest::newRow("some role") << u"updateGroupServiceAccount"_s
                               << QJsonObject {{u"roles"_s, QJsonArray {u"GROUP_OWNER"_s}}} << QString();
    QTest::newRow("withdrawn") << u"acknowledgeGroupAlert"_s << QJsonObject {{u"unacknowledgeAlert"_s, true}}
                               << u"attention again"_s;
    QTest::newRow("not withdrawn") << u"acknowledgeGroupAlert"_s
                                   << QJsonObject {{u"unacknowledgeAlert"_s, false}} << QString();
}
void TestFormAdvice::whatGoesWithAnAnswerIsSaid()
{
    QFETCH(const QString, operation);
    QFETCH(const QJsonObject, body);
    QFETCH(const QString, said);
    const Operation& asked = builtInCatalog().operation(operation);
    Arguments arguments {{}, body};
    for (const Parameter& each : asked.parameters) {
        if (each.in == Parameter::In::Path)
            arguments.parameters.insert(each.name, QString(24, u'0'));
    }
    const auto review = makeReview({.operation = asked, .arguments = arguments});
    QVERIFY(review.hasValue());
    const QString warnings = review.value().warnings.join(u' ');
    QVERIFY2(said.isEmpty() ? warnings.isEmpty() : warnings.contains(said), qPrintable(warnings));
}

TELAMON_TEST(TestFormAdvice)

} // namespace Telamon

#include "test_formadvice.moc"
