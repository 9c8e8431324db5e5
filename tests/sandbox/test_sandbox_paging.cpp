// SPDX-License-Identifier: GPL-3.0-or-later
// Pages, their links, and parameters that are refused.
#include "tests/sandbox/rawclient.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Server;

namespace {

QString linkTo(const QJsonObject& page, const QString& relation)
{
    const QJsonArray links = page.value("links"_L1).toArray();
    for (const QJsonValue& link : links) {
        if (link["rel"_L1] == relation)
            return link["href"_L1].toString();
    }
    return {};
}

} // namespace

class TestSandboxPaging : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesAreLinked()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QByteArray list = "/api/atlas/v2/groups?itemsPerPage=5&pageNum=";
        QStringList ids;
        QByteArray target = list + '1';
        int pages = 0;
        while (!target.isEmpty() && pages < 9) {
            const QJsonObject page = client.get(target).json();
            QCOMPARE(page.value("totalCount"_L1).toInt(), 14);
            QCOMPARE(linkTo(page, u"previous"_s).isEmpty(), pages == 0);
            const QJsonArray results = page.value("results"_L1).toArray();
            for (const QJsonValue& result : results)
                ids.append(result["id"_L1].toString());
            const QUrl next(linkTo(page, u"next"_s));
            target = next.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
            ++pages;
        }
        QCOMPARE(pages, 3);
        QCOMPARE(ids.size(), 14);
        QCOMPARE(ids.removeDuplicates(), 0);
        QCOMPARE(client.get(list + '9').json().value("results"_L1).toArray().size(), 0);
    }

    void withoutCountThereIsNoTotalAndNoNextLink()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QJsonObject page = client.get("/api/atlas/v2/groups?itemsPerPage=5&includeCount=false").json();
        QCOMPARE(page.value("results"_L1).toArray().size(), 5);
        QCOMPARE(page.value("totalCount"_L1).toInt(), 0);
        QVERIFY(linkTo(page, u"next"_s).isEmpty());
        QVERIFY(linkTo(page, u"self"_s).contains("includeCount=false"_L1));
    }

    void selfLinkIsTheRequest()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QString self = linkTo(client.get("/api/atlas/v2/orgs?name=Hel&pageNum=1").json(), u"self"_s);
        QCOMPARE(self,
            server.baseUrl().toString()
                + u"/api/atlas/v2/orgs?includeCount=true&name=Hel&pageNum=1&itemsPerPage=100"_s);
    }

    void filtersByName()
    {
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const QJsonArray found = client.results("/api/atlas/v2/orgs?name=helios%20B");
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.at(0)["name"_L1].toString(), u"Helios Bank"_s);
    }

    void invalidParametersAreNamed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("field");
        const QByteArray groups = "/api/atlas/v2/groups";
        QTest::newRow("page 0") << groups + "?pageNum=0" << u"pageNum"_s;
        QTest::newRow("501 items") << groups + "?itemsPerPage=501" << u"itemsPerPage"_s;
        QTest::newRow("not a number") << groups + "?itemsPerPage=ten" << u"itemsPerPage"_s;
        QTest::newRow("not a truth") << groups + "?includeCount=yes" << u"includeCount"_s;
        QTest::newRow("twice") << groups + "?pageNum=1&pageNum=2" << u"pageNum"_s;
        QTest::newRow("unknown") << groups + "?colour=red" << u"colour"_s;
        QTest::newRow("id") << groups + "/xyz" << u"groupId"_s;
        QTest::newRow("id in upper case") << groups + "/0123456789ABCDEF01234567" << u"groupId"_s;
        QTest::newRow("cluster name")
            << groups + "/0123456789abcdef01234567/clusters/a%2Fb" << u"clusterName"_s;
        QTest::newRow("enum") << groups + "/0123456789abcdef01234567/alerts?status=open" << u"status"_s;
    }
    void invalidParametersAreNamed()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, field);
        Server server(builtInCatalog());
        QVERIFY(server.start());
        RawClient client(server);
        const RawReply reply = client.get(target);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.errorCode(), "VALIDATION_ERROR");
        QCOMPARE(reply.header("X-Error-Code"), "VALIDATION_ERROR");
        const QJsonArray fields = reply.json().value("badRequestDetail"_L1)["fields"_L1].toArray();
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.at(0)["field"_L1].toString(), field);
        QVERIFY(!fields.at(0)["description"_L1].toString().isEmpty());
    }
};

TELAMON_TEST(TestSandboxPaging)
#include "test_sandbox_paging.moc"
