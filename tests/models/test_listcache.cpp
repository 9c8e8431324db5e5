// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcache.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Telamon;
using State = ListCache::List::State;

class TestListCache : public QObject {
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TestClient> m_client;
    std::unique_ptr<ListCache> m_cache;
    Operation m_list;

    // So many records in pages of as many as were asked for.
    static ScriptedAnswer page(const RecordedRequest& request, int total)
    {
        const QUrlQuery query(QUrl(QString::fromLatin1(request.target())).query());
        const int size = query.queryItemValue(u"itemsPerPage"_s).toInt();
        const int first = (query.queryItemValue(u"pageNum"_s).toInt() - 1) * size;
        QJsonArray records;
        for (int i = first; i < std::min(first + size, total); ++i)
            records.append(QJsonObject {{u"id"_s, QString::number(i)}});
        const QJsonObject answer {{u"results"_s, records}, {u"totalCount"_s, total}};
        return ScriptedAnswer::ok(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    }
    void serve(int total)
    {
        m_server->setHandler([total](const RecordedRequest& request) { return page(request, total); });
    }
    const ListCache::List* now() const { return m_cache->find(m_list, {}); }
    bool isAt(State state) const { return now() && now()->state == state; }

private Q_SLOTS:
    void init()
    {
        m_list = TestClient::pagedOperation();
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<TestClient>(m_server->url());
        m_cache = std::make_unique<ListCache>(m_client->client, nullptr);
    }
    void cleanup()
    {
        m_cache.reset();
        m_client.reset();
    }

    void everyPageIsRead_data()
    {
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("records");
        QTest::addColumn<bool>("hasMore");
        QTest::newRow("none") << 0 << 0 << false;
        QTest::newRow("one page") << 3 << 3 << false;
        QTest::newRow("a full page") << 500 << 500 << false;
        QTest::newRow("several") << 1234 << 1234 << false;
        QTest::newRow("more than anybody picks from") << 100'000 << 2000 << true;
    }
    void everyPageIsRead()
    {
        QFETCH(int, total);
        QFETCH(bool, hasMore);
        serve(total);
        QVERIFY(!now());
        m_cache->read(m_list, {});
        QVERIFY(isAt(State::Reading));
        QTRY_VERIFY(isAt(State::Read));
        QTEST(int(now()->records.size()), "records");
        QCOMPARE(now()->hasMore, hasMore);
        QCOMPARE(now()->records.isEmpty() ? u"0"_s : now()->records.first()["id"_L1].toString(), u"0"_s);
    }

    void aListIsReadOnceUntilAWriteOrTheTimeEndsIt()
    {
        serve(2);
        m_cache->read(m_list, {});
        m_cache->read(m_list, {});
        QTRY_VERIFY(isAt(State::Read));
        m_cache->read(m_list, {});
        QCOMPARE(m_server->requestCount(), 1);
        m_cache->forget();
        QVERIFY(!now());
        m_cache->read(m_list, {});
        QTRY_VERIFY(isAt(State::Read));
        QCOMPARE(m_server->requestCount(), 2);
        ListCache shortLived(m_client->client, nullptr, std::chrono::milliseconds(0));
        shortLived.read(m_list, {});
        QTRY_COMPARE(m_server->requestCount(), 3);
        QTRY_VERIFY(!shortLived.find(m_list, {}));
    }

    void otherPlacesHaveOtherLists()
    {
        m_list.parameters.push_back(TestClient::parameter(u"groupId"_s));
        serve(2);
        m_cache->read(m_list, {{u"groupId"_s, u"a"_s}});
        QVERIFY(m_cache->find(m_list, {{u"groupId"_s, u"a"_s}}));
        QVERIFY(!m_cache->find(m_list, {{u"groupId"_s, u"b"_s}}));
    }

    void whatPassesIsTriedAgainByItself()
    {
        serve(2);
        m_server->queue(ScriptedAnswer::of(503));
        m_cache->read(m_list, {});
        QTRY_VERIFY(isAt(State::Read));
        QCOMPARE(now()->records.size(), 2);
    }

    void whatFailsIsSaidAndReadAgainWhenAsked()
    {
        m_server->alwaysAnswer(ScriptedAnswer::of(403, "{\"error\":403,\"detail\":\"Not for you.\"}"));
        m_cache->read(m_list, {});
        QTRY_VERIFY(isAt(State::Failed));
        QVERIFY2(now()->sentence.contains("Not for you."_L1), qPrintable(now()->sentence));
        const qsizetype asked = m_server->requestCount();
        m_cache->read(m_list, {});
        QVERIFY(isAt(State::Failed));
        serve(2);
        m_cache->readAgain(m_list, {});
        QTRY_VERIFY(isAt(State::Read));
        QCOMPARE(m_server->requestCount(), asked + 1);
    }

    void listsComeInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("records");
        QTest::newRow("results") << QByteArray("{\"results\":[{\"id\":\"1\"}]}") << 1;
        QTest::newRow("array") << QByteArray("[{\"id\":\"1\"},{\"id\":\"2\"}]") << 2;
        QTest::newRow("itself") << QByteArray("{\"id\":\"1\"}") << 1;
    }
    void listsComeInEveryForm()
    {
        QFETCH(QByteArray, answer);
        m_list = TestClient::operation("GET");
        m_server->alwaysAnswer(ScriptedAnswer::ok(answer));
        m_cache->read(m_list, {});
        QTRY_VERIFY(isAt(State::Read));
        QTEST(int(now()->records.size()), "records");
    }
};

TELAMON_TEST(TestListCache)
#include "test_listcache.moc"
