// SPDX-License-Identifier: GPL-3.0-or-later
// What of a filter of events is sent, and what is applied to the answer.
#include "api/catalog/catalog.h"
#include "api/http/wirerequest.h"
#include "models/eventfilter.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

QJsonArray madeUp(int count, const QString& first = u"HOST_DOWN"_s)
{
    QJsonArray types {first};
    for (int i = 1; i < count; ++i)
        types.append(u"A_TYPE_THAT_NOBODY_KNOWS_%1"_s.arg(i));
    return types;
}

QByteArray page(const QList<QPair<QString, QString>>& events) // type, cluster
{
    QJsonArray results;
    for (const auto& [type, cluster] : events)
        results.append(QJsonObject {{u"eventTypeName"_s, type}, {u"clusterName"_s, cluster}});
    return QJsonDocument(QJsonObject {{u"results"_s, results}, {u"totalCount"_s, 7}}).toJson();
}

QStringList typesOf(const QByteArray& body)
{
    QStringList types;
    const QJsonArray results = QJsonDocument::fromJson(body).object().value("results"_L1).toArray();
    for (const QJsonValue& event : results)
        types.append(event["eventTypeName"_L1].toString());
    return types;
}

} // namespace

class TestEventFilter : public QObject {
    Q_OBJECT

    Arguments project(const QMap<QString, QJsonValue>& lists) const
    {
        Arguments arguments {.parameters = lists};
        arguments.parameters.insert(u"groupId"_s, u"32b6e34b3d91647abb20e7b8"_s);
        return arguments;
    }
    qsizetype sizeOf(const Operation& operation, const Arguments& arguments) const
    {
        const Result<WireRequest, Problem> request = buildRequest(operation, arguments);
        return request ? request.value().target.size() : -1;
    }

private Q_SLOTS:
    void whatFitsIsSent()
    {
        const Operation& operation = builtInCatalog().operation(u"listGroupEvents");
        Arguments arguments =
            project({{u"eventType"_s, madeUp(150)}, {u"clusterNames"_s, QJsonArray {u"one"_s}}});
        const Arguments before = arguments;
        const EventFilter filter = EventFilter::takenOut(operation, arguments);
        QVERIFY(filter.isEmpty());
        QVERIFY(!filter.isTooLong());
        QCOMPARE(arguments.parameters, before.parameters);
    }

    void theLongestIsTakenOutFirst()
    {
        const Operation& operation = builtInCatalog().operation(u"listGroupEvents");
        Arguments arguments = project({{u"eventType"_s, madeUp(400)},
            {u"excludedEventType"_s, madeUp(150, u"HOST_UP"_s)}, {u"clusterNames"_s, QJsonArray {u"one"_s}}});
        QVERIFY(sizeOf(operation, arguments) > 8192);
        const EventFilter filter = EventFilter::takenOut(operation, arguments);
        QVERIFY(filter.isTooLong());
        QVERIFY(!arguments.parameters.contains(u"eventType"_s));
        QVERIFY(arguments.parameters.contains(u"excludedEventType"_s));
        QVERIFY(arguments.parameters.contains(u"clusterNames"_s));
        const qsizetype size = sizeOf(operation, arguments);
        QVERIFY(size > 0 && size <= EventFilter::MostTarget);
        QCOMPARE(typesOf(filter.filtered(page({{u"HOST_DOWN"_s, {}}, {u"HOST_UP"_s, {}}}))),
            QStringList {u"HOST_DOWN"_s});
    }

    // However many they are: which cluster an event is about only the service knows.
    void clustersAreAlwaysAskedFor()
    {
        QJsonArray clusters {u"one"_s};
        for (int i = 0; i < 600; ++i)
            clusters.append(u"a-cluster-that-is-not-there-%1"_s.arg(i));
        Arguments arguments = project({{u"eventType"_s, madeUp(400)},
            {u"excludedEventType"_s, madeUp(400, u"HOST_UP"_s)}, {u"clusterNames"_s, clusters}});
        const EventFilter filter =
            EventFilter::takenOut(builtInCatalog().operation(u"listGroupEvents"), arguments);
        QCOMPARE(arguments.parameters.keys(), QStringList({u"clusterNames"_s, u"groupId"_s}));
        QCOMPARE(arguments.parameters.value(u"clusterNames"_s).toArray().size(), clusters.size());
        const QByteArray filtered = filter.filtered(page({{u"HOST_DOWN"_s, u"one"_s}, {u"HOST_DOWN"_s, {}},
            {u"HOST_UP"_s, u"one"_s}, {u"OTHER"_s, u"one"_s}}));
        QCOMPARE(typesOf(filtered), QStringList({u"HOST_DOWN"_s, u"HOST_DOWN"_s}));
        QCOMPARE(QJsonDocument::fromJson(filtered)["totalCount"_L1].toInt(), 7); // as it was told
    }

    void whatTheOperationDoesNotKnowIsAppliedHere()
    {
        Arguments arguments;
        arguments.parameters = {{u"orgId"_s, u"32b6e34b3d91647abb20e7b8"_s},
            {u"eventType"_s, QJsonArray {u"HOST_DOWN"_s, u"HOST_UP"_s}},
            {u"excludedEventType"_s, QJsonArray {u"HOST_UP"_s}}};
        const EventFilter filter =
            EventFilter::takenOut(builtInCatalog().operation(u"listOrgEvents"), arguments);
        QVERIFY(!filter.isEmpty());
        QVERIFY(!filter.isTooLong());
        QVERIFY(arguments.parameters.contains(u"eventType"_s));
        QVERIFY(!arguments.parameters.contains(u"excludedEventType"_s));
        QCOMPARE(typesOf(filter.filtered(page({{u"HOST_DOWN"_s, {}}, {u"HOST_UP"_s, {}}}))),
            QStringList {u"HOST_DOWN"_s});
    }

    void whatIsNoListStaysAsItIs()
    {
        Arguments arguments = project({{u"eventType"_s, madeUp(400)}});
        const EventFilter filter =
            EventFilter::takenOut(builtInCatalog().operation(u"listGroupEvents"), arguments);
        QCOMPARE(filter.filtered("<html>"), QByteArray("<html>"));
    }
};

TELAMON_TEST(TestEventFilter)
#include "test_eventfilter.moc"
