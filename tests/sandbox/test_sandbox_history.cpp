// SPDX-License-Identifier: GPL-3.0-or-later
// What happened: events and attempts to sign in, many of them, found by the filters of the contract.
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Server;

namespace {
constexpr qint64 now = 1'790'000'000'000;
constexpr qint64 dayLength = 86'400'000;

QByteArray isoText(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC).toString(Qt::ISODate).toLatin1();
}
} // namespace

class TestSandboxHistory : public QObject {
    Q_OBJECT

    std::unique_ptr<Server> m_server;
    std::unique_ptr<RawClient> m_client;
    QByteArray m_project;

    QJsonArray events(const QByteArray& query)
    {
        return m_client->results(m_project + "/events?itemsPerPage=500&" + query);
    }
    QJsonArray attempts(const QByteArray& end)
    {
        return m_client->get(m_project + "/dbAccessHistory/" + end).json().value("accessLogs"_L1).toArray();
    }
    QByteArray firstField(const RawReply& reply)
    {
        return reply.json()["badRequestDetail"_L1]["fields"_L1][0]["field"_L1].toString().toLatin1();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Sandbox::Options options;
        options.now = now;
        m_server = std::make_unique<Server>(builtInCatalog(), options);
        QVERIFY(m_server->start());
        m_client = std::make_unique<RawClient>(*m_server);
        const QJsonArray projects = m_client->results("/api/atlas/v2/groups");
        for (const QJsonValue& project : projects) {
            if (project["name"_L1] == "storefront-prod"_L1)
                m_project = "/api/atlas/v2/groups/" + project["id"_L1].toString().toLatin1();
        }
    }

    void severalHundredEventsLieInThirtyDays()
    {
        const RawReply reply = m_client->get(m_project + "/events?itemsPerPage=500");
        QVERIFY(reply.json()["totalCount"_L1].toInt() > 300);
        const QJsonArray rows = reply.json()["results"_L1].toArray();
        QSet<QString> types;
        QString newer = u"9"_s;
        for (const QJsonValue& row : rows) {
            types.insert(row["eventTypeName"_L1].toString());
            QVERIFY(row["created"_L1].toString() <= newer);
            newer = row["created"_L1].toString();
            QVERIFY(!row.toObject().contains("raw"_L1));
        }
        QVERIFY(types.size() > 40);
        QVERIFY(newer.toLatin1() >= isoText(now - 30 * dayLength));
    }

    void eventsAreFilteredByType()
    {
        const QJsonArray up = events("eventType=HOST_UP&eventType=HOST_DOWN");
        QVERIFY(up.size() > 2);
        for (const QJsonValue& event : up)
            QVERIFY(event["eventTypeName"_L1].toString().startsWith("HOST_"_L1));
        const QJsonArray others = events("excludedEventType=HOST_UP&excludedEventType=HOST_DOWN");
        for (const QJsonValue& event : others)
            QVERIFY(event["eventTypeName"_L1] != "HOST_UP"_L1 && event["eventTypeName"_L1] != "HOST_DOWN"_L1);
        QCOMPARE(m_client->get(m_project + "/events").json()["totalCount"_L1].toInt(),
            m_client->get(m_project + "/events?excludedEventType=HOST_UP").json()["totalCount"_L1].toInt()
                + events("eventType=HOST_UP").size());
    }

    void eventsAreFilteredByClusterAndTime()
    {
        const QJsonArray ofCluster = events("clusterNames=sessions");
        QVERIFY(!ofCluster.isEmpty());
        for (const QJsonValue& event : ofCluster)
            QCOMPARE(event["clusterName"_L1].toString(), u"sessions"_s);
        const QByteArray from = isoText(now - 3 * dayLength);
        const QByteArray to = isoText(now - dayLength);
        const QJsonArray between = events("minDate=" + from + "&maxDate=" + to);
        QVERIFY(!between.isEmpty());
        for (const QJsonValue& event : between) {
            QVERIFY(event["created"_L1].toString().toLatin1() >= from);
            QVERIFY(event["created"_L1].toString().toLatin1() <= to);
        }
        const RawReply reply = m_client->get(m_project + "/events?minDate=" + to + "&maxDate=" + from);
        QCOMPARE(reply.status, 400);
        QCOMPARE(firstField(reply), "maxDate");
    }

    void rawIsAnsweredWhereAskedFor()
    {
        QVERIFY(events("includeRaw=true").at(0)["raw"_L1]["cre"_L1].isString());
        const QByteArray one = m_project + "/events/" + events("").at(0)["id"_L1].toString().toLatin1();
        QVERIFY(m_client->get(one).json().value("raw"_L1).isUndefined());
        QVERIFY(m_client->get(one + "?includeRaw=true").json()["raw"_L1].isObject());
    }

    void attemptsReachTheLimit()
    {
        QCOMPARE(attempts("clusters/storefront").size(), 20'000);
        QCOMPARE(attempts("clusters/storefront?nLogs=7").size(), 7);
        QCOMPARE(attempts("clusters/storefront?nLogs=0").size(), 0);
        QCOMPARE(m_client->get(m_project + "/dbAccessHistory/clusters/storefront?nLogs=20001").status, 400);
    }

    void attemptsAreFiltered()
    {
        const QJsonArray good = attempts("clusters/sessions?authResult=true");
        QVERIFY(!good.isEmpty() && good.size() < attempts("clusters/sessions").size());
        for (const QJsonValue& attempt : good)
            QVERIFY(attempt["authResult"_L1].toBool() && attempt["failureReason"_L1].isNull());
        const QString address = good.at(0)["ipAddress"_L1].toString();
        const QJsonArray from = attempts("clusters/sessions?ipAddress=" + address.toLatin1());
        QVERIFY(!from.isEmpty());
        for (const QJsonValue& attempt : from)
            QCOMPARE(attempt["ipAddress"_L1].toString(), address);
        const QString host = good.at(0)["hostname"_L1].toString();
        const QJsonArray on = attempts("processes/" + host.toLatin1());
        QVERIFY(!on.isEmpty());
        for (const QJsonValue& attempt : on)
            QCOMPARE(attempt["hostname"_L1].toString(), host);
        const qint64 start = now - dayLength;
        const QByteArray range = "clusters/sessions?start=" + QByteArray::number(start)
            + "&end=" + QByteArray::number(now - dayLength / 2);
        const QJsonArray within = attempts(range);
        QVERIFY(!within.isEmpty());
        for (const QJsonValue& attempt : within)
            QVERIFY(attempt["timestamp"_L1].toString().toLatin1() >= isoText(start));
    }

    void startAndEndGoTogether()
    {
        const QByteArray path = m_project + "/dbAccessHistory/clusters/sessions?";
        const RawReply alone = m_client->get(path + "start=1700000000000");
        QCOMPARE(alone.status, 400);
        QCOMPARE(firstField(alone), "end");
        const RawReply reversed = m_client->get(path + "start=1700000000000&end=1600000000000");
        QCOMPARE(reversed.status, 400);
        QCOMPARE(firstField(reversed), "end");
        QCOMPARE(m_client->get(path + "ipAddress=300.1.1.1").status, 400);
    }
};

TELAMON_TEST(TestSandboxHistory)
#include "test_sandbox_history.moc"
